// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>

#include "report/document.h"

namespace koers::report {

/// One table as it stands, with its heading (RFC 4180, UTF-8); numbers with a point. A text that a spreadsheet would take for a
/// formula gets an apostrophe before it.
[[nodiscard]] std::string write_table_csv(const Table& table);

}  // namespace koers::report
