// SPDX-License-Identifier: EUPL-1.2
// Days and times as spreadsheets store them: a number of days, and a number format that says how to show it.
#pragma once
#include <cstdint>
#include <string_view>

#include "base/foreign_table.h"

namespace koers::reader {

enum class NumberFormat : std::uint8_t { number = 1, date = 2, time = 3 };

/// ECMA-376 part 1, 18.8.30: the formats that every program knows by number.
[[nodiscard]] NumberFormat builtin_format(std::int64_t id);

/// ECMA-376 part 1, 18.8.31: a day or a year in the code makes it a date, hours or seconds alone a time. Quoted, escaped and
/// bracketed parts do not count, but elapsed hours, minutes and seconds do.
[[nodiscard]] NumberFormat judge_format_code(std::string_view code);

/// The cell of a number that is shown as a date or time. With 1904 the days count from 1904-01-01, else from 1899-12-31 with a
/// 29 February 1900 that never was (ECMA-376 part 1, 18.17.4.1). Dates: `YYYY-MM-DD`, with `THH:MM:SS` when there is more than a
/// day in it. Times: text, `HH:MM:SS`. What is no day before the year 10000 is an error.
[[nodiscard]] ForeignCell serial_cell(double serial, NumberFormat format, bool from_1904);

/// `YYYY-MM-DD`, or with `THH:MM:SS` and more, as ISO 8601 has it; a time of midnight is left out. Empty when it is no date.
[[nodiscard]] std::string iso_date(std::string_view text);

/// `HH:MM:SS` of an ISO 8601 duration such as PT12H30M00S; empty when it is none.
[[nodiscard]] std::string iso_duration(std::string_view text);

}  // namespace koers::reader
