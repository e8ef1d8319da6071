// SPDX-License-Identifier: EUPL-1.2
#include "report/write_csv.h"

#include <charconv>
#include <cmath>

#include "base/table.h"

namespace koers::report {
namespace {

void add(std::string& out, const std::string& text, char after) {
  out += csv_cell(without_formula(text));
  out += after;
}

}  // namespace

std::string plain_number(const Cell& cell) {
  if (!cell.number || !std::isfinite(*cell.number)) return "";
  char text[400];
  const auto end = std::to_chars(text, text + sizeof text, *cell.number, std::chars_format::fixed, cell.decimals).ptr;
  return {text, end};
}

std::string without_formula(const std::string& text) {
  // As OWASP advises ("CSV Injection"): these begin a formula in Excel and LibreOffice.
  const bool is_risky = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  return is_risky ? '\'' + text : text;
}

std::string write_csv(const Document& document) {
  const WriterWords& words = document.words;
  std::string out;
  for (const std::string* title : {&words.section, &words.table, &words.row, &words.column, &words.text}) add(out, *title, ',');
  add(out, words.number, '\n');
  for (const auto& [section, table] : tables_of(document)) {
    for (const auto& row : table->rows) {
      for (std::size_t i = 1; i < row.size(); ++i) {
        add(out, section->title, ',');
        add(out, table->caption, ',');
        add(out, row.front().text, ',');
        add(out, table->columns[i].title, ',');
        add(out, row[i].text, ',');
        out += plain_number(row[i]) + '\n';  // a number is no formula, also when it is negative
      }
    }
  }
  return out;
}

}  // namespace koers::report
