// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/agenda_sheet_heading.h"

#include <algorithm>

#include "gather/names.h"

namespace koers {
namespace {

bool is_blank(const ForeignCell& cell) { return gather::without_blanks(cell.text).empty(); }

bool is_word(const ForeignCell& cell) { return cell.kind == CellKind::text && !is_blank(cell); }

std::string known_headings() {
  std::string out;
  for (const SheetColumnWords& each : kSheetColumns) {
    out += std::string(each.nl) + (each.nl == each.en ? ", " : " (" + std::string(each.en) + "), ");
  }
  return out + "or a year such as 2023";
}

class HeadingReader {
 public:
  HeadingReader(const ForeignRow& row, SheetFaults& faults) : row_(row), faults_(faults) { heading_.row = row.number; }

  std::optional<AgendaSheetHeading> run() {
    for (std::size_t n = 0; n < row_.cells.size(); ++n) read_cell(n);
    check_years();
    return has_all_needed() ? std::optional(std::move(heading_)) : std::nullopt;
  }

 private:
  void read_cell(std::size_t n) {
    const ForeignCell& cell = row_.cells[n];
    heading_.has_name.push_back(!is_blank(cell));
    if (cell.merged) fault("merged_cell", n, words_for(cell), "a heading of one cell a column");
    if (is_blank(cell)) return;
    if (cell.hidden) fault("hidden_cell", n, words_for(cell), "a column that can be seen, or none");
    if (const auto year = cell.kind == CellKind::text || cell.kind == CellKind::number
                              ? parse_year(gather::without_blanks(cell.text))
                              : std::nullopt) {
      add_year(*year, n);
    } else if (const auto column = is_word(cell) ? sheet_column(cell.text) : std::nullopt) {
      if (!heading_.columns.emplace(*column, n).second)
        fault("double_id", n, words_for(cell) + " a second time", "every heading once");
    } else {
      fault("columns", n, words_for(cell), known_headings());
    }
  }

  void add_year(Year year, std::size_t n) {
    if (heading_.find(year)) {
      fault("double_id", n, to_string(year) + " a second time", "every year once");
    } else if (heading_.years.size() == kMaxSheetYears) {
      fault("columns", n, "a year more", "at most " + std::to_string(kMaxSheetYears) + " years");
    } else {
      heading_.years.push_back({year, n});
    }
  }

  void check_years() {
    for (std::size_t i = 1; i < heading_.years.size(); ++i) {
      const Year expected{heading_.years[i - 1].year.value + 1};
      if (heading_.years[i].year != expected)
        fault("columns", heading_.years[i].index, to_string(heading_.years[i].year), to_string(expected) + ", the next year");
    }
  }

  bool has_all_needed() {
    bool has_all = true;
    for (const SheetColumnWords& each : kSheetColumns) {
      if (!each.is_needed || heading_.find(each.column)) continue;
      fault("columns", 0, "no column " + std::string(each.nl) + " (" + std::string(each.en) + ")", "such a column");
      has_all = false;
    }
    if (heading_.years.empty()) fault("columns", 0, "no column of a year", "a column for each year, such as 2023");
    return has_all && !heading_.years.empty();
  }

  void fault(const char* rule, std::size_t column, std::string found, std::string expected) {
    faults_.add(rule, row_.number, column, std::move(found), std::move(expected));
  }

  const ForeignRow& row_;
  SheetFaults& faults_;
  AgendaSheetHeading heading_;
};

}  // namespace

std::optional<std::size_t> AgendaSheetHeading::find(SheetColumn column) const {
  const auto found = columns.find(column);
  return found == columns.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> AgendaSheetHeading::find(Year year) const {
  const auto found = std::find_if(years.begin(), years.end(), [&](const YearColumn& each) { return each.year == year; });
  return found == years.end() ? std::nullopt : std::optional(found->index);
}

const ForeignRow* find_heading_row(const ForeignSheet& sheet) {
  for (const ForeignRow& row : sheet.rows) {
    if (row.number > kLastHeadingRow) break;
    for (const ForeignCell& cell : row.cells) {
      if (is_word(cell) && sheet_column(cell.text) == SheetColumn::item) return &row;
    }
  }
  return nullptr;
}

std::optional<AgendaSheetHeading> read_heading(const ForeignRow& row, SheetFaults& faults) {
  return HeadingReader(row, faults).run();
}

}  // namespace koers
