// SPDX-License-Identifier: EUPL-1.2
#include "optimise/overruns.h"

#include <gtest/gtest.h>

namespace koers::optimise {
namespace {

constexpr Cents kPerFte = 1'000;

/// Two items that must be in, of which the budget holds one; a team for neither.
Portfolio too_much() {
  Portfolio out;
  out.sources.push_back({"own means", {100}, false, 0, 0, {false, 0}});
  out.teams.push_back({"builders", {50}, 0, 0, {false, 0}});
  for (const Cents cost : {80, 60}) {
    out.columns.push_back({out.items.size(), "base", 0, 1, true, 9, cost, {{0, 0, cost}}, {{0, 0, 30}}});
    out.impositions.push_back({Imposed::must, out.items.size(), {}});
    out.items.push_back({std::to_string(cost), false});
  }
  return out;
}

TEST(SmallestOverruns, AreWhatMustsAskBeyondMoneyAndPeople) {
  const auto found = smallest_overruns(too_much(), kPerFte, {});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->overruns, (std::vector<Excess>{{RowKind::money, 0, 0, 40}, {RowKind::people, 0, 0, 10}}));
}

TEST(SmallestOverruns, LetTheTempoGiveWayOnlyWhenNothingKeepsIt) {
  Portfolio problem = too_much();
  problem.shift_limit = 150;
  EXPECT_EQ(smallest_overruns(problem, kPerFte, {})->overruns.size(), 2U) << "140 is moved";
  problem.shift_limit = 100;
  const auto found = smallest_overruns(problem, kPerFte, {});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->overruns.back(), (Excess{RowKind::shift, 0, 0, 40}));
}

TEST(SmallestOverruns, AreNotThereWhenMeansAreNotWhatIsWrong) {
  Portfolio problem = too_much();
  problem.items.push_back({"third", false});
  problem.columns.push_back({2, "base", 0, 1, true, 9, 0, {}, {}});
  problem.conflicts.push_back({"each other", {0, 2}});
  problem.coverages.push_back({"group", {2}, 1, 0});
  EXPECT_FALSE(smallest_overruns(problem, kPerFte, {}));
}

TEST(SmallestOverruns, AreNoneWhereEverythingFits) {
  Portfolio problem = too_much();
  problem.sources[0].budget = {140};
  problem.teams[0].capacity = {60};
  EXPECT_TRUE(smallest_overruns(problem, kPerFte, {})->overruns.empty());
}

}  // namespace
}  // namespace koers::optimise
