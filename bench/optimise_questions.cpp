// SPDX-License-Identifier: EUPL-1.2
#include "optimise_questions.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <vector>

#include "optimise/draws.h"
#include "optimise/repair.h"
#include "optimise/robustness.h"

namespace koers::optimise {
namespace {

using Json = nlohmann::ordered_json;

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double clock_seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

double drawn(std::size_t column, std::uint32_t part) { return unit(draw(1, 9, DrawSite::score, column, part)[0]); }

/// Five criteria of equal likely weight in an order, on which a column scores its own worth more or less; costs may come out a
/// tenth lower to a quarter higher.
Assessment assessment_of(const Portfolio& problem) {
  constexpr std::uint32_t kCriteria = 5;
  Assessment out;
  for (std::uint32_t k = 0; k < kCriteria; ++k) out.criteria.push_back({1.0 / kCriteria, 0.05, 0.6, static_cast<int>(k / 2)});
  for (const Column& column : problem.columns) {
    const double points = static_cast<double>(column.value) / static_cast<double>(kUnitsPerPoint);
    auto& scores = out.scores.emplace_back();
    for (std::uint32_t k = 0; k < kCriteria; ++k) {
      const double likely = points * (0.5 + drawn(column.item, k));
      scores.push_back({likely * 0.8, likely, likely * 1.2});
    }
  }
  out.cost_factors.assign(problem.items.size(), {0.9, 1, 1.25});
  return out;
}

double median(std::vector<double> numbers) {
  std::ranges::sort(numbers);
  return numbers.empty() ? 0 : numbers[numbers.size() / 2];
}

double mean(const std::vector<double>& numbers) {
  double sum = 0;
  for (const double each : numbers) sum += each;
  return numbers.empty() ? 0 : sum / static_cast<double>(numbers.size());
}

}  // namespace

Json measured_draws(const Instance& instance, int draws, int threads) {
  const Assessment assessment = assessment_of(instance.problem);
  RobustnessOptions options;
  options.draws = draws;
  options.threads = threads;
  const double started = processor_seconds();
  const double clock_started = clock_seconds();
  const auto found = robustness(instance.problem, assessment, options);
  const double took = processor_seconds() - started;
  const double clock_took = clock_seconds() - clock_started;
  int borderline = 0;
  for (const ItemStanding& item : found->items) borderline += item.standing == Standing::borderline ? 1 : 0;

  constexpr int kPlain = 5;
  const double plain_started = processor_seconds();
  for (std::uint32_t seed = 1; seed <= kPlain; ++seed) {
    SearchOptions plain;
    plain.seed = seed;
    (void)search(likely(instance.problem, assessment), plain);
  }
  const double plain_each = (processor_seconds() - plain_started) / kPlain;
  return {{"draws", draws},
          {"threads", threads},
          {"clock_seconds", clock_took},
          {"seconds_per_draw", took / draws},
          {"seconds_per_plain_search", plain_each},
          {"feasible_draws", found->feasible_draws},
          {"noise_floor", found->noise_floor},
          {"borderline", borderline}};
}

Json measured_repairs(const Instance& instance, int presses) {
  SearchOptions plain;
  plain.rounds = 3;
  const Choice before = search(instance.problem, plain).choice;
  std::vector<double> seconds, plain_seconds, changed, shortfall;
  for (int press = 0; press < presses; ++press) {
    const bool must = press % 2 == 0;
    std::vector<std::size_t> open;
    for (std::size_t item = 0; item < before.size(); ++item) {
      if (!instance.problem.items[item].running && (before[item] == kNoColumn) == must) open.push_back(item);
    }
    const std::size_t item = open[below(draw(2, 0, DrawSite::move, static_cast<std::uint64_t>(press))[0], open.size())];
    Portfolio wished = instance.problem;
    wished.impositions.push_back({must ? Imposed::must : Imposed::ban, item, {}});
    RepairOptions options;
    double started = processor_seconds();
    const Repair repaired = repair(wished, before, options);
    seconds.push_back(processor_seconds() - started);
    changed.push_back(static_cast<double>(repaired.changed.size()));
    started = processor_seconds();
    SearchOptions long_search;
    long_search.rounds = 3;
    const Search best = search(wished, long_search);
    plain_seconds.push_back(processor_seconds() - started);
    if (repaired.best && best.verification.is_feasible()) {
      shortfall.push_back(100 *
                          (1 - static_cast<double>(repaired.verification.value) / static_cast<double>(best.verification.value)));
    }
  }
  return {{"presses", presses},
          {"median_seconds", median(seconds)},
          {"worst_seconds", *std::ranges::max_element(seconds)},
          {"plain_median_seconds", median(plain_seconds)},
          {"mean_changed", mean(changed)},
          {"mean_below_plain_percent", mean(shortfall)},
          {"answered", shortfall.size()}};
}

}  // namespace koers::optimise
