// SPDX-License-Identifier: EUPL-1.2
#include "read/serial_date.h"

#include <chrono>
#include <cmath>
#include <string>

#include "read/number_text.h"

namespace koers::reader {
namespace {

constexpr std::int64_t kDaySeconds = 86'400;
constexpr std::int64_t kNoSuchDay = 60;  // "1900-02-29"

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string clock_text(std::int64_t seconds) {
  return two_digits(seconds / 3600) + ':' + two_digits(seconds / 60 % 60) + ':' + two_digits(seconds % 60);
}

std::string date_text(std::chrono::year_month_day date) {
  const std::string year = std::to_string(static_cast<int>(date.year()));
  return std::string(4 - std::min<std::size_t>(4, year.size()), '0') + year + '-' +
         two_digits(static_cast<unsigned>(date.month())) + '-' + two_digits(static_cast<unsigned>(date.day()));
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// What a bracket adds: elapsed hours, minutes or seconds; colours, conditions and currencies nothing.
bool is_elapsed(std::string_view inside) {
  return !inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos;
}

/// The letters of the first section of a format that are not literal, in lower case.
std::string letters_of(std::string_view code) {
  std::string letters;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    if (code[i] == '"') {
      i = std::min(code.find('"', i + 1), code.size());
    } else if (code[i] == '\\' || code[i] == '_' || code[i] == '*') {
      ++i;
    } else if (code[i] == '[') {
      const auto close = std::min(code.find(']', i), code.size());
      if (is_elapsed(code.substr(i + 1, close - i - 1))) letters += 'h';
      i = close;
    } else {
      letters += lower(code[i]);
    }
  }
  return letters;
}

ForeignCell plain(std::string text, CellKind kind) {
  ForeignCell cell;
  cell.text = std::move(text);
  cell.kind = kind;
  return cell;
}

bool has_digits(std::string_view text, std::size_t from, std::size_t count) {
  return text.size() >= from + count && text.substr(from, count).find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_day(std::string_view text) {
  if (!has_digits(text, 0, 4) || !has_digits(text, 5, 2) || !has_digits(text, 8, 2) || text[4] != '-' || text[7] != '-')
    return false;
  const auto number = [&](std::size_t from, std::size_t count) { return static_cast<int>(*count_in(text.substr(from, count))); };
  return std::chrono::year_month_day{std::chrono::year{number(0, 4)}, std::chrono::month{static_cast<unsigned>(number(5, 2))},
                                     std::chrono::day{static_cast<unsigned>(number(8, 2))}}
      .ok();
}

}  // namespace

NumberFormat builtin_format(std::int64_t id) {
  if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return NumberFormat::date;
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return NumberFormat::time;
  return NumberFormat::number;
}

NumberFormat judge_format_code(std::string_view code) {
  const std::string letters = letters_of(code);
  if (letters.starts_with("general")) return NumberFormat::number;
  if (letters.find_first_of("yd") != std::string::npos) return NumberFormat::date;
  if (letters.find_first_of("hs") != std::string::npos) return NumberFormat::time;
  return letters.find('m') != std::string::npos ? NumberFormat::date : NumberFormat::number;
}

ForeignCell serial_cell(double serial, NumberFormat format, bool from_1904) {
  constexpr double kMostDays = 2'958'466;  // 10000-01-01 from 1899-12-30
  if (format == NumberFormat::number) return plain(number_text(serial), CellKind::number);
  if (!(serial >= 0 && serial < kMostDays)) return plain(number_text(serial) + " shown as a date", CellKind::error);
  const std::int64_t seconds = std::llround(serial * static_cast<double>(kDaySeconds));
  if (format == NumberFormat::time) return plain(clock_text(seconds), CellKind::text);
  const std::int64_t days = seconds / kDaySeconds;
  if (!from_1904 && days == kNoSuchDay) return plain("1900-02-29, a day that never was", CellKind::error);
  const std::chrono::sys_days origin =
      std::chrono::year{from_1904 ? 1904 : 1899} / (from_1904 ? 1 : 12) / (from_1904 ? 1 : (days > kNoSuchDay ? 30 : 31));
  const std::chrono::year_month_day date = origin + std::chrono::days{days};
  if (date.year() > std::chrono::year{9999}) return plain(number_text(serial) + " shown as a date", CellKind::error);
  const std::int64_t rest = seconds % kDaySeconds;
  return plain(date_text(date) + (rest == 0 ? "" : "T" + clock_text(rest)), CellKind::date);
}

std::string iso_date(std::string_view text) {
  if (!is_day(text)) return {};
  const std::string_view time = text.substr(10);
  if (time.empty() || time == "Z" || time.starts_with("T00:00:00")) {
    const bool is_midnight = time.size() <= 1 || time.substr(9).find_first_not_of(".0Z") == std::string_view::npos;
    if (is_midnight) return std::string(text.substr(0, 10));
  }
  const bool is_time = time.size() >= 9 && time[0] == 'T' && time[3] == ':' && time[6] == ':' && has_digits(time, 1, 2) &&
                       has_digits(time, 4, 2) && has_digits(time, 7, 2);
  return is_time ? std::string(text.substr(0, 19)) : std::string();
}

std::string iso_duration(std::string_view text) {
  if (!text.starts_with("PT")) return {};
  text.remove_prefix(2);
  std::int64_t seconds = 0;
  for (const auto& [letter, worth] : {std::pair{'H', 3600}, std::pair{'M', 60}, std::pair{'S', 1}}) {
    const auto end = text.find(letter);
    if (end == std::string_view::npos) continue;
    const auto count = count_in(text.substr(0, std::min(end, text.find_first_of(".,"))));
    if (!count) return {};
    seconds += *count * worth;
    text.remove_prefix(end + 1);
  }
  return text.empty() ? clock_text(seconds) : std::string();
}

}  // namespace koers::reader
