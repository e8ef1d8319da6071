// SPDX-License-Identifier: EUPL-1.2
#include "simulate/home_tables.h"

#include <numeric>

#include <gtest/gtest.h>

#include "small_town.h"

namespace koers::simulate {
namespace {

TEST(DwellingTable, KeepsEachKnownMargin) {
  AreaMargins area = small_town().areas[0];
  area[MarginKind::rooms].values = {10, 20, 30, 25, 10, 5};
  area[MarginKind::periods].values = {1, 1, 2, 0, 0};
  const auto table = dwelling_table(area, {1, 0});
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_EQ(table->dwellings, 560);
  EXPECT_EQ(table->by_tenure(), (std::array<std::int64_t, 3>{160, 260, 140}));
  std::array<std::int64_t, 4> types{};
  std::array<std::int64_t, 6> rooms{};
  std::array<std::int64_t, 5> periods{};
  for (std::size_t i = 0; i < table->counts.size(); ++i) {
    types[i / (6 * 3 * 5)] += table->counts[i];
    rooms[i / 15 % 6] += table->counts[i];
    periods[i % 5] += table->counts[i];
  }
  EXPECT_EQ(types, (std::array<std::int64_t, 4>{420, 100, 30, 10}));
  EXPECT_EQ(rooms, (std::array<std::int64_t, 6>{56, 112, 168, 140, 56, 28}));
  EXPECT_EQ(periods, (std::array<std::int64_t, 5>{140, 140, 280, 0, 0}));
}

TEST(HouseholdTable, KeepsRowsAndFillsDwellingsBesideVacancies) {
  const AreaMargins area = small_town().areas[0];
  const auto dwellings = dwelling_table(area, {1, 0});
  HouseholdRows rows{};
  rows[0] = 100;
  rows[8] = 250;
  rows[16] = 190;
  const auto table = household_table(area, rows, *dwellings, {1, 0});
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_EQ(std::accumulate(table->vacant.begin(), table->vacant.end(), std::int64_t{0}), 20);
  std::array<std::int64_t, 4> tenures{};
  HouseholdRows found{};
  for (std::size_t i = 0; i < table->counts.size(); ++i) {
    found[i / kSituations] += table->counts[i];
    tenures[i / 3 % 4] += table->counts[i];
  }
  EXPECT_EQ(found, rows);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(tenures[i] + table->vacant[i], dwellings->by_tenure()[i]);
  EXPECT_EQ(tenures[3], 0);
}

TEST(HouseholdTable, LeavesHouseholdsBeyondTheDwellingsWithoutOne) {
  const AreaMargins area = small_town().areas[0];
  const auto dwellings = dwelling_table(area, {1, 0});
  HouseholdRows rows{};
  rows[1] = 600;
  const auto table = household_table(area, rows, *dwellings, {1, 0});
  ASSERT_TRUE(table);
  std::int64_t without = 0;
  for (std::size_t i = 0; i < table->counts.size(); ++i) without += i / 3 % 4 == 3 ? table->counts[i] : 0;
  EXPECT_EQ(without, 40);
}

TEST(HouseholdTable, TakesAnAreaWithDwellingsOnlyAndOneWithHouseholdsOnly) {
  const AreaMargins built = small_town().areas[0];
  const auto dwellings = dwelling_table(built, {1, 0});
  const auto nobody = household_table(built, {}, *dwellings, {1, 0});
  ASSERT_TRUE(nobody) << nobody.error().message;
  EXPECT_EQ(nobody->vacant, dwellings->by_tenure());
  AreaMargins empty = built;
  empty[MarginKind::dwelling_types].values.assign(kDwellingTypes, 0);
  const auto nothing = dwelling_table(empty, {1, 0});
  ASSERT_TRUE(nothing) << nothing.error().message;
  HouseholdRows rows{};
  rows[3] = 7;
  const auto homeless = household_table(empty, rows, *nothing, {1, 0});
  ASSERT_TRUE(homeless) << homeless.error().message;
  EXPECT_EQ(std::accumulate(homeless->counts.begin(), homeless->counts.end(), std::int64_t{0}), 7);
}

}  // namespace
}  // namespace koers::simulate
