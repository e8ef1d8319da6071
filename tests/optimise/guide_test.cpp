// SPDX-License-Identifier: EUPL-1.2
#include "optimise/guide.h"

#include <gtest/gtest.h>

#include "optimise/search.h"

namespace koers::optimise {
namespace {

/// Money for 100; an item that is worth it, one that is half in, one that never is. The first may also be done in a dear way.
Portfolio three_items() {
  Portfolio out;
  out.sources.push_back({"own means", {100}, false, 0, 0, {false, 0}});
  const auto add = [&](std::size_t item, const char* option, Value value, Cents cost) {
    out.columns.push_back({item, option, 0, 1, true, value, 0, {{0, 0, cost}}, {}});
  };
  for (const char* id : {"sure", "half", "never"}) out.items.push_back({id, false});
  add(0, "dear", 1000, 90);
  add(0, "base", 900, 50);
  add(1, "base", 600, 100);  // 6 a cent: the price of money
  add(2, "base", 100, 100);
  return out;
}

Guide guide_of(const Portfolio& problem) {
  const Cells cells = cells_of(problem);
  const LinearModel model = linear_model(cells);
  return guide(cells, model, relax(model));
}

TEST(Guide, PutsTheColumnOfMostWorthAtThePricesOfRowsFirst) {
  const Guide found = guide_of(three_items());
  EXPECT_EQ(found.columns[0], (std::vector<std::int32_t>{1, 0, kNoColumn})) << "900 − 300, 1000 − 540, nothing";
  EXPECT_EQ(found.columns[2], (std::vector<std::int32_t>{kNoColumn, 3}));
}

TEST(Guide, IsLeastSureOfWhatTheRelaxationDivides) {
  const Guide found = guide_of(three_items());
  EXPECT_NEAR(found.regrets[1], 0, 1e-6);
  EXPECT_GT(found.regrets[0], 1) << "though the row of one column an item has a price of its own";
  EXPECT_GT(found.regrets[2], found.regrets[0]);
}

TEST(Search, ReplacesInItsStartsWhatAnItemMayNotTakeAnyMore) {
  Portfolio problem = three_items();
  problem.sources[0].budget[0] = 300;
  problem.impositions.push_back({Imposed::ban, 0, {0}});
  SearchOptions options;
  options.moves = 0;
  options.neighbourhoods = 0;
  options.start = {0, 2, 3};  // everything, with a form that is banned
  EXPECT_EQ(search(problem, options).choice, (Choice{1, 2, 3}));
  options.other_start = options.start;
  options.start = {kNoColumn, kNoColumn, kNoColumn};
  EXPECT_EQ(search(problem, options).choice, (Choice{1, 2, 3}));
}

}  // namespace
}  // namespace koers::optimise
