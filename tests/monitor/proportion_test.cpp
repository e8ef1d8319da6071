// SPDX-License-Identifier: EUPL-1.2
#include "monitor/proportion.h"

#include <gtest/gtest.h>

namespace koers::monitor {
namespace {

constexpr double kNinetyFivePercent = 1.959963984540054;

// Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, 1998, table I, method 3.
TEST(WilsonInterval, GivesThePublishedBoundsOfNewcombe) {
  struct Row {
    int successes;
    int count;
    double lower;
    double upper;
  };
  for (const Row& row :
       {Row{81, 263, 0.2553, 0.3662}, Row{15, 148, 0.0624, 0.1605}, Row{0, 20, 0, 0.1611}, Row{1, 29, 0.0061, 0.1718}}) {
    const Interval found = wilson_interval(row.successes, row.count, kNinetyFivePercent);
    EXPECT_NEAR(found.lower, row.lower, 5e-5) << row.successes << " of " << row.count;
    EXPECT_NEAR(found.upper, row.upper, 5e-5) << row.successes << " of " << row.count;
  }
}

TEST(WilsonInterval, HoldsTheShareAndIsTheMirrorOfThatOfTheFailures) {
  for (int hits = 0; hits <= 7; ++hits) {
    const Interval of_hits = wilson_interval(hits, 7);
    const Interval of_misses = wilson_interval(7 - hits, 7);
    EXPECT_LE(of_hits.lower, of_hits.value);
    EXPECT_GE(of_hits.upper, of_hits.value);
    EXPECT_NEAR(of_hits.lower, 1 - of_misses.upper, 1e-12);
  }
}

TEST(WilsonInterval, ReachesTheEndsOnlyWhereNoneOrAllSucceed) {
  EXPECT_EQ(wilson_interval(0, 3).lower, 0);
  EXPECT_GT(wilson_interval(1, 3).lower, 0);
  EXPECT_EQ(wilson_interval(3, 3).upper, 1);
  EXPECT_LT(wilson_interval(3, 3).lower, 1);
}

}  // namespace
}  // namespace koers::monitor
