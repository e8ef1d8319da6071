// SPDX-License-Identifier: EUPL-1.2
#include "optimise/bound.h"

#include <gtest/gtest.h>

#include "optimise/brute_force.h"
#include "optimise/drawn_agenda.h"
#include "optimise/drawn_portfolio.h"
#include "optimise/search.h"

namespace koers::optimise {
namespace {

TEST(Bound, IsNeverBelowTheBestOfAllChoices) {
  for (std::uint32_t seed = 1; seed <= 100; ++seed) {
    const Portfolio problem = drawn_portfolio(seed);
    const auto best = best_of_all(problem);
    const Bound relaxed = upper_bound(problem, {0, 0, 1, std::nullopt});
    const Bound tree = upper_bound(problem, {10'000, 0, 1, std::nullopt});
    if (!best) {
      EXPECT_FALSE(tree.is_possible) << "seed " << seed << ": a whole tree finds out";
      continue;
    }
    ASSERT_TRUE(relaxed.is_possible && tree.is_possible) << "seed " << seed;
    EXPECT_GE(relaxed.objective, best->objective) << "seed " << seed;
    EXPECT_EQ(tree.objective, best->objective) << "seed " << seed << ": a whole tree knows the best";
    EXPECT_GE(relaxed.objective, tree.objective) << "seed " << seed;
  }
}

TEST(Bound, HoldsForAPreferenceToo) {
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    const Portfolio problem = drawn_portfolio(seed);
    const auto best = best_of_all(problem);
    if (!best) continue;
    const Portfolio second = with_preference(problem, seed, best->objective * 8 / 10);
    const Bound tree = upper_bound(second, {10'000, 0, 1, std::nullopt});
    ASSERT_TRUE(tree.is_possible) << "seed " << seed;
    EXPECT_EQ(tree.objective, best_of_all(second)->objective) << "seed " << seed;
  }
}

TEST(Bound, StaysAboveWhatIsFoundInAgendasOfEverySize) {
  for (const int items : {20, 70}) {
    for (const bool elastic : {false, true}) {
      const Portfolio problem = drawn_agenda({static_cast<std::uint32_t>(items), items, 10, elastic});
      SearchOptions options;
      options.moves = 20'000;
      options.neighbourhoods = 1;
      const Search found = search(problem, options);
      const Bound bound = upper_bound(problem, {0, 0, 1, std::nullopt});
      ASSERT_TRUE(bound.is_possible);
      if (found.verification.is_feasible()) {
        EXPECT_GE(bound.objective, found.verification.value);
      }
    }
  }
}

TEST(Bound, IsSharpenedByATree) {
  const Portfolio problem = drawn_knapsack(1, 40, 5, 0.5);
  const Bound relaxed = upper_bound(problem, {0, 0, 1, std::nullopt});
  const Bound tree = upper_bound(problem, {100'000, 0, 1, std::nullopt});
  EXPECT_LT(tree.objective, relaxed.objective);
  ASSERT_TRUE(tree.better);
  EXPECT_EQ(verify(problem, *tree.better).value, tree.objective);
}

TEST(Bound, RefusesAChoiceThatWouldBeWorthMore) {
  const Portfolio problem = drawn_knapsack(1, 20, 2, 0.5);
  EXPECT_THROW((void)upper_bound(problem, {0, 0, 1, 1'000'000}), std::logic_error);
}

TEST(Gap, IsAShareOfWhatWasFound) {
  EXPECT_EQ(gap(100, 103), 0.03);
  EXPECT_EQ(gap(-100, -97), 0.03);
  EXPECT_EQ(gap(0, 0), 0);
  EXPECT_EQ(gap(0, 5), std::nullopt);
}

}  // namespace
}  // namespace koers::optimise
