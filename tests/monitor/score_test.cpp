// SPDX-License-Identifier: EUPL-1.2
#include "monitor/score.h"

#include <gtest/gtest.h>

namespace koers::monitor {
namespace {

TEST(Score, CountsStandardDeviationsSoThatMoreIsBetter) {
  EXPECT_DOUBLE_EQ(*score(12, 10, 2, Sense::more_is_better), 1);
  EXPECT_DOUBLE_EQ(*score(12, 10, 2, Sense::less_is_better), -1);
}

TEST(Score, IsNoneWhereNeitherIsBetterOrNothingVaries) {
  EXPECT_FALSE(score(12, 10, 2, Sense::neither));
  EXPECT_FALSE(score(12, 10, 0, Sense::more_is_better));
}

TEST(Band, HasItsBordersAtHalfAndOneAndAHalf) {
  EXPECT_EQ(band_of(-1.6), ScoreBand::far_below);
  EXPECT_EQ(band_of(-1.5), ScoreBand::below);
  EXPECT_EQ(band_of(-0.5), ScoreBand::around);
  EXPECT_EQ(band_of(0.5), ScoreBand::around);
  EXPECT_EQ(band_of(0.6), ScoreBand::above);
  EXPECT_EQ(band_of(1.6), ScoreBand::far_above);
}

TEST(Index, IsAHundredInTheBaseYear) {
  EXPECT_DOUBLE_EQ(*index_of(40, 40), 100);
  EXPECT_DOUBLE_EQ(*index_of(50, 40), 125);
  EXPECT_FALSE(index_of(50, 0));
}

}  // namespace
}  // namespace koers::monitor
