// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace koers {

/// A calendar year, 1000…9999.
struct Year {
  int value = 0;
  auto operator<=>(const Year&) const = default;
};

/// A date as precise as its source: `2021`, `2021-06` or `2021-06-14`. Month and day are 0 when unknown.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
  auto operator<=>(const Date&) const = default;

  /// The first and the last day that it can mean.
  [[nodiscard]] std::chrono::year_month_day first_day() const;
  [[nodiscard]] std::chrono::year_month_day last_day() const;
};

/// A date, or a span from one date to another.
struct Period {
  Date from;
  Date to;
  auto operator<=>(const Period&) const = default;
};

[[nodiscard]] std::optional<Year> parse_year(std::string_view text);
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
[[nodiscard]] std::optional<Period> parse_period(std::string_view text);
[[nodiscard]] std::string to_string(Year year);
[[nodiscard]] std::string to_string(const Date& date);
[[nodiscard]] std::string to_string(const Period& period);
[[nodiscard]] Date to_date(std::chrono::year_month_day day);

/// A moment, in microseconds since 1970-01-01T00:00:00Z. Comes from outside; only mains and tests read a clock.
struct Instant {
  std::int64_t microseconds = 0;
  auto operator<=>(const Instant&) const = default;
};

/// RFC 3339 in UTC with microseconds: `2021-06-14T09:30:00.000000Z`.
[[nodiscard]] std::string to_string(Instant instant);
[[nodiscard]] std::optional<Instant> parse_instant(std::string_view text);
/// The first moment after the last day that `date` can mean: what "as of that date" includes.
[[nodiscard]] Instant end_of(const Date& date);

}  // namespace koers
