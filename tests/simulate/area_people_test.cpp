// SPDX-License-Identifier: EUPL-1.2
#include "simulate/area_people.h"

#include <array>
#include <cmath>
#include <map>

#include <gtest/gtest.h>

#include "zoetermeer_margins.h"

namespace koers::simulate {
namespace {

/// A district of 20,000.
const AreaMargins& district() {
  static const Margins kMargins = zoetermeer_margins(Level::districts);
  return kMargins.areas[2];
}

AreaPeople people() {
  const auto table = people_table(district(), {1, 0});
  return people_in_households(*table, area_hash(district().code), {1, 0});
}

TEST(PeopleInHouseholds, PlacesEveryoneOnce) {
  const auto table = people_table(district(), {1, 0});
  const AreaPeople made = people_in_households(*table, area_hash(district().code), {1, 0});
  std::int64_t members = 0;
  std::size_t children = 0;
  for (const HouseholdDraft& household : made.households) {
    members += household.members();
    children += household.children;
  }
  EXPECT_EQ(members, table->persons);
  EXPECT_EQ(children, made.children.size());
}

TEST(PeopleInHouseholds, GivesEveryFamilyAChildAndNobodyElse) {
  for (const HouseholdDraft& household : people().households) {
    const bool is_family = household.type == 2 || household.type == 3;
    EXPECT_EQ(household.children > 0, is_family);
    EXPECT_EQ(household.adults(), household.type == 1 || household.type == 2 ? 2 : 1);
  }
}

TEST(PeopleInHouseholds, HasParentsThatAreOldEnough) {
  const AreaPeople made = people();
  EXPECT_LT(static_cast<double>(made.unlikely_parents), 0.005 * static_cast<double>(made.children.size()));
  double sum = 0;
  for (const HouseholdDraft& household : made.households) {
    if (household.children == 0) continue;
    const bool head_is_mother = household.partner.age < 0 || household.head.sex == Sex::woman;
    int eldest = 0;
    for (std::size_t i = 0; i < household.children; ++i)
      eldest = std::max<int>(eldest, made.children[household.first_child + i].age);
    sum += (head_is_mother ? household.head.age : household.partner.age) - eldest;
  }
  double families = 0;
  for (const HouseholdDraft& household : made.households) families += household.children > 0 ? 1 : 0;
  EXPECT_NEAR(sum / families, kAgeAtFirstChild, 3);
}

TEST(PeopleInHouseholds, HasMenAFewYearsOlderThanTheirPartners) {
  double sum = 0;
  double squares = 0;
  double couples = 0;
  double alike = 0;
  for (const HouseholdDraft& household : people().households) {
    if (household.partner.age < 0) continue;
    alike += household.head.sex == household.partner.sex ? 1 : 0;
    if (household.head.sex == household.partner.sex) continue;
    const bool head_is_man = household.head.sex == Sex::man;
    const double gap = (head_is_man ? 1 : -1) * (household.head.age - household.partner.age);
    sum += gap;
    squares += gap * gap;
    ++couples;
  }
  EXPECT_NEAR(sum / couples, kPartnerGap, 1);
  EXPECT_NEAR(std::sqrt(squares / couples - sum / couples * sum / couples), kPartnerGapDeviation, 1);
  EXPECT_NEAR(alike / couples, kAlike, 0.006);
}

TEST(PeopleInHouseholds, HasTheElderOfTwoAsHead) {
  for (const HouseholdDraft& household : people().households) EXPECT_GE(household.head.age, household.partner.age);
}

// Statistics Netherlands 2021/49: 89.7 % of those of 18, 57.8 % of 22, 30.8 % of 25, 14.1 % of 28.
TEST(PeopleInHouseholds, HasYoungAdultsAtHomeAsInTheCountry) {
  std::map<int, std::array<double, 2>> ages;
  const Margins margins = zoetermeer_margins(Level::districts);
  for (const AreaMargins& area : margins.areas) {
    const AreaPeople made = people_in_households(*people_table(area, {1, 0}), area_hash(area.code), {1, 0});
    for (const Ticket& child : made.children) ++ages[child.age][1];
    for (const HouseholdDraft& household : made.households) {
      ++ages[household.head.age][0];
      ++ages[household.partner.age][0];
    }
  }
  const auto share = [&ages](int age) { return ages[age][1] / (ages[age][0] + ages[age][1]); };
  EXPECT_NEAR(share(18), 0.897, 0.06);
  EXPECT_NEAR(share(22), 0.578, 0.10);
  EXPECT_NEAR(share(25), 0.308, 0.10);
  EXPECT_NEAR(share(28), 0.141, 0.08);
}

TEST(Situations, AreHandedOutAsTheTableSays) {
  AreaPeople made = people();
  const auto dwellings = dwelling_table(district(), {1, 0});
  const auto table = household_table(district(), rows_of(made), *dwellings, {1, 0});
  ASSERT_TRUE(table) << table.error().message;
  assign_situations(made, *table, 5, {1, 0});
  std::vector<std::int64_t> found(table->counts.size());
  for (std::size_t i = 0; i < made.private_households; ++i) {
    const HouseholdDraft& household = made.households[i];
    const std::size_t row = household.type * kHeadAges + head_age_class(household.head.age);
    ++found[row * kSituations + household.tenure * kIncomeClasses + household.income];
  }
  EXPECT_EQ(found, table->counts);
}

}  // namespace
}  // namespace koers::simulate
