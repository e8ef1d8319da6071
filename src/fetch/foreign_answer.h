// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "fetch/foreign_file.h"

namespace koers {

/// Takes in the lines of `koers-read` (docs/reference/koers-read.md). Whoever wrote a file may have taken over its reader, so
/// each line is judged anew: kinds, order, limits, and that what the closing line counts is what came.
class ForeignAnswer {
 public:
  ForeignAnswer(std::string name, const ForeignLimits& limits);

  /// A piece of the answer, cut anywhere. False when it makes no sense; then `error` says why.
  [[nodiscard]] bool add(std::string_view piece);
  /// When all has come: whether there was a closing line, and no refusal.
  [[nodiscard]] bool finish();
  [[nodiscard]] ForeignFile take() { return std::move(file_); }
  [[nodiscard]] const Error& error() const { return *error_; }
  /// Rows and features so far.
  [[nodiscard]] std::int64_t records() const { return rows_ + features_; }

 private:
  bool take_line(std::string_view line);
  bool take_record(const nlohmann::json& line);
  bool take_file(const nlohmann::json& line);
  bool take_sheet(const nlohmann::json& line);
  bool take_layer(const nlohmann::json& line);
  bool take_row(const nlohmann::json& line);
  bool take_cell(const nlohmann::json& cell, ForeignRow& row);
  bool take_feature(const nlohmann::json& line);
  bool take_end(const nlohmann::json& line);
  bool take_error(const nlohmann::json& line);
  bool is_nonsense(std::string_view why);
  bool is_over(std::string_view limit);

  std::string name_;
  ForeignLimits limits_;
  ForeignFile file_;
  std::string waiting_;  // a line that is not whole yet
  std::optional<Error> error_;
  bool has_begun_ = false, has_ended_ = false;
  std::int64_t bytes_ = 0, rows_ = 0, cells_ = 0, width_ = 0, features_ = 0;
};

}  // namespace koers
