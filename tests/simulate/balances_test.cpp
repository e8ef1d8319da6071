// SPDX-License-Identifier: EUPL-1.2
#include "simulate/balances.h"

#include <functional>

#include <gtest/gtest.h>

#include "hamlet.h"
#include "simulate/family.h"

namespace koers::simulate {
namespace {

/// Two families in two of three dwellings, and a year in which all sorts of things happened.
struct State {
  Population population = hamlet();
  YearBook book;

  State() {
    for (const int age : {40, 30}) {
      const PersonIndex man = person(population, Sex::man, age);
      const PersonIndex woman = person(population, Sex::woman, age);
      const HouseholdIndex home = couple(population, man, woman, {person(population, Sex::man, 5)});
      settle(population, home, dwelling(population, Tenure::owner_occupied), 2020);
    }
    dwelling(population, Tenure::social_rent);
    book = {.persons_before = 7, .births = 1, .deaths = 2, .persons_arrived = 3, .persons_departed = 3};
    book.standing_before = 4;
    book.built = 1;
    book.demolished = 2;
    book.chains_begun = 9;
    book.chains_absorbed = 5;
    book.chains_withdrawn = 3;
    book.open = 1;
  }
  [[nodiscard]] std::vector<std::string> violations() const { return simulate::violations(population, book); }
};

TEST(Balances, HoldWhenNothingIsWrong) { EXPECT_EQ(State().violations(), std::vector<std::string>{}); }

using Damage = std::function<void(State&)>;

/// Every kind of damage is found, and what is told names it.
void expect_found(const Damage& damage, const std::string& words) {
  State state;
  damage(state);
  const std::vector<std::string> found = state.violations();
  ASSERT_FALSE(found.empty()) << words;
  bool told = false;
  for (const std::string& sentence : found) told = told || sentence.find(words) != std::string::npos;
  EXPECT_TRUE(told) << words << " is not in: " << found.front();
}

TEST(Balances, FindDamageToHouseholds) {
  expect_found([](State& s) { s.population.households.members[0] = 4; }, "household 0 has 3 members");
  expect_found([](State& s) { s.population.households.members[1] = 2; }, "household 1");
  expect_found([](State& s) { s.population.households.children[1] = 0; }, "counts 3 and 0");
  expect_found([](State& s) { s.population.households.first[0] = kNone; }, "persons");
  expect_found([](State& s) { s.population.persons.role[0] = Role::child; }, "has no head");
  expect_found([](State& s) { s.population.persons.role[2] = Role::partner; }, "household 0");
}

TEST(Balances, FindDamageToPersons) {
  expect_found([](State& s) { s.population.persons.household[1] = 1; }, "person 1 is in the chain of household 0");
  expect_found([](State& s) { s.population.persons.household[5] = kNone; }, "persons");
  expect_found([](State& s) { s.population.persons.next[1] = kNone; }, "household 0 has 2 members");
  expect_found([](State& s) { s.population.persons.next[2] = 3; }, "person 3 is in the chain of household 0");
  expect_found([](State& s) { s.population.persons.next[2] = 0; }, "household 0");  // a ring
  expect_found([](State& s) { s.population.persons.free_rows.push_back(2); }, "persons and free rows");
}

TEST(Balances, FindDamageToDwellings) {
  expect_found([](State& s) { s.population.households.dwelling[0] = 2; }, "household 0 says it lives in dwelling 2");
  expect_found([](State& s) { s.population.households.dwelling[0] = kNone; }, "dwelling 0 says household 0 lives in it");
  expect_found([](State& s) { s.population.dwellings.occupant[2] = 1; }, "dwelling 2 says household 1 lives in it");
  expect_found([](State& s) { s.population.dwellings.occupant[1] = kNone; }, "open vacancies");
  expect_found([](State& s) { s.population.dwellings.status[0] = DwellingStatus::gone; }, "dwelling 0 does not stand");
}

TEST(Balances, FindEveryNumberOfTheBookThatDoesNotAddUp) {
  expect_found([](State& s) { ++s.book.persons_before; }, "persons before");
  expect_found([](State& s) { ++s.book.births; }, "persons before");
  expect_found([](State& s) { ++s.book.deaths; }, "persons before");
  expect_found([](State& s) { ++s.book.persons_arrived; }, "persons before");
  expect_found([](State& s) { ++s.book.persons_departed; }, "persons before");
  expect_found([](State& s) { ++s.book.standing_before; }, "dwellings before");
  expect_found([](State& s) { ++s.book.built; }, "dwellings before");
  expect_found([](State& s) { ++s.book.demolished; }, "dwellings before");
  expect_found([](State& s) { ++s.book.chains_begun; }, "vacancies absorbed");
  expect_found([](State& s) { ++s.book.chains_absorbed; }, "vacancies absorbed");
  expect_found([](State& s) { ++s.book.chains_withdrawn; }, "vacancies absorbed");
  expect_found([](State& s) { ++s.book.open; }, "open vacancies are 2");
}

TEST(Balances, TellNoMoreThanTwenty) {
  State state;
  for (int i = 0; i < 30; ++i) state.population.dwellings.occupant[dwelling(state.population, Tenure::social_rent)] = 0;
  EXPECT_EQ(state.violations().size(), 20U);
}

}  // namespace
}  // namespace koers::simulate
