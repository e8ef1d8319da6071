// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "monitor/expectation.h"

namespace koers::monitor {
namespace {

constexpr double kLast = 2020;
const Concern kLessIsBetter{Sense::less_is_better, 0};

/// Six areas of a thousand persons, with ten events in each of three years.
std::vector<AreaCounts> alike() {
  return std::vector<AreaCounts>(6, AreaCounts{0, {{2017, 10, 1000}, {2018, 10, 1000}, {2019, 10, 1000}, {2020, 10, 1000}}});
}

TEST(ExpectCounts, WithoutDifferencesIsPoisson) {
  const auto found = expect_counts(alike(), kLast, kLessIsBetter);
  EXPECT_DOUBLE_EQ(found[0]->expected.value, 10);
  EXPECT_NEAR(found[0]->p_value, 0.5420702855281478, 1e-12) << "P(N >= 10) of a Poisson with mean 10";
  EXPECT_EQ(found[0]->expected.lower, 5);
  EXPECT_EQ(found[0]->expected.upper, 15);
}

// Pasts of 20, 40, 60 and 80 where 50 were expected: mean risk 1, spread 0.2, chance 0.02, so the variance is 0.18, the prior
// Gamma(50/9, 50/9), and of the last area Gamma(50/9 + 80, 50/9 + 50).
TEST(ExpectCounts, AreDrawnTowardsTheDistrict) {
  std::vector<AreaCounts> areas;
  for (const double count : {10.0, 20.0, 30.0, 40.0}) {
    areas.push_back({0, {{2018, count, 1000}, {2019, count, 1000}, {2020, 25, 1000}}});
  }
  const auto found = expect_counts(areas, kLast, kLessIsBetter);
  EXPECT_NEAR(found[3]->expected.value, 25 * (50.0 / 9 + 80) / (50.0 / 9 + 50), 1e-9);
  EXPECT_NEAR(found[0]->expected.value, 25 * (50.0 / 9 + 20) / (50.0 / 9 + 50), 1e-9);
}

// Of twelve areas one half counts 10, 30, 10, 30, … and the other half the reverse: far more than chance, and nothing that stays.
TEST(ExpectCounts, CountsThatAlwaysJumpedMakeAJumpNoNews) {
  std::vector<AreaCounts> restless;
  for (int area = 0; area < 12; ++area) {
    AreaCounts own{area % 3, {}};
    for (int year = 0; year < 9; ++year) own.counts.push_back({2012.0 + year, (area + year) % 2 == 0 ? 30.0 : 10.0, 1000});
    restless.push_back(own);
  }
  auto calm = restless;
  for (auto& area : calm) {
    for (auto& each : area.counts) each.count = 20;
  }
  for (auto* areas : {&restless, &calm}) {
    for (std::size_t i = 0; i < areas->size(); ++i) areas->at(i).counts.back().count = i == 0 ? 35 : 20;
  }
  const auto found = expect_counts(restless, kLast, kLessIsBetter)[0];
  EXPECT_LT(found->probability, 0.95);
  EXPECT_GT(expect_counts(calm, kLast, kLessIsBetter)[0]->probability, 0.99);
  EXPECT_GT(found->expected.upper, 35);
}

TEST(ExpectCounts, MoreThanChanceIsASignalAndFewerIsNot) {
  auto areas = alike();
  areas[2].counts.back().count = 30;
  EXPECT_GT(expect_counts(areas, kLast, kLessIsBetter)[2]->probability, 0.99);
  EXPECT_LT(expect_counts(areas, kLast, {Sense::more_is_better, 0})[2]->probability, 0.01);
  EXPECT_LT(expect_counts(areas, kLast, {Sense::less_is_better, 20})[2]->probability, 0.9) << "less than the step";
}

TEST(ExpectCounts, AYearWithManyInTheWholeCityIsNoNews) {
  auto areas = alike();
  for (auto& area : areas) area.counts.back().count = 40;
  EXPECT_LT(expect_counts(areas, kLast, kLessIsBetter)[0]->probability, 0.6);
}

TEST(ExpectCounts, WhereNothingEverHappenedNothingIsExpected) {
  auto areas = alike();
  for (auto& area : areas) {
    for (auto& each : area.counts) each.count = 0;
  }
  EXPECT_FALSE(expect_counts(areas, kLast, kLessIsBetter)[0]);
  EXPECT_FALSE(expect_counts(alike(), kLast, {Sense::neither, 0})[0]);
  EXPECT_FALSE(expect_counts(std::vector<AreaCounts>(3, alike()[0]), kLast, kLessIsBetter)[0]);
}

}  // namespace
}  // namespace koers::monitor
