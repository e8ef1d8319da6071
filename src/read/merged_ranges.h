// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "read/answer.h"

namespace koers::reader {

struct CellPlace {
  std::int64_t row = 0;
  std::int64_t column = 0;
};

/// `B12` as row 12, column 2; nothing when it is no such reference.
[[nodiscard]] std::optional<CellPlace> cell_place(std::string_view reference);

/// The merged blocks of a sheet, for a reader that goes through its rows from above to below.
class MergedRanges {
 public:
  /// `A1:C3`; false when it is no range.
  bool add(std::string_view range);
  /// Once, when all are added.
  void sort();
  /// Flags the cells of the row that are in a block, and adds those that are not there. Rows must rise.
  void mark(std::int64_t row, std::vector<PlacedCell>& cells, Answer& answer);

 private:
  struct Range {
    CellPlace first;
    CellPlace last;
  };
  std::vector<Range> ranges_;
  std::vector<Range> active_;
  std::size_t next_ = 0;
  std::int64_t marked_ = 0;
};

}  // namespace koers::reader
