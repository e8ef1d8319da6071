// SPDX-License-Identifier: EUPL-1.2
#include "optimise/search.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "optimise/brute_force.h"
#include "optimise/drawn_agenda.h"
#include "optimise/drawn_portfolio.h"
#include "optimise/solve.h"

namespace koers::optimise {
namespace {

SearchOptions quick() {
  SearchOptions options;
  options.moves = 4'000;
  options.restarts = 2;
  options.neighbourhoods = 2;
  return options;
}

TEST(Search, FindsTheBestOfAllChoicesOfSmallProblemsWithEveryKindOfRow) {
  int feasible = 0;
  for (std::uint32_t seed = 1; seed <= 250; ++seed) {
    const Portfolio problem = drawn_portfolio(seed);
    const auto best = best_of_all(problem);
    const Search found = search(problem, quick());
    ASSERT_EQ(found.verification.is_feasible(), best.has_value()) << "seed " << seed;
    if (best) {
      EXPECT_EQ(found.verification.value, best->objective) << "seed " << seed;
    }
    feasible += best ? 1 : 0;
  }
  EXPECT_GT(feasible, 125);
  EXPECT_LT(feasible, 250);
}

TEST(Search, FindsTheMostPreferredChoiceAboveALeastValue) {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    const Portfolio problem = drawn_portfolio(seed);
    const auto best = best_of_all(problem);
    if (!best) continue;
    const Portfolio second = with_preference(problem, seed, best->objective * 9 / 10);
    const auto most_preferred = best_of_all(second);
    ASSERT_TRUE(most_preferred) << "seed " << seed;
    const Search found = search(second, quick());
    ASSERT_TRUE(found.verification.is_feasible()) << "seed " << seed;
    EXPECT_EQ(found.verification.preference, most_preferred->objective) << "seed " << seed;
  }
}

TEST(Search, FindsWithoutASolverWhatItFindsWithOne) {
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    const Portfolio problem = drawn_portfolio(seed);
    const auto best = best_of_all(problem);
    if (!best) continue;
    SearchOptions alone = quick();
    alone.neighbourhoods = 0;
    alone.moves = 20'000;
    EXPECT_EQ(search(problem, alone).verification.value, best->objective) << "seed " << seed;
  }
}

TEST(Search, GivesTheSameChoiceOnOneTwoAndFourThreads) {
  const Portfolio problem = drawn_agenda({3, 60, 10, true});
  SearchOptions options;
  options.moves = 20'000;
  options.rounds = 2;
  options.neighbourhoods = 2;
  options.seed = 7;
  const Search one = search(problem, options);
  for (const int threads : {1, 2, 4}) {
    options.threads = threads;
    const Search again = search(problem, options);
    EXPECT_EQ(again.choice, one.choice) << threads;
    EXPECT_EQ(again.moves, one.moves) << threads;
  }
  options.seed = 8;
  EXPECT_NE(search(problem, options).choice, one.choice) << "another seed searches elsewhere";
}

TEST(Search, GoesOnAsLongAsItIsToldAndNeverGetsWorse) {
  const Portfolio problem = drawn_agenda({5, 40, 10, true});
  SearchOptions options;
  options.moves = 2'000;
  options.neighbourhoods = 1;
  std::vector<std::int64_t> found;
  options.go_on = [&](const Round& last, const Round& next) {
    EXPECT_EQ(next.number, last.number + 1);
    EXPECT_EQ(next.moves, 2 * last.moves);
    found.push_back(last.objective);
    return next.number < 4;
  };
  const Search last = search(problem, options);
  EXPECT_EQ(last.rounds, 4);
  EXPECT_TRUE(std::is_sorted(found.begin(), found.end()));
  EXPECT_GE(last.verification.value, found.back());
  EXPECT_EQ(last.moves, 2'000 * 4 * (1 + 2 + 4 + 8));
}

TEST(Search, BeginsWithTheChoiceThatItIsGiven) {
  const Portfolio problem = drawn_agenda({6, 40, 10, true});
  SearchOptions options;
  options.moves = 50'000;
  const Search good = search(problem, options);
  options.moves = 1;
  options.neighbourhoods = 0;
  options.start = good.choice;
  EXPECT_GE(search(problem, options).verification.value, good.verification.value);
}

TEST(Solve, CallsAChoiceProvedOnlyWhenItIsTheBestOfAll) {
  int proved = 0;
  int impossible = 0;
  for (std::uint32_t seed = 1; seed <= 80; ++seed) {
    const Portfolio problem = drawn_portfolio(seed);
    const auto best = best_of_all(problem);
    SolveOptions options;
    options.search = quick();
    options.search.moves = 50;  // so that the bound is held against poor choices too
    options.search.neighbourhoods = 0;
    options.bound_nodes = seed % 2 == 0 ? 1000 : 0;
    const Solution solution = solve(problem, options);
    if (!best) {
      EXPECT_NE(solution.outcome, Outcome::found) << "seed " << seed;
      impossible += solution.outcome == Outcome::impossible ? 1 : 0;
      continue;
    }
    ASSERT_NE(solution.outcome, Outcome::impossible) << "seed " << seed;
    EXPECT_GE(*solution.bound, best->objective) << "seed " << seed;
    if (solution.is_proved) {
      EXPECT_EQ(solution.objective, best->objective) << "seed " << seed;
    }
    proved += solution.is_proved ? 1 : 0;
  }
  EXPECT_GT(proved, 20);
  EXPECT_GT(impossible, 3);
}

}  // namespace
}  // namespace koers::optimise
