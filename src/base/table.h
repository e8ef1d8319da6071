// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace koers {

/// A table as somebody wrote it: a header and rows of cells, all text.
struct Table {
  struct Row {
    int line = 0;  ///< in the file, from 1; where the row begins
    std::vector<std::string> cells;
  };
  std::string file;
  std::vector<std::string> header;
  std::vector<Row> rows;  ///< each as wide as the header
};

struct TableLimits {
  std::size_t bytes = 64U << 20U;
  std::size_t rows = 1'000'000;
  std::size_t columns = 1'000;
};

/// RFC 4180 with commas, UTF-8, a header with unique names, every row as wide as the header.
[[nodiscard]] Result<Table> parse_csv(std::string_view text, const std::string& file, const TableLimits& limits = {});

/// A cell as RFC 4180 wants it: in quotes when it holds a comma, quote or line break.
[[nodiscard]] std::string csv_cell(std::string_view text);

}  // namespace koers
