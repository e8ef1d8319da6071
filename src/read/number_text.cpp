// SPDX-License-Identifier: EUPL-1.2
#include "read/number_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace koers::reader {

std::optional<std::int64_t> count_in(std::string_view text) {
  constexpr std::size_t kDigits = 10;
  constexpr std::int64_t kMost = 1'000'000'000;
  std::int64_t count = 0;
  if (text.empty() || text.size() > kDigits || text.front() == '-') return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc{} || end != text.data() + text.size() || count > kMost) return std::nullopt;
  return count;
}

std::optional<double> number_in(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::string number_text(double value) {
  if (value == 0) return "0";       // also for minus zero
  std::array<char, 1100> digits{};  // 5e-324 needs 326
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
  return {digits.data(), end};
}

}  // namespace koers::reader
