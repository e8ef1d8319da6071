// SPDX-License-Identifier: EUPL-1.2
#include "optimise/repair.h"

#include <gtest/gtest.h>

#include "optimise/brute_force.h"
#include "optimise/drawn_agenda.h"
#include "optimise/drawn_portfolio.h"

namespace koers::optimise {
namespace {

RepairOptions quick(double tolerance) {
  RepairOptions options;
  options.tolerance = tolerance;
  options.search.moves = 4'000;
  options.search.neighbourhoods = 1;
  return options;
}

TEST(Repair, ChangesNothingWhenTheDataDoNot) {
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    const Portfolio problem = drawn_portfolio(seed);
    const auto best = best_of_all(problem);
    if (!best) continue;
    const Repair repaired = repair(problem, best->choice, quick(0));
    EXPECT_TRUE(repaired.changed.empty()) << "seed " << seed;
    EXPECT_EQ(repaired.best, best->objective);
  }
}

/// The least change of all choices that lose little enough.
int least_change(const Portfolio& problem, const Choice& before, Value least) {
  int out = static_cast<int>(before.size()) + 1;
  for (const Choice& choice : all_choices(problem)) {
    const Judgement judged = judge(problem, choice);
    if (!judged.is_feasible || judged.value < least) continue;
    int changes = 0;
    for (std::size_t item = 0; item < before.size(); ++item) changes += choice[item] == before[item] ? 0 : 1;
    out = std::min(out, changes);
  }
  return out;
}

TEST(Repair, ChangesAsLittleAsAnyChoiceThatLosesNoMoreThanAllowed) {
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    const Portfolio problem = drawn_portfolio(seed);
    const auto before = best_of_all(problem);
    if (!before) continue;
    Portfolio changed = problem;
    for (Source& source : changed.sources) source.budget[1] = source.budget[1] * 7 / 10;
    const auto best = best_of_all(changed);
    if (!best || best->objective <= 0) continue;
    const Repair repaired = repair(changed, before->choice, quick(0.1));
    EXPECT_EQ(repaired.best, best->objective) << "seed " << seed;
    EXPECT_GE(repaired.verification.value * 10, best->objective * 9) << "seed " << seed;
    EXPECT_EQ(static_cast<int>(repaired.changed.size()),
              least_change(changed, before->choice, best->objective - best->objective / 10))
        << "seed " << seed;
  }
}

TEST(Repair, GivesWayToAWishAndKeepsTheRestOfALargeAgenda) {
  Portfolio problem = drawn_agenda({2, 70, 10, true});
  SearchOptions options;
  options.moves = 50'000;
  const Choice before = search(problem, options).choice;
  std::size_t item = 0;
  while (problem.items[item].running || before[item] != kNoColumn) ++item;
  problem.impositions.push_back({Imposed::must, item, {}});
  RepairOptions repair_options;
  repair_options.tolerance = 0.02;
  repair_options.search.moves = 20'000;
  const Repair repaired = repair(problem, before, repair_options);
  EXPECT_TRUE(repaired.verification.is_feasible());
  EXPECT_NE(repaired.choice[item], kNoColumn);
  EXPECT_LT(repaired.changed.size(), 15U) << "of 70";
}

}  // namespace
}  // namespace koers::optimise
