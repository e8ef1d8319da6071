// SPDX-License-Identifier: EUPL-1.2
#include "simulate/area_homes.h"

#include <set>

#include <gtest/gtest.h>

namespace koers::simulate {
namespace {

HouseholdDraft household(int children, std::uint8_t income, std::int16_t age = 40) {
  HouseholdDraft out;
  out.head = {age, Sex::woman, 0};
  if (children > 0) out.partner = {age, Sex::man, 0};
  out.children = static_cast<std::uint8_t>(children);
  out.type = children > 0 ? 2 : 0;
  out.tenure = 0;
  out.income = income;
  return out;
}

struct Street {
  std::vector<HouseholdDraft> households;
  std::vector<DwellingDraft> dwellings;
};

/// 100 singles and 100 families; 110 flats of two rooms and 110 houses of five.
Street street() {
  Street out;
  for (int i = 0; i < 100; ++i) out.households.push_back(household(0, 1));
  for (int i = 0; i < 100; ++i) out.households.push_back(household(2, 1));
  for (int i = 0; i < 110; ++i) out.dwellings.push_back({DwellingType::flat, 2, Tenure::owner_occupied, 0, kNone});
  for (int i = 0; i < 110; ++i) out.dwellings.push_back({DwellingType::terraced, 5, Tenure::owner_occupied, 0, kNone});
  return out;
}

TEST(House, GivesEachHouseholdOneDwellingAndEachDwellingOneHousehold) {
  Street at = street();
  house(at.households, at.dwellings, {20, 0, 0}, 1, {1, 0});
  std::set<std::uint32_t> taken;
  for (std::uint32_t i = 0; i < at.households.size(); ++i) {
    ASSERT_NE(at.households[i].dwelling, kNone);
    EXPECT_TRUE(taken.insert(at.households[i].dwelling).second);
    EXPECT_EQ(at.dwellings[at.households[i].dwelling].occupant, i);
  }
  int vacant = 0;
  for (const DwellingDraft& dwelling : at.dwellings) vacant += dwelling.occupant == kNone ? 1 : 0;
  EXPECT_EQ(vacant, 20);
}

TEST(House, HasFamiliesInHousesButForThoseWhoCameByChance) {
  Street at = street();
  house(at.households, at.dwellings, {20, 0, 0}, 1, {1, 0});
  int families_in_houses = 0;
  for (const HouseholdDraft& each : at.households) {
    families_in_houses += each.children > 0 && at.dwellings[each.dwelling].type == DwellingType::terraced ? 1 : 0;
  }
  EXPECT_GT(families_in_houses, 75);
  EXPECT_LT(families_in_houses, 100);
}

TEST(House, LeavesThoseWithoutTenureOut) {
  Street at = street();
  for (int i = 0; i < 10; ++i) at.households[static_cast<std::size_t>(i)].tenure = kTenures;
  house(at.households, at.dwellings, {30, 0, 0}, 1, {1, 0});
  for (std::size_t i = 0; i < at.households.size(); ++i) EXPECT_EQ(at.households[i].dwelling == kNone, i < 10);
}

TEST(House, IsAFunctionOfTheStream) {
  Street a = street();
  Street b = street();
  Street c = street();
  house(a.households, a.dwellings, {20, 0, 0}, 1, {1, 0});
  house(b.households, b.dwellings, {20, 0, 0}, 1, {1, 0});
  house(c.households, c.dwellings, {20, 0, 0}, 1, {1, 1});
  const auto homes = [](const Street& of) {
    std::vector<std::uint32_t> out;
    for (const HouseholdDraft& each : of.households) out.push_back(each.dwelling);
    return out;
  };
  EXPECT_EQ(homes(a), homes(b));
  EXPECT_NE(homes(a), homes(c));
}

TEST(Misfit, GrowsWithRoomsTooFewAndTooMany) {
  const auto of = [](int rooms) { return misfit(4, 2, 40, 1, DwellingType::terraced, rooms); };
  EXPECT_EQ(of(4), 0);
  EXPECT_EQ(of(5), 0) << "one more is what most have";
  EXPECT_GT(of(3), 0);
  EXPECT_GT(of(2), 2 * of(3));
  EXPECT_GT(of(6), 0);
}

}  // namespace
}  // namespace koers::simulate
