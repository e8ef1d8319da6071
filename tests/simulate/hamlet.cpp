// SPDX-License-Identifier: EUPL-1.2
#include "hamlet.h"

#include <algorithm>

#include "simulate/balances.h"
#include "simulate/family.h"

namespace koers::simulate {

Population hamlet(std::uint16_t neighbourhoods) {
  Population out;
  out.year = kHamletYear;
  out.regions = {"R"};
  for (std::uint16_t i = 0; i < neighbourhoods; ++i) {
    Neighbourhood one;
    one.code = "N" + std::to_string(i);
    one.district = i;
    one.x_km = i;
    out.districts.push_back("D" + std::to_string(i));
    out.neighbourhoods.push_back(one);
  }
  return out;
}

PersonIndex person(Population& population, Sex sex, int age) {
  NewPerson one;
  one.key = population.persons.rows() + 1;
  one.birth_year = static_cast<std::int16_t>(kHamletYear - age);
  one.sex = sex;
  return add_person(population.persons, one);
}

HouseholdIndex household(Population& population, const std::vector<PersonIndex>& members) {
  const HouseholdIndex out = found_household(population, members.front(), 0, kHamletYear);
  for (std::size_t i = 1; i < members.size(); ++i) join_household(population, out, members[i], Role::child);
  return out;
}

HouseholdIndex couple(Population& population, PersonIndex head, PersonIndex partner, const std::vector<PersonIndex>& children) {
  const HouseholdIndex out = found_household(population, head, 0, kHamletYear);
  join_household(population, out, partner, Role::partner);
  for (const PersonIndex child : children) join_household(population, out, child, Role::child);
  return out;
}

DwellingIndex dwelling(Population& population, Tenure tenure, std::uint16_t neighbourhood) {
  Dwellings& dwellings = population.dwellings;
  const auto row = static_cast<DwellingIndex>(dwellings.rows());
  dwellings.key.push_back(1001 + row);
  dwellings.neighbourhood.push_back(neighbourhood);
  dwellings.type.push_back(DwellingType::flat);
  dwellings.rooms.push_back(3);
  dwellings.tenure.push_back(tenure);
  dwellings.status.push_back(DwellingStatus::standing);
  dwellings.built.push_back(1980);
  dwellings.price.push_back(tenure == Tenure::owner_occupied ? 300.0F : 600.0F);
  dwellings.occupant.push_back(kNone);
  return row;
}

std::vector<PersonIndex> members_of(const Population& population, HouseholdIndex household) {
  std::vector<PersonIndex> out;
  for (PersonIndex at = population.households.first[household]; at != kNone; at = population.persons.next[at]) out.push_back(at);
  return out;
}

std::vector<std::string> faults_of(const Population& population) {
  YearBook book;
  book.persons_before = population.persons.rows() - population.persons.free_rows.size();
  const Dwellings& dwellings = population.dwellings;
  for (DwellingIndex i = 0; i < dwellings.rows(); ++i) {
    if (dwellings.status[i] != DwellingStatus::standing) continue;
    ++book.standing_before;
    book.open += dwellings.occupant[i] == kNone ? 1 : 0;
  }
  book.chains_begun = book.open;
  return violations(population, book);
}

}  // namespace koers::simulate
