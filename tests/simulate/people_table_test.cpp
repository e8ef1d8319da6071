// SPDX-License-Identifier: EUPL-1.2
#include "simulate/people_table.h"

#include <gtest/gtest.h>

#include "small_town.h"

namespace koers::simulate {
namespace {

std::int64_t count(const PeopleTable& table, Position position) {
  std::int64_t sum = 0;
  for (std::size_t age = 0; age < kAges21; ++age) sum += table.at(position, Sex::man, age) + table.at(position, Sex::woman, age);
  return sum;
}

TEST(PeopleTable, KeepsEverySexAndAge) {
  const AreaMargins area = small_town().areas[0];
  const auto table = people_table(area, {1, 0});
  ASSERT_TRUE(table) << table.error().message;
  for (std::size_t sex = 0; sex < 2; ++sex) {
    for (std::size_t group = 0; group < kAgeGroups; ++group) {
      std::int32_t sum = 0;
      for (std::size_t age = 0; age < kAges21; ++age) {
        const std::size_t of_group = age < 4 ? age : age - 1;  // 15–19 is cut in two
        if (of_group != group) continue;
        for (std::size_t position = 0; position < kPositions; ++position) {
          sum += table->at(static_cast<Position>(position), static_cast<Sex>(sex), age);
        }
      }
      EXPECT_EQ(sum, area[MarginKind::people].values[sex * kAgeGroups + group]) << sex << ' ' << group;
    }
  }
}

TEST(PeopleTable, HasAsManyPeopleInEachPositionAsTheHouseholdsAsk) {
  const auto table = people_table(small_town().areas[0], {1, 0});
  ASSERT_TRUE(table);
  EXPECT_EQ(table->households[0], 300);
  EXPECT_EQ(table->households[1], 160);
  EXPECT_EQ(table->households[2] + table->households[3], 90);
  EXPECT_EQ(count(*table, Position::single), 300);
  EXPECT_EQ(count(*table, Position::couple), 320);
  EXPECT_EQ(count(*table, Position::parent), 2 * table->households[2]);
  EXPECT_EQ(count(*table, Position::lone_parent), table->households[3]);
  EXPECT_EQ(count(*table, Position::institution), table->in_institutions);
}

TEST(PeopleTable, PutsMinorsWithParentsOnly) {
  const auto table = people_table(small_town().areas[1], {1, 0});
  ASSERT_TRUE(table);
  for (std::size_t age = 0; age < kFirstAdult; ++age) {
    for (const Position position :
         {Position::single, Position::couple, Position::parent, Position::lone_parent, Position::institution}) {
      EXPECT_EQ(table->at(position, Sex::man, age) + table->at(position, Sex::woman, age), 0);
    }
  }
}

TEST(PeopleTable, HasAsManyMenAsWomenInCouples) {
  const auto table = people_table(small_town().areas[1], {1, 0});
  ASSERT_TRUE(table);
  std::int32_t men = 0;
  for (std::size_t age = 0; age < kAges21; ++age) men += table->at(Position::parent, Sex::man, age);
  EXPECT_EQ(men, table->households[2]);
}

TEST(PeopleTable, RefusesPublishedHouseholdsForWhichThereAreTooFewPeople) {
  AreaMargins area = small_town().areas[0];
  area[MarginKind::households].values = {900, 400, 200};
  const auto table = people_table(area, {1, 0});
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().message, "Area BU1: margin households asks for more people than margin people has.");
}

TEST(PeopleTable, LetsEstimatedHouseholdsGiveWay) {
  AreaMargins area = small_town().areas[0];
  area[MarginKind::households].standing = Standing::estimated;
  for (const std::vector<double>& households : {std::vector<double>{900, 400, 200}, {0, 0, 900}, {5, 5, 0}, {2000, 0, 0}}) {
    area[MarginKind::households].values = households;
    const auto table = people_table(area, {1, 0});
    ASSERT_TRUE(table) << table.error().message;
    EXPECT_EQ(table->persons, area[MarginKind::people].total());
  }
}

TEST(PeopleTable, TakesAnAreaWithoutPeople) {
  AreaMargins area;
  area[MarginKind::people].values.assign(2 * kAgeGroups, 0);
  area[MarginKind::households].values.assign(kHouseholdTypes, 0);
  const auto table = people_table(area, {1, 0});
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_EQ(table->persons, 0);
}

}  // namespace
}  // namespace koers::simulate
