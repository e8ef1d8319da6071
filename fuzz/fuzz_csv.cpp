// SPDX-License-Identifier: EUPL-1.2
// CSV as somebody wrote it. A table that is read must come back from paper as the same.
#include <cstdint>

#include "base/table.h"
#include "require.h"

namespace {

std::string line_of(const std::vector<std::string>& cells) {
  std::string line;
  for (const auto& cell : cells) line += (line.empty() ? "" : ",") + koers::csv_cell(cell + ',');
  return line + '\n';
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto table = koers::parse_csv({reinterpret_cast<const char*>(data), size}, "f");
  if (!table) {
    require(table.error().faults.size() == 1 && table.error().faults.front().place.file == "f");
    return 0;
  }
  std::string text = line_of(table->header);
  int last_line = 0;
  for (const auto& row : table->rows) {
    require(row.cells.size() == table->header.size() && row.line >= last_line);
    last_line = row.line;
    text += line_of(row.cells);
  }
  const auto again = koers::parse_csv(text, "g");
  require(again && again->rows.size() == table->rows.size());
  for (std::size_t i = 0; i < table->rows.size(); ++i) {
    for (std::size_t j = 0; j < table->header.size(); ++j) require(again->rows[i].cells[j] == table->rows[i].cells[j] + ',');
  }
  return 0;
}
