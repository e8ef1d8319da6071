// SPDX-License-Identifier: EUPL-1.2
#include "read/csv.h"

#include <gtest/gtest.h>

#include "read/made_files.h"

namespace {

using namespace koers;
using namespace koers::testing;

ForeignFile read(const std::string& bytes) {
  auto file = read_bytes(bytes, "wijken.csv");
  EXPECT_TRUE(file) << file.error().message;
  return file.value_or(ForeignFile{});
}

std::string fault_of(const std::string& bytes) {
  const auto file = read_bytes(bytes, "wijken.csv");
  return file ? "read" : file.error().message;
}

TEST(Csv, TheDelimiterIsJudgedByTheRowsAndADecimalCommaIsNone) {
  EXPECT_EQ(reader::judge_delimiter("wijk;2020;2021\nA;1,5;2,5\nB;1,7;2,9\n"), ';');
  EXPECT_EQ(reader::judge_delimiter("1,5;2,5\n1,7;2,9\n"), ';');
  EXPECT_EQ(reader::judge_delimiter("wijk,2020,2021\nA,1.5,2\n"), ',');
  EXPECT_EQ(reader::judge_delimiter("wijk\t2020\nA\t1,5\n"), '\t');
  EXPECT_EQ(reader::judge_delimiter("Kerncijfers, per wijk\n\nwijk;2020\nA;1\nB;2\n"), ';');
  EXPECT_EQ(reader::judge_delimiter("naam,noot\n\"a;b\",c\n\"d;e\",f\n"), ',');
  EXPECT_EQ(reader::judge_delimiter("sep=|\na|b\n"), '|');
}

TEST(Csv, CellsStayTextAsTheyWereWritten) {
  const ForeignFile file = read("wijk;waarde\n Meerzicht ;1.234,50\nOosterheem;.\n");
  EXPECT_EQ(file.format, "csv");
  EXPECT_EQ(file.delimiter, ";");
  EXPECT_EQ(file.encoding, "UTF-8");
  ASSERT_EQ(file.sheets.size(), 1U);
  EXPECT_EQ(shown(cell_at(file.sheets[0], 2, 1)), " Meerzicht /text");
  EXPECT_EQ(shown(cell_at(file.sheets[0], 2, 2)), "1.234,50/text");
  EXPECT_EQ(shown(cell_at(file.sheets[0], 3, 2)), "./text");
}

TEST(Csv, EmptyCellsKeepTheirPlaceAndEmptyRowsTheirNumber) {
  const ForeignFile file = read("a;b;c\n;;3\n\n;;\n1;;\n");
  ASSERT_EQ(file.sheets[0].rows.size(), 3U);
  EXPECT_EQ(file.sheets[0].rows[1].number, 2);
  EXPECT_EQ(file.sheets[0].rows[1].cells.size(), 3U);
  EXPECT_EQ(shown(cell_at(file.sheets[0], 2, 1)), "/empty");
  EXPECT_EQ(file.sheets[0].rows[2].number, 5);
  EXPECT_EQ(file.sheets[0].rows[2].cells.size(), 1U);
}

TEST(Csv, QuotesHoldDelimitersQuotesAndLineBreaks) {
  const ForeignFile file = read("a,b\r\n\"x, \"\"y\"\"\r\nz\",2\r\n3,4\r\n");
  EXPECT_EQ(cell_at(file.sheets[0], 2, 1).text, "x, \"y\"\r\nz");
  EXPECT_EQ(cell_at(file.sheets[0], 4, 1).text, "3") << "a row has the number of its line";
}

TEST(Csv, EveryEncodingThatOfficesWriteIsRead) {
  const std::string expected = "Zoetermeer – café €";
  EXPECT_EQ(cell_at(read("a;" + expected + "\n").sheets[0], 1, 2).text, expected);
  const ForeignFile marked = read(
      "\xEF\xBB\xBF"
      "a;" +
      expected + "\n");
  EXPECT_EQ(cell_at(marked.sheets[0], 1, 1).text, "a");
  const ForeignFile windows = read("a;Zoetermeer \x96 caf\xE9 \x80\n");
  EXPECT_EQ(windows.encoding, "windows-1252");
  EXPECT_EQ(cell_at(windows.sheets[0], 1, 2).text, expected);
  const std::string little(
      "\xFF\xFE"
      "a\0;\0\xAC\x20=\xD8\x09\xDE\n\0",
      14);
  EXPECT_EQ(read(little).encoding, "UTF-16LE");
  EXPECT_EQ(cell_at(read(little).sheets[0], 1, 2).text, "€😉");
  const std::string big("\xFE\xFF\0a\0;\x20\xAC\0\n", 10);
  EXPECT_EQ(read(big).encoding, "UTF-16BE");
  EXPECT_EQ(cell_at(read(big).sheets[0], 1, 2).text, "€");
}

TEST(Csv, LinesOfOldMacsAndALastLineWithoutEndAreRead) {
  const ForeignFile file = read("a;b\r1;2\r3;4");
  EXPECT_EQ(cell_at(file.sheets[0], 3, 2).text, "4");
}

TEST(Csv, ExcelsLineWithTheDelimiterIsNoRow) {
  const ForeignFile file = read("sep=|\na|b\n1|2\n");
  EXPECT_EQ(file.delimiter, "|");
  EXPECT_EQ(file.sheets[0].rows.front().number, 2);
}

TEST(Csv, ASingleColumnIsATableToo) { EXPECT_EQ(read("wijk\nA\nB\n").sheets[0].rows.size(), 3U); }

TEST(Csv, WhatIsNoTextIsRefusedWithItsLine) {
  EXPECT_EQ(fault_of(std::string("a;b\n1;\0\n", 8)),
            "wijken.csv:2: found a control character: this is no text, expected text in UTF-8, UTF-16 with a byte order mark or "
            "Windows-1252");
  EXPECT_NE(fault_of("a;b\n1;\x81\n").find("wijken.csv:2: found the byte 129"), std::string::npos);
  EXPECT_NE(fault_of(std::string("\xFF\xFE"
                                 "a\0\n\0\x00\xD8",
                                 8))
                .find("wijken.csv:2: found half a character"),
            std::string::npos);
}

TEST(Csv, AStrayQuoteIsRefusedWithItsPlace) {
  EXPECT_NE(fault_of("a;b\nx;5\"\n").find("wijken.csv:2:2: found a quote in the middle"), std::string::npos);
  EXPECT_NE(fault_of("a;b\nx;\"open\n").find("wijken.csv:2:2: found a quote that is never closed"), std::string::npos);
}

}  // namespace
