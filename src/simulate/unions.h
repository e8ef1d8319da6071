// SPDX-License-Identifier: EUPL-1.2
// Step 3 of a year: who finds a partner, and who looks for a first dwelling.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "simulate/year.h"

namespace koers::simulate {

/// Somebody who lives with parents and wants a dwelling, alone or with a partner who lives with parents too. Both stay where they
/// are until there is one.
struct Leaver {
  PersonIndex person = kNone;
  PersonIndex partner = kNone;  ///< kNone: alone
};

/// Pairs those who seek a partner within each region, by age: a man on average two years older than a woman, two in fifty with
/// somebody of their own sex. Two households become one in the better of their dwellings (owned before rented, then by rooms);
/// what is left goes to `openings`. Returns the number of unions that live together at once. `leavers` gets those of `events` who
/// leave home and have not moved in with a partner, by their keys.
std::uint32_t form_unions(Population& population, std::span<const std::uint8_t> events, const Year& year,
                          std::vector<Opening>& openings, std::vector<Leaver>& leavers);

}  // namespace koers::simulate
