// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/number_text.h"

#include <algorithm>

namespace koers {
namespace {

constexpr std::size_t kShown = 40;  // of a word in a fault

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

std::int64_t in_places(const Decimal& decimal, int places) {
  std::int64_t out = decimal.units;
  constexpr std::int64_t kMost = 1'000'000'000'000'000'000;
  for (int i = decimal.places; i < places; ++i) out = std::clamp(out, -kMost / 10, kMost / 10) * 10;
  return out;
}

void NumberText::skip_space() {
  for (; at_ < text_.size() && is_space(text_[at_]); ++at_) line_ += text_[at_] == '\n' ? 1 : 0;
}

bool NumberText::is_at_end() {
  skip_space();
  return at_ == text_.size();
}

std::size_t NumberText::words_on_line(std::size_t most) {
  skip_space();
  std::size_t words = 0;
  bool is_between = true;
  for (std::size_t i = at_; words < most && i < text_.size() && text_[i] != '\n'; ++i) {
    if (!is_space(text_[i]) && is_between) ++words;
    is_between = is_space(text_[i]);
  }
  return words;
}

std::unexpected<Error> NumberText::fault(const std::string& found, const std::string& expected) const {
  return failure(ErrorCode::bad_input, "The file cannot be read as a knapsack problem.",
                 {{"knapsack_file", {file_, word_line_, 0}, "", found, expected}});
}

Result<Decimal> NumberText::next(const std::string& what) {
  skip_space();
  word_line_ = line_;
  const std::size_t begin = at_;
  while (at_ < text_.size() && !is_space(text_[at_])) ++at_;
  word_ = text_.substr(begin, std::min(at_ - begin, kShown));
  if (word_.empty()) return fault("the end of the file", what);
  const auto decimal = parse_decimal(text_.substr(begin, at_ - begin));
  if (!decimal) return fault(word_, what + ", a number of at most 15 digits, such as 12 or 8706.1");
  return *decimal;
}

Result<std::int64_t> NumberText::next_whole(const std::string& what, std::int64_t low, std::int64_t high) {
  const auto number = next(what);
  if (!number) return std::unexpected(number.error());
  if (number->places > 0 || number->units < low || number->units > high) {
    return fault(word_, what + ", a whole number from " + std::to_string(low) + " to " + std::to_string(high));
  }
  return number->units;
}

}  // namespace koers
