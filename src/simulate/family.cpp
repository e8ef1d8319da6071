// SPDX-License-Identifier: EUPL-1.2
#include "simulate/family.h"

#include <cassert>

namespace koers::simulate {
namespace {

PersonIndex row_for_person(Persons& persons) {
  if (!persons.free_rows.empty()) {
    const PersonIndex row = persons.free_rows.back();
    persons.free_rows.pop_back();
    return row;
  }
  const auto row = static_cast<PersonIndex>(persons.rows());
  persons.key.emplace_back();
  persons.birth_year.emplace_back();
  persons.sex.emplace_back();
  persons.role.emplace_back();
  persons.education.emplace_back();
  persons.work.emplace_back();
  persons.household.emplace_back(kNone);
  persons.next.emplace_back(kNone);
  persons.talent.emplace_back();
  return row;
}

HouseholdIndex row_for_household(Households& households) {
  if (!households.free_rows.empty()) {
    const HouseholdIndex row = households.free_rows.back();
    households.free_rows.pop_back();
    return row;
  }
  const auto row = static_cast<HouseholdIndex>(households.rows());
  households.first.emplace_back(kNone);
  households.members.emplace_back();
  households.children.emplace_back();
  households.stage.emplace_back();
  households.income.emplace_back();
  households.wealth.emplace_back();
  households.dwelling.emplace_back(kNone);
  households.neighbourhood.emplace_back();
  households.since.emplace_back();
  households.registered.emplace_back();
  return row;
}

/// The member before `person` in the chain; kNone when it is the first.
PersonIndex before(const Population& population, HouseholdIndex household, PersonIndex person) {
  PersonIndex previous = kNone;
  for (PersonIndex at = population.households.first[household]; at != person; at = population.persons.next[at]) previous = at;
  return previous;
}

void unlink(Population& population, HouseholdIndex household, PersonIndex person) {
  const PersonIndex previous = before(population, household, person);
  const PersonIndex after = population.persons.next[person];
  if (previous == kNone) {
    population.households.first[household] = after;
  } else {
    population.persons.next[previous] = after;
  }
  population.persons.next[person] = kNone;
  population.persons.household[person] = kNone;
  --population.households.members[household];
  if (population.persons.role[person] == Role::child) --population.households.children[household];
}

void put_first(Population& population, HouseholdIndex household, PersonIndex person) {
  const PersonIndex previous = before(population, household, person);
  if (previous == kNone) return;
  population.persons.next[previous] = population.persons.next[person];
  population.persons.next[person] = population.households.first[household];
  population.households.first[household] = person;
}

PersonIndex eldest_of_age(const Population& population, HouseholdIndex household, int year) {
  PersonIndex eldest = kNone;
  for (PersonIndex at = population.households.first[household]; at != kNone; at = population.persons.next[at]) {
    if (year - population.persons.birth_year[at] < kComingOfAge) continue;
    if (eldest == kNone || population.persons.birth_year[at] < population.persons.birth_year[eldest]) eldest = at;
  }
  return eldest;
}

void follow_up_head(Population& population, HouseholdIndex household, int year) {
  const PersonIndex first = population.households.first[household];
  if (population.persons.role[first] == Role::partner) {
    population.persons.role[first] = Role::head;
    return;
  }
  const PersonIndex eldest = eldest_of_age(population, household, year);
  if (eldest == kNone) return;
  put_first(population, household, eldest);
  population.persons.role[eldest] = Role::head;
  --population.households.children[household];
}

void free_household(Population& population, HouseholdIndex household) {
  assert(population.households.dwelling[household] == kNone);
  population.households.first[household] = kNone;
  population.households.members[household] = 0;
  population.households.children[household] = 0;
  population.households.free_rows.push_back(household);
}

}  // namespace

PersonIndex add_person(Persons& persons, const NewPerson& person) {
  const PersonIndex row = row_for_person(persons);
  persons.key[row] = person.key;
  persons.birth_year[row] = person.birth_year;
  persons.sex[row] = person.sex;
  persons.role[row] = Role::child;
  persons.education[row] = person.education;
  persons.work[row] = person.work;
  persons.household[row] = kNone;
  persons.next[row] = kNone;
  persons.talent[row] = person.talent;
  return row;
}

HouseholdIndex found_household(Population& population, PersonIndex head, std::uint16_t neighbourhood, int year) {
  assert(population.persons.household[head] == kNone);
  Households& households = population.households;
  const HouseholdIndex row = row_for_household(households);
  households.first[row] = head;
  households.members[row] = 1;
  households.children[row] = 0;
  households.stage[row] = LifeStage::single;
  households.income[row] = 0;
  households.wealth[row] = 0;
  households.dwelling[row] = kNone;
  households.neighbourhood[row] = neighbourhood;
  households.since[row] = static_cast<std::int16_t>(year);
  households.registered[row] = static_cast<std::int16_t>(year);
  population.persons.household[head] = row;
  population.persons.role[head] = Role::head;
  population.persons.next[head] = kNone;
  return row;
}

void join_household(Population& population, HouseholdIndex household, PersonIndex person, Role role) {
  Persons& persons = population.persons;
  assert(persons.household[person] == kNone);
  PersonIndex previous = population.households.first[household];
  if (role == Role::child) {
    while (persons.next[previous] != kNone) previous = persons.next[previous];
    ++population.households.children[household];
  }
  persons.next[person] = persons.next[previous];
  persons.next[previous] = person;
  persons.household[person] = household;
  persons.role[person] = role;
  ++population.households.members[household];
}

void leave_household(Population& population, PersonIndex person, int year) {
  const HouseholdIndex household = population.persons.household[person];
  const bool was_head = population.households.first[household] == person;
  unlink(population, household, person);
  if (population.households.members[household] == 0) {
    free_household(population, household);
  } else if (was_head) {
    follow_up_head(population, household, year);
  }
}

void merge_households(Population& population, HouseholdIndex into, HouseholdIndex from) {
  PersonIndex person = population.households.first[from];
  Role role = Role::partner;
  while (person != kNone) {
    const PersonIndex after = population.persons.next[person];
    population.persons.household[person] = kNone;
    join_household(population, into, person, role);
    role = Role::child;
    person = after;
  }
  population.households.wealth[into] += population.households.wealth[from];
  free_household(population, from);
}

void forget_person(Persons& persons, PersonIndex person) {
  assert(persons.household[person] == kNone);
  persons.free_rows.push_back(person);
}

PersonIndex partner_of(const Population& population, HouseholdIndex household) {
  const PersonIndex second = population.persons.next[population.households.first[household]];
  return second != kNone && population.persons.role[second] == Role::partner ? second : kNone;
}

bool has_partner(const Population& population, HouseholdIndex household) {
  return population.households.members[household] - population.households.children[household] == 2;
}

bool has_head(const Population& population, HouseholdIndex household) {
  return population.persons.role[population.households.first[household]] != Role::child;
}

void vacate(Population& population, HouseholdIndex household) {
  const DwellingIndex dwelling = population.households.dwelling[household];
  if (dwelling == kNone) return;
  population.dwellings.occupant[dwelling] = kNone;
  population.households.dwelling[household] = kNone;
}

void settle(Population& population, HouseholdIndex household, DwellingIndex dwelling, int year) {
  assert(population.households.dwelling[household] == kNone);
  assert(population.dwellings.occupant[dwelling] == kNone);
  population.dwellings.occupant[dwelling] = household;
  population.households.dwelling[household] = dwelling;
  population.households.neighbourhood[household] = population.dwellings.neighbourhood[dwelling];
  population.households.since[household] = static_cast<std::int16_t>(year);
}

void dissolve(Population& population, HouseholdIndex household) {
  vacate(population, household);
  PersonIndex person = population.households.first[household];
  while (person != kNone) {
    const PersonIndex after = population.persons.next[person];
    population.persons.household[person] = kNone;
    population.persons.next[person] = kNone;
    forget_person(population.persons, person);
    person = after;
  }
  free_household(population, household);
}

}  // namespace koers::simulate
