// SPDX-License-Identifier: EUPL-1.2
#include "gather/boundaries.h"

#include <gtest/gtest.h>

#include "gather/gather_city.h"

namespace koers::test {
namespace {

const std::string kSquare = R"({"type":"Polygon","coordinates":[[[4.1,52],[4.2,52],[4.2,52.1],[4.1,52]]]})";

gather::StagedBoundaries staged(const std::vector<std::array<std::string, 3>>& features) {
  ForeignLayer layer{"http://maps/wijken", "wijken", {}};
  for (const auto& [code, name, geometry] : features) {
    layer.features.push_back(
        {static_cast<std::int64_t>(layer.features.size()) + 1, {{"wijkcode", code}, {"wijknaam", name}}, geometry});
  }
  return gather::stage_boundaries(layer, gather_city(), {"wijkcode", "wijknaam", Year{2022}, {Id<Source>("maps"), ""}, "GM0001"});
}

TEST(Boundaries, AnAreaGetsItsShapeAndYear) {
  const auto out = staged({{"WK000100", "Wijk 00 Noord", kSquare}});
  ASSERT_TRUE(out.is_acceptable());
  ASSERT_EQ(out.boundaries.size(), 1U);
  EXPECT_EQ(out.boundaries[0].version, Year{2022});
  EXPECT_EQ(out.boundaries[0].polygons, (MultiPolygon{{{{4.1, 52}, {4.2, 52}, {4.2, 52.1}, {4.1, 52}}}}));
  EXPECT_EQ(out.boundaries[0].sources.at(0).section, "wijken, WK000100");
}

TEST(Boundaries, PositionsAreRoundedToAMetreAndNotRepeated) {
  const auto out =
      staged({{"WK000100", "Noord",
               R"({"type":"MultiPolygon","coordinates":[[[[4.1,52],[4.100001,52.000001],[4.2,52],[4.2,52.1],[4.1,52]]]]})"}});
  ASSERT_TRUE(out.is_acceptable());
  EXPECT_EQ(out.boundaries[0].polygons[0][0].size(), 4U);
}

TEST(Boundaries, ACodeThatIsAnotherPlaceIsAFault) {
  EXPECT_EQ(lines_of(staged({{"WK000100", "Zuid", kSquare}}).faults),
            std::vector<std::string>{"reused_code 1:0 WK000100 called \"Zuid\""});
}

TEST(Boundaries, AreasOfOthersAreLeftOutByCode) {
  const auto out = staged({{"WK000100", "Noord", kSquare}, {"WK000200", "Elders", kSquare}});
  EXPECT_TRUE(out.is_acceptable());
  EXPECT_EQ(out.left_out, std::vector<std::string>{"WK000200"});
}

TEST(Boundaries, AnAreaTwiceIsAFault) {
  EXPECT_EQ(lines_of(staged({{"WK000100", "Noord", kSquare}, {"WK000100", "Noord", kSquare}}).faults),
            std::vector<std::string>{"double_id 2:0 WK000100 a second time"});
}

TEST(Boundaries, ShapesThatAreNoneAreFaults) {
  for (const char* geometry :
       {"", "{}", R"({"type":"Point","coordinates":[4,52]})", R"({"type":"Polygon","coordinates":[]})",
        R"({"type":"Polygon","coordinates":[[[4.1,52],[4.2,52],[4.2,52.1],[4.3,52]]]})",
        R"({"type":"Polygon","coordinates":[[[104000,455000],[104100,455000],[104100,455100],[104000,455000]]]})",
        R"({"type":"Polygon","coordinates":[[[4.1,52],[4.1,52],[4.1,52],[4.1,52]]]})"}) {
    const auto faults = staged({{"WK000100", "Noord", geometry}}).faults;
    ASSERT_EQ(faults.size(), 1U) << geometry;
    EXPECT_EQ(faults[0].rule, "geometry");
  }
}

TEST(Boundaries, NothingOfThisCityIsAFault) { EXPECT_FALSE(staged({{"WK000200", "Elders", kSquare}}).is_acceptable()); }

}  // namespace
}  // namespace koers::test
