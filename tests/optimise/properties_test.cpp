// SPDX-License-Identifier: EUPL-1.2
// What must be true of the best value whatever the data, held against small problems of which the search finds the best of all.
#include <algorithm>
#include <numeric>
#include <random>

#include <gtest/gtest.h>

#include "optimise/drawn_portfolio.h"
#include "optimise/search.h"

namespace koers::optimise {
namespace {

constexpr std::uint32_t kSeeds = 60;

std::optional<Value> best_value(const Portfolio& problem) {
  SearchOptions options;
  options.moves = 4'000;
  options.neighbourhoods = 1;
  const Search found = search(problem, options);
  if (!found.verification.is_feasible()) return std::nullopt;
  return found.verification.value;
}

/// No choice is less than any choice.
bool is_at_least(std::optional<Value> value, std::optional<Value> other) { return !other || (value && *value >= *other); }

TEST(BestValue, IsNeverLowerWithMoreBudget) {
  for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
    Portfolio problem = drawn_portfolio(seed);
    const auto before = best_value(problem);
    problem.sources[0].budget[seed % 4] += 50;
    EXPECT_TRUE(is_at_least(best_value(problem), before)) << "seed " << seed;
    for (Team& team : problem.teams) team.capacity[0] += 20;
    EXPECT_TRUE(is_at_least(best_value(problem), before)) << "seed " << seed;
  }
}

TEST(BestValue, IsNeverLowerWithoutAConstraint) {
  for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
    const Portfolio problem = drawn_portfolio(seed);
    const auto before = best_value(problem);
    for (int which = 0; which < 6; ++which) {
      Portfolio freer = problem;
      if (which == 0) freer.shift_limit.reset();
      if (which == 1) freer.orders.clear();
      if (which == 2) freer.conflicts.clear();
      if (which == 3) freer.coverages.clear();
      if (which == 4) freer.impositions.clear();
      if (which == 5) freer.floors.clear();
      EXPECT_TRUE(is_at_least(best_value(freer), before)) << "seed " << seed << ", without " << which;
    }
  }
}

TEST(BestValue, GrowsWithAllValuesAndPrices) {
  for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
    Portfolio problem = drawn_portfolio(seed);
    const auto before = best_value(problem);
    for (Column& column : problem.columns) column.value *= 13;
    for (Pair& pair : problem.pairs) pair.bonus *= 13;
    for (Source& source : problem.sources) source.overrun.price *= 13;
    for (Team& team : problem.teams) {
      team.hire_price *= 13;
      team.overrun.price *= 13;
    }
    const auto after = best_value(problem);
    ASSERT_EQ(before.has_value(), after.has_value()) << "seed " << seed;
    if (before) {
      EXPECT_EQ(*after, 13 * *before) << "seed " << seed;
    }
  }
}

/// The same problem with its items, and so its columns, in another order.
Portfolio permuted(const Portfolio& problem, std::mt19937& random) {
  std::vector<std::size_t> place(problem.items.size());
  std::iota(place.begin(), place.end(), 0U);
  for (std::size_t i = place.size(); i > 1; --i) std::swap(place[i - 1], place[random() % i]);
  Portfolio out = problem;
  for (std::size_t i = 0; i < place.size(); ++i) out.items[place[i]] = problem.items[i];
  for (Column& column : out.columns) column.item = place[column.item];
  for (Order& order : out.orders) order = {place[order.before], place[order.after], order.lag};
  for (Pair& pair : out.pairs) pair = {place[pair.first], place[pair.second], pair.bonus};
  for (Conflict& conflict : out.conflicts) std::ranges::for_each(conflict.items, [&](std::size_t& item) { item = place[item]; });
  for (Coverage& coverage : out.coverages) std::ranges::for_each(coverage.items, [&](std::size_t& item) { item = place[item]; });
  for (Imposition& imposition : out.impositions) imposition.item = place[imposition.item];
  return out;
}

TEST(BestValue, DoesNotDependOnTheOrderOfItems) {
  std::mt19937 random(3);
  for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
    const Portfolio problem = drawn_portfolio(seed);
    EXPECT_EQ(best_value(permuted(problem, random)), best_value(problem)) << "seed " << seed;
  }
}

}  // namespace
}  // namespace koers::optimise
