// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/sheet_amount.h"

#include "gather/names.h"
#include "gather/numbers.h"

namespace koers {
namespace {

constexpr std::int64_t kMostHundredths = 999'999'999'999'999;  // what is written must read back: fifteen digits

using Amount = std::expected<std::int64_t, NoAmount>;

Amount refused(const char* rule, std::string expected) { return std::unexpected(NoAmount{rule, std::move(expected)}); }

/// Digits, and one or two more after a single point or comma.
std::optional<Decimal> from_text(std::string_view text) {
  std::string plain(gather::without_blanks(text));
  const auto sign = plain.find_first_of(".,");
  if (sign != std::string::npos) {
    if (plain.size() - sign > 3) return std::nullopt;
    plain[sign] = '.';
  }
  return parse_decimal(plain);
}

/// Half a hundredth goes away from zero, as people round.
std::optional<std::int64_t> hundredths_of(const Decimal& value) {
  std::int64_t out = value.units;
  for (int place = value.places; place < 2; ++place) {
    if (__builtin_mul_overflow(out, 10, &out)) return std::nullopt;
  }
  std::int64_t part = 1;
  for (int place = 2; place < value.places; ++place) part *= 10;
  const std::int64_t half = out < 0 ? -part / 2 : part / 2;
  return (out + half) / part;
}

Amount in_hundredths(const Decimal& value, const SheetUnit& unit) {
  const auto whole = gather::product(value, {unit.factor, 0});
  const auto amount = whole ? hundredths_of(*whole) : std::nullopt;
  if (!amount || *amount > kMostHundredths || *amount < -kMostHundredths)
    return refused("range", "an amount of at most 13 digits before the decimal sign");
  if (*amount < 0) return refused("negative", "not less than zero");
  return *amount;
}

}  // namespace

std::expected<std::int64_t, NoAmount> amount_of(const ForeignCell& cell, const SheetUnit& unit, NumberStyle style) {
  if (cell.kind == CellKind::error) return refused("formula", "an amount");
  if (cell.kind == CellKind::number) {
    const auto value = gather::number_of(cell, gather::DecimalSign::point);
    return value ? in_hundredths(*value, unit) : refused("range", "an amount of at most 13 digits before the decimal sign");
  }
  if (cell.kind != CellKind::text || style == NumberStyle::cells) return refused("type", "a number");
  const auto value = from_text(cell.text);
  return value ? in_hundredths(*value, unit)
               : refused("type", "a number with at most two places after a point or comma, and no signs between thousands");
}

}  // namespace koers
