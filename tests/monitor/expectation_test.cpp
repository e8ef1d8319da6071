// SPDX-License-Identifier: EUPL-1.2
#include "monitor/expectation.h"

#include <cmath>

#include <gtest/gtest.h>

#include "monitor/draws.h"

namespace koers::monitor {
namespace {

constexpr double kLast = 2020;
const Concern kLessIsBetter{Sense::less_is_better, 1};

/// Twelve areas in three districts around 20, which rise by one a year and jump about by half.
std::vector<AreaLevels> quiet() {
  std::vector<AreaLevels> areas;
  for (std::uint32_t i = 0; i < 12; ++i) {
    AreaLevels area{static_cast<int>(i / 4), 0, {}};
    for (std::uint32_t year = 0; year <= 8; ++year) {
      const double chance = uniform_pair(3, DrawSite::bootstrap, year, i).first - 0.5;
      area.values.push_back({2012.0 + year, 20 + 2.0 * (i / 4) + 0.3 * (i % 4) + year + chance});
    }
    areas.push_back(area);
  }
  return areas;
}

TEST(ExpectLevels, FindsTheAreaThatGotWorse) {
  auto areas = quiet();
  areas[5].values.back().value += 4;
  const auto found = expect_levels(areas, kLast, kLessIsBetter);
  EXPECT_GT(found[5]->probability, 0.999);
  EXPECT_GT(found[5]->value, found[5]->expected.upper);
  for (std::size_t i = 0; i < areas.size(); ++i) {
    EXPECT_TRUE(i == 5 || found[i]->probability < 0.5) << i;
  }
}

TEST(ExpectLevels, WhatHappensToTheWholeCityIsNoNewsOfAnArea) {
  auto areas = quiet();
  for (auto& area : areas) area.values.back().value += 10;
  for (const auto& each : expect_levels(areas, kLast, kLessIsBetter)) EXPECT_LT(each->probability, 0.5);
}

TEST(ExpectLevels, ImprovementIsNoSignal) {
  auto areas = quiet();
  areas[5].values.back().value -= 4;
  EXPECT_LT(expect_levels(areas, kLast, kLessIsBetter)[5]->probability, 0.001);
  EXPECT_GT(expect_levels(areas, kLast, {Sense::more_is_better, 1})[5]->probability, 0.999);
}

TEST(ExpectLevels, AChangeBelowTheRelevantStepIsNoNews) {
  auto areas = quiet();
  areas[5].values.back().value += 4;
  EXPECT_LT(expect_levels(areas, kLast, {Sense::less_is_better, 6})[5]->probability, 0.01);
}

TEST(ExpectLevels, NothingIsWorseWhereNeitherIsBetter) {
  for (const auto& each : expect_levels(quiet(), kLast, {Sense::neither, 1})) EXPECT_FALSE(each);
}

TEST(ExpectLevels, WithFewAreasOrFewYearsNothingIsExpected) {
  const auto areas = quiet();
  EXPECT_FALSE(expect_levels(std::span(areas).first(3), kLast, kLessIsBetter)[0]);
  auto young = quiet();
  young[2].values.erase(young[2].values.begin(), young[2].values.end() - 2);
  EXPECT_FALSE(expect_levels(young, kLast, kLessIsBetter)[2]);
  young[3].values.pop_back();
  EXPECT_FALSE(expect_levels(young, kLast, kLessIsBetter)[3]) << "no figure of the year";
  EXPECT_TRUE(expect_levels(young, kLast, kLessIsBetter)[4]);
}

TEST(ExpectLevels, ASmallAreaSurprisesLess) {
  auto areas = quiet();
  for (auto& area : areas) area.size = 1000;
  areas[5].size = 50;
  areas[5].values.back().value += 2;
  areas[6].values.back().value += 2;
  const auto found = expect_levels(areas, kLast, kLessIsBetter);
  EXPECT_LT(found[5]->probability, found[6]->probability);
  EXPECT_GT(found[5]->expected.upper - found[5]->expected.lower, found[6]->expected.upper - found[6]->expected.lower);
}

TEST(ExpectLevels, AnAreaWithoutMuchPastIsDrawnTowardsItsDistrict) {
  const auto raised = [](bool whole_district) {
    auto areas = quiet();
    areas[0].values.erase(areas[0].values.begin(), areas[0].values.end() - 3);
    for (std::size_t i = 0; i < (whole_district ? 4u : 1u); ++i) {
      for (auto& each : areas[i].values) each.value += 3;
    }
    return expect_levels(areas, kLast, kLessIsBetter)[0]->expected.value;
  };
  EXPECT_LT(raised(false), raised(true) - 0.05);
}

TEST(ExpectLevels, FiguresWithoutAnyChanceAreJudgedByTheStepAlone) {
  std::vector<AreaLevels> still(5, AreaLevels{0, 0, {{2018, 7}, {2019, 7}, {2020, 7}}});
  EXPECT_EQ(expect_levels(still, kLast, kLessIsBetter)[0]->p_value, 1);
  still[2].values.back().value = 9;
  EXPECT_EQ(expect_levels(still, kLast, kLessIsBetter)[2]->p_value, 0);
}

// Without any true change a test at 5 % is right to be wrong in about 5 % of the cases.
TEST(ExpectLevels, PValuesAreSpreadAsTheyShouldBe) {
  int low = 0;
  int all = 0;
  for (std::uint32_t city = 0; city < 60; ++city) {
    std::vector<AreaLevels> areas;
    for (std::uint32_t i = 0; i < 40; ++i) {
      AreaLevels area{static_cast<int>(i / 8), 0, {}};
      const double own = uniform_pair(city, DrawSite::weights, 0, i).first;
      for (std::uint32_t year = 0; year < 8; ++year) {
        const auto pair = uniform_pair(city, DrawSite::bootstrap, year, i);
        const double normal = std::sqrt(-2 * std::log(pair.first)) * std::cos(2 * 3.14159265358979 * pair.second);
        area.values.push_back({2013.0 + year, 10 + own + normal});
      }
      areas.push_back(area);
    }
    for (const auto& each : expect_levels(areas, kLast, {Sense::less_is_better, 0})) {
      ++all;
      low += each->p_value < 0.05;
    }
  }
  EXPECT_NEAR(low / static_cast<double>(all), 0.05, 0.015);
}

}  // namespace
}  // namespace koers::monitor
