// SPDX-License-Identifier: EUPL-1.2
// The dwellings of an area, and who could live in them: the tables that its homes are made from.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "base/result.h"
#include "simulate/margins.h"
#include "simulate/patterns.h"
#include "simulate/whole_table.h"

namespace koers::simulate {

inline constexpr std::size_t kDwellingKinds = kDwellingTypes * kMaxRooms;
inline constexpr std::size_t kDwellingCells = kDwellingKinds * kTenures * kPeriods;

/// Dwellings by type × rooms × tenure × period.
struct DwellingTable {
  std::vector<std::int64_t> counts;
  std::int64_t dwellings = 0;
  JointFit fit;

  [[nodiscard]] std::array<std::int64_t, kTenures> by_tenure() const;
};
[[nodiscard]] Result<DwellingTable> dwelling_table(const AreaMargins& area, Stream stream);

inline constexpr std::size_t kHouseholdRows = kTypes4 * kHeadAges;
inline constexpr std::size_t kSituations = kTenuresOrNone * kIncomeClasses;
using HouseholdRows = std::array<std::int64_t, kHouseholdRows>;  ///< by type × age of head

/// Households by type × age of head × tenure × income class.
struct HouseholdTable {
  std::vector<std::int64_t> counts;
  std::array<std::int64_t, kTenures> vacant{};
  JointFit fit;
};
[[nodiscard]] Result<HouseholdTable> household_table(const AreaMargins& area, const HouseholdRows& rows,
                                                     const DwellingTable& dwellings, Stream stream);

}  // namespace koers::simulate
