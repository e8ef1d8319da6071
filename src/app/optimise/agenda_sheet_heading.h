// SPDX-License-Identifier: EUPL-1.2
// Which column of a controller's sheet is what.
#pragma once
#include <map>
#include <optional>
#include <vector>

#include "app/optimise/agenda_sheet_words.h"
#include "app/optimise/sheet_faults.h"

namespace koers {

/// How far down a sheet the heading is looked for: above it people write what the sheet is.
inline constexpr std::int64_t kLastHeadingRow = 20;
/// An agenda and an option take twenty years at most; more is a slip of the pen.
inline constexpr std::size_t kMaxSheetYears = 60;

struct YearColumn {
  Year year;
  std::size_t index = 0;  ///< of the column, from 0
};

struct AgendaSheetHeading {
  std::int64_t row = 0;
  std::map<SheetColumn, std::size_t> columns;
  std::vector<YearColumn> years;  ///< rising, without a gap
  std::vector<bool> has_name;     ///< of each column: whether anything stands above it
  [[nodiscard]] std::optional<std::size_t> find(SheetColumn column) const;
  [[nodiscard]] std::optional<std::size_t> find(Year year) const;
};

/// The first row that names a column for the items; null when there is none, so that this is no such sheet.
[[nodiscard]] const ForeignRow* find_heading_row(const ForeignSheet& sheet);

/// Faults: a heading that is not known, merged, hidden or there twice; years with a gap; a needed column that is not there.
/// Nothing when without such a column no row can be judged.
[[nodiscard]] std::optional<AgendaSheetHeading> read_heading(const ForeignRow& row, SheetFaults& faults);

}  // namespace koers
