// SPDX-License-Identifier: EUPL-1.2
#include "monitor/trend.h"

#include <cmath>

#include <gtest/gtest.h>

namespace koers::monitor {
namespace {

std::vector<TimedValue> yearly(std::initializer_list<double> values) {
  std::vector<TimedValue> series;
  double year = 2010;
  for (const double value : values) series.push_back({year++, value});
  return series;
}

TEST(Trend, OfALineIsThatLine) {
  const auto trend = trend_of(yearly({1, 3, 5, 7, 9}));
  ASSERT_TRUE(trend);
  EXPECT_DOUBLE_EQ(trend->slope.value, 2);
  EXPECT_DOUBLE_EQ(trend->slope.lower, 2);
  EXPECT_DOUBLE_EQ(trend->slope.upper, 2);
  EXPECT_NEAR(trend->at(2020), 21, 1e-9);
}

TEST(Trend, IsNotMovedByOneWildValue) { EXPECT_DOUBLE_EQ(trend_of(yearly({1, 2, 3, 400, 5, 6, 7}))->slope.value, 1); }

// Slopes of 4, 1, 3, 9: −3, −0.5, 2, 5/3, 4, 6, so the median is (5/3 + 2) / 2.
TEST(Trend, OfAnEvenNumberOfSlopesLiesBetweenTheMiddleTwo) {
  const auto trend = trend_of(yearly({4, 1, 3, 9}));
  EXPECT_DOUBLE_EQ(trend->slope.value, (5.0 / 3 + 2) / 2);
  EXPECT_DOUBLE_EQ(trend->slope.lower, -3);
  EXPECT_DOUBLE_EQ(trend->slope.upper, 6);
}

TEST(Trend, TakesYearsAsTheyCome) {
  const std::vector<TimedValue> series{{2018, 8}, {2002, 0}, {2008, 3}, {2012, 5}, {2014, 6}};
  EXPECT_DOUBLE_EQ(trend_of(series)->slope.value, 0.5);
}

TEST(Trend, NeedsFourMoments) {
  EXPECT_FALSE(trend_of(yearly({1, 2, 3})));
  EXPECT_FALSE(trend_of(std::vector<TimedValue>(5, {2010, 1.0}))) << "all of one year";
}

// Exact: of the 5! = 120 orders one rises all the way and one falls all the way: p = 2/120. In R: cor.test(1:5, c(1, 2, 3, 4, 5),
// method = "kendall")$p.value = 0.01666667
TEST(MannKendall, IsExactForShortSeries) {
  EXPECT_NEAR(mann_kendall(std::vector<double>{1, 2, 3, 4, 5}), 2.0 / 120, 1e-12);
  EXPECT_NEAR(mann_kendall(std::vector<double>{5, 4, 3, 2, 1}), 2.0 / 120, 1e-12);
  EXPECT_NEAR(mann_kendall(std::vector<double>{1, 2, 3, 4}), 2.0 / 24, 1e-12);
  EXPECT_NEAR(mann_kendall(std::vector<double>{2, 1, 3, 4}), 8.0 / 24, 1e-12);  // one falling pair: 1 + 3 of 24, both sides
}

// Kendall's variance n(n − 1)(2n + 5)/18 less that of each tie: values 1 1 2 2 3 3 4 4 5 5 6 6, S = 60, Var = (12·11·29 −
// 6·2·1·9)/18.
TEST(MannKendall, CorrectsForTies) {
  const std::vector<double> values{1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6};
  const double z = 59 / std::sqrt((12.0 * 11 * 29 - 6 * 2 * 9) / 18);
  EXPECT_NEAR(mann_kendall(values), std::erfc(z / std::sqrt(2)), 1e-12);
}

TEST(MannKendall, SeesNothingInAConstant) { EXPECT_DOUBLE_EQ(mann_kendall(std::vector<double>{4, 4, 4, 4, 4}), 1); }

TEST(RelativeTrend, IsThatOfTheDistance) {
  const auto trend = relative_trend(yearly({10, 11, 12, 13, 14}), yearly({10, 12, 14, 16, 18}));
  ASSERT_TRUE(trend);
  EXPECT_DOUBLE_EQ(trend->slope.value, -1) << "it rises, and still loses ground";
}

TEST(RelativeTrend, NeedsYearsInCommon) {
  EXPECT_FALSE(relative_trend(yearly({1, 2, 3, 4, 5}), std::vector<TimedValue>{{1990, 1}, {1991, 2}}));
}

}  // namespace
}  // namespace koers::monitor
