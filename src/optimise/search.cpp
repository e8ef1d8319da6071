// SPDX-License-Identifier: EUPL-1.2
#include "optimise/search.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "base/parallel.h"
#include "optimise/anneal.h"
#include "optimise/solver.h"

namespace koers::optimise {
namespace {

constexpr int kMostDoublings = 7;
constexpr double kHeatFromBest = 0.1;
constexpr double kDearerThanDual = 1.2;  // a weight beside the dual of the row, at which the relaxation just keeps it
constexpr int kFirstTries = 1;
constexpr double kHeavy = 10;
constexpr int kFirstHeavyRestart = 1'000'000'000;
constexpr double kLeastWeight = 0.1;  // beside a weight by the value of columns, for rows that the relaxation leaves free

class Searching {
 public:
  Searching(const Portfolio& problem, const SearchOptions& options)
      : cells_(cells_of(problem)), options_(options), judge_(cells_, first_weights(cells_)) {
    relax_all();
    tries_ = std::min(kFirstTries, options.neighbourhoods);
    for (const Choice* start : {&options.start, &options.other_start}) {
      if (start->size() != cells_.candidates.size()) continue;
      starts_.push_back(allowed(*start));
      take(starts_.back());
    }
  }

  Search run() {
    for (int number = 0;; ++number) {
      const Round next{number, moves_of(number) * options_.restarts, best_.objective, best_.is_feasible};
      if (number > 0 && !goes_on(next)) break;
      anneal_round(number, next.moves / options_.restarts);
      if (options_.neighbourhoods > 0) improve_round(number);
      out_.moves += next.moves;
      out_.rounds = number + 1;
      last_ = {number, next.moves, best_.objective, best_.is_feasible};
    }
    return finish();
  }

 private:
  [[nodiscard]] bool goes_on(const Round& next) const {
    return options_.go_on ? options_.go_on(last_, next) : next.number < options_.rounds;
  }

  [[nodiscard]] std::int64_t moves_of(int round) const { return options_.moves << std::min(round, kMostDoublings); }

  [[nodiscard]] Choice allowed(Choice start) const {
    for (std::size_t item = 0; item < start.size(); ++item) {
      const auto& candidates = guide_ ? guide_->columns[item] : cells_.candidates[item];
      if (std::ranges::find(candidates, start[item]) == candidates.end()) start[item] = candidates.front();
    }
    return start;
  }

  /// A choice with its worth; true when it becomes the best.
  bool take(const Choice& choice) {
    judge_.set_choice(choice);
    return take(Annealed{judge_.is_feasible(), choice, judge_.objective(), judge_.totals().penalty});
  }

  bool take(const Annealed& found) {
    const bool is_better = best_.choice.empty() ||
                           (found.is_feasible && (!best_.is_feasible || found.objective > best_.objective)) ||
                           (!found.is_feasible && !best_.is_feasible && found.penalty < best_.penalty);
    if (is_better) best_ = found;
    return is_better;
  }

  /// Every second restart goes on from a start, or in a later round from the best.
  void anneal_round(int round, std::int64_t moves) {
    std::vector<Annealed> found(static_cast<std::size_t>(options_.restarts));
    std::vector<const Choice*> from(found.size(), nullptr);
    for (std::size_t i = 1; i < from.size(); i += 2) {
      if (round == 0 && !starts_.empty()) from[i] = &starts_[i / 2 % starts_.size()];
      if (round > 0) from[i] = &best_.choice;
    }
    for_each_index(found.size(), options_.threads, [&](std::size_t i) {
      const auto restart = static_cast<std::uint32_t>(static_cast<std::size_t>(round) * found.size() + i);
      found[i] =
          anneal(cells_, from[i] != nullptr ? *from[i] : Choice(),
                 {options_.seed, restart, moves, from[i] != nullptr ? kHeatFromBest : 1, weights_, guide_ ? &*guide_ : nullptr});
    });
    for (Annealed& each : found) {
      // Penalties of different restarts are weighed differently.
      judge_.set_choice(each.choice);
      each.penalty = judge_.totals().penalty;
      take(each);
    }
  }

