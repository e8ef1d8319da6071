// SPDX-License-Identifier: EUPL-1.2
#include "base/table.h"

#include <gtest/gtest.h>

#include "fault_text.h"

namespace koers {
namespace {

using Cells = std::vector<std::string>;

TEST(Csv, has_a_header_and_rows) {
  const auto table = parse_csv("a,b\n1,2\n3,4\n", "t.csv");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->header, (Cells{"a", "b"}));
  ASSERT_EQ(table->rows.size(), 2U);
  EXPECT_EQ(table->rows[1].cells, (Cells{"3", "4"}));
  EXPECT_EQ(table->rows[1].line, 3);
}

TEST(Csv, keeps_blanks_quotes_commas_and_line_breaks_of_a_cell) {
  const auto table = parse_csv("a,b\n\" x\", y \n\"say \"\"ja\"\", please\",\"two\nlines\"\n", "t.csv");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->rows[0].cells, (Cells{" x", " y "}));
  EXPECT_EQ(table->rows[1].cells, (Cells{"say \"ja\", please", "two\nlines"}));
}

TEST(Csv, knows_on_which_line_a_row_begins) {
  const auto table = parse_csv("a,b\n\"one\ntwo\nthree\",x\n\n4,5\r\n6,7", "t.csv");
  ASSERT_TRUE(table);
  ASSERT_EQ(table->rows.size(), 3U);
  EXPECT_EQ(table->rows[0].line, 2);
  EXPECT_EQ(table->rows[1].line, 6);
  EXPECT_EQ(table->rows[2].line, 7);
  EXPECT_EQ(table->rows[2].cells, (Cells{"6", "7"}));
}

TEST(Csv, keeps_markup_and_formulas_as_text) {
  const auto table = parse_csv("a\n<script>alert(1)</script>\n=1+1\n", "t.csv");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->rows[0].cells[0], "<script>alert(1)</script>");
  EXPECT_EQ(table->rows[1].cells[0], "=1+1");
}

struct BadCsv {
  const char* name;
  std::string text;
  std::string fault;
};

class CsvFault : public testing::TestWithParam<BadCsv> {};

TEST_P(CsvFault, names_rule_and_place) {
  EXPECT_EQ(first_fault(parse_csv(GetParam().text, "t.csv", {1000, 3, 4})), GetParam().fault);
}

INSTANTIATE_TEST_SUITE_P(
    each, CsvFault,
    testing::Values(
        BadCsv{"empty", "", "syntax t.csv:1:1: found an empty file, expected a header"},
        BadCsv{"only_blank_lines", "\n\n", "syntax t.csv:1:1: found an empty file, expected a header"},
        BadCsv{"too_few_cells", "a,b\n1,2\n3\n", "columns t.csv:3:1: found 1 cells, expected 2, as in the header"},
        BadCsv{"too_many_cells", "a,b\n1,2,3\n", "columns t.csv:2:1: found 3 cells, expected 2, as in the header"},
        BadCsv{"semicolons", "a,b\n1;2\n", "columns t.csv:2:1: found 1 cells, expected 2, as in the header"},
        BadCsv{"same_column_twice", "a,b,a\n",
               "duplicate_key t.csv:1:1: found the column \"a\" twice, expected every column once"},
        BadCsv{"quote_inside", "a,b\n1,x\"y\n",
               "syntax t.csv:2:1: found error parsing data while strict checking enabled, expected comma-separated values as in "
               "RFC 4180"},
        BadCsv{"open_quote", "a,b\n1,2\n3,\"x\ny\n",
               "syntax t.csv:3:1: found a quote that is never closed, expected comma-separated values as in RFC 4180"},
        BadCsv{"too_many_rows", "a\n1\n2\n3\n4\n", "too_large t.csv:5:1: found more than 3 rows, expected fewer"},
        BadCsv{"too_many_columns", "a,b,c,d,e\n", "too_large t.csv:1:1: found 5 columns, expected at most 4"},
        BadCsv{"too_large", std::string(1001, 'a'), "too_large t.csv: found 1001 bytes, expected at most 1000 bytes"},
        BadCsv{"latin_1", "a\ncaf\xE9\n", "encoding t.csv:2:4: found a byte that is not UTF-8, expected UTF-8"},
        BadCsv{"nul", std::string("a\nb\0c\n", 6), "encoding t.csv:2:2: found a control character, expected printable text"}),
    [](const auto& each) { return each.param.name; });

TEST(CsvCell, is_quoted_only_when_it_must_be) {
  EXPECT_EQ(csv_cell("wijk"), "wijk");
  EXPECT_EQ(csv_cell("a, b"), "\"a, b\"");
  EXPECT_EQ(csv_cell("say \"ja\""), "\"say \"\"ja\"\"\"");
  EXPECT_EQ(csv_cell("two\nlines"), "\"two\nlines\"");
  EXPECT_EQ(csv_cell(""), "");
}

TEST(CsvCell, is_read_back_as_it_was) {
  for (const std::string cell : {"wijk", " a ", "\"", "\"\"", ",", "a\r\nb", "\r", "één 🏘", "'", "\\"}) {
    const auto table = parse_csv("a,b\nx," + csv_cell(cell) + "\n", "t.csv");
    ASSERT_TRUE(table) << cell;
    EXPECT_EQ(table->rows.at(0).cells.at(1), cell);
  }
}

}  // namespace
}  // namespace koers
