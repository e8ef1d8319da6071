// SPDX-License-Identifier: EUPL-1.2
#include "simulate/transport.h"

#include <gtest/gtest.h>

namespace koers::simulate {
namespace {

using Amounts = std::vector<std::int64_t>;

std::int64_t total_cost(const Amounts& amounts, const std::vector<int>& cost) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < amounts.size(); ++i) sum += amounts[i] * cost[i];
  return sum;
}

// Three sources and four sinks; to go through every plan in steps of ten gives 920 as the least.
TEST(Transport, FindsTheLeastCost) {
  const std::vector<int> cost{4, 6, 8, 8, 6, 8, 6, 7, 5, 7, 6, 8};
  const Amounts amounts = transport(Amounts{40, 60, 50}, Amounts{20, 30, 50, 50}, cost);
  EXPECT_EQ(total_cost(amounts, cost), 920);
}

TEST(Transport, BringsAllAndMeetsAll) {
  const Amounts amounts = transport(Amounts{3, 0, 4}, Amounts{5, 2}, std::vector{1, 5, 0, 0, 2, 1});
  EXPECT_EQ(amounts, (Amounts{3, 0, 0, 0, 2, 2}));
}

TEST(Transport, OfNothingIsNothing) {
  EXPECT_EQ(transport(Amounts{0, 0}, Amounts{0}, std::vector{1, 2}), (Amounts{0, 0}));
  EXPECT_TRUE(transport(Amounts{}, Amounts{}, std::vector<int>{}).empty());
}

}  // namespace
}  // namespace koers::simulate
