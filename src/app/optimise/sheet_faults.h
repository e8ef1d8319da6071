// SPDX-License-Identifier: EUPL-1.2
// What is wrong with a sheet, each thing at its cell.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/foreign_table.h"
#include "base/result.h"

namespace koers {

/// `F12`; `column` counts from 0, `row` from 1.
[[nodiscard]] std::string cell_name(std::int64_t row, std::size_t column);

/// What a cell holds, in words: `the number 12`, `"Meerzicht"`, `nothing`.
[[nodiscard]] std::string words_for(const ForeignCell& cell);

class SheetFaults {
 public:
  explicit SheetFaults(const ForeignSheet& sheet) : file_(sheet.file), sheet_(sheet.name) {}

  /// At file, row and column; the path is the cell as a spreadsheet names it, `Blad1!F12`.
  void add(const char* rule, std::int64_t row, std::size_t column, std::string found, std::string expected);

  [[nodiscard]] std::int64_t count() const { return count_; }
  /// The first `kMaxFaults`.
  [[nodiscard]] const std::vector<Fault>& faults() const { return faults_; }

 private:
  std::string file_;
  std::string sheet_;
  std::vector<Fault> faults_;
  std::int64_t count_ = 0;
};

}  // namespace koers
