// SPDX-License-Identifier: EUPL-1.2
#include "gather/numbers.h"

#include <charconv>
#include <cmath>
#include <string>

#include "gather/names.h"

namespace koers::gather {
namespace {

constexpr int kSignificantDigits = 15;
constexpr std::int64_t kMostUnits = 1'000'000'000'000'000;  // what can be written can be read again

std::optional<double> double_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

int digits_before_point(double value) {
  const double size = std::abs(value);
  return size < 1 ? 1 : static_cast<int>(std::floor(std::log10(size))) + 1;
}

std::optional<Decimal> from_spreadsheet(std::string_view text) {
  const auto value = double_of(text);
  if (!value) return std::nullopt;
  const int places = std::min(kMaxDecimalPlaces, kSignificantDigits - digits_before_point(*value));
  return places < 0 ? std::nullopt : rounded(*value, places);
}

std::optional<Decimal> with_comma(std::string_view text) {
  if (text.find('.') != std::string_view::npos) return std::nullopt;
  std::string pointed(text);
  if (const auto comma = pointed.find(','); comma != std::string::npos) pointed[comma] = '.';
  return parse_decimal(pointed);
}

std::optional<int> two_digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && text.size() == 2 ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<Decimal> number_of(const ForeignCell& cell, DecimalSign sign) {
  const std::string_view text = without_blanks(cell.text);
  if (cell.kind == CellKind::number) {
    const auto exact = parse_decimal(text);
    return exact ? exact : from_spreadsheet(text);
  }
  if (cell.kind != CellKind::text) return std::nullopt;
  return sign == DecimalSign::comma ? with_comma(text) : parse_decimal(text);
}

std::optional<Decimal> rounded(double value, int places) {
  if (!std::isfinite(value) || std::abs(value) >= 1e15 || places < 0 || places > kMaxDecimalPlaces) return std::nullopt;
  const double scaled = std::round(value * std::pow(10.0, places));  // halves away from zero, as people round
  if (std::abs(scaled) >= static_cast<double>(kMostUnits)) return std::nullopt;
  Decimal out{static_cast<std::int64_t>(scaled), places};
  while (out.places > 0 && out.units % 10 == 0) {
    out.units /= 10;
    --out.places;
  }
  return out;
}

std::optional<Decimal> product(const Decimal& a, const Decimal& b) {
  Decimal out{0, a.places + b.places};
  if (__builtin_mul_overflow(a.units, b.units, &out.units)) return std::nullopt;
  while (out.places > 0 && out.units % 10 == 0) {
    out.units /= 10;
    --out.places;
  }
  const bool fits = out.places <= kMaxDecimalPlaces && out.units < kMostUnits && out.units > -kMostUnits;
  return fits ? std::optional(out) : std::nullopt;
}

std::optional<Period> period_of(std::string_view text) {
  text = without_blanks(text);
  if (text.size() != 8 || text.find('-') != std::string_view::npos) return parse_period(text);
  const auto year = parse_year(text.substr(0, 4));
  const std::string_view kind = text.substr(4, 2);
  const auto number = two_digits(text.substr(6));
  if (!year || !number) return std::nullopt;
  if (kind == "JJ" && *number == 0) return Period{{year->value, 0, 0}, {year->value, 0, 0}};
  if (kind == "MM" && *number >= 1 && *number <= 12) return Period{{year->value, *number, 0}, {year->value, *number, 0}};
  if (kind == "KW" && *number >= 1 && *number <= 4)
    return Period{{year->value, *number * 3 - 2, 0}, {year->value, *number * 3, 0}};
  return std::nullopt;
}

}  // namespace koers::gather
