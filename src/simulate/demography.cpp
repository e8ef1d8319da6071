// SPDX-License-Identifier: EUPL-1.2
#include "simulate/demography.h"

#include "simulate/family.h"
#include "simulate/numerics.h"

namespace koers::simulate {
namespace {

/// Of two parents who part, the one who moves out: the man in four cases of five when there are children, else either.
constexpr std::uint64_t kManLeavesChildren = odds_of(0.8);
constexpr std::uint64_t kManLeaves = odds_of(0.5);

std::uint8_t of_child(const LifeTables& tables, std::size_t sex, std::size_t age, const Block& bits) {
  std::uint8_t out = 0;
  if (happens(bits[2], tables.leaving_home[sex][age])) out |= kLeavesHome;
  if (age >= static_cast<std::size_t>(kComingOfAge) && happens(bits[3], tables.seeking[age])) out |= kSeeksPartner;
  return out;
}

std::uint8_t of_adult(const LifeTables& tables, bool is_head, bool partnered, std::size_t age, const Block& bits) {
  std::uint8_t out = 0;
  if (partnered && is_head && happens(bits[2], tables.separation[age])) out |= kParts;
  if (!partnered && happens(bits[2], tables.seeking[age])) out |= kSeeksPartner;
  if (happens(bits[3], tables.institution[partnered ? 1 : 0][age])) out |= kGoesToInstitution;
  return out;
}

std::uint8_t events_of(const Population& population, const LifeTables& tables, const Year& year, PersonIndex person) {
  const Persons& persons = population.persons;
  const HouseholdIndex household = persons.household[person];
  if (household == kNone) return 0;
  const std::size_t age = age_in(year.calendar, persons.birth_year[person]);
  const auto sex = static_cast<std::size_t>(persons.sex[person]);
  const Role role = persons.role[person];
  const Block bits = draw(year.stream, persons.key[person], year.index, DrawSite::demography);
  std::uint8_t out = happens(bits[0], tables.death[sex][age]) ? kDies : 0;
  if (age < 16 || role == Role::resident_of_institution) return out;
  const bool partnered = is_adult_role(role) && has_partner(population, household);
  if (sex == 1 && happens(bits[1], tables.birth[partnered ? 1 : 0][age])) out |= kBears;
  return out |
         (role == Role::child ? of_child(tables, sex, age, bits) : of_adult(tables, role == Role::head, partnered, age, bits));
}

void free_if_last(Population& population, HouseholdIndex household, VacancyOrigin origin, std::vector<Opening>& openings) {
  if (population.households.members[household] != 1) return;
  const DwellingIndex dwelling = population.households.dwelling[household];
  if (dwelling == kNone) return;
  vacate(population, household);
  openings.push_back({dwelling, origin});
}

/// Children whom nobody of age is left to go to guardians outside the city.
void send_orphans_away(Population& population, HouseholdIndex household, LifeAccount& account, std::vector<Opening>& openings) {
  account.orphans += population.households.members[household];
  const DwellingIndex dwelling = population.households.dwelling[household];
  dissolve(population, household);
  if (dwelling != kNone) openings.push_back({dwelling, VacancyOrigin::death});
}

void die(Population& population, PersonIndex person, int year, LifeAccount& account, std::vector<Opening>& openings) {
  const HouseholdIndex household = population.persons.household[person];
  if (household == kNone) return;  // an orphan who is away by now
  free_if_last(population, household, VacancyOrigin::death, openings);
  leave_household(population, person, year);
  forget_person(population.persons, person);
  ++account.deaths;
  if (population.households.members[household] > 0 && !has_head(population, household)) {
    send_orphans_away(population, household, account, openings);
  }
}

PersonIndex bear(Population& population, PersonIndex mother, const Year& year) {
  Persons& persons = population.persons;
  const std::uint64_t key = derived_key(persons.key[mother], static_cast<std::uint32_t>(year.calendar), 0);
  const Block bits = draw(year.stream, key, year.index, DrawSite::work);
  // 1,065 boys on 1,000 girls (United Nations, World Population Prospects 2024, Netherlands).
  constexpr std::uint64_t kBoy = odds_of(1.065 / 2.065);
  const PersonIndex child =
      add_person(persons, {key, static_cast<std::int16_t>(year.calendar), happens(bits[0], kBoy) ? Sex::man : Sex::woman,
                           Education::low, Work::none, talent_of(bits[1])});
  join_household(population, persons.household[mother], child, Role::child);
  return child;
}

/// The one who moves out, by a draw of the head that only the oldest use for anything else.
PersonIndex who_moves_out(const Population& population, PersonIndex head, PersonIndex partner, bool children, const Year& year) {
  const Persons& persons = population.persons;
  const Block bits = draw(year.stream, persons.key[head], year.index, DrawSite::demography, 1);
  const PersonIndex man = persons.sex[head] == Sex::man ? head : partner;
  const PersonIndex other = man == head ? partner : head;
  return happens(bits[0], children ? kManLeavesChildren : kManLeaves) ? man : other;
}

bool part(Population& population, PersonIndex head, const Year& year) {
  const HouseholdIndex household = population.persons.household[head];
  if (household == kNone || population.households.first[household] != head || !has_partner(population, household)) return false;
  Households& households = population.households;
  const PersonIndex leaver =
      who_moves_out(population, head, partner_of(population, household), households.children[household] > 0, year);
  leave_household(population, leaver, year.calendar);
  const HouseholdIndex own = found_household(population, leaver, households.neighbourhood[household], year.calendar);
  households.wealth[household] /= 2;
  households.wealth[own] = households.wealth[household];
  households.registered[own] = households.registered[household];
  return true;
}

bool go_to_institution(Population& population, PersonIndex person, int year, LifeAccount& account,
                       std::vector<Opening>& openings) {
  const HouseholdIndex household = population.persons.household[person];
  if (household == kNone) return false;
  const std::uint16_t neighbourhood = population.households.neighbourhood[household];
  free_if_last(population, household, VacancyOrigin::institution, openings);
  leave_household(population, person, year);
  if (population.households.members[household] > 0 && !has_head(population, household)) {
    send_orphans_away(population, household, account, openings);
  }
  found_household(population, person, neighbourhood, year);
  population.persons.role[person] = Role::resident_of_institution;
  return true;
}

}  // namespace

float talent_of(std::uint32_t bits) {
  constexpr double kScale = 0.5513288954217921;  // √3/π: a logistic variate of deviation 1
  const double u = unit(bits);
  return static_cast<float>(kTalentDeviation * kScale * ln(u / (1 - u)));
}

void decide_life_events(const Population& population, const LifeTables& tables, const Year& year,
                        std::vector<std::uint8_t>& events) {
  events.resize(population.persons.rows());
  for_each_range(events.size(), year.threads, [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) events[i] = events_of(population, tables, year, static_cast<PersonIndex>(i));
  });
}

