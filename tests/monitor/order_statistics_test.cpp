// SPDX-License-Identifier: EUPL-1.2
#include "monitor/order_statistics.h"

#include <gtest/gtest.h>

namespace koers::monitor {
namespace {

// quantile(c(1, 3, 4, 10), c(0, .1, .25, .5, 1)) in R: 1.0 1.6 2.5 3.5 10.0
TEST(Quantile, IsThatOfR) {
  const std::vector<double> values{10, 1, 4, 3};
  EXPECT_DOUBLE_EQ(quantile(values, 0), 1);
  EXPECT_DOUBLE_EQ(quantile(values, 0.1), 1.6);
  EXPECT_DOUBLE_EQ(quantile(values, 0.25), 2.5);
  EXPECT_DOUBLE_EQ(median(values), 3.5);
  EXPECT_DOUBLE_EQ(quantile(values, 1), 10);
}

TEST(Quantile, OfOneValueIsThatValue) { EXPECT_EQ(quantile({3}, 0.9), 3); }

TEST(CentralInterval, HoldsTheMiddleOfTheDraws) {
  std::vector<double> draws;
  for (int i = 0; i <= 100; ++i) draws.push_back(i);
  const Interval interval = central_interval(50, draws);
  EXPECT_DOUBLE_EQ(interval.lower, 5);
  EXPECT_DOUBLE_EQ(interval.upper, 95);
}

}  // namespace
}  // namespace koers::monitor
