// SPDX-License-Identifier: EUPL-1.2
#include "read/xlsx.h"

#include <gtest/gtest.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "read/made_files.h"

namespace {

using namespace koers;
using namespace koers::testing;

ForeignFile read(std::string bytes) {
  auto file = read_bytes(std::move(bytes), "wijken.xlsx");
  EXPECT_TRUE(file) << file.error().message;
  return file.value_or(ForeignFile{});
}

std::string fault_of(const MadeWorkbook& made) {
  const auto file = read_bytes(workbook(made), "wijken.xlsx");
  return file ? "read" : file.error().message;
}

/// A file by libxlsxwriter, which writes what Excel writes.
template <class Fill>
std::string written(Fill fill) {
  const auto path = std::filesystem::temp_directory_path() / ("koers-xlsx-" + std::to_string(getpid()) + ".xlsx");
  lxw_workbook* book = workbook_new(path.c_str());
  fill(book);
  EXPECT_EQ(workbook_close(book), LXW_NO_ERROR);
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  std::filesystem::remove(path);
  return bytes;
}

lxw_format* format_of(lxw_workbook* book, const char* code) {
  lxw_format* format = workbook_add_format(book);
  format_set_num_format(format, code);
  return format;
}

TEST(Xlsx, TextsNumbersBooleansAndDatesAreReadAsTheyAreStored) {
  const ForeignFile file = read(written([](lxw_workbook* book) {
    lxw_worksheet* sheet = workbook_add_worksheet(book, "Wijken & buurten");
    worksheet_write_string(sheet, 0, 0, "Meerzicht", nullptr);
    worksheet_write_number(sheet, 0, 1, 1.1, nullptr);
    worksheet_write_number(sheet, 0, 2, 0.25, format_of(book, "0.00%"));
    worksheet_write_boolean(sheet, 0, 3, 1, nullptr);
    lxw_datetime day{2024, 2, 29, 0, 0, 0};
    worksheet_write_datetime(sheet, 1, 0, &day, format_of(book, "d mmmm yyyy"));
    lxw_datetime moment{2024, 2, 29, 13, 5, 9};
    worksheet_write_datetime(sheet, 1, 1, &moment, format_of(book, "dd-mm-yy hh:mm"));
    worksheet_write_number(sheet, 1, 2, 0.5, format_of(book, "hh:mm"));
    worksheet_write_number(sheet, 1, 3, 1.5, format_of(book, "[h]:mm:ss"));
    worksheet_write_number(sheet, 1, 4, 1234567.5, format_of(book, "#,##0.00 \"dagen\";[Red]-#,##0"));
  }));
  EXPECT_EQ(file.format, "xlsx");
  ASSERT_EQ(file.sheets.size(), 1U);
  const ForeignSheet& sheet = file.sheets[0];
  EXPECT_EQ(sheet.name, "Wijken & buurten");
  EXPECT_EQ(sheet.file, "wijken.xlsx");
  EXPECT_EQ(shown(cell_at(sheet, 1, 1)), "Meerzicht/text");
  EXPECT_EQ(shown(cell_at(sheet, 1, 2)), "1.1/number");
  EXPECT_EQ(shown(cell_at(sheet, 1, 3)), "0.25/number");
  EXPECT_EQ(shown(cell_at(sheet, 1, 4)), "true/boolean");
  EXPECT_EQ(shown(cell_at(sheet, 2, 1)), "2024-02-29/date");
  EXPECT_EQ(shown(cell_at(sheet, 2, 2)), "2024-02-29T13:05:09/date");
  EXPECT_EQ(shown(cell_at(sheet, 2, 3)), "12:00:00/text");
  EXPECT_EQ(shown(cell_at(sheet, 2, 4)), "36:00:00/text");
  EXPECT_EQ(shown(cell_at(sheet, 2, 5)), "1234567.5/number");
}

TEST(Xlsx, FormulasGiveTheirSavedValueAndSayThatItWasComputed) {
  const ForeignFile file = read(written([](lxw_workbook* book) {
    lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
    worksheet_write_formula_num(sheet, 0, 0, "=1+2", nullptr, 3);
    worksheet_write_formula_str(sheet, 0, 1, "=\"a\"&\"b\"", nullptr, "ab");
  }));
  EXPECT_EQ(shown(cell_at(file.sheets[0], 1, 1)), "3/number f");
  EXPECT_EQ(shown(cell_at(file.sheets[0], 1, 2)), "ab/text f");
}

TEST(Xlsx, AFormulaThatWasNeverComputedIsAnErrorAndNoEmptyCell) {
  const ForeignFile file =
      read(workbook({.sheets = {R"(<sheetData><row r="1"><c r="A1"><f>SUM(B1)</f></c><c r="B1"><f>C1</f><v></v></c>
      <c r="C1" t="str"><f>T(D1)</f><v></v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="str"><f>T(D1)</f><v>a_x000A_b</v></c></row></sheetData>)"}}));
  const ForeignSheet& sheet = file.sheets[0];
  EXPECT_EQ(shown(cell_at(sheet, 1, 1)), "a formula that was never computed/error f");
  EXPECT_EQ(shown(cell_at(sheet, 1, 2)), "a formula that was never computed/error f");
  EXPECT_EQ(shown(cell_at(sheet, 1, 3)), "/empty f") << "computed, and an empty text";
  EXPECT_EQ(shown(cell_at(sheet, 1, 4)), "#DIV/0!/error f");
  EXPECT_EQ(shown(cell_at(sheet, 1, 5)), "#N/A/error");
  EXPECT_EQ(shown(cell_at(sheet, 1, 6)), "a\nb/text f");
}

TEST(Xlsx, EveryCellOfAMergedBlockIsFlagged) {
  const ForeignFile file = read(written([](lxw_workbook* book) {
    lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
    worksheet_merge_range(sheet, 0, 1, 0, 3, "2020", nullptr);
    worksheet_merge_range(sheet, 1, 0, 3, 0, "Meerzicht", nullptr);
    worksheet_write_string(sheet, 0, 0, "wijk", nullptr);
    for (lxw_row_t row = 1; row < 4; ++row) worksheet_write_number(sheet, row, 1, row, nullptr);
  }));
  const ForeignSheet& sheet = file.sheets[0];
  EXPECT_EQ(shown(cell_at(sheet, 1, 1)), "wijk/text");
  EXPECT_EQ(shown(cell_at(sheet, 1, 2)), "2020/text m");
  EXPECT_EQ(shown(cell_at(sheet, 1, 4)), "/empty m");
  EXPECT_EQ(shown(cell_at(sheet, 2, 1)), "Meerzicht/text m");
  EXPECT_EQ(shown(cell_at(sheet, 4, 1)), "/empty m");
  EXPECT_EQ(shown(cell_at(sheet, 4, 2)), "3/number");
}

TEST(Xlsx, HiddenSheetsRowsAndColumnsAreReadAndFlagged) {
  const ForeignFile file = read(written([](lxw_workbook* book) {
    lxw_worksheet* sheet = workbook_add_worksheet(book, "open");
    lxw_worksheet* hidden = workbook_add_worksheet(book, "dicht");
    worksheet_hide(hidden);
    worksheet_write_number(hidden, 0, 0, 1, nullptr);
    lxw_row_col_options hide{};
    hide.hidden = 1;
    worksheet_set_column_opt(sheet, 1, 2, 8, nullptr, &hide);
    worksheet_set_row_opt(sheet, 1, 15, nullptr, &hide);
    for (lxw_row_t row = 0; row < 3; ++row) {
      for (lxw_col_t column = 0; column < 4; ++column) worksheet_write_number(sheet, row, column, 1, nullptr);
    }
  }));
  ASSERT_EQ(file.sheets.size(), 2U);
  EXPECT_FALSE(file.sheets[0].hidden);
  EXPECT_TRUE(file.sheets[1].hidden);
  EXPECT_EQ(shown(cell_at(file.sheets[0], 1, 1)), "1/number");
  EXPECT_EQ(shown(cell_at(file.sheets[0], 1, 2)), "1/number h");
  EXPECT_EQ(shown(cell_at(file.sheets[0], 1, 3)), "1/number h");
  EXPECT_EQ(shown(cell_at(file.sheets[0], 2, 4)), "1/number h");
  EXPECT_EQ(shown(cell_at(file.sheets[0], 3, 4)), "1/number");
  const ForeignFile very = read(workbook({.sheets = {"<sheetData/>"}, .states = "state=\"veryHidden\""}));
  EXPECT_TRUE(very.sheets[0].hidden);
}

TEST(Xlsx, RichTextIsJoinedWithoutItsReadingAid) {
  const ForeignFile file =
      read(workbook({.sheets = {R"(<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>
      <c r="C1" t="inlineStr"><is><r><t>in</t></r><r><t xml:space="preserve"> lijn</t></r></is></c></row></sheetData>)"},
                     .texts = R"(<si><r><t>Oost</t></r><r><t>erheem</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>
      <si><t>a_x000D_b_x005F_x_xZZ_ _xD83D_</t></si>)"}));
  EXPECT_EQ(cell_at(file.sheets[0], 1, 1).text, "Oosterheem");
  EXPECT_EQ(cell_at(file.sheets[0], 1, 2).text, "a\rb_x_xZZ_ _xD83D_");
  EXPECT_EQ(cell_at(file.sheets[0], 1, 3).text, "in lijn");
}

TEST(Xlsx, DatesCountFrom1904WhereTheWorkbookSaysSo) {
  const std::string sheet =
      R"(<sheetData><row r="1"><c r="A1" s="1"><v>0</v></c><c r="B1" s="1"><v>45351</v></c><c r="C1" s="1"><v>60</v></c>
      <c r="D1" s="1"><v>59</v></c><c r="E1" s="1"><v>61</v></c><c r="F1" s="1"><v>-1</v></c></row></sheetData>)";
  const std::string styles =
      R"(<cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>)";
  const ForeignFile by_1904 = read(workbook({.sheets = {sheet}, .styles = styles, .properties = "<workbookPr date1904=\"1\"/>"}));
  EXPECT_EQ(cell_at(by_1904.sheets[0], 1, 1).text, "1904-01-01");
  EXPECT_EQ(cell_at(by_1904.sheets[0], 1, 2).text, "2028-03-01");
  const ForeignFile by_1900 = read(workbook({.sheets = {sheet}, .styles = styles}));
  EXPECT_EQ(cell_at(by_1900.sheets[0], 1, 2).text, "2024-02-29");
  EXPECT_EQ(shown(cell_at(by_1900.sheets[0], 1, 3)), "1900-02-29, a day that never was/error");
  EXPECT_EQ(cell_at(by_1900.sheets[0], 1, 4).text, "1900-02-28");
  EXPECT_EQ(cell_at(by_1900.sheets[0], 1, 5).text, "1900-03-01");
  EXPECT_EQ(cell_at(by_1900.sheets[0], 1, 6).kind, CellKind::error);
}

TEST(Xlsx, RowsAndCellsWithoutNumbersFollowEachOther) {
  const ForeignFile file =
      read(workbook({.sheets = {"<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"><c r=\"C5\"><v>3</v></c>"
                                "<c><v>4</v></c></row><row><c t=\"d\"><v>2024-02-29T00:00:00</v></c></row></sheetData>"}}));
  EXPECT_EQ(cell_at(file.sheets[0], 1, 2).text, "2");
  EXPECT_EQ(cell_at(file.sheets[0], 5, 4).text, "4");
  EXPECT_EQ(shown(cell_at(file.sheets[0], 6, 1)), "2024-02-29/date");
}

TEST(Xlsx, TheStrictFormIsReadToo) {
  Parts parts = workbook_parts({.sheets = {"<sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row></sheetData>"}});
  for (auto& [name, text] : parts) {
    for (const auto& [from, to] :
         {std::pair<std::string, std::string>{"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                                              "http://purl.oclc.org/ooxml/spreadsheetml/main"},
          {"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
           "http://purl.oclc.org/ooxml/officeDocument/relationships"}}) {
      for (auto at = text.find(from); at != std::string::npos; at = text.find(from)) text.replace(at, from.size(), to);
    }
  }
  EXPECT_EQ(cell_at(read(zipped(parts)).sheets[0], 1, 1).text, "7");
}

TEST(Xlsx, ADamagedCellIsRefusedWithSheetRowAndColumn) {
  EXPECT_EQ(fault_of({.sheets = {"<sheetData/>", "<sheetData><row r=\"3\"><c r=\"B3\"><v>1,5</v></c></row></sheetData>"}}),
            "wijken.xlsx:3:2: Blad2: found \"1,5\", expected a number");
  EXPECT_NE(fault_of({.sheets = {"<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData>"}})
                .find("the shared text"),
            std::string::npos);
  EXPECT_NE(fault_of({.sheets = {"<sheetData><row r=\"2\"><c r=\"A1\"><v>0</v></c></row></sheetData>"}}).find("a cell of row 2"),
            std::string::npos);
  EXPECT_NE(
      fault_of(
          {.sheets =
               {"<sheetData><row r=\"2\"><c r=\"A2\"><v>0</v></c></row><row r=\"1\"><c r=\"A1\"><v>0</v></c></row></sheetData>"}})
          .find("a row after 2"),
      std::string::npos);
  EXPECT_NE(fault_of({.sheets = {"<sheetData/><mergeCells><mergeCell ref=\"C1:A1\"/></mergeCells>"}}).find("the merged block"),
            std::string::npos);
  EXPECT_NE(fault_of({.sheets = {"<sheetData><row>"}}).find("line 1: mismatched tag"), std::string::npos);
}

}  // namespace
