// SPDX-License-Identifier: EUPL-1.2
#include "app/views/areas.h"

#include <nlohmann/json.hpp>

#include "app/city_fixture.h"

namespace koers::test {
namespace {

class AreasTest : public CityTest {};

TEST_F(AreasTest, TheRegisterHoldsEveryAreaWithItsLatestFigures) {
  const auto shown = views::area_register(city());
  EXPECT_EQ(shown.areas.size(),
            city().all<Municipality>().size() + city().all<District>().size() + city().all<Neighbourhood>().size());
  const auto meerzicht =
      std::find_if(shown.areas.begin(), shown.areas.end(), [](const auto& row) { return row.id == "WK063701"; });
  ASSERT_NE(meerzicht, shown.areas.end());
  EXPECT_EQ(meerzicht->parent, "GM0637");
  EXPECT_EQ(to_string(meerzicht->figures.at("woz-value").value.value()), "239000");
}

TEST_F(AreasTest, EveryIndicatorOfTheRegisterHasAFigureSomewhere) {
  const auto shown = views::area_register(city());
  for (const auto& indicator : shown.indicators) {
    const bool measured =
        std::any_of(shown.areas.begin(), shown.areas.end(), [&](const auto& row) { return row.figures.contains(indicator.id); });
    EXPECT_TRUE(measured) << indicator.id;
  }
}

TEST_F(AreasTest, TheProfileOfMeerzichtNamesItsNeighbourhoodsAndEfforts) {
  const auto profile = views::area_profile(city(), "WK063701").value();
  EXPECT_EQ(profile.name, "Meerzicht");
  EXPECT_EQ(profile.parent->id, "GM0637");
  EXPECT_EQ(profile.children.size(), 2U);  // Meerzicht-West and Meerzicht-Oost
  const auto names = [](const auto& list, const std::string& id) {
    return std::any_of(list.begin(), list.end(), [&](const auto& each) { return each.id == id; });
  };
  EXPECT_TRUE(names(profile.efforts, "wijken-van-de-toekomst"));
}

TEST_F(AreasTest, WhatIsPlannedInADistrictConcernsItsNeighbourhoods) {
  const auto district = views::area_profile(city(), "WK063701").value();
  const auto part = views::area_profile(city(), district.children.front().id).value();
  EXPECT_EQ(part.parent->id, "WK063701");
  EXPECT_FALSE(part.efforts.empty());
}

TEST_F(AreasTest, AnUnknownCodeIsNotFound) {
  EXPECT_EQ(views::area_profile(city(), "WK999999").error().code, ErrorCode::not_found);
}

TEST_F(AreasTest, BoundariesAreClosedRingsOfWgs84) {
  for (const auto level : {AreaLevel::municipality, AreaLevel::district, AreaLevel::neighbourhood}) {
    const auto collection = nlohmann::json::parse(views::boundaries(city(), level));
    EXPECT_EQ(collection["type"], "FeatureCollection");
    for (const auto& feature : collection["features"]) {
      EXPECT_EQ(feature["properties"]["level"], name_of(level));
      for (const auto& polygon : feature["geometry"]["coordinates"]) {
        for (const auto& ring : polygon) {
          ASSERT_GE(ring.size(), 4U);
          EXPECT_EQ(ring.front(), ring.back()) << feature["id"];
          EXPECT_NEAR(ring[0][0].get<double>(), 5.0, 3.0);   // longitude: the Netherlands
          EXPECT_NEAR(ring[0][1].get<double>(), 52.2, 2.0);  // latitude
        }
      }
    }
  }
}

TEST_F(AreasTest, EveryDistrictHasABoundary) {
  const auto collection = nlohmann::json::parse(views::boundaries(city(), AreaLevel::district));
  EXPECT_EQ(collection["features"].size(), city().all<District>().size());
}

TEST_F(AreasTest, ADistrictIsHeldAgainstAllDistrictsOfTheCountry) {
  const auto profile = views::area_profile(city(), "WK063701").value();
  ASSERT_FALSE(profile.scores.empty());
  for (const auto& each : profile.scores) {
    EXPECT_EQ(each.score.level, AreaLevel::district) << each.indicator;
    EXPECT_NE(city().all<Indicator>().find(each.indicator)->polarity, Polarity::neutral) << each.indicator;
  }
}

}  // namespace
}  // namespace koers::test
