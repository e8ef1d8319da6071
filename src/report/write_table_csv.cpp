// SPDX-License-Identifier: EUPL-1.2
#include "report/write_table_csv.h"

#include "base/table.h"
#include "report/write_csv.h"

namespace koers::report {
namespace {

void end_cell(std::string& out, bool is_last) { out += is_last ? '\n' : ','; }

}  // namespace

std::string write_table_csv(const Table& table) {
  std::string out;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    out += csv_cell(without_formula(table.columns[i].title));
    end_cell(out, i + 1 == table.columns.size());
  }
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      out += row[i].number ? plain_number(row[i]) : csv_cell(without_formula(row[i].text));
      end_cell(out, i + 1 == row.size());
    }
  }
  return out;
}

}  // namespace koers::report
