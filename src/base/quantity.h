// SPDX-License-Identifier: EUPL-1.2
// Exact numbers. Money and people are whole hundredths, statistics are decimals with up to nine places; binary fractions come
// in only where an engine calculates.
#pragma once
#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace koers {

/// A sum that stops at the largest number, so that no input can make it wrap around.
[[nodiscard]] constexpr std::int64_t saturating_sum(std::int64_t a, std::int64_t b) {
  std::int64_t sum = 0;
  if (!__builtin_add_overflow(a, b, &sum)) return sum;
  return b < 0 ? std::numeric_limits<std::int64_t>::min() + 1 : std::numeric_limits<std::int64_t>::max();
}

/// Euros, in cents.
struct Euro {
  std::int64_t cents = 0;
  auto operator<=>(const Euro&) const = default;
  Euro& operator+=(Euro other) { return *this = *this + other; }
  friend Euro operator+(Euro a, Euro b) { return {saturating_sum(a.cents, b.cents)}; }
  friend Euro operator-(Euro a, Euro b) { return {saturating_sum(a.cents, -b.cents)}; }
};

/// Full-time equivalents, in hundredths.
struct Fte {
  std::int64_t hundredths = 0;
  auto operator<=>(const Fte&) const = default;
};

/// An exact decimal: `units` × 10^−`places`, kept without trailing zeros, so that equal numbers are equal values.
struct Decimal {
  std::int64_t units = 0;
  int places = 0;
  bool operator==(const Decimal&) const = default;
  [[nodiscard]] double to_double() const;
};

inline constexpr int kMaxDecimalPlaces = 9;

/// An optional sign, digits, and optionally a point with 1…9 digits; 15 significant digits at most. No exponent, no comma.
[[nodiscard]] std::optional<Decimal> parse_decimal(std::string_view text);
/// The same with at most two places.
[[nodiscard]] std::optional<Euro> parse_euro(std::string_view text);
[[nodiscard]] std::optional<Fte> parse_fte(std::string_view text);
[[nodiscard]] std::string to_string(const Decimal& value);
[[nodiscard]] std::string to_string(Euro value);
[[nodiscard]] std::string to_string(Fte value);

}  // namespace koers
