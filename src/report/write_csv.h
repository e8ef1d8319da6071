// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>

#include "report/document.h"

namespace koers::report {

/// All tables of a report as one: a row for each cell (RFC 4180, UTF-8). A text that a spreadsheet would take for a formula gets
/// an apostrophe before it.
[[nodiscard]] std::string write_csv(const Document& document);

/// The number of a cell, rounded to what the report shows: no precision that is not there. Empty when it has none.
[[nodiscard]] std::string plain_number(const Cell& cell);

/// A text that no spreadsheet takes for a formula.
[[nodiscard]] std::string without_formula(const std::string& text);

}  // namespace koers::report
