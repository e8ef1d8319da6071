// SPDX-License-Identifier: EUPL-1.2
#include "optimise/pareto.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "optimise/brute_force.h"
#include "optimise/drawn_portfolio.h"
#include "optimise/quick_search.h"

namespace koers::optimise {
namespace {

Pillars drawn_pillars(const Portfolio& problem, std::uint32_t seed) {
  std::mt19937 random(seed);
  Pillars out;
  for (std::size_t c = 0; c < problem.columns.size(); ++c) {
    out.first.push_back(random() % 500);
    out.second.push_back(random() % 500);
  }
  return out;
}

std::vector<FrontPoint> all_points(const Portfolio& problem, const Pillars& pillars) {
  Portfolio first = problem;
  for (std::size_t c = 0; c < first.columns.size(); ++c) first.columns[c].value = pillars.first[c];
  std::vector<FrontPoint> out;
  for (const Choice& choice : all_choices(first)) {
    const Judgement judged = judge(first, choice);
    if (!judged.is_feasible) continue;
    out.push_back({choice, judged.value, 0});
    for (const std::int32_t column : choice)
      out.back().second += column < 0 ? 0 : pillars.second[static_cast<std::size_t>(column)];
  }
  return out;
}

TEST(Front, HasOnlyChoicesThatNoneIsBetterThanOnBothPillars) {
  int compared = 0;
  for (std::uint32_t seed = 1; seed <= 25; ++seed) {
    Portfolio problem = drawn_portfolio(seed);
    problem.coverages.clear();  // shares of value depend on which pillar is asked for
    const Pillars pillars = drawn_pillars(problem, seed);
    const std::vector<FrontPoint> all = all_points(problem, pillars);
    const std::vector<FrontPoint> found = front(problem, pillars, 15, quick());
    ASSERT_EQ(found.empty(), all.empty()) << "seed " << seed;
    for (const FrontPoint& point : found) {
      for (const FrontPoint& other : all) {
        const bool is_better = other.first >= point.first && other.second >= point.second &&
                               (other.first > point.first || other.second > point.second);
        ASSERT_FALSE(is_better) << "seed " << seed << ": " << point.first << ", " << point.second << " beside " << other.first
                                << ", " << other.second;
      }
      ++compared;
    }
    if (found.empty()) continue;
    const auto most_first = std::ranges::max_element(all, {}, &FrontPoint::first);
    EXPECT_EQ(found.back().first, most_first->first) << "seed " << seed;
    for (std::size_t i = 1; i < found.size(); ++i) {
      EXPECT_LT(found[i].second, found[i - 1].second);
      EXPECT_GT(found[i].first, found[i - 1].first);
    }
  }
  EXPECT_GT(compared, 60);
}

/// Three of which one fits: (0, 10), (4, 4), (10, 0). No weighing of the pillars finds the middle one.
TEST(Front, HasPointsInDentsThatWeightedSumsMiss) {
  Portfolio problem;
  problem.sources.push_back({"own means", {1}, false, 0, 0, {false, 0}});
  for (std::size_t i = 0; i < 3; ++i) {
    problem.items.push_back({std::to_string(i), false});
    problem.columns.push_back({i, "base", 0, 1, true, 0, 0, {{0, 0, 1}}, {}});
  }
  const auto found = front(problem, {{0, 4, 10}, {10, 4, 0}}, 15, quick());
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[1].first, 4);
  EXPECT_EQ(found[1].second, 4);
}

}  // namespace
}  // namespace koers::optimise
