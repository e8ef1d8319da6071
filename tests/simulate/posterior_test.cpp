// SPDX-License-Identifier: EUPL-1.2
#include "simulate/posterior.h"

#include <cmath>

#include <gtest/gtest.h>

namespace koers::simulate {
namespace {

/// Ten observations of a normal with deviation 1 had the mean 1.2; before, any mean within ±5 was as likely. So the posterior is
/// normal with mean 1.2 and deviation 1/√10.
TEST(Posterior, OfANormalMeanIsTheOneThatIsKnown) {
  const Box box{{-5, 5}};
  const std::vector<Target> targets{{1.2, std::sqrt(0.1)}};
  std::vector<Point> draws = latin_hypercube(4000, 1, {1, 0});
  for (Point& each : draws) each = into_box(box, each);
  const Posterior found = posterior_of(box, draws, with_errors(draws, targets, {2, 0}), targets, 0.2);
  EXPECT_EQ(found.draws.size(), 800U);
  double mean = 0;
  double squares = 0;
  for (std::size_t i = 0; i < found.draws.size(); ++i) {
    mean += found.weights[i] * found.draws[i][0];
    squares += found.weights[i] * found.draws[i][0] * found.draws[i][0];
  }
  EXPECT_NEAR(mean, 1.2, 0.04);
  EXPECT_NEAR(std::sqrt(squares - mean * mean), 0.316, 0.03);
  EXPECT_NEAR(found.intervals[0].low, 1.2 - 1.645 * 0.316, 0.08);
  EXPECT_NEAR(found.intervals[0].middle, 1.2, 0.05);
  EXPECT_NEAR(found.intervals[0].high, 1.2 + 1.645 * 0.316, 0.08);
}

TEST(Posterior, RegressionNarrowsWhatRejectionAloneLeavesWide) {
  const Box box{{-5, 5}};
  const std::vector<Target> targets{{1.2, std::sqrt(0.1)}};
  std::vector<Point> draws = latin_hypercube(2000, 1, {1, 0});
  for (Point& each : draws) each = into_box(box, each);
  const Posterior all = posterior_of(box, draws, with_errors(draws, targets, {2, 0}), targets, 0.5);
  // Half of the draws lie within ±2.5 of the target; unadjusted the interval would be as wide as that.
  EXPECT_LT(all.intervals[0].high - all.intervals[0].low, 2);
  EXPECT_NEAR(all.intervals[0].middle, 1.2, 0.2);
}

TEST(Posterior, OfAParameterThatDoesNothingIsItsRange) {
  const Box box{{0, 1}, {2, 4}};
  const std::vector<Target> targets{{0.5, 0.05}};
  std::vector<Point> draws = latin_hypercube(3000, 2, {3, 0});
  std::vector<Point> moments;
  for (Point& each : draws) {
    moments.push_back({each[0]});
    each = into_box(box, each);
  }
  const Posterior found = posterior_of(box, draws, with_errors(moments, targets, {4, 0}), targets, 0.3);
  EXPECT_NEAR(found.intervals[1].low, 2.1, 0.1);
  EXPECT_NEAR(found.intervals[1].high, 3.9, 0.1);
  EXPECT_LT(found.intervals[0].high - found.intervals[0].low, 0.25);
  for (const Point& each : found.draws) {
    EXPECT_GE(each[1], 2);
    EXPECT_LE(each[1], 4);
  }
}

TEST(WithErrors, AddsNormalErrorsOfTheTargets) {
  const std::vector<Target> targets{{0, 2}, {0, 0.5}};
  const auto noisy = with_errors(std::vector<Point>(20'000, Point{1, -1}), targets, {6, 0});
  for (std::size_t m = 0; m < 2; ++m) {
    double mean = 0;
    double squares = 0;
    for (const Point& each : noisy) {
      mean += each[m] / 20'000;
      squares += each[m] * each[m] / 20'000;
    }
    EXPECT_NEAR(mean, m == 0 ? 1 : -1, 0.03 * targets[m].error);
    EXPECT_NEAR(std::sqrt(squares - mean * mean), targets[m].error, 0.02 * targets[m].error);
  }
}

TEST(WeightedQuantile, CountsWeightsNotValues) {
  EXPECT_EQ(weighted_quantile({3, 1, 2}, {0.1, 0.2, 0.7}, 0.5), 2);
  EXPECT_EQ(weighted_quantile({3, 1, 2}, {0.1, 0.2, 0.7}, 0.05), 1);
  EXPECT_EQ(weighted_quantile({3, 1, 2}, {0.1, 0.2, 0.7}, 1.0), 3);
}

}  // namespace
}  // namespace koers::simulate
