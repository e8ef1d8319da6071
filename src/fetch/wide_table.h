// SPDX-License-Identifier: EUPL-1.2
// Builds the wide table: one row per combination of dimension keys, one column per measure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/foreign_table.h"
#include "base/result.h"
#include "fetch/cbs.h"
#include "fetch/odata_page.h"

namespace koers::fetch {

struct HashOfText {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
template <class Value>
using TextMap = std::unordered_map<std::string, Value, HashOfText, std::equal_to<>>;

/// As the source stores it, or empty with the reason: `.` for the mark of CBS, `null`, or an empty text as it stands.
[[nodiscard]] ForeignCell cell_of(const PageValue& value);

class WideTable {
 public:
  /// Dimensions come first, in the order in which they are added; all columns before the first row.
  void add_column(CbsColumn column);
  /// A measure that the service gives without describing it; it is kept, with a remark.
  std::size_t add_undescribed(const std::string& code);

  [[nodiscard]] const std::vector<CbsColumn>& columns() const { return columns_; }
  [[nodiscard]] std::size_t dimensions() const { return dimensions_; }
  [[nodiscard]] std::optional<std::size_t> column(std::string_view code) const;
  [[nodiscard]] std::size_t rows() const { return rows_.size(); }
  [[nodiscard]] const std::string& key(std::size_t row, std::size_t dimension) const;
  [[nodiscard]] std::int64_t cells() const { return static_cast<std::int64_t>(rows_.size() * columns_.size()); }

  struct Place {
    std::size_t row = 0;
    bool is_new = false;
  };
  /// The row of these keys, in the order of the dimensions.
  [[nodiscard]] Place row_of(const std::vector<std::string_view>& keys);
  /// False when the cell is taken already.
  [[nodiscard]] bool put(std::size_t row, std::size_t column, ForeignCell cell);

  /// Moves rows and columns out, as `origin` and `name`.
  [[nodiscard]] ForeignTable take_table(std::string origin, std::string name);

 private:
  std::vector<CbsColumn> columns_;
  std::size_t dimensions_ = 0;
  TextMap<std::size_t> column_places_;
  std::vector<ForeignRow> rows_;
  TextMap<std::size_t> row_places_;
  std::string key_;
};

}  // namespace koers::fetch
