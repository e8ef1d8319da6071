// SPDX-License-Identifier: EUPL-1.2
#include "optimise/anneal.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "optimise/cooling.h"
#include "optimise/draws.h"

namespace koers::optimise {
namespace {

// Tuned on drawn agendas and knapsacks (bench/optimise_bench.cpp).
constexpr double kCooling = 0.01;          // the last temperature beside the first
constexpr double kFirstTemperature = 0.3;  // of what a first step changes, in the mean
constexpr std::int64_t kEpochs = 4000;     // in which temperature and weights stay the same
constexpr double kSwinging = 0.8;          // of the epochs; in the last ones weights only grow, to end within the rows
constexpr double kHeavier = 1.1;
constexpr double kLighter = 0.95;
constexpr double kLightest = 0.9;  // beside the first weight
constexpr double kHeaviest = 1e4;
constexpr std::size_t kFewItems = 100;  // of which none is sure
constexpr std::uint64_t kSampled = 400;

class Annealing {
 public:
  Annealing(const Cells& cells, const Choice& start, const AnnealOptions& options)
      : cells_(cells),
        options_(options),
        first_weights_(options.weights.empty() ? first_weights(cells) : options.weights),
        state_(cells, first_weights_) {
    for (std::size_t item = 0; item < cells.candidates.size(); ++item) {
      if (cells.candidates[item].size() > 1) movable_.push_back(item);
    }
    if (options.guide != nullptr) {
      std::ranges::stable_sort(movable_, {}, [&](std::size_t item) { return options.guide->regrets[item]; });
    }
    state_.set_choice(start.empty() ? drawn() : start);
    remember();
  }

  Annealed run() {
    if (movable_.empty()) return std::move(best_);
    const std::int64_t epochs = std::clamp<std::int64_t>(options_.moves / 100, 1, kEpochs);
    double temperature = options_.heat * first_temperature();
    const double cooling = root_of(kCooling, epochs);
    const auto swinging = static_cast<std::int64_t>(kSwinging * static_cast<double>(epochs));
    std::int64_t made = 0;
    for (std::int64_t epoch = 0; epoch < epochs; ++epoch) {
      for (const std::int64_t until = options_.moves * (epoch + 1) / epochs; made < until; ++made) {
        step(static_cast<std::uint64_t>(made), temperature);
      }
      temperature *= cooling;
      reweigh(epoch < swinging ? kLighter : 1);
    }
    finish();
    return std::move(best_);
  }

 private:
  [[nodiscard]] Choice drawn() const {
    Choice out;
    for (std::size_t item = 0; item < cells_.candidates.size(); ++item) {
      const auto& candidates = cells_.candidates[item];
      out.push_back(candidates[below(draw(options_.seed, options_.restart, DrawSite::start, item)[0], candidates.size())]);
    }
    return out;
  }

  /// Of many items unsure ones are tried more than sure ones, by their place in the order of regrets.
  [[nodiscard]] std::size_t item_of(std::uint32_t bits) const {
    if (options_.guide == nullptr || movable_.size() <= kFewItems) return movable_[below(bits, movable_.size())];
    const double u = unit(bits);
    return movable_[static_cast<std::size_t>(u * std::sqrt(u) * static_cast<double>(movable_.size()))];
  }

  /// Another column of the item than it has: good ones are tried more than bad ones.
  [[nodiscard]] Move another(std::size_t item, std::uint32_t bits) const {
    const auto& candidates = options_.guide == nullptr ? cells_.candidates[item] : options_.guide->columns[item];
    const std::size_t others = candidates.size() - 1;
    if (options_.guide == nullptr) {
      const std::int32_t column = candidates[below(bits, others)];
      return {item, column == state_.choice()[item] ? candidates.back() : column};
    }
    const double u = unit(bits);
    const auto place = static_cast<std::size_t>(u * u * u * static_cast<double>(others));
    const std::int32_t column = candidates[place];
    return {item, column == state_.choice()[item] ? candidates[place + 1] : column};
  }

  /// One step, or two at once in half of the cases.
  std::size_t propose(const Block& bits, std::array<Move, 2>& moves) const {
    const std::size_t first = item_of(bits[0]);
    moves[0] = another(first, bits[1] << 16U);
    if ((bits[3] & 1U) == 0) return 1;
    const std::size_t second = item_of(bits[2]);
    if (second == first) return 1;
    moves[1] = another(second, bits[1] & 0xffff0000U);
    return 2;
  }

