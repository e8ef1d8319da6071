// SPDX-License-Identifier: EUPL-1.2
// Populations of a few people, set up one by one.
#pragma once
#include "simulate/population.h"

namespace koers::simulate {

inline constexpr int kHamletYear = 2022;

/// Nobody yet, in this many neighbourhoods, each a district of its own; all in one region.
[[nodiscard]] Population hamlet(std::uint16_t neighbourhoods = 2);

/// Somebody who reaches this age in `kHamletYear` and belongs nowhere yet. Keys are numbers from 1.
PersonIndex person(Population& population, Sex sex, int age);

/// A household without a dwelling: the first heads it, the others are its children.
HouseholdIndex household(Population& population, const std::vector<PersonIndex>& members);
/// … of a head, its partner and children.
HouseholdIndex couple(Population& population, PersonIndex head, PersonIndex partner,
                      const std::vector<PersonIndex>& children = {});

/// A vacant flat of three rooms, to be changed as needed. Keys are numbers from 1001.
DwellingIndex dwelling(Population& population, Tenure tenure, std::uint16_t neighbourhood = 0);

/// The members in the order of their chain.
[[nodiscard]] std::vector<PersonIndex> members_of(const Population& population, HouseholdIndex household);

/// What is wrong with it, its counts of persons and dwellings taken as given.
[[nodiscard]] std::vector<std::string> faults_of(const Population& population);

}  // namespace koers::simulate
