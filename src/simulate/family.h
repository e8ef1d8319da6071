// SPDX-License-Identifier: EUPL-1.2
// Who belongs to which household. Members are a chain from the head: head, partner, children in order of coming. Every change of
// it goes through here, so that what is counted stays true.
#pragma once
#include "simulate/population.h"

namespace koers::simulate {

struct NewPerson {
  std::uint64_t key = 0;
  std::int16_t birth_year = 0;
  Sex sex = Sex::man;
  Education education = Education::low;
  Work work = Work::none;
  float talent = 0;
};

/// A person who belongs nowhere yet, on a free row if there is one.
[[nodiscard]] PersonIndex add_person(Persons& persons, const NewPerson& person);

/// A household of one, without a dwelling, staying in this neighbourhood. The person belongs to no other.
HouseholdIndex found_household(Population& population, PersonIndex head, std::uint16_t neighbourhood, int year);

/// The person, who belongs to no other household, joins this one as partner (of a head without one) or as child.
void join_household(Population& population, HouseholdIndex household, PersonIndex person, Role role);

/// The person belongs nowhere. A partner, and else the eldest child of at least `kComingOfAge`, follows up a head; a household
/// that nobody of age is left in keeps its children and waits for `dissolve`. An empty one is freed; it must have no dwelling
/// then.
void leave_household(Population& population, PersonIndex person, int year);

/// All members of `from` move to `into`: its head as partner, the others as children. `from` is freed; it must have no dwelling.
void merge_households(Population& population, HouseholdIndex into, HouseholdIndex from);

/// Frees the row of a person who belongs nowhere.
void forget_person(Persons& persons, PersonIndex person);

[[nodiscard]] bool has_partner(const Population& population, HouseholdIndex household);
/// The partner of the head; kNone without one.
[[nodiscard]] PersonIndex partner_of(const Population& population, HouseholdIndex household);
/// Whether somebody leads it: false when only children are left.
[[nodiscard]] bool has_head(const Population& population, HouseholdIndex household);

/// Gives up the household: its dwelling is vacant, its members and its row are free.
void dissolve(Population& population, HouseholdIndex household);

/// The household leaves its dwelling, which stays behind vacant.
void vacate(Population& population, HouseholdIndex household);
/// The household, without a dwelling, comes to live in this vacant one.
void settle(Population& population, HouseholdIndex household, DwellingIndex dwelling, int year);

inline constexpr int kComingOfAge = 18;

}  // namespace koers::simulate
