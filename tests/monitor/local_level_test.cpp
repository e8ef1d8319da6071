// SPDX-License-Identifier: EUPL-1.2
#include "monitor/local_level.h"

#include <cmath>

#include <cmath>

#include <gtest/gtest.h>

#include "monitor/draws.h"

namespace koers::monitor {
namespace {

TEST(LevelVariances, OfSteadyChangesAreDriftOnly) {
  const std::vector<Deviations> areas{{1, {{2010, 0}, {2011, 2}, {2012, 4}, {2013, 6}}}};
  const auto found = level_variances(areas);
  EXPECT_DOUBLE_EQ(found.drift, 4);
  EXPECT_DOUBLE_EQ(found.chance, 0);
  EXPECT_EQ(found.changes, 3);
}

TEST(LevelVariances, OfFiguresThatJumpToAndFroAreChanceOnly) {
  const std::vector<Deviations> areas{{1, {{2010, 0}, {2011, 1}, {2012, 0}, {2013, 1}}}};
  const auto found = level_variances(areas);
  EXPECT_DOUBLE_EQ(found.drift, 0);
  EXPECT_DOUBLE_EQ(found.chance, 0.5);
}

// Changes 1 and 0: mean square ½ = drift + 2 × chance, product 0 = −chance.
TEST(LevelVariances, SolveTheTwoMoments) {
  const std::vector<Deviations> areas{{1, {{2010, 0}, {2011, 1}, {2012, 1}}}};
  const auto found = level_variances(areas);
  EXPECT_DOUBLE_EQ(found.chance, 0);
  EXPECT_DOUBLE_EQ(found.drift, 0.5);
}

TEST(LevelVariances, ComeBackFromManyDrawnSeries) {
  std::vector<Deviations> areas;
  for (std::uint32_t area = 0; area < 4000; ++area) {
    Deviations own{area % 2 == 0 ? 0.5 : 1.5, {}};
    double level = 0;
    for (std::uint32_t year = 0; year < 8; ++year) {
      const auto pair = uniform_pair(1, DrawSite::bootstrap, year, area);
      level += 2 * std::sqrt(3.0) * (pair.first - 0.5) * 0.7;  // uniform with standard deviation 0.7
      const double chance = 2 * std::sqrt(3.0) * (pair.second - 0.5) * std::sqrt(own.noise) * 1.1;
      own.values.push_back({2010.0 + year, level + chance});
    }
    areas.push_back(own);
  }
  const auto found = level_variances(areas);
  EXPECT_NEAR(found.drift, 0.49, 0.06);
  EXPECT_NEAR(found.chance, 1.21, 0.06);
}

TEST(LevelVariances, OfSingleFiguresAreUnknown) {
  EXPECT_EQ(level_variances(std::vector<Deviations>{{1, {{2010, 3}}}}).changes, 0);
}

TEST(LevelIn, IsHalfWayBetweenAnEquallyUncertainStartAndFigure) {
  const auto belief = level_in(2010, {1, {{2010, 2}}}, {0, 1}, {0, 1, 1});
  EXPECT_DOUBLE_EQ(belief.mean, 1);
  EXPECT_DOUBLE_EQ(belief.variance, 0.5);
}

TEST(LevelIn, KnowsLessTheLongerNothingWasSeen) {
  const auto belief = level_in(2015, {1, {{2010, 2}}}, {0, 1}, {0.1, 1, 1});
  EXPECT_DOUBLE_EQ(belief.mean, 1);
  EXPECT_DOUBLE_EQ(belief.variance, 1.0);
}

TEST(LevelIn, OfAnAreaThatWasNeverSeenIsTheStart) { EXPECT_DOUBLE_EQ(level_in(2015, {1, {}}, {7, 1}, {0.1, 1, 1}).mean, 7); }

TEST(LevelIn, WithoutAnyDoubtIsTheLastFigure) {
  EXPECT_DOUBLE_EQ(level_in(2011, {1, {{2010, 2}, {2011, 5}}}, {0, 0}, {}).mean, 5);
}

}  // namespace
}  // namespace koers::monitor