LifeAccount carry_out_life_events(Population& population, std::span<std::uint8_t> events, const Year& year,
                                  std::vector<Opening>& openings) {
  LifeAccount account;
  const auto for_those = [&](std::uint8_t mask, const auto& act) {
    for (PersonIndex i = 0; i < events.size(); ++i) {
      if ((events[i] & mask) != 0) act(i);
    }
  };
  std::vector<PersonIndex> mothers;  // before a dead person's row is used again
  for_those(kDies, [&](PersonIndex i) { die(population, i, year.calendar, account, openings); });
  for_those(kBears, [&](PersonIndex i) {
    if ((events[i] & kDies) == 0 && population.persons.household[i] != kNone) mothers.push_back(i);
  });
  for_those(kParts, [&](PersonIndex i) {
    if ((events[i] & kDies) == 0) account.separations += part(population, i, year) ? 1 : 0;
  });
  for_those(kGoesToInstitution, [&](PersonIndex i) {
    if ((events[i] & kDies) == 0)
      account.institutions += go_to_institution(population, i, year.calendar, account, openings) ? 1 : 0;
  });
  for (const PersonIndex mother : mothers) {
    if (population.persons.household[mother] == kNone) continue;
    const PersonIndex child = bear(population, mother, year);
    if (child < events.size()) events[child] = 0;
    ++account.births;
  }
  return account;
}

}  // namespace koers::simulate
