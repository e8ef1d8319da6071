// SPDX-License-Identifier: EUPL-1.2
#include "optimise/robustness.h"

#include <algorithm>
#include <cmath>

#include "base/parallel.h"
#include "optimise/draws.h"

namespace koers::optimise {
namespace {

/// The inverse of the triangular distribution.
double triangular(const Estimate& estimate, double u) {
  const double range = estimate.high - estimate.low;
  if (!(range > 0)) return estimate.likely;
  const double left = (estimate.likely - estimate.low) / range;
  if (u < left) return estimate.low + range * std::sqrt(u * left);
  return estimate.high - range * std::sqrt((1 - u) * (1 - left));
}

class Draws {
 public:
  Draws(const Portfolio& problem, const Assessment& assessment, std::uint32_t seed)
      : problem_(problem), assessment_(assessment), seed_(seed) {}

  /// The problem in draw `number`.
  [[nodiscard]] Portfolio problem(std::uint64_t number, const std::vector<double>& weights) const {
    Portfolio out = problem_;
    for (std::size_t c = 0; c < out.columns.size(); ++c) {
      Column& column = out.columns[c];
      double points = 0;
      for (std::uint32_t k = 0; k < weights.size(); ++k) {
        const auto part = static_cast<std::uint32_t>(column.item * weights.size()) + k;
        points += weights[k] * triangular(assessment_.scores[c][k], unit(draw(seed_, 0, DrawSite::score, number, part)[0]));
      }
      column.value = units(points);
      if (!assessment_.cost_factors.empty()) scale_costs(column, number);
    }
    return out;
  }

  static Value units(double points) { return static_cast<Value>(std::llround(points * static_cast<double>(kUnitsPerPoint))); }

 private:
  void scale_costs(Column& column, std::uint64_t number) const {
    const double u = unit(draw(seed_, 0, DrawSite::cost, number, static_cast<std::uint32_t>(column.item))[0]);
    const double factor = triangular(assessment_.cost_factors[column.item], u);
    for (MoneyUse& use : column.money) use.amount = std::llround(static_cast<double>(use.amount) * factor);
  }

  const Portfolio& problem_;
  const Assessment& assessment_;
  std::uint32_t seed_;
};

std::vector<char> active_items(const Portfolio& problem, const Choice& choice) {
  std::vector<char> out;
  for (const std::int32_t column : choice) {
    out.push_back(column != kNoColumn && problem.columns[static_cast<std::size_t>(column)].active ? 1 : 0);
  }
  return out;
}

/// Of each solved problem the active items; nothing where no feasible choice was found.
using Answers = std::vector<std::vector<char>>;

int count(const Answers& answers, std::size_t item) {
  return static_cast<int>(std::ranges::count_if(answers, [&](const auto& each) { return !each.empty() && each[item] != 0; }));
}

/// Part of the draws that were solved twice about which the answers differ.
double disagreement(const Answers& answers, const Answers& repeats, std::size_t item) {
  int both = 0;
  int different = 0;
  for (std::size_t i = 0; i < repeats.size(); ++i) {
    if (answers[i].empty() || repeats[i].empty()) continue;
    ++both;
    different += answers[i][item] != repeats[i][item] ? 1 : 0;
  }
  return static_cast<double>(different) / std::max(1, both);
}

std::vector<char> solved(const Portfolio& problem, const SearchOptions& options) {
  const Search found = search(problem, options);
  return found.verification.is_feasible() ? active_items(problem, found.choice) : std::vector<char>();
}

void stand(const RobustnessOptions& options, Robustness& out) {
  const double margin = std::max(options.margin, out.noise_floor);
  for (ItemStanding& item : out.items) {
    if (item.acceptability >= 1 - margin) item.standing = Standing::core;
    if (item.acceptability <= margin) item.standing = Standing::exterior;
  }
}

}  // namespace

Portfolio likely(const Portfolio& problem, const Assessment& assessment) {
  Portfolio out = problem;
  for (std::size_t c = 0; c < out.columns.size(); ++c) {
    double points = 0;
    for (std::size_t k = 0; k < assessment.criteria.size(); ++k) {
      points += assessment.criteria[k].weight * assessment.scores[c][k].likely;
    }
    out.columns[c].value = Draws::units(points);
  }
  return out;
}

Result<Robustness> robustness(const Portfolio& problem, const Assessment& assessment, const RobustnessOptions& options) {
  const auto draws = static_cast<std::size_t>(options.draws);
  std::vector<std::vector<double>> weights;
  for (std::size_t i = 0; i < draws; ++i) {
    auto drawn = drawn_weights(assessment.criteria, options.search.seed, i);
    if (!drawn) return std::unexpected(drawn.error());
    weights.push_back(std::move(*drawn));
  }
  const Draws drawer(problem, assessment, options.search.seed);
  Answers answers(draws);
  Answers repeats(std::min(draws, static_cast<std::size_t>(options.repeated_draws)));
  for_each_index(draws + repeats.size(), options.threads, [&](std::size_t i) {
    SearchOptions one = options.search;
    one.threads = 1;
    const std::size_t number = i < draws ? i : i - draws;
    if (i >= draws) one.seed += static_cast<std::uint32_t>(number + 1);
    (i < draws ? answers : repeats)[number] = solved(drawer.problem(number, weights[number]), one);
  });
  Robustness out;
  out.items.resize(problem.items.size());
  out.feasible_draws = static_cast<int>(std::ranges::count_if(answers, [](const auto& each) { return !each.empty(); }));
  for (std::size_t item = 0; item < out.items.size(); ++item) {
    out.items[item].acceptability = out.feasible_draws > 0 ? static_cast<double>(count(answers, item)) / out.feasible_draws : 0;
    out.items[item].noise = disagreement(answers, repeats, item);
    out.noise_floor += out.items[item].noise / static_cast<double>(out.items.size());
  }
  stand(options, out);
  return out;
}

}  // namespace koers::optimise