  /// What the relaxation teaches: prices of rows, and which items it is sure of.
  void relax_all() {
    const LinearModel model = linear_model(cells_);
    const Relaxation relaxation = relax(model);
    weights_ = first_weights(cells_);
    if (relaxation.status == SolverStatus::infeasible) return;
    guide_ = guide(cells_, model, relaxation);
    for (std::size_t cell = 0; cell < cells_.cells.size(); ++cell) {
      const double dual = relaxation.duals[static_cast<std::size_t>(model.row_of_cell[cell])];
      weights_[cell] =
          std::max(kDearerThanDual * dual * model.value_unit / model.unit_of_cell[cell], kLeastWeight * weights_[cell]);
    }
  }

  void improve_round(int round) {
    if (!best_.is_feasible && guide_) look_for_any(round);
    bool has_improved = false;
    for (int i = 0; i < tries_ && best_.is_feasible && guide_; ++i) {
      has_improved |= improve(neighbourhood(cells_, guide_->regrets, options_.size, options_.seed, tried_++));
    }
    tries_ = has_improved ? std::min(tries_ + 1, options_.neighbourhoods) : std::max(1, tries_ / 2);
  }

  /// Where the annealing does not get within narrow rows it is tried once more with rows that weigh much, and then a tree.
  void look_for_any(int round) {
    std::vector<double> heavy = weights_;
    for (double& weight : heavy) weight *= kHeavy;
    const auto restart = static_cast<std::uint32_t>(kFirstHeavyRestart + round);
    const Annealed found = anneal(
        cells_, best_.choice, {options_.seed, restart, 2 * moves_of(round), kHeatFromBest, heavy, guide_ ? &*guide_ : nullptr});
    if (found.is_feasible) {
      take(found);
      return;
    }
    const std::vector<char> all(cells_.candidates.size(), 1);
    const LinearModel model = linear_model(cells_);
    TreeLimits limits;
    limits.nodes = options_.nodes << std::min(round, kMostDoublings);
    limits.seed = options_.seed;
    const TreeAnswer answer = branch_and_bound(model, limits);
    if (answer.answer) take(choice_of(cells_, model, *answer.answer, all, best_.choice));
  }

  bool improve(const std::vector<char>& is_free) {
    const LinearModel model = linear_model(cells_, is_free, best_.choice);
    TreeLimits limits;
    limits.nodes = options_.nodes;
    limits.seed = options_.seed;
    limits.with_heuristics = false;
    limits.better_than = static_cast<double>(best_.objective) / model.value_unit;
    const TreeAnswer answer = branch_and_bound(model, limits);
    return answer.answer && take(choice_of(cells_, model, *answer.answer, is_free, best_.choice));
  }

  Search finish() {
    out_.choice = best_.choice;
    out_.verification = verify(*cells_.problem, out_.choice);
    const std::int64_t verified = cells_.problem->preference ? out_.verification.preference : out_.verification.value;
    if (out_.verification.is_feasible() != best_.is_feasible || verified != best_.objective) {
      throw std::logic_error("The search and its verification disagree about a choice.");
    }
    return std::move(out_);
  }

  Cells cells_;
  const SearchOptions& options_;
  State judge_;
  std::vector<Choice> starts_;
  Annealed best_;
  int tries_ = 0;            ///< neighbourhoods in this round: more where they help
  std::uint64_t tried_ = 0;  ///< in all rounds
  Round last_;
  std::vector<double> weights_;
  std::optional<Guide> guide_;  ///< nothing when the relaxation has no answer
  Search out_;
};

}  // namespace

Search search(const Portfolio& problem, const SearchOptions& options) { return Searching(problem, options).run(); }

}  // namespace koers::optimise
