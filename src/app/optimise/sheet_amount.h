// SPDX-License-Identifier: EUPL-1.2
// An amount of money or people in a cell.
#pragma once
#include <cstdint>
#include <expected>
#include <string>

#include "app/optimise/agenda_sheet_words.h"
#include "base/foreign_table.h"

namespace koers {

/// Where the numbers of a sheet come from: a spreadsheet knows what is a number, in a text file (CSV) everything is text.
enum class NumberStyle : std::uint8_t { cells, text };

/// Why a cell is no amount.
struct NoAmount {
  const char* rule;
  std::string expected;
};

/// Cents or hundredths of an fte. Numbers of a spreadsheet are rounded to these, since formulas give more places; in text they
/// have at most two, after a point or a comma, and no signs between thousands: `1.000` could be one or a thousand.
[[nodiscard]] std::expected<std::int64_t, NoAmount> amount_of(const ForeignCell& cell, const SheetUnit& unit, NumberStyle style);

}  // namespace koers
