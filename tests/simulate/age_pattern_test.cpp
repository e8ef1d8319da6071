// SPDX-License-Identifier: EUPL-1.2
#include "simulate/age_pattern.h"

#include <gtest/gtest.h>

namespace koers::simulate {
namespace {

Rates nobody_dies() {
  Rates out;
  for (ByAge& death : out.death) death.fill(0);
  return out;
}

TEST(AgePattern, InItsOwnYearIsWhatWasCounted) {
  const AgePattern same = age_pattern(kAgePatternYear);
  for (std::size_t i = 0; i < same.size(); ++i) EXPECT_NEAR(same[i], kAgePattern[i], 1e-9) << i;
}

TEST(AgePattern, FiveYearsEarlierEverybodyIsAGroupYounger) {
  const AgePattern then = age_pattern(kAgePatternYear - 5, nobody_dies());
  for (std::size_t sex = 0; sex < 2; ++sex) {
    for (std::size_t group = 0; group <= 16; ++group)
      EXPECT_NEAR(then[sex * kAgeGroups + group], kAgePattern[sex * kAgeGroups + group + 1], 1e-9) << sex << ' ' << group;
  }
}

TEST(AgePattern, FiveYearsLaterEverybodyIsAGroupOlderAndTheYoungestAreAsMany) {
  const AgePattern later = age_pattern(kAgePatternYear + 5, nobody_dies());
  for (std::size_t sex = 0; sex < 2; ++sex) {
    EXPECT_NEAR(later[sex * kAgeGroups], kAgePattern[sex * kAgeGroups], 1e-9);
    for (std::size_t group = 1; group <= 16; ++group)
      EXPECT_NEAR(later[sex * kAgeGroups + group], kAgePattern[sex * kAgeGroups + group - 1], 1e-9) << sex << ' ' << group;
  }
}

TEST(AgePattern, WhoDiedSinceWasThereBefore) {
  const AgePattern then = age_pattern(kAgePatternYear - 5);
  EXPECT_GT(then[14], 1.05 * kAgePattern[15]);  // men of 70–74
  EXPECT_NEAR(then[3], kAgePattern[4], 0.01 * kAgePattern[4]);
}

TEST(AgePattern, OfTheOldestProportionsStay) {
  const AgePattern then = age_pattern(kAgePatternYear - 10);
  for (std::size_t group = 17; group < kAgeGroups; ++group)
    EXPECT_NEAR(then[group] / then[16], kAgePattern[group] / kAgePattern[16], 1e-9);
}

TEST(AgePattern, IsNotMovedFartherThanItsLimit) { EXPECT_EQ(age_pattern(1950), age_pattern(kAgePatternYear - kFarthestPattern)); }

}  // namespace
}  // namespace koers::simulate
