// SPDX-License-Identifier: EUPL-1.2
#include "monitor/forecast.h"

#include <cmath>
#include <numbers>

#include <gtest/gtest.h>

namespace koers::monitor {
namespace {

TEST(Forecast, OfALineIsCertain) {
  const std::vector<TimedValue> line{{2010, 1}, {2011, 2}, {2012, 3}, {2013, 4}, {2014, 5}};
  const Interval at_2020 = forecast(*trend_of(line), line, 2020);
  EXPECT_NEAR(at_2020.value, 11, 1e-9);
  EXPECT_NEAR(at_2020.upper - at_2020.lower, 0, 1e-9);
}

TEST(Forecast, KnowsLessOfALaterYear) {
  const std::vector<TimedValue> series{{2010, 1}, {2011, 2.5}, {2012, 2.7}, {2013, 4.4}, {2014, 4.6}, {2015, 6.3}};
  const Trend trend = *trend_of(series);
  const Interval soon = forecast(trend, series, 2016);
  const Interval late = forecast(trend, series, 2040);
  EXPECT_GT(soon.upper - soon.lower, 0);
  EXPECT_GT(late.upper - late.lower, 5 * (soon.upper - soon.lower));
}

TEST(Reach, IsOnCourseOnlyWhenTheWholeIntervalIs) {
  EXPECT_EQ(reach_of({12, 11, 13}, 10, 1), Reach::on_course);
  EXPECT_EQ(reach_of({12, 9, 15}, 10, 1), Reach::uncertain);
  EXPECT_EQ(reach_of({8, 7, 9}, 10, 1), Reach::off_course);
  EXPECT_EQ(reach_of({8, 7, 9}, 10, -1), Reach::on_course);
  EXPECT_EQ(reach_of({12, 11, 13}, 10, -1), Reach::off_course);
}

// Of a standard normal forecast of which the mean comes true: 2φ(0) − 1/√π = (√2 − 1)/√π.
TEST(Crps, OfANormalForecastHasItsClosedForm) {
  EXPECT_NEAR(crps_of_normal(0, 1, 0), (std::sqrt(2) - 1) / std::sqrt(std::numbers::pi), 1e-12);
  EXPECT_NEAR(crps_of_normal(10, 2, 10), 2 * crps_of_normal(0, 1, 0), 1e-12);
  EXPECT_NEAR(crps_of_normal(0, 1e-9, 3), 3, 1e-6) << "certainty is judged by its error";
}

TEST(Crps, OfDrawsIsTheErrorWhenAllAgree) { EXPECT_DOUBLE_EQ(crps_of_draws({5, 5, 5}, 3), 2); }

TEST(Crps, OfManyDrawsIsThatOfTheirDistribution) {
  std::vector<double> draws;  // the quantiles of a uniform distribution on (0, 1); its CRPS at ½ is 1/12
  for (int i = 0; i < 2000; ++i) draws.push_back((i + 0.5) / 2000);
  EXPECT_NEAR(crps_of_draws(draws, 0.5), 1.0 / 12, 1e-4);
}

TEST(Coverage, IsTheShareThatLayWithin) {
  const std::vector<Interval> forecasts{{0, -1, 1}, {0, -1, 1}, {0, -1, 1}, {0, -1, 1}};
  EXPECT_DOUBLE_EQ(coverage(forecasts, std::vector<double>{0, 1, -2, 0.5}), 0.75);
  EXPECT_DOUBLE_EQ(coverage({}, {}), 0);
}

}  // namespace
}  // namespace koers::monitor
