// SPDX-License-Identifier: EUPL-1.2
#include "read/serial_date.h"

#include <gtest/gtest.h>

#include "read/merged_ranges.h"
#include "read/number_text.h"

namespace {

using namespace koers::reader;

TEST(NumberFormats, ADayOrYearMakesADateAndLiteralsDoNot) {
  for (const char* code : {"dd-mm-yyyy", "yyyy", "mmm", "[$-413]d mmmm yyyy;@", "d\\-m\\-yy\\ h:mm", "YYYY-MM-DD"}) {
    EXPECT_EQ(judge_format_code(code), NumberFormat::date) << code;
  }
  for (const char* code : {"h:mm", "[h]:mm", "[mm]:ss", "hh:mm:ss AM/PM", "mm:ss.0"})
    EXPECT_EQ(judge_format_code(code), NumberFormat::time) << code;
  for (const char* code :
       {"General", "0.00", "#,##0 \"dagen\"", "[Red]0;[Blue]-0", "0\\d", "_y0", "@", "0.00E+00", "[>=100]0", ""}) {
    EXPECT_EQ(judge_format_code(code), NumberFormat::number) << code;
  }
  EXPECT_EQ(builtin_format(14), NumberFormat::date);
  EXPECT_EQ(builtin_format(21), NumberFormat::time);
  EXPECT_EQ(builtin_format(10), NumberFormat::number);
}

TEST(SerialDates, TheLastDayIsTheLastOfTheYear9999) {
  EXPECT_EQ(serial_cell(2'958'465, NumberFormat::date, false).text, "9999-12-31");
  EXPECT_EQ(serial_cell(2'958'466, NumberFormat::date, false).kind, koers::CellKind::error);
  EXPECT_EQ(serial_cell(2'958'465, NumberFormat::date, true).kind, koers::CellKind::error);
}

TEST(SerialDates, ATimeIsRoundedToTheSecond) {
  EXPECT_EQ(serial_cell(45351.0 + 0.999999, NumberFormat::date, false).text, "2024-03-01");
  EXPECT_EQ(serial_cell(45351.0 + 1.0 / 3, NumberFormat::date, false).text, "2024-02-29T08:00:00");
}

TEST(IsoDates, OnlyDaysThatExistAreDates) {
  EXPECT_EQ(iso_date("2024-02-29"), "2024-02-29");
  EXPECT_EQ(iso_date("2024-02-29T00:00:00.000Z"), "2024-02-29");
  EXPECT_EQ(iso_date("2024-02-29T12:30:00"), "2024-02-29T12:30:00");
  for (const char* text : {"", "2023-02-29", "2024-2-9", "29-02-2024", "2024-02-29x", "2024-02-29T12"})
    EXPECT_EQ(iso_date(text), "") << text;
  EXPECT_EQ(iso_duration("PT12H30M05S"), "12:30:05");
  EXPECT_EQ(iso_duration("PT90M"), "01:30:00");
  EXPECT_EQ(iso_duration("P1D"), "");
  EXPECT_EQ(iso_duration("PT1H1H"), "");
}

TEST(NumberText, IsTheShortestDecimalWithoutExponent) {
  EXPECT_EQ(number_text(*number_in("1.1000000000000001")), "1.1");
  EXPECT_EQ(number_text(*number_in("1E-3")), "0.001");
  EXPECT_EQ(number_text(*number_in("1.5e+20")), "150000000000000000000");
  EXPECT_EQ(number_text(*number_in("-0")), "0");
  EXPECT_EQ(number_text(-2.5), "-2.5");
  for (const char* text : {"", "x", "1,5", "inf", "nan", "1e999", "0x1", "1 "}) EXPECT_FALSE(number_in(text)) << text;
  for (const char* text : {"", "-1", "1.0", "10000000000", "x"}) EXPECT_FALSE(count_in(text)) << text;
}

TEST(CellPlaces, LettersThenANumber) {
  EXPECT_EQ(cell_place("A1")->column, 1);
  EXPECT_EQ(cell_place("XFD1048576")->column, 16384);
  EXPECT_EQ(cell_place("XFD1048576")->row, 1048576);
  for (const char* text : {"", "A", "1", "A0", "a1", "A-1", "AAAAAAAAAAAAAAAAAAAA1"}) EXPECT_FALSE(cell_place(text)) << text;
}

}  // namespace
