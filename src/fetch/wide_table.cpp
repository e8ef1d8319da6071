// SPDX-License-Identifier: EUPL-1.2
#include "fetch/wide_table.h"

#include <algorithm>

namespace koers::fetch {

ForeignCell cell_of(const PageValue& value) {
  switch (value.type) {
    case PageValue::Type::null:
      return {"null", CellKind::empty};
    case PageValue::Type::boolean:
      return {value.text, CellKind::boolean};
    case PageValue::Type::number:
      return {value.text, CellKind::number};
    case PageValue::Type::nested:
      return {"a list or an object", CellKind::error};
    case PageValue::Type::text:
      break;
  }
  const std::string_view text = trimmed(value.text);
  return {std::string(text), text.empty() || text == "." ? CellKind::empty : CellKind::text};
}

void WideTable::add_column(CbsColumn column) {
  if (column.kind != CbsColumnKind::measure) ++dimensions_;
  column_places_.emplace(column.code, columns_.size());
  columns_.push_back(std::move(column));
}

std::size_t WideTable::add_undescribed(const std::string& code) {
  CbsColumn column;
  column.code = code;
  add_column(std::move(column));
  return columns_.size() - 1;
}

std::optional<std::size_t> WideTable::column(std::string_view code) const {
  const auto found = column_places_.find(code);
  return found == column_places_.end() ? std::nullopt : std::optional(found->second);
}

WideTable::Place WideTable::row_of(const std::vector<std::string_view>& keys) {
  key_.clear();
  for (const std::string_view key : keys) {
    key_ += key;
    key_ += '\n';  // no key holds one: they are trimmed words
  }
  if (const auto found = row_places_.find(key_); found != row_places_.end()) return {found->second, false};
  ForeignRow& row = rows_.emplace_back();
  row.number = static_cast<std::int64_t>(rows_.size());
  row.cells.resize(columns_.size());
  for (std::size_t n = 0; n < keys.size(); ++n) row.cells[n] = {std::string(keys[n]), CellKind::text};
  row_places_.emplace(key_, rows_.size() - 1);
  return {rows_.size() - 1, true};
}

bool WideTable::put(std::size_t row, std::size_t column, ForeignCell cell) {
  std::vector<ForeignCell>& cells = rows_[row].cells;
  if (column >= cells.size()) cells.resize(columns_.size());
  if (cells[column] != ForeignCell{}) return false;
  cells[column] = std::move(cell);
  return true;
}

const std::string& WideTable::key(std::size_t row, std::size_t dimension) const { return rows_[row].cells[dimension].text; }

ForeignTable WideTable::take_table(std::string origin, std::string name) {
  ForeignTable table{std::move(origin), std::move(name), {}, std::move(rows_)};
  for (const CbsColumn& column : columns_) table.columns.push_back(column.code);
  return table;
}

}  // namespace koers::fetch
