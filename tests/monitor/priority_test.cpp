// SPDX-License-Identifier: EUPL-1.2
#include "monitor/priority.h"

#include <gtest/gtest.h>

namespace koers::monitor {
namespace {

const std::vector<double> kWeights{1, 1};

TEST(ProblemSize, IsPersonsTimesDepthBelowTheNorm) {
  const auto sizes = problem_sizes({{1000, {-1.0, -0.5}}}, kWeights);
  EXPECT_DOUBLE_EQ(sizes[0].by_theme[0], 1000);
  EXPECT_DOUBLE_EQ(sizes[0].by_theme[1], 500);
  EXPECT_DOUBLE_EQ(sizes[0].total, 750);
}

TEST(ProblemSize, IsNoneAboveTheNorm) {
  const auto sizes = problem_sizes({{1000, {0.5, 2.0}}}, kWeights);
  EXPECT_DOUBLE_EQ(sizes[0].total, 0) << "what goes well in one theme makes nothing good in another";
}

TEST(ProblemSize, MovesWithTheNorm) { EXPECT_DOUBLE_EQ(problem_sizes({{100, {0.5, 0.5}}}, kWeights, {1.0})[0].total, 50); }

TEST(ProblemSize, PutsAMediumProblemOfManyBeforeADeepOneOfFew) {
  const auto sizes = problem_sizes({{20'000, {-0.6, -0.6}}, {500, {-3.0, -3.0}}}, kWeights);
  EXPECT_EQ(sizes[0].rank.value, 1);
  EXPECT_EQ(sizes[1].rank.value, 2);
}

TEST(ProblemSize, OfAnAreaWithoutScoresIsUnknown) {
  const auto sizes = problem_sizes({{100, {std::nullopt, std::nullopt}}, {100, {-1.0, -1.0}}}, kWeights);
  EXPECT_EQ(sizes[0].rank.value, 0);
  EXPECT_EQ(sizes[1].rank.value, 1);
}

TEST(ProblemSize, SaysWhenTheOrderHangsOnTheWeights) {
  const auto sizes = problem_sizes({{100, {-2.0, 0.0}}, {100, {0.0, -2.0}}}, kWeights);
  EXPECT_EQ(sizes[0].rank.lower, 1);
  EXPECT_EQ(sizes[0].rank.upper, 2);
}

}  // namespace
}  // namespace koers::monitor
