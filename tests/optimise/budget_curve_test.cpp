// SPDX-License-Identifier: EUPL-1.2
#include "optimise/budget_curve.h"

#include <gtest/gtest.h>

#include "optimise/brute_force.h"
#include "optimise/drawn_agenda.h"
#include "optimise/drawn_portfolio.h"
#include "optimise/quick_search.h"

namespace koers::optimise {
namespace {

TEST(BudgetCurve, IsTheBestOfAllAtEachBudget) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const Portfolio problem = drawn_portfolio(seed);
    for (const CurvePoint& point : budget_curve(problem, {130, 70, 100}, quick())) {
      Portfolio changed = problem;
      for (Source& source : changed.sources) {
        for (Cents& amount : source.budget) {
          const Cents change = amount * (point.percent - 100);
          amount += change / 100;
        }
      }
      const auto best = best_of_all(changed);
      ASSERT_EQ(point.value.has_value(), best.has_value()) << "seed " << seed << ' ' << point.percent;
      if (best) {
        EXPECT_EQ(*point.value, best->objective) << "seed " << seed << ' ' << point.percent;
      }
    }
  }
}

TEST(BudgetCurve, NeverFallsInAnAgendaTooLargeToTryAll) {
  SearchOptions options = quick();
  options.moves = 20'000;
  const auto curve = budget_curve(drawn_agenda({4, 50, 10, true}), {80, 90, 95, 100, 105, 110, 120}, options);
  ASSERT_EQ(curve.size(), 7U);
  for (std::size_t i = 1; i < curve.size(); ++i) {
    ASSERT_TRUE(curve[i].value);
    EXPECT_GE(*curve[i].value, *curve[i - 1].value) << curve[i].percent;
  }
  EXPECT_GT(*curve.back().value, *curve.front().value);
}

TEST(Marginals, TellWhatMoreOfEachRowBrings) {
  Portfolio problem;
  problem.sources.push_back({"own means", {1000}, false, 0, 0, {false, 0}});
  problem.teams.push_back({"roads", {100}, 0, 0, {false, 0}});
  problem.items = {{"bridge", false}, {"park", false}};
  problem.columns.push_back({0, "base", 0, 1, true, 50, 0, {{0, 0, 1000}}, {{0, 0, 50}}});
  problem.columns.push_back({1, "base", 0, 1, true, 30, 0, {{0, 0, 50}}, {{0, 0, 10}}});
  const auto found = marginals(problem, {0, kNoColumn}, {1, 5}, quick());
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].extra, 10);
  EXPECT_EQ(found[0].gain, 0) << "1 % does not pay for the park";
  EXPECT_EQ(found[1].extra, 50);
  EXPECT_EQ(found[1].gain, 30) << "5 % does";
  EXPECT_EQ(found[2].row, RowKind::people);
  EXPECT_EQ(found[2].gain, 0) << "people are not what is short";
  EXPECT_EQ(found[3].extra, 5);
}

}  // namespace
}  // namespace koers::optimise
