// SPDX-License-Identifier: EUPL-1.2
// The dwellings of an area and who lives in which.
#pragma once
#include <cstdint>
#include <vector>

#include "simulate/area_people.h"

namespace koers::simulate {

/// A dwelling that is not yet in a row.
struct DwellingDraft {
  DwellingType type = DwellingType::flat;
  std::uint8_t rooms = 1;
  Tenure tenure = Tenure::owner_occupied;
  std::uint8_t period = 0;
  std::uint32_t occupant = kNone;  ///< place of the household in the area
};

[[nodiscard]] std::vector<DwellingDraft> dwellings_of(const DwellingTable& table);

/// What there is between a household and a dwelling of its tenure, in points; 0 is a perfect fit.
[[nodiscard]] int misfit(int members, int adults, int age_of_head, std::size_t income, DwellingType type, int rooms);

/// Brings the households of each tenure and its dwellings together. `vacant` dwellings stay empty, of all kinds alike; some
/// households found theirs by chance; the rest is spread between classes of households and kinds of dwelling at the least total
/// misfit (`transport`), and within these at random.
void house(std::vector<HouseholdDraft>& households, std::vector<DwellingDraft>& dwellings,
           const std::array<std::int64_t, kTenures>& vacant, std::uint64_t hash, Stream stream);

}  // namespace koers::simulate
