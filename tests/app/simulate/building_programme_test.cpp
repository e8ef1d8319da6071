// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/building_programme.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>

namespace koers::test {
namespace {

using namespace simulate;

class Town {
 public:
  Town() {
    town_.year = 2016;
    town_.districts = {"D0", "D1", "D2"};
    for (const std::uint16_t district : std::array<std::uint16_t, 4>{0, 0, 1, 2})
      town_.neighbourhoods.push_back({"N", district, 0, 0, 0, 0, 0, 0});
    for (std::size_t i = 0; i < town_.neighbourhoods.size(); ++i) town_.neighbourhoods[i].code += std::to_string(i);
    for (const float price : {100.0F, 200.0F, 900.0F}) add(0, DwellingType::terraced, Tenure::owner_occupied, price);
    add(1, DwellingType::flat, Tenure::social_rent, 600);
    for (int i = 0; i < 8; ++i) add(2, DwellingType::flat, Tenure::private_rent, 1000);
    add(2, DwellingType::flat, Tenure::private_rent, 1);
    town_.dwellings.status.back() = DwellingStatus::gone;
  }

  [[nodiscard]] const Population& operator*() const { return town_; }

 private:
  void add(std::uint16_t neighbourhood, DwellingType type, Tenure tenure, float price) {
    Dwellings& dwellings = town_.dwellings;
    dwellings.key.push_back(dwellings.rows());
    dwellings.neighbourhood.push_back(neighbourhood);
    dwellings.type.push_back(type);
    dwellings.rooms.push_back(static_cast<std::uint8_t>(price > 500 ? 5 : 4));
    dwellings.tenure.push_back(tenure);
    dwellings.status.push_back(DwellingStatus::standing);
    dwellings.built.push_back(1970);
    dwellings.price.push_back(price);
    dwellings.occupant.push_back(kNone);
  }

  Population town_;
};

std::vector<PlanStep> programme(std::vector<std::int64_t> change) {
  const Town town;
  return building_programme(*town, change, 2016, 2021);
}

TEST(BuildingProgramme, ADistrictGetsWhatStandsThereSpreadOverTheYears) {
  std::map<std::uint16_t, std::uint32_t> by_neighbourhood;
  std::map<int, std::uint32_t> by_year;
  for (const PlanStep& step : programme({12, 0, 0})) {
    EXPECT_EQ(step.kind, StepKind::new_dwellings);
    EXPECT_EQ(step.type, step.neighbourhood == 0 ? DwellingType::terraced : DwellingType::flat);
    EXPECT_EQ(step.tenure, step.neighbourhood == 0 ? Tenure::owner_occupied : Tenure::social_rent);
    EXPECT_EQ(step.price, step.neighbourhood == 0 ? 200 : 600) << "the middle of the prices";
    EXPECT_EQ(step.rooms, step.neighbourhood == 0 ? 4 : 5);
    by_neighbourhood[step.neighbourhood] += step.number;
    by_year[step.year] += step.number;
  }
  EXPECT_EQ(by_neighbourhood, (std::map<std::uint16_t, std::uint32_t>{{0, 9}, {1, 3}}));
  EXPECT_EQ(by_year, (std::map<int, std::uint32_t>{{2016, 2}, {2017, 2}, {2018, 2}, {2019, 2}, {2020, 2}, {2021, 2}}));
}

TEST(BuildingProgramme, WhatGoesIsDemolishedAndCanBeCarriedOut) {
  const auto steps = programme({-4, -8, 0});
  std::uint32_t gone = 0;
  for (const PlanStep& step : steps) {
    EXPECT_EQ(step.kind, StepKind::demolition);
    gone += step.number;
  }
  EXPECT_EQ(gone, 12U) << "all that stands there";
  const Town town;
  EXPECT_TRUE(check(steps, *town, 2016, 2021).empty());
}

TEST(BuildingProgramme, NothingComesWhereNothingStandsOrNothingChanges) {
  EXPECT_TRUE(programme({0, 0, 5}).empty());
  EXPECT_TRUE(programme({0, 0, 0}).empty());
}

TEST(BuildingProgramme, CanBeCarriedOutBothWaysAtOnce) {
  const auto steps = programme({25, -3, 0});
  const Town town;
  EXPECT_TRUE(check(steps, *town, 2016, 2021).empty());
  EXPECT_TRUE(std::ranges::any_of(steps, [](const PlanStep& step) { return step.kind == StepKind::demolition; }));
}

}  // namespace
}  // namespace koers::test
