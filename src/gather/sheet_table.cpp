// SPDX-License-Identifier: EUPL-1.2
#include "gather/sheet_table.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "gather/names.h"

namespace koers::gather {
namespace {

std::vector<Fault> faults_of(const ForeignRow& heading, const ForeignSheet& sheet) {
  std::vector<Fault> faults;
  std::set<std::string> seen;
  for (std::size_t n = 0; n < heading.cells.size(); ++n) {
    const ForeignCell& cell = heading.cells[n];
    const std::string name(without_blanks(cell.text));
    const Place place{sheet.file, static_cast<int>(heading.number), static_cast<int>(n) + 1};
    if (cell.merged) faults.push_back({"merged_cell", place, sheet.name, in_quotes(name), "a heading of one cell a column"});
    if (cell.kind == CellKind::empty || name.empty() || seen.insert(name).second) continue;
    faults.push_back({"double_id", place, sheet.name, in_quotes(name) + " a second time", "every heading once"});
  }
  return faults;
}

}  // namespace

Result<ForeignTable> table_of(const ForeignSheet& sheet, std::int64_t header_row) {
  const auto heading =
      std::find_if(sheet.rows.begin(), sheet.rows.end(), [&](const ForeignRow& row) { return row.number == header_row; });
  if (heading == sheet.rows.end()) {
    return failure(ErrorCode::bad_input, "The heading of the sheet is not where the mapping says.",
                   {{"columns", {sheet.file, static_cast<int>(header_row), 1}, sheet.name, "an empty row", "the heading"}});
  }
  if (auto faults = faults_of(*heading, sheet); !faults.empty()) {
    return failure(ErrorCode::bad_input, "The heading of the sheet " + in_quotes(sheet.name) + " cannot be used.",
                   std::move(faults));
  }
  ForeignTable table{sheet.file, sheet.name, {}, {heading + 1, sheet.rows.end()}};
  for (const ForeignCell& cell : heading->cells) {
    table.columns.emplace_back(cell.kind == CellKind::empty ? std::string_view() : without_blanks(cell.text));
  }
  return table;
}

}  // namespace koers::gather
