// SPDX-License-Identifier: EUPL-1.2
#include "simulate/unions.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <gtest/gtest.h>

#include "hamlet.h"
#include "simulate/demography.h"
#include "simulate/family.h"

namespace koers::simulate {
namespace {

const Year kYear{{12, 4}, 1, kHamletYear, 1};

/// Who comes to what, in a population of many alike: which two find each other is drawn.
struct Wedding {
  Population population = hamlet();
  std::vector<std::uint8_t> events;
  std::vector<Opening> openings;
  std::vector<Leaver> leavers;
  std::uint32_t formed = 0;

  void all_do(std::uint8_t what) { events.assign(population.persons.rows(), what); }
  void form(const Year& year = kYear) { formed = form_unions(population, events, year, openings, leavers); }

  PersonIndex head(Sex sex, int age, Tenure tenure, std::uint8_t rooms, std::uint16_t neighbourhood = 0) {
    const PersonIndex out = person(population, sex, age);
    const DwellingIndex home = dwelling(population, tenure, neighbourhood);
    population.dwellings.rooms[home] = rooms;
    settle(population, household(population, {out}), home, 2020);
    return out;
  }
  [[nodiscard]] std::vector<std::pair<PersonIndex, PersonIndex>> couples() const {
    std::vector<std::pair<PersonIndex, PersonIndex>> out;
    for (HouseholdIndex i = 0; i < population.households.rows(); ++i) {
      if (population.households.first[i] == kNone || !has_partner(population, i)) continue;
      out.emplace_back(population.households.first[i], partner_of(population, i));
    }
    return out;
  }
  [[nodiscard]] Sex sex(PersonIndex i) const { return population.persons.sex[i]; }
  [[nodiscard]] int age(PersonIndex i) const { return kHamletYear - population.persons.birth_year[i]; }
};

TEST(Unions, LiveInTheBetterOfTwoDwellings) {
  Wedding wedding;
  for (int i = 0; i < 300; ++i) {
    wedding.head(Sex::woman, 38, Tenure::owner_occupied, 2);
    wedding.head(Sex::man, 40, Tenure::private_rent, 6);
  }
  wedding.all_do(kSeeksPartner);
  wedding.form();
  EXPECT_GT(wedding.formed, 200U);
  EXPECT_EQ(wedding.couples().size(), wedding.formed);
  for (const auto& [head, partner] : wedding.couples()) {
    if (wedding.sex(head) == wedding.sex(partner)) continue;
    EXPECT_EQ(wedding.sex(head), Sex::woman) << "who has the better dwelling is the host: owned goes before rooms";
  }
  EXPECT_EQ(wedding.openings.size(), wedding.formed);
  for (const Opening& opening : wedding.openings) {
    EXPECT_EQ(opening.origin, VacancyOrigin::union_formed);
    EXPECT_EQ(wedding.population.dwellings.occupant[opening.dwelling], kNone);
  }
  EXPECT_EQ(faults_of(wedding.population), std::vector<std::string>{});
}

TEST(Unions, LookAtRoomsWhenBothRent) {
  Wedding wedding;
  for (int i = 0; i < 200; ++i) {
    wedding.head(Sex::woman, 38, Tenure::private_rent, 3);
    wedding.head(Sex::man, 40, Tenure::social_rent, 4);
  }
  wedding.all_do(kSeeksPartner);
  wedding.form();
  for (const auto& [head, partner] : wedding.couples()) {
    if (wedding.sex(head) == wedding.sex(partner)) continue;
    EXPECT_EQ(wedding.sex(head), Sex::man);
  }
}

TEST(Unions, TakeTheChildrenOfBothAlong) {
  Wedding wedding;
  for (int i = 0; i < 100; ++i) {
    for (const Sex sex : {Sex::man, Sex::woman}) {
      const PersonIndex parent = wedding.head(sex, 40, Tenure::social_rent, 4);
      const PersonIndex child = person(wedding.population, Sex::man, 6);
      join_household(wedding.population, wedding.population.persons.household[parent], child, Role::child);
    }
  }
  wedding.all_do(0);
  for (PersonIndex i = 0; i < wedding.events.size(); ++i) wedding.events[i] = wedding.age(i) == 40 ? kSeeksPartner : 0;
  wedding.form();
  EXPECT_GT(wedding.formed, 50U);
  for (const auto& [head, partner] : wedding.couples()) {
    EXPECT_EQ(wedding.population.households.children[wedding.population.persons.household[head]], 2);
  }
  EXPECT_EQ(faults_of(wedding.population), std::vector<std::string>{});
}

TEST(Unions, AreFormedWithinARegion) {
  Wedding wedding;
  wedding.population.regions = {"R", "S"};
  wedding.population.neighbourhoods[1].region = 1;
  for (int i = 0; i < 200; ++i) {
    wedding.head(Sex::woman, 38, Tenure::private_rent, 3, 0);
    wedding.head(Sex::man, 40, Tenure::private_rent, 3, 1);
  }
  wedding.all_do(kSeeksPartner);
  wedding.form();
  for (const auto& [head, partner] : wedding.couples()) EXPECT_EQ(wedding.sex(head), wedding.sex(partner));
}

/// How often a woman and a man who are alone in their two neighbourhoods find each other, in so many replicates.
std::uint32_t meetings(std::uint16_t region_of_second, std::uint32_t replicates) {
  std::uint32_t out = 0;
  for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
    Wedding wedding;
    wedding.population.regions = {"R", "S"};
    wedding.population.neighbourhoods[1].region = region_of_second;
    wedding.head(Sex::woman, 38, Tenure::private_rent, 3, 0);
    wedding.head(Sex::man, 40, Tenure::private_rent, 3, 1);
    wedding.all_do(kSeeksPartner);
    wedding.form({{1, replicate}, 1, kHamletYear, 1});
    out += wedding.formed;
  }
  return out;
}

TEST(Unions, AreNotFormedByTheOnlyOnesOfTwoRegions) {
  EXPECT_GT(meetings(0, 400), 30U);
  EXPECT_EQ(meetings(1, 400), 0U);
}

TEST(Unions, AreOfMenTwoYearsOlderAndNowAndThenOfOneSex) {
  Wedding wedding;
  for (int i = 0; i < 12'000; ++i) wedding.head(i % 2 == 0 ? Sex::man : Sex::woman, 25 + i % 30, Tenure::private_rent, 3);
  wedding.all_do(kSeeksPartner);
  wedding.form();
  double difference = 0;
  double mixed = 0;
  double alike = 0;
  for (const auto& [head, partner] : wedding.couples()) {
    if (wedding.sex(head) == wedding.sex(partner)) {
      ++alike;
      continue;
    }
    const bool man_heads = wedding.sex(head) == Sex::man;
    difference += man_heads ? wedding.age(head) - wedding.age(partner) : wedding.age(partner) - wedding.age(head);
    ++mixed;
  }
  ASSERT_GT(mixed, 4000);
  // Each looks for somebody up to five years off: the difference of two such sums deviates by 3.4 years.
  EXPECT_NEAR(difference / mixed, 2, 0.3);
  EXPECT_NEAR(alike / (alike + mixed), 0.04, 0.012);
}

TEST(Unions, AreNotFormedByKinOrThoseWhoDieOrDoNotSeek) {
  Wedding wedding;
  for (int i = 0; i < 200; ++i) {
    const PersonIndex mother = wedding.head(Sex::woman, 40, Tenure::private_rent, 3);
    const PersonIndex son = person(wedding.population, Sex::man, 42);
    join_household(wedding.population, wedding.population.persons.household[mother], son, Role::child);
  }
  wedding.all_do(kSeeksPartner);  // those who live with others and do not leave stay single
  wedding.form();
  for (const auto& [head, partner] : wedding.couples()) EXPECT_EQ(wedding.sex(head), wedding.sex(partner));
  for (const int not_now : {kSeeksPartner | kDies, kSeeksPartner | kGoesToInstitution, int{kParts}}) {
    Wedding none;
    for (int i = 0; i < 50; ++i) none.head(i % 2 == 0 ? Sex::man : Sex::woman, 40, Tenure::private_rent, 3);
    none.all_do(static_cast<std::uint8_t>(not_now));
    none.form();
    EXPECT_EQ(none.formed, 0U);
  }
}

/// A young man or woman with a parent.
PersonIndex at_home(Wedding& wedding, Sex sex) {
  const PersonIndex parent = wedding.head(Sex::woman, 55, Tenure::owner_occupied, 5);
  const PersonIndex child = person(wedding.population, sex, 24);
  join_household(wedding.population, wedding.population.persons.household[parent], child, Role::child);
  return child;
}

TEST(Leavers, StayWithTheirParentsUntilThereIsADwelling) {
  Wedding wedding;
  std::set<PersonIndex> young;
  for (int i = 0; i < 200; ++i) young.insert(at_home(wedding, i % 2 == 0 ? Sex::man : Sex::woman));
  wedding.all_do(0);
  for (const PersonIndex one : young) wedding.events[one] = kSeeksPartner | kLeavesHome;
  wedding.form();
  EXPECT_EQ(wedding.formed, 0U) << "who has no dwelling cannot live together at once";
  EXPECT_TRUE(wedding.openings.empty());
  std::set<PersonIndex> told;
  std::size_t pairs = 0;
  for (const Leaver& leaver : wedding.leavers) {
    EXPECT_TRUE(told.insert(leaver.person).second);
    if (leaver.partner == kNone) continue;
    EXPECT_TRUE(told.insert(leaver.partner).second);
    ++pairs;
  }
  EXPECT_EQ(told, young) << "each of them looks for a dwelling once, alone or with another";
  EXPECT_GT(pairs, 50U);
  EXPECT_EQ(faults_of(wedding.population), std::vector<std::string>{});
}

TEST(Leavers, MoveInWithWhoHasADwelling) {
  Wedding wedding;
  for (int i = 0; i < 200; ++i) {
    at_home(wedding, Sex::woman);
    wedding.head(Sex::man, 26, Tenure::private_rent, 2);
  }
  wedding.all_do(0);
  for (PersonIndex i = 0; i < wedding.events.size(); ++i) {
    if (wedding.age(i) < 30) wedding.events[i] = kSeeksPartner | kLeavesHome;
  }
  wedding.form();
  EXPECT_GT(wedding.formed, 100U);
  for (const auto& [head, partner] : wedding.couples()) {
    EXPECT_EQ(wedding.sex(head), Sex::man);
    for (const Leaver& leaver : wedding.leavers) EXPECT_NE(leaver.person, partner);
  }
  EXPECT_EQ(faults_of(wedding.population), std::vector<std::string>{});
}

TEST(Leavers, AreOnlyThoseWhoStillLiveWithOthers) {
  Wedding wedding;
  const PersonIndex child = at_home(wedding, Sex::man);
  const PersonIndex dying = at_home(wedding, Sex::man);
  const PersonIndex head = wedding.head(Sex::man, 24, Tenure::social_rent, 2);
  wedding.all_do(0);
  wedding.events[child] = wedding.events[head] = kLeavesHome;
  wedding.events[dying] = kLeavesHome | kDies;
  wedding.form();
  ASSERT_EQ(wedding.leavers.size(), 1U);
  EXPECT_EQ(wedding.leavers[0].person, child);
  EXPECT_EQ(wedding.leavers[0].partner, kNone);
}

}  // namespace
}  // namespace koers::simulate
