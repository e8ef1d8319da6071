// SPDX-License-Identifier: EUPL-1.2
#include "base/quantity.h"

#include <cmath>

namespace koers {
namespace {

constexpr int kMaxDigits = 15;  // a double holds them all, so no reader of our JSON loses one

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<std::int64_t> hundredths(std::string_view text) {
  const auto value = parse_decimal(text);
  if (!value || value->places > 2) return std::nullopt;
  std::int64_t scaled = value->units;
  for (int place = value->places; place < 2; ++place) {
    if (__builtin_mul_overflow(scaled, 10, &scaled)) return std::nullopt;
  }
  return scaled;
}

std::string from_hundredths(std::int64_t value) {
  Decimal decimal{value, 2};
  while (decimal.places > 0 && decimal.units % 10 == 0) {
    decimal.units /= 10;
    --decimal.places;
  }
  return to_string(decimal);
}

}  // namespace

double Decimal::to_double() const { return static_cast<double>(units) / std::pow(10.0, places); }

std::optional<Decimal> parse_decimal(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.empty() || !is_digit(text.front()) || !is_digit(text.back())) return std::nullopt;
  Decimal value;
  int digits = 0;
  bool after_point = false;
  for (const char c : text) {
    if (c == '.') {
      if (after_point) return std::nullopt;
      after_point = true;
      continue;
    }
    if (!is_digit(c)) return std::nullopt;
    if (digits > 0 || c != '0') ++digits;
    if (digits > kMaxDigits || (after_point && value.places == kMaxDecimalPlaces)) return std::nullopt;
    value.units = value.units * 10 + (c - '0');
    value.places += after_point ? 1 : 0;
  }
  while (value.places > 0 && value.units % 10 == 0) {
    value.units /= 10;
    --value.places;
  }
  if (negative) value.units = -value.units;
  return value;
}

std::optional<Euro> parse_euro(std::string_view text) {
  const auto value = hundredths(text);
  return value ? std::optional(Euro{*value}) : std::nullopt;
}

std::optional<Fte> parse_fte(std::string_view text) {
  const auto value = hundredths(text);
  return value ? std::optional(Fte{*value}) : std::nullopt;
}

std::string to_string(const Decimal& value) {
  std::string digits = std::to_string(value.units < 0 ? -value.units : value.units);
  const auto places = static_cast<std::size_t>(value.places);
  if (places > 0) {
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, 1, '.');
  }
  return value.units < 0 ? '-' + digits : digits;
}

std::string to_string(Euro value) { return from_hundredths(value.cents); }
std::string to_string(Fte value) { return from_hundredths(value.hundredths); }

}  // namespace koers
