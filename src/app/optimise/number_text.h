// SPDX-License-Identifier: EUPL-1.2
// The numbers of a text, one after the other, with the lines they stand on.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/quantity.h"
#include "base/result.h"

namespace koers {

/// As a whole number of 10^−places, which must be as many as its own or more; at most ±10^18, which every check of size refuses.
[[nodiscard]] std::int64_t in_places(const Decimal& decimal, int places);

class NumberText {
 public:
  NumberText(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {}

  /// The next number; `what` it should be is for the fault. At most 15 digits, 9 of them behind the point.
  [[nodiscard]] Result<Decimal> next(const std::string& what);
  /// A whole number within limits.
  [[nodiscard]] Result<std::int64_t> next_whole(const std::string& what, std::int64_t low, std::int64_t high);
  /// How many words the line of the next number has, counted no further than `most`: a line may be as long as the file.
  [[nodiscard]] std::size_t words_on_line(std::size_t most);
  [[nodiscard]] bool is_at_end();
  /// A fault at the word that was read last.
  [[nodiscard]] std::unexpected<Error> fault(const std::string& found, const std::string& expected) const;

 private:
  void skip_space();

  std::string_view text_;
  std::string file_;
  std::size_t at_ = 0;
  int line_ = 1;
  std::string word_;
  int word_line_ = 1;
};

}  // namespace koers
