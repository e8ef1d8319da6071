// SPDX-License-Identifier: EUPL-1.2
#include "fetch/cbs_reader.h"

#include <algorithm>

#include "base/utf8.h"
#include "fetch/cbs_selection.h"
#include "fetch/page_fault.h"

namespace koers::fetch {
namespace {

std::string list_of(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

/// The dimension of areas: as the service marks it, or else by the names that CBS uses.
std::string find_area_dimension(const std::vector<CbsColumn>& columns) {
  for (const CbsColumn& column : columns) {
    if (column.kind == CbsColumnKind::area) return column.code;
  }
  for (const CbsColumn& column : columns) {
    const bool is_dimension = column.kind == CbsColumnKind::dimension;
    if (is_dimension && (column.code.starts_with("WijkenEnBuurten") || column.code.starts_with("Regio"))) return column.code;
  }
  return {};
}

}  // namespace

std::optional<int> small_number_of(PageRow row, std::string_view name) {
  const auto number = number_of(row, name);
  return number && *number >= 0 && *number <= 20 ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

std::unexpected<Error> repeated(const std::string& page, const std::string& what) {
  return page_fault(ErrorCode::bad_input, "repeated", page, "", what + " a second time", "each once");
}

std::string CbsReader::edition() const {
  return table_.modified.empty() ? "" : std::string(to_string(table_.service)) + ' ' + table_.id + ' ' + table_.modified;
}

PageList CbsReader::list(std::string address) const {
  PageList list;
  list.page_at = [address = std::move(address)](std::int64_t) { return address; };
  list.edition = edition();
  list.rules = task_.request.rules;
  list.max_pages = task_.request.max_pages;
  return list;
}

Result<void> CbsReader::describe(const std::vector<CbsColumn>& columns) {
  std::vector<CbsColumn> measures;
  area_dimension_ = find_area_dimension(columns);
  for (const CbsColumn& column : columns) {
    if (rows_.column(column.code)) return repeated(address_, "the column " + in_quotes(column.code));
    if (column.kind == CbsColumnKind::measure) {
      measures.push_back(column);
    } else {
      rows_.add_column(column);
    }
  }
  if (const auto checked = check_dimensions(); !checked) return checked;
  if (auto checked = check_columns(task_.request, measures, address_); !checked) return checked;
  for (CbsColumn& column : measures) {
    if (rows_.column(column.code)) return repeated(address_, "the column " + in_quotes(column.code));
    if (is_wanted(task_.request, column.code)) {
      rows_.add_column(std::move(column));
    } else {
      unwanted_.emplace(column.code, true);
    }
  }
  if (!area_dimension_.empty()) area_place_ = rows_.column(area_dimension_);
  for (std::size_t n = 0; n < rows_.dimensions(); ++n) {
    const auto found = task_.request.keys.find(rows_.columns()[n].code);
    wanted_keys_.push_back(found == task_.request.keys.end() ? nullptr : &found->second);
  }
  return {};
}

Result<void> CbsReader::check_dimensions() const {
  std::vector<std::string> names;
  for (const CbsColumn& column : rows_.columns()) names.push_back(column.code);
  if (names.empty()) return page_fault(ErrorCode::bad_input, "columns", address_, "", "no dimension", "at least one");
  if (!task_.request.areas.empty() && area_dimension_.empty()) {
    return page_fault(ErrorCode::bad_input, "columns", address_, "areas", "only the dimensions " + list_of(names),
                      "a dimension of areas, since areas were asked for");
  }
  for (const auto& [dimension, keys] : task_.request.keys) {
    if (std::ranges::find(names, dimension) != names.end()) continue;
    return page_fault(ErrorCode::bad_input, "columns", address_, "keys", "no dimension " + in_quotes(dimension),
                      "one of " + list_of(names));
  }
  return {};
}

std::optional<std::size_t> CbsReader::measure(std::string_view code) {
  if (const auto found = rows_.column(code)) return found;
  if (unwanted_.contains(code) || !is_wanted(task_.request, code)) return std::nullopt;
  remark("The column " + in_quotes(code) + " is in the rows but is not described.");
  return rows_.add_undescribed(std::string(code));
}

Result<void> CbsReader::read_keys(const std::string& page, PageRow row) {
  keys_.clear();
  for (std::size_t n = 0; n < rows_.dimensions(); ++n) {
    const std::string& name = rows_.columns()[n].code;
    const PageValue* value = find_value(row, name);
    const std::string_view key = value == nullptr ? "" : trimmed(value->text);
    if (key.empty()) {
      return page_fault(ErrorCode::bad_input, "columns", page, name, value == nullptr ? "a row without it" : "an empty key",
                        "a key in each row");
    }
    keys_.push_back(key);
  }
  return {};
}

bool CbsReader::is_wanted_row() const {
  const auto& areas = task_.request.areas;
  if (!areas.empty() && std::ranges::none_of(areas, [&](const auto& area) { return covers(area, keys_[*area_place_]); }))
    return false;
  for (std::size_t n = 0; n < keys_.size(); ++n) {
    if (wanted_keys_[n] != nullptr && std::ranges::find(*wanted_keys_[n], keys_[n]) == wanted_keys_[n]->end()) return false;
  }
  return true;
}

Result<WideTable::Place> CbsReader::place(const std::string& page) {
  const auto place = rows_.row_of(keys_);
  if (rows_.cells() > task_.request.max_cells) {
    return page_fault(ErrorCode::too_large, "too_large", page, "",
                      "more than " + std::to_string(task_.request.max_cells) + " cells", "fewer: ask for areas, columns or keys");
  }
  return place;
}

Result<void> CbsReader::read_codes(const std::string& dimension, const PageList& list, const CodeMembers& members) {
  const auto column = rows_.column(dimension);
  TextMap<bool> used;
  for (std::size_t row = 0; row < rows_.rows(); ++row) used.emplace(rows_.key(row, *column), true);
  auto& codes = table_.codes[dimension];
  const auto on_row = [&](const std::string& page, PageRow row) -> Result<void> {
    const std::string key = text_of(row, members.key);
    if (key.empty())
      return page_fault(ErrorCode::bad_input, "columns", page, std::string(members.key), "a code without it", "a key");
    if (!used.contains(key)) return {};
    const bool is_new = codes.emplace(key, CbsCode{text_of(row, members.title), text_of(row, members.status)}).second;
    if (!is_new) return repeated(page, "the code " + in_quotes(key));
    return {};
  };
  const auto read = read_list(task_.pages, list, on_row, {}, task_.stop);
  if (!read && read.error().code != ErrorCode::not_found) return std::unexpected(read.error());
  if (!read) remark("The names of " + dimension + " are not there.");
  for (const auto& [key, unused] : used) {
    if (read && !codes.contains(key)) remark("The key " + in_quotes(key) + " of " + dimension + " has no name.");
  }
  return {};
}

void CbsReader::remark(const std::string& text) { remarks_.insert(text); }

Result<CbsTable> CbsReader::finish() {
  if (rows_.rows() == 0) {
    const auto& areas = task_.request.areas;
    return page_fault(ErrorCode::not_found, "empty", address_, "", "no rows",
                      areas.empty() ? "rows" : "rows of " + list_of(areas) + "; look at the codes of the areas");
  }
  for (const std::string& area : task_.request.areas) {
    bool is_there = false;
    for (std::size_t row = 0; row < rows_.rows() && !is_there; ++row) is_there = covers(area, rows_.key(row, *area_place_));
    if (!is_there) table_.areas_without_rows.push_back(area);
  }
  table_.remarks.assign(remarks_.begin(), remarks_.end());
  table_.columns = rows_.columns();
  table_.table = rows_.take_table(address_, table_.id);
  return std::move(table_);
}

}  // namespace koers::fetch
