// SPDX-License-Identifier: EUPL-1.2
#include "optimise/why_not.h"

#include <gtest/gtest.h>

#include "optimise/brute_force.h"
#include "optimise/drawn_portfolio.h"
#include "optimise/quick_search.h"

namespace koers::optimise {
namespace {

void raise(Portfolio& problem, std::size_t item, Value by) {
  for (Column& column : problem.columns) {
    if (column.item == item && column.active) column.value += by;
  }
}

std::optional<Value> best_of_all_with(Portfolio problem, Imposed kind, std::size_t item) {
  problem.impositions.push_back({kind, item, {}});
  const auto best = best_of_all(problem);
  return best ? std::optional(best->objective) : std::nullopt;
}

TEST(WhyNot, HasAThresholdAtWhichTheItemComesInExactly) {
  int tried = 0;
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    Portfolio problem = drawn_portfolio(seed);
    problem.coverages.clear();  // a share of value would move with the worth of the item
    problem.impositions.clear();
    const std::size_t item = seed % problem.items.size();
    const WhyNot why = why_not(problem, item, false, quick());
    EXPECT_EQ(why.with, best_of_all_with(problem, Imposed::must, item)) << "seed " << seed;
    EXPECT_EQ(why.without, best_of_all_with(problem, Imposed::ban, item)) << "seed " << seed;
    if (!why.threshold) continue;
    ++tried;
    for (const Value beyond : {-1, 0, 1}) {
      Portfolio raised = problem;
      raise(raised, item, *why.threshold - why.worth + beyond);
      const auto with = best_of_all_with(raised, Imposed::must, item);
      const auto without = best_of_all_with(raised, Imposed::ban, item);
      EXPECT_EQ(*with - *without, beyond) << "seed " << seed;
      EXPECT_EQ(why_not(raised, item, false, quick()).belongs(), beyond >= 0) << "seed " << seed;
    }
  }
  EXPECT_GT(tried, 15);
}

/// A bridge and a park for 100 in one year, and a school for 70: the two fit together, the school with neither of them.
Portfolio by_hand() {
  Portfolio out;
  out.sources.push_back({"own means", {100}, false, 0, 0, {false, 0}});
  out.teams.push_back({"roads", {100}, 0, 0, {false, 0}});
  out.items = {{"bridge", false}, {"park", false}, {"school", false}};
  out.columns.push_back({0, "base", 0, 1, true, 50, 0, {{0, 0, 60}}, {{0, 0, 40}}});
  out.columns.push_back({1, "base", 0, 1, true, 40, 0, {{0, 0, 40}}, {}});
  out.columns.push_back({2, "base", 0, 1, true, 45, 0, {{0, 0, 70}}, {{0, 0, 64}}});
  return out;
}

TEST(WhyNot, NamesWhatGivesWayAndTheLeastThatWouldBringItIn) {
  const WhyNot why = why_not(by_hand(), 2, true, quick());
  EXPECT_FALSE(why.belongs());
  EXPECT_EQ(why.without, 90);
  EXPECT_EQ(why.with, 45);
  EXPECT_EQ(why.threshold, 90);
  EXPECT_EQ(why.displaced, (std::vector<std::size_t>{0, 1}));
  EXPECT_TRUE(why.brought_in.empty());
  // With 10 more it fits beside the park, 85, still less than 90; with 30 more beside the bridge, if the team has 0.04 fte more.
  // Money alone brings it in only when bridge and park still are all there is without it, which is so.
  EXPECT_TRUE(why.smallest.empty()) << "no row alone is enough";
  Portfolio more_people = by_hand();
  more_people.teams[0].capacity[0] = 104;
  const WhyNot with_people = why_not(more_people, 2, true, quick());
  ASSERT_EQ(with_people.smallest.size(), 1U);
  EXPECT_EQ(with_people.smallest[0].row, RowKind::money);
  EXPECT_GE(with_people.smallest[0].amount, 30);
  EXPECT_LE(with_people.smallest[0].amount, 32) << "to within 1/64 of 70";
}

TEST(WhyNot, SaysOfWhatBelongsThatItDoes) {
  const WhyNot why = why_not(by_hand(), 0, true, quick());
  EXPECT_TRUE(why.belongs());
  EXPECT_TRUE(why.smallest.empty());
  EXPECT_LE(*why.threshold, why.worth);
}

TEST(PricesOfImpositions, AreWhatTheAgendaWouldGainWithoutEach) {
  Portfolio problem = by_hand();
  problem.impositions = {{Imposed::must, 2, {}}, {Imposed::ban, 1, {}}};
  // Both: the school, 45. Without the must: the bridge, 50. Without the ban: still the school alone, for nothing fits beside it.
  EXPECT_EQ(prices_of_impositions(problem, quick()), (std::vector<std::optional<Value>>{5, 0}));
}

}  // namespace
}  // namespace koers::optimise
