// SPDX-License-Identifier: EUPL-1.2
#include "simulate/calibration.h"

#include <atomic>
#include <cmath>

#include <gtest/gtest.h>

namespace koers::simulate {
namespace {

/// Moments that are nearest to 0 at (0.3, −1.2, 7), and never all 0 elsewhere.
Result<Point> bowl(const Point& x) { return Point{x[0] - 0.3, 2 * (x[1] + 1.2), (x[2] - 7) + 0.5 * (x[0] - 0.3)}; }

CalibrationProblem bowl_problem() {
  return {{{-1, 1}, {-3, 3}, {0, 20}}, {0.9, 2, 1}, {{0, 0.1}, {0, 0.5}, {0, 0.2}}, 300, {1, 0}, 1};
}

TEST(Calibration, FindsTheBottomOfABowl) {
  const Calibration found = calibrate(bowl, bowl_problem()).value();
  EXPECT_NEAR(found.estimate[0], 0.3, 0.01);
  EXPECT_NEAR(found.estimate[1], -1.2, 0.02);
  EXPECT_NEAR(found.estimate[2], 7, 0.02);
  EXPECT_LT(found.distance, 0.1);
  EXPECT_GT(found.start_distance, 100);
  EXPECT_LE(found.evaluations, 300U);
}

TEST(Calibration, WeighsMomentsByTheirErrors) {
  // One parameter, two moments that contradict each other: the estimate is their mean by 1/error².
  CalibrationProblem problem{{{0, 10}}, {5}, {{2, 1}, {4, 2}}, 100, {1, 0}, 1};
  const Calibration found = calibrate([](const Point& x) -> Result<Point> { return Point{x[0], x[0]}; }, problem).value();
  EXPECT_NEAR(found.estimate[0], (2 / 1.0 + 4 / 4.0) / (1 / 1.0 + 1 / 4.0), 0.01);
  problem.targets[1].error = 1000;
  EXPECT_NEAR(calibrate([](const Point& x) -> Result<Point> { return Point{x[0], x[0]}; }, problem).value().estimate[0], 2, 0.01);
}

TEST(Calibration, IsNeverWorseThanTheStartAndKeepsInsideTheBox) {
  // Nothing but a needle at the start is good.
  const Point needle{0.4, 0.6};
  const Model model = [&](const Point& x) -> Result<Point> {
    EXPECT_GE(std::min(x[0], x[1]), 0);
    EXPECT_LE(std::max(x[0], x[1]), 1);
    return Point{x == needle ? 0.0 : 50 + x[0]};
  };
  const Calibration found = calibrate(model, {Box(2), needle, {{0, 1}}, 60, {2, 0}, 1}).value();
  EXPECT_EQ(found.estimate, needle);
  EXPECT_EQ(found.distance, 0);
}

TEST(Calibration, IsTheSameOnAnyNumberOfThreadsAndEndsWithTheErrorOfTheModel) {
  CalibrationProblem problem = bowl_problem();
  const Calibration one = calibrate(bowl, problem).value();
  problem.threads = 3;
  EXPECT_EQ(one.estimate, calibrate(bowl, problem).value().estimate);
  std::atomic<int> asked = 0;
  const Model failing = [&](const Point& x) -> Result<Point> {
    if (++asked > 150) return failure(ErrorCode::cancelled, "Enough.");
    return bowl(x);
  };
  EXPECT_EQ(calibrate(failing, problem).error().code, ErrorCode::cancelled);
}

TEST(Distance, CountsAMomentThatIsNoNumberAsTenErrors) { EXPECT_EQ(distance({1, std::nan("")}, {{0, 0.5}, {3, 1}}), 4 + 100); }

TEST(LatinHypercube, HasOnePointInEachPartOfEachCoordinate) {
  const auto points = latin_hypercube(40, 3, {5, 0});
  for (std::size_t d = 0; d < 3; ++d) {
    std::vector<int> hits(40, 0);
    for (const Point& point : points) ++hits[static_cast<std::size_t>(point[d] * 40)];
    EXPECT_EQ(hits, std::vector<int>(40, 1));
  }
}

TEST(SobolPoints, AreEvenlySpread) {
  const auto points = sobol_points(256, 4);
  for (std::size_t d = 0; d < 4; ++d) {
    double sum = 0;
    for (const Point& point : points) {
      sum += point[d];
      EXPECT_GE(point[d], 0);
      EXPECT_LT(point[d], 1);
    }
    EXPECT_NEAR(sum / 256, 0.5, 0.01);
  }
  EXPECT_NE(points[0], Point(4, 0.0));
}

}  // namespace
}  // namespace koers::simulate
