// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/foreign_limits.h"
#include "base/foreign_table.h"
#include "base/result.h"

namespace koers::reader {

struct PlacedCell {
  std::int64_t column = 0;  ///< from 1
  ForeignCell cell;
};

/// Why a file is not read: an ErrorCode for the client, and the place.
struct Refusal {
  ErrorCode code = ErrorCode::bad_input;
  Fault fault;  ///< place: file, row, column; path: sheet or layer
};

/// What the program answers, line by line (docs/reference/koers-read.md), and the one place where its limits are kept. The first
/// refusal stands and ends the answer: everything after it is ignored, so that a parser only has to stop when it can.
class Answer {
 public:
  using Write = std::function<void(std::string_view line)>;  ///< a whole line, with its line feed

  Answer(std::string file, const ForeignLimits& limits, Write write);

  void begin_file(std::string_view format, std::string_view encoding = {}, std::string_view delimiter = {});
  void begin_sheet(std::string_view name, bool hidden);
  void begin_layer(std::string_view name);
  /// Numbers and columns must rise. A row in which nothing stands is left out.
  void row(std::int64_t number, const std::vector<PlacedCell>& cells);
  /// `geometry` is GeoJSON; empty where the feature has none.
  void feature(std::int64_t number, const std::map<std::string, std::string>& properties, std::string_view geometry);
  /// The closing line: the counts, or the refusal. Once.
  void end();

  /// Where the parser is, for what is refused from here on. 0: unknown.
  void at(std::int64_t row, std::int64_t column = 0);
  void refuse(ErrorCode code, std::string_view rule, std::string found, std::string expected);
  /// `too_large`, where `value` goes over the limit of that name; false then.
  bool keep(std::string_view limit, std::int64_t value);

  [[nodiscard]] bool refused() const { return refusal_.has_value(); }
  [[nodiscard]] const std::optional<Refusal>& refusal() const { return refusal_; }
  [[nodiscard]] const ForeignLimits& limits() const { return limits_; }
  [[nodiscard]] const std::string& file() const { return file_; }

 private:
  void write(std::string&& line);
  void begin_part(std::string_view name);
  bool check_row(std::int64_t number, const std::vector<PlacedCell>& cells);
  void write_end();
  void write_error();

  std::string file_;
  ForeignLimits limits_;
  Write write_;
  std::optional<Refusal> refusal_;
  std::string part_;  // the sheet or layer
  std::int64_t row_ = 0;
  std::int64_t column_ = 0;
  std::int64_t last_row_ = 0;  // written, of this sheet
  std::int64_t part_features_ = 0;
  std::int64_t sheets_ = 0, layers_ = 0, rows_ = 0, cells_ = 0, width_ = 0, features_ = 0, output_ = 0;
};

}  // namespace koers::reader
