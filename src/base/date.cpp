// SPDX-License-Identifier: EUPL-1.2
#include "base/date.h"

#include <charconv>
#include <cstdio>

namespace koers {
namespace {

namespace chrono = std::chrono;

/// Exactly `text.size()` digits; nothing else.
std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return text.empty() ? std::nullopt : std::optional(value);
}

template <class... Args>
std::string print(const char* format, Args... args) {
  char buffer[64];
  const int length = std::snprintf(buffer, sizeof buffer, format, args...);
  return {buffer, static_cast<std::size_t>(length)};
}

}  // namespace

chrono::year_month_day Date::first_day() const {
  return {chrono::year{year}, chrono::month{static_cast<unsigned>(month == 0 ? 1 : month)},
          chrono::day{static_cast<unsigned>(day == 0 ? 1 : day)}};
}

chrono::year_month_day Date::last_day() const {
  if (day != 0) return first_day();
  const chrono::month last_month{static_cast<unsigned>(month == 0 ? 12 : month)};
  return chrono::year_month_day{chrono::year{year} / last_month / chrono::last};
}

std::optional<Year> parse_year(std::string_view text) {
  if (text.size() != 4) return std::nullopt;
  const auto year = digits(text);
  if (!year || *year < 1000) return std::nullopt;
  return Year{*year};
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const auto year = parse_year(text.substr(0, 4));
  if (!year) return std::nullopt;
  Date date{year->value, 0, 0};
  if (text.size() >= 7) {
    const auto month = digits(text.substr(5, 2));
    if (text[4] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
    date.month = *month;
  }
  if (text.size() == 10) {
    const auto day = digits(text.substr(8, 2));
    if (text[7] != '-' || !day || *day == 0) return std::nullopt;
    date.day = *day;
    if (!date.first_day().ok()) return std::nullopt;
  }
  return date;
}

std::optional<Period> parse_period(std::string_view text) {
  const auto slash = text.find('/');
  const auto from = parse_date(text.substr(0, slash));
  if (!from) return std::nullopt;
  if (slash == std::string_view::npos) return Period{*from, *from};
  const auto to = parse_date(text.substr(slash + 1));
  if (!to || to->last_day() < from->first_day()) return std::nullopt;
  return Period{*from, *to};
}

std::string to_string(Year year) { return std::to_string(year.value); }

std::string to_string(const Date& date) {
  if (date.month == 0) return print("%04d", date.year);
  if (date.day == 0) return print("%04d-%02d", date.year, date.month);
  return print("%04d-%02d-%02d", date.year, date.month, date.day);
}

std::string to_string(const Period& period) {
  if (period.from == period.to) return to_string(period.from);
  return to_string(period.from) + '/' + to_string(period.to);
}

Date to_date(chrono::year_month_day day) { return {int(day.year()), int(unsigned(day.month())), int(unsigned(day.day()))}; }

std::string to_string(Instant instant) {
  const chrono::sys_time<chrono::microseconds> time{chrono::microseconds{instant.microseconds}};
  const auto day = chrono::floor<chrono::days>(time);
  const chrono::year_month_day date{day};
  const chrono::hh_mm_ss clock{time - day};
  return print("%04d-%02u-%02uT%02d:%02d:%02d.%06dZ", int(date.year()), unsigned(date.month()), unsigned(date.day()),
               int(clock.hours().count()), int(clock.minutes().count()), int(clock.seconds().count()),
               int(clock.subseconds().count()));
}

std::optional<Instant> parse_instant(std::string_view text) {
  if (text.size() != 27 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.' || text[26] != 'Z') {
    return std::nullopt;
  }
  const auto date = parse_date(text.substr(0, 10));
  const auto hours = digits(text.substr(11, 2));
  const auto minutes = digits(text.substr(14, 2));
  const auto seconds = digits(text.substr(17, 2));
  const auto micros = digits(text.substr(20, 6));
  if (!date || !hours || !minutes || !seconds || !micros || *hours > 23 || *minutes > 59 || *seconds > 59) return std::nullopt;
  const chrono::sys_days day{date->first_day()};
  const auto time =
      day + chrono::hours{*hours} + chrono::minutes{*minutes} + chrono::seconds{*seconds} + chrono::microseconds{*micros};
  return Instant{chrono::duration_cast<chrono::microseconds>(time.time_since_epoch()).count()};
}

Instant end_of(const Date& date) {
  const auto next = chrono::sys_days{date.last_day()} + chrono::days{1};
  return Instant{chrono::duration_cast<chrono::microseconds>(next.time_since_epoch()).count()};
}

}  // namespace koers
