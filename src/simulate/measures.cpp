// SPDX-License-Identifier: EUPL-1.2
#include "simulate/measures.h"

namespace koers::simulate {
namespace {

constexpr std::size_t kRetirement = 67;

double& at(MeasureRow& row, Measure measure) { return row[static_cast<std::size_t>(measure)]; }

Measure age_band(std::size_t age) {
  if (age < 15) return Measure::persons_0_14;
  if (age < 25) return Measure::persons_15_24;
  if (age < 45) return Measure::persons_25_44;
  return age < 65 ? Measure::persons_45_64 : Measure::persons_65_plus;
}

void add_person(const Persons& persons, PersonIndex person, int year, MeasureRow& row) {
  const std::size_t age = age_in(year, persons.birth_year[person]);
  at(row, Measure::persons) += 1;
  at(row, age_band(age)) += 1;
  if (age < 18 || age >= kRetirement) return;
  at(row, Measure::working_age) += 1;
  at(row, Measure::working) += persons.work[person] == Work::working ? 1 : 0;
  at(row, Measure::high_education) += persons.education[person] == Education::high ? 1 : 0;
}

void add_household(const Population& population, const StatusScale& scale, HouseholdIndex household, MeasureRow& row) {
  const Households& households = population.households;
  at(row, Measure::households) += 1;
  row[static_cast<std::size_t>(Measure::starters) + static_cast<std::size_t>(households.stage[household])] += 1;
  // Whole euros: a sum of whole numbers is the same in any order.
  at(row, Measure::income_sum) +=
      static_cast<double>(static_cast<std::int64_t>(static_cast<double>(households.income[household]) * 1000));
  const std::size_t fifth = income_quintile(scale.quintiles, households.income[household]);
  at(row, Measure::highest_income) += fifth == kQuintiles - 1 ? 1 : 0;
  at(row, Measure::lowest_income) += fifth < 2 ? 1 : 0;
}

void add_dwelling(const Dwellings& dwellings, DwellingIndex dwelling, MeasureRow& row) {
  at(row, Measure::dwellings) += 1;
  at(row, Measure::vacant) += dwellings.occupant[dwelling] == kNone ? 1 : 0;
  row[static_cast<std::size_t>(Measure::owner_occupied) + static_cast<std::size_t>(dwellings.tenure[dwelling])] += 1;
}

}  // namespace

void measure(const Population& population, const StatusScale& scale, const Year& year, std::vector<MeasureRow>& rows) {
  rows.resize(population.neighbourhoods.size());
  const Households& households = population.households;
  for (PersonIndex i = 0; i < population.persons.rows(); ++i) {
    const HouseholdIndex household = population.persons.household[i];
    if (household != kNone) add_person(population.persons, i, year.calendar, rows[households.neighbourhood[household]]);
  }
  for (HouseholdIndex i = 0; i < households.rows(); ++i) {
    if (households.first[i] != kNone && households.dwelling[i] != kNone) {
      add_household(population, scale, i, rows[households.neighbourhood[i]]);
    }
  }
  for (DwellingIndex i = 0; i < population.dwellings.rows(); ++i) {
    if (population.dwellings.status[i] == DwellingStatus::standing) {
      add_dwelling(population.dwellings, i, rows[population.dwellings.neighbourhood[i]]);
    }
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    at(rows[i], Measure::income_sum) /= 1000;
    at(rows[i], Measure::score) = static_cast<double>(population.neighbourhoods[i].score);
  }
}

}  // namespace koers::simulate
