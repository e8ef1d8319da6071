// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/population_csv.h"

#include <array>
#include <ostream>

namespace koers {
namespace {

using simulate::kNone;

constexpr std::array<const char*, 2> kSexes{"man", "woman"};
constexpr std::array<const char*, 4> kRoles{"head", "partner", "child", "resident_of_institution"};
constexpr std::array<const char*, 3> kEducations{"low", "middle", "high"};
constexpr std::array<const char*, 3> kWorks{"none", "working", "retired"};
constexpr std::array<const char*, simulate::kLifeStages> kStages{
    "starter", "single", "couple", "young_family", "one_parent_family", "older_family", "empty_nest", "oldest"};
constexpr std::array<const char*, simulate::kDwellingTypes> kTypes{"flat", "terraced", "semi_detached", "detached"};
constexpr std::array<const char*, simulate::kTenures> kTenures{"owner_occupied", "social_rent", "private_rent"};

template <std::size_t N, class E>
const char* word(const std::array<const char*, N>& words, E value) {
  return words.at(static_cast<std::size_t>(value));
}

/// A line number from 1; nothing for none.
void write_reference(std::ostream& out, std::uint32_t index) {
  if (index != kNone) out << std::uint64_t{index} + 1;
}

}  // namespace

void write_persons_csv(std::ostream& out, const simulate::Population& population) {
  const simulate::Persons& persons = population.persons;
  out << "person,household,birth_year,sex,role,education,work\n";
  for (std::size_t i = 0; i < persons.rows(); ++i) {
    if (persons.household[i] == kNone) continue;
    out << i + 1 << ',' << std::uint64_t{persons.household[i]} + 1 << ',' << persons.birth_year[i] << ','
        << word(kSexes, persons.sex[i]) << ',' << word(kRoles, persons.role[i]) << ',' << word(kEducations, persons.education[i])
        << ',' << word(kWorks, persons.work[i]) << '\n';
  }
}

void write_households_csv(std::ostream& out, const simulate::Population& population) {
  const simulate::Households& households = population.households;
  out << "household,neighbourhood,dwelling,stage,members,children,income_thousand_euros,wealth_thousand_euros,since\n";
  for (std::size_t i = 0; i < households.rows(); ++i) {
    if (households.first[i] == kNone) continue;
    out << i + 1 << ',' << population.neighbourhoods[households.neighbourhood[i]].code << ',';
    write_reference(out, households.dwelling[i]);
    out << ',' << word(kStages, households.stage[i]) << ',' << int{households.members[i]} << ',' << int{households.children[i]}
        << ',' << households.income[i] << ',' << households.wealth[i] << ',' << households.since[i] << '\n';
  }
}

void write_dwellings_csv(std::ostream& out, const simulate::Population& population) {
  const simulate::Dwellings& dwellings = population.dwellings;
  out << "dwelling,neighbourhood,household,type,rooms,tenure,built,value_thousand_euros_or_rent_per_month\n";
  for (std::size_t i = 0; i < dwellings.rows(); ++i) {
    out << i + 1 << ',' << population.neighbourhoods[dwellings.neighbourhood[i]].code << ',';
    write_reference(out, dwellings.occupant[i]);
    out << ',' << word(kTypes, dwellings.type[i]) << ',' << int{dwellings.rooms[i]} << ',' << word(kTenures, dwellings.tenure[i])
        << ',' << dwellings.built[i] << ',' << dwellings.price[i] << '\n';
  }
}

}  // namespace koers
