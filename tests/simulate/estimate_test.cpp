// SPDX-License-Identifier: EUPL-1.2
#include "simulate/estimate.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace koers::simulate {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

TEST(Estimate, OfOneValueHasNoInterval) {
  const Estimate one = estimate_of({7, kNone});
  EXPECT_EQ(one.mean, 7);
  EXPECT_TRUE(std::isnan(one.low) && std::isnan(one.high));
  EXPECT_TRUE(std::isnan(estimate_of({}).mean));
}

TEST(Estimate, OfAFewIsThePredictionIntervalOfANormal) {
  // Mean 3, s = √2.5, t(0.95; 4) = 2.131847: 3 ± 2.131847·√2.5·√1.2.
  const Estimate few = estimate_of({5, 1, 4, 2, 3});
  EXPECT_EQ(few.mean, 3);
  EXPECT_NEAR(few.high - 3, 2.131847 * std::sqrt(2.5 * 1.2), 1e-5);
  EXPECT_NEAR(few.low + few.high, 6, 1e-12);
  // Two are very little: t(0.95; 1) = 6.313752.
  EXPECT_NEAR(estimate_of({0, 2}).high - 1, 6.313752 * std::sqrt(2 * 1.5), 1e-5);
}

TEST(Estimate, OfManyIsTheirOwnPercentiles) {
  std::vector<double> values;
  for (int i = 0; i <= 100; ++i) values.push_back(i * i);
  const Estimate many = estimate_of(values);
  EXPECT_EQ(many.low, 25);
  EXPECT_EQ(many.high, 95 * 95);
}

TEST(Estimate, OfEqualValuesIsExactlyThat) {
  const Estimate same = estimate_of({0.1, 0.1, 0.1});
  EXPECT_EQ(same.mean, 0.1);
  EXPECT_EQ(same.low, 0.1);
  EXPECT_EQ(same.high, 0.1);
}

TEST(Estimate, IsMadeOfANumberOfEachThing) {
  EXPECT_EQ(estimate_over(std::vector<int>{1, 1}, [](int thing) { return 2.0 * thing; }).mean, 2);
}

}  // namespace
}  // namespace koers::simulate
