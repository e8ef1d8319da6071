// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/sheet_faults.h"

#include <algorithm>

#include "base/utf8.h"
#include "model/read_record.h"

namespace koers {

std::string cell_name(std::int64_t row, std::size_t column) {
  std::string letters;
  // A … Z, AA … ZZ: digits from 1 to 26, without a zero.
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters += static_cast<char>('A' + (rest - 1) % 26);
  std::reverse(letters.begin(), letters.end());
  return letters + std::to_string(row);
}

std::string words_for(const ForeignCell& cell) {
  switch (cell.kind) {
    case CellKind::empty:
      return "nothing";
    case CellKind::text:
      return in_quotes(cell.text);
    case CellKind::number:
      return "the number " + cell.text;
    case CellKind::boolean:
      return "the truth value " + cell.text;
    case CellKind::date:
      return "the date " + cell.text;
    case CellKind::error:
      return "an error: " + cell.text;
  }
  return in_quotes(cell.text);
}

void SheetFaults::add(const char* rule, std::int64_t row, std::size_t column, std::string found, std::string expected) {
  if (++count_ > static_cast<std::int64_t>(kMaxFaults)) return;
  const std::string cell = cell_name(row, column);
  faults_.push_back({rule,
                     {file_, static_cast<int>(row), static_cast<int>(column) + 1},
                     sheet_.empty() ? cell : sheet_ + '!' + cell,
                     std::move(found),
                     std::move(expected)});
}

}  // namespace koers
