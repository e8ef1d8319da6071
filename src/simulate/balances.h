// SPDX-License-Identifier: EUPL-1.2
// Step 12 of a year: what must be true of every state. A violation is a bug; the run stops with what it found.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "simulate/population.h"

namespace koers::simulate {

/// What came and went in a year, and what there was before.
struct YearBook {
  std::uint64_t persons_before = 0;
  std::uint64_t births = 0;
  std::uint64_t deaths = 0;
  std::uint64_t persons_arrived = 0;
  std::uint64_t persons_departed = 0;
  std::uint64_t standing_before = 0;  ///< dwellings
  std::uint64_t built = 0;
  std::uint64_t demolished = 0;
  std::uint64_t chains_begun = 0;  ///< all so far
  std::uint64_t chains_absorbed = 0;
  std::uint64_t chains_withdrawn = 0;
  std::uint64_t open = 0;  ///< vacancies at the end
};

/// Every person in one household and every member chain as long as it is counted; every household in at most one dwelling and the
/// reverse; persons, dwellings and vacancies add up: opened = absorbed + withdrawn + open, and open = vacant dwellings. A
/// sentence for each that is not so.
[[nodiscard]] std::vector<std::string> violations(const Population& population, const YearBook& book);

}  // namespace koers::simulate
