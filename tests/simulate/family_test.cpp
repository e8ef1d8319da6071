// SPDX-License-Identifier: EUPL-1.2
#include "simulate/family.h"

#include <gtest/gtest.h>

#include "hamlet.h"

namespace koers::simulate {
namespace {

using Members = std::vector<PersonIndex>;

/// A man of 50, a woman of 48, and children of 12, 19, 21 and 21.
struct Family {
  Population population = hamlet();
  PersonIndex man = person(population, Sex::man, 50);
  PersonIndex woman = person(population, Sex::woman, 48);
  PersonIndex twelve = person(population, Sex::woman, 12);
  PersonIndex nineteen = person(population, Sex::man, 19);
  PersonIndex eldest = person(population, Sex::woman, 21);
  PersonIndex as_old = person(population, Sex::man, 21);
  HouseholdIndex home = couple(population, man, woman, {twelve, nineteen, eldest, as_old});
  DwellingIndex house = dwelling(population, Tenure::owner_occupied, 1);
  Family() { settle(population, home, house, 2015); }

  void lose(PersonIndex who) {
    leave_household(population, who, kHamletYear);
    forget_person(population.persons, who);
  }
};

TEST(Family, IsAChainOfHeadPartnerAndChildrenAsTheyCame) {
  const Family family;
  EXPECT_EQ(members_of(family.population, family.home), (Members{0, 1, 2, 3, 4, 5}));
  EXPECT_EQ(family.population.households.members[family.home], 6);
  EXPECT_EQ(family.population.households.children[family.home], 4);
  EXPECT_TRUE(has_partner(family.population, family.home));
  EXPECT_EQ(partner_of(family.population, family.home), family.woman);
  EXPECT_EQ(faults_of(family.population), std::vector<std::string>{});
}

TEST(Family, IsFollowedUpByThePartnerWhenTheHeadLeaves) {
  Family family;
  family.lose(family.man);
  EXPECT_EQ(family.population.households.first[family.home], family.woman);
  EXPECT_EQ(family.population.persons.role[family.woman], Role::head);
  EXPECT_EQ(family.population.households.children[family.home], 4);
  EXPECT_EQ(partner_of(family.population, family.home), kNone);
  EXPECT_EQ(faults_of(family.population), std::vector<std::string>{});
}

TEST(Family, IsFollowedUpByTheEldestChildOfAgeWhenBothParentsAreGone) {
  Family family;
  family.lose(family.woman);
  family.lose(family.man);
  EXPECT_EQ(members_of(family.population, family.home), (Members{family.eldest, family.twelve, family.nineteen, family.as_old}));
  EXPECT_EQ(family.population.persons.role[family.eldest], Role::head);
  EXPECT_EQ(family.population.households.children[family.home], 3);
  EXPECT_EQ(family.population.households.dwelling[family.home], family.house);
  EXPECT_EQ(faults_of(family.population), std::vector<std::string>{});
}

TEST(Family, WaitsWithoutAHeadWhenOnlyMinorsAreLeft) {
  Population population = hamlet();
  const PersonIndex mother = person(population, Sex::woman, 40);
  const HouseholdIndex home = household(population, {mother, person(population, Sex::man, 17)});
  leave_household(population, mother, kHamletYear);
  EXPECT_FALSE(has_head(population, home));
  EXPECT_EQ(population.households.members[home], 1);
}

TEST(Family, KeepsItsHeadWhenOthersLeave) {
  Family family;
  family.lose(family.nineteen);
  family.lose(family.woman);
  EXPECT_EQ(members_of(family.population, family.home), (Members{family.man, family.twelve, family.eldest, family.as_old}));
  EXPECT_EQ(family.population.households.children[family.home], 3);
  EXPECT_EQ(faults_of(family.population), std::vector<std::string>{});
}

TEST(Household, IsFreedWhenTheLastLeavesAndUsedAgain) {
  Population population = hamlet();
  const PersonIndex alone = person(population, Sex::woman, 30);
  const HouseholdIndex first = household(population, {alone});
  leave_household(population, alone, kHamletYear);
  EXPECT_EQ(population.households.first[first], kNone);
  EXPECT_EQ(population.households.free_rows, (std::vector<HouseholdIndex>{first}));
  EXPECT_EQ(found_household(population, alone, 1, kHamletYear), first);
  EXPECT_EQ(population.households.neighbourhood[first], 1);
  EXPECT_EQ(faults_of(population), std::vector<std::string>{});
}

TEST(Merger, MakesTheOtherHeadThePartnerAndAllOthersChildren) {
  Family family;
  family.lose(family.woman);
  Population& population = family.population;
  const PersonIndex guest = person(population, Sex::woman, 44);
  const PersonIndex hers = person(population, Sex::man, 9);
  const HouseholdIndex from = household(population, {guest, hers});
  population.households.wealth[family.home] = 10;
  population.households.wealth[from] = 7;
  merge_households(population, family.home, from);
  EXPECT_EQ(members_of(population, family.home),
            (Members{family.man, guest, family.twelve, family.nineteen, family.eldest, family.as_old, hers}));
  EXPECT_EQ(population.persons.role[guest], Role::partner);
  EXPECT_EQ(population.households.children[family.home], 5);
  EXPECT_FLOAT_EQ(population.households.wealth[family.home], 17);
  EXPECT_EQ(population.households.first[from], kNone);
  EXPECT_EQ(faults_of(population), std::vector<std::string>{});
}

TEST(Dissolution, FreesEveryRowAndLeavesTheDwellingVacant) {
  Family family;
  Population& population = family.population;
  dissolve(population, family.home);
  EXPECT_EQ(population.persons.free_rows.size(), 6U);
  EXPECT_EQ(population.dwellings.occupant[family.house], kNone);
  EXPECT_EQ(population.households.first[family.home], kNone);
  EXPECT_EQ(faults_of(population), std::vector<std::string>{});
  const PersonIndex next = person(population, Sex::man, 0);
  EXPECT_LT(next, 6U) << "a free row is used again";
}

TEST(Settling, TakesTheNeighbourhoodAndTheYear) {
  Family family;
  Population& population = family.population;
  EXPECT_EQ(population.households.neighbourhood[family.home], 1);
  EXPECT_EQ(population.households.since[family.home], 2015);
  const DwellingIndex flat = dwelling(population, Tenure::social_rent, 0);
  vacate(population, family.home);
  EXPECT_EQ(population.dwellings.occupant[family.house], kNone);
  EXPECT_EQ(population.households.neighbourhood[family.home], 1) << "until it lives elsewhere";
  settle(population, family.home, flat, 2024);
  EXPECT_EQ(population.dwellings.occupant[flat], family.home);
  EXPECT_EQ(population.households.neighbourhood[family.home], 0);
  EXPECT_EQ(population.households.since[family.home], 2024);
  vacate(population, family.home);
  vacate(population, family.home);
  EXPECT_EQ(population.households.dwelling[family.home], kNone);
}

}  // namespace
}  // namespace koers::simulate