  void step(std::uint64_t number, double temperature) {
    const Block bits = draw(options_.seed, options_.restart, DrawSite::move, number);
    std::array<Move, 2> moves;
    const std::size_t count = propose(bits, moves);
    const Totals& next = state_.look({moves.data(), count});
    const double gain =
        static_cast<double>(state_.objective_of(next) - state_.objective()) - (next.penalty - state_.totals().penalty);
    if (gain < temperature * kLnUniform[bits[3] >> (32U - kThresholdBits)]) return;
    state_.make();
    remember();
  }

  void remember() {
    const bool is_feasible = state_.is_feasible();
    if (is_feasible ? best_.is_feasible && state_.objective() <= best_.objective
                    : best_.is_feasible || (!best_.choice.empty() && state_.totals().penalty >= best_.penalty)) {
      return;
    }
    best_ = {is_feasible, state_.choice(), state_.objective(), state_.totals().penalty};
  }

  /// What a step changes in the mean, without penalties, which say little at a drawn start.
  double first_temperature() {
    double sum = 0;
    for (std::uint64_t i = 0; i < kSampled; ++i) {
      const Block bits = draw(options_.seed, options_.restart, DrawSite::temperature, i);
      const std::array<Move, 1> move{another(item_of(bits[0]), bits[1])};
      const Totals& next = state_.look(move);
      sum += cells_.problem->preference ? std::abs(static_cast<double>(next.preference - state_.totals().preference))
                                        : std::abs(static_cast<double>(next.value - state_.totals().value));
    }
    return std::max(1.0, kFirstTemperature * sum / static_cast<double>(kSampled));
  }

  void reweigh(double lighter) {
    const std::vector<bool> exceeded = state_.exceeded_rows();
    std::vector<double> weights = state_.weights();
    for (std::size_t i = 0; i < weights.size(); ++i) {
      weights[i] = std::clamp(weights[i] * (exceeded[i] ? kHeavier : lighter), first_weights_[i] * kLightest,
                              first_weights_[i] * kHeaviest);
    }
    // A choice that exceeds is compared with later ones: the weights that it was compared by have changed.
    if (!best_.is_feasible) best_.penalty *= kHeavier;
    state_.set_weights(std::move(weights));
  }

  void finish() {
    if (!best_.is_feasible) return;
    state_.set_choice(best_.choice);
    climb(state_, cells_);
    remember();
  }

  const Cells& cells_;
  const AnnealOptions& options_;
  std::vector<double> first_weights_;
  State state_;
  std::vector<std::size_t> movable_;  ///< items with more than one column
  Annealed best_;
};

}  // namespace

std::vector<double> first_weights(const Cells& cells) {
  const Portfolio& problem = *cells.problem;
  std::vector<double> amount(cells.cells.size());
  std::vector<double> value(cells.cells.size());
  double all = 0;
  for (std::size_t c = 0; c < problem.columns.size(); ++c) {
    double worth = std::abs(static_cast<double>(problem.columns[c].value));
    if (problem.preference) worth = std::abs(static_cast<double>(problem.preference->amount[c]));
    all += worth;
    for (const CellUse& use : cells.uses[c]) {
      amount[use.cell] += std::abs(static_cast<double>(use.amount));
      value[use.cell] += worth;
    }
  }
  const double mean = std::max(1.0, all / static_cast<double>(std::max<std::size_t>(1, problem.columns.size())));
  std::vector<double> weights;
  for (std::size_t cell = 0; cell < cells.cells.size(); ++cell) {
    weights.push_back(amount[cell] > 0 ? std::max(value[cell], mean) / amount[cell] : mean);
  }
  weights.push_back(
      problem.preference ? mean / std::max(1.0, std::abs(static_cast<double>(problem.preference->least_value))) * 100 : 0);
  return weights;
}

Annealed anneal(const Cells& cells, const Choice& start, const AnnealOptions& options) {
  return Annealing(cells, start, options).run();
}

void climb(State& state, const Cells& cells) {
  for (bool has_improved = true; has_improved;) {
    has_improved = false;
    for (std::size_t item = 0; item < cells.candidates.size(); ++item) {
      for (const std::int32_t column : cells.candidates[item]) {
        if (column == state.choice()[item]) continue;
        const std::array<Move, 1> move{{{item, column}}};
        const Totals& next = state.look(move);
        if (next.exceeded > 0 || state.objective_of(next) <= state.objective()) continue;
        state.make();
        has_improved = true;
      }
    }
  }
}

}  // namespace koers::optimise
