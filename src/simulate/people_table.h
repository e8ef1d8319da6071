// SPDX-License-Identifier: EUPL-1.2
// The people of an area by what they are in a household: the table that households are made from.
#pragma once
#include <array>
#include <cstdint>

#include "base/result.h"
#include "simulate/margins.h"
#include "simulate/patterns.h"
#include "simulate/whole_table.h"

namespace koers::simulate {

/// Persons by position × sex × age group, and the households that they make.
struct PeopleTable {
  std::array<std::int32_t, kPositions * kPeople> counts{};
  std::array<std::int64_t, kTypes4> households{};  ///< single, couple, couple with children, lone parent
  std::int64_t persons = 0;
  std::int64_t in_institutions = 0;
  JointFit fit;

  [[nodiscard]] std::int32_t at(Position position, Sex sex, std::size_t age) const {
    return counts[static_cast<std::size_t>(position) * kPeople + static_cast<std::size_t>(sex) * kAges21 + age];
  }
};

/// Every person of the age–sex pool gets a position. Adults and places are made even by the number of adult children at home and
/// the share of lone parents, within bounds; then, if the margin of the households is an estimate, by couples that become singles
/// or the reverse; then by residents of institutions. A published margin of households is kept; error when there are too few
/// adults or children for it.
[[nodiscard]] Result<PeopleTable> people_table(const AreaMargins& area, Stream stream);

}  // namespace koers::simulate
