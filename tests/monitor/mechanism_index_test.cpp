// SPDX-License-Identifier: EUPL-1.2
#include "monitor/mechanism_index.h"

#include <gtest/gtest.h>

namespace koers::monitor {
namespace {

const std::vector<double> kWeights{0.5, 0.3, 0.2};

TEST(MechanismIndex, IsTheWeightedMeanOfTheScores) {
  EXPECT_DOUBLE_EQ(*weighted_score({1.0, -1.0, 2.0}, kWeights, 0.6), 0.5 - 0.3 + 0.4);
}

TEST(MechanismIndex, SharesTheWeightOfWhatIsMissing) {
  EXPECT_DOUBLE_EQ(*weighted_score({1.0, -1.0, std::nullopt}, kWeights, 0.6), (0.5 - 0.3) / 0.8);
}

TEST(MechanismIndex, IsNoneWhereTooLittleWeightHasAScore) {
  EXPECT_FALSE(weighted_score({1.0, std::nullopt, std::nullopt}, kWeights, 0.6));
  EXPECT_TRUE(weighted_score({std::nullopt, 1.0, 1.0}, kWeights, 0.5));
}

TEST(MechanismIndex, GivesNoPlaceToAnAreaWithoutAScore) {
  const auto out = mechanism_index({{1.0, 1.0, 1.0}, {std::nullopt, std::nullopt, 3.0}, {0.0, 0.0, 0.0}}, kWeights);
  ASSERT_TRUE(out[0] && out[2]);
  EXPECT_FALSE(out[1]);
  EXPECT_EQ(out[0]->rank.value, 1);
  EXPECT_EQ(out[2]->rank.value, 2);
}

TEST(MechanismIndex, LeavesNoRoomWhenAllScoresOfAnAreaAreTheSame) {
  const auto out = mechanism_index({{1.0, 1.0, 1.0}, {-1.0, -1.0, -1.0}}, kWeights);
  EXPECT_NEAR(out[0]->index.lower, 1, 1e-12);
  EXPECT_NEAR(out[0]->index.upper, 1, 1e-12);
  EXPECT_EQ(out[0]->rank.upper, 1);
  EXPECT_EQ(out[1]->rank.lower, 2);
}

TEST(MechanismIndex, SaysWhenTheOrderHangsOnTheWeights) {
  const auto out = mechanism_index({{2.0, -2.0}, {-2.0, 2.0}}, std::vector<double>{0.5, 0.5});
  for (const auto& area : out) {
    EXPECT_EQ(area->rank.lower, 1);
    EXPECT_EQ(area->rank.upper, 2);
    EXPECT_LT(area->index.lower, 0);
    EXPECT_GT(area->index.upper, 0);
  }
}

TEST(MechanismIndex, IsTheSameEachTime) {
  const std::vector<Scores> areas{{1.0, 0.2, -0.4}, {0.1, 0.3, 0.9}};
  const auto one = mechanism_index(areas, kWeights);
  const auto other = mechanism_index(areas, kWeights);
  EXPECT_EQ(one[0]->index.lower, other[0]->index.lower);
  EXPECT_EQ(one[1]->rank.upper, other[1]->rank.upper);
}

}  // namespace
}  // namespace koers::monitor
