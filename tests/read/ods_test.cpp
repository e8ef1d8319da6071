// SPDX-License-Identifier: EUPL-1.2
#include "read/ods.h"

#include <gtest/gtest.h>

#include "read/made_files.h"

namespace {

using namespace koers;
using namespace koers::testing;

ForeignFile read(const std::string& tables, const std::string& styles = "") {
  auto file = read_bytes(spreadsheet(tables, styles), "wijken.ods");
  EXPECT_TRUE(file) << file.error().message;
  return file.value_or(ForeignFile{});
}

std::string fault_of(const std::string& tables) {
  const auto file = read_bytes(spreadsheet(tables), "wijken.ods");
  return file ? "read" : file.error().message;
}

std::string table(const std::string& inside, const std::string& attributes = "") {
  return "<table:table table:name=\"Blad1\" " + attributes + ">" + inside + "</table:table>";
}

std::string row(const std::string& cells, const std::string& attributes = "") {
  return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}

std::string number(const std::string& value, const std::string& attributes = "") {
  return "<table:table-cell office:value-type=\"float\" office:value=\"" + value + "\" " + attributes + "><text:p>" + value +
         "</text:p></table:table-cell>";
}

TEST(Ods, EveryKindOfValueIsReadAsItIsStored) {
  const ForeignFile file = read(table(row(
      R"(<table:table-cell office:value-type="string"><text:p>Oost<text:span>er</text:span>heem<text:s text:c="2"/>x</text:p><text:p>twee</text:p></table:table-cell>)"
      R"(<table:table-cell office:value-type="percentage" office:value="0.25"><text:p>25,00%</text:p></table:table-cell>)"
      R"(<table:table-cell office:value-type="currency" office:currency="EUR" office:value="1250.5"><text:p>€ 1.250,50</text:p></table:table-cell>)"
      R"(<table:table-cell office:value-type="date" office:date-value="2024-02-29"><text:p>29 feb</text:p></table:table-cell>)"
      R"(<table:table-cell office:value-type="date" office:date-value="2024-02-29T13:05:09"/>)"
      R"(<table:table-cell office:value-type="time" office:time-value="PT36H05M09S"/>)"
      R"(<table:table-cell office:value-type="boolean" office:boolean-value="true"/>)")));
  EXPECT_EQ(file.format, "ods");
  const ForeignSheet& sheet = file.sheets[0];
  EXPECT_EQ(shown(cell_at(sheet, 1, 1)), "Oosterheem  x\ntwee/text");
  EXPECT_EQ(shown(cell_at(sheet, 1, 2)), "0.25/number");
  EXPECT_EQ(shown(cell_at(sheet, 1, 3)), "1250.5/number");
  EXPECT_EQ(shown(cell_at(sheet, 1, 4)), "2024-02-29/date");
  EXPECT_EQ(shown(cell_at(sheet, 1, 5)), "2024-02-29T13:05:09/date");
  EXPECT_EQ(shown(cell_at(sheet, 1, 6)), "36:05:09/text");
  EXPECT_EQ(shown(cell_at(sheet, 1, 7)), "true/boolean");
}

TEST(Ods, RepeatedRowsAndCellsAreWrittenOutAndTheEmptyRestOfASheetCostsNothing) {
  const ForeignFile file = read(
      table(row("<table:table-cell table:number-columns-repeated=\"2\"/>" + number("7", "table:number-columns-repeated=\"3\"") +
                    "<table:table-cell table:number-columns-repeated=\"16379\"/>",
                "table:number-rows-repeated=\"2\"") +
            row("<table:table-cell table:number-columns-repeated=\"16384\"/>", "table:number-rows-repeated=\"1000\"") +
            row(number("8")) +
            row("<table:table-cell table:number-columns-repeated=\"16384\"/>", "table:number-rows-repeated=\"1047573\"")));
  const ForeignSheet& sheet = file.sheets[0];
  ASSERT_EQ(sheet.rows.size(), 3U);
  EXPECT_EQ(sheet.rows[1].number, 2);
  ASSERT_EQ(sheet.rows[1].cells.size(), 5U);
  EXPECT_EQ(shown(sheet.rows[1].cells[1]), "/empty");
  EXPECT_EQ(shown(sheet.rows[1].cells[4]), "7/number");
  EXPECT_EQ(sheet.rows[2].number, 1003);
}

TEST(Ods, CoveredCellsAreMergedAndKeepQuietAboutWhatIsUnderThem) {
  const ForeignFile file =
      read(table(row("<table:table-cell office:value-type=\"string\" table:number-columns-spanned=\"2\" "
                     "table:number-rows-spanned=\"2\"><text:p>kop</text:p></table:table-cell>"
                     "<table:covered-table-cell/>" +
                     number("1")) +
                 row("<table:covered-table-cell office:value-type=\"float\" office:value=\"9\"/><table:covered-table-cell/>" +
                     number("2"))));
  EXPECT_EQ(shown(cell_at(file.sheets[0], 1, 1)), "kop/text m");
  EXPECT_EQ(shown(cell_at(file.sheets[0], 1, 2)), "/empty m");
  EXPECT_EQ(shown(cell_at(file.sheets[0], 2, 1)), "/empty m");
  EXPECT_EQ(shown(cell_at(file.sheets[0], 2, 3)), "2/number");
}

TEST(Ods, FormulasAreFlaggedAndThoseWithoutAValueAreErrors) {
  const ForeignFile file = read(table(row(
      R"(<table:table-cell table:formula="of:=1+2" office:value-type="float" office:value="3"/>)"
      R"(<table:table-cell table:formula="of:=1+2"/>)"
      R"(<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>)")));
  EXPECT_EQ(shown(cell_at(file.sheets[0], 1, 1)), "3/number f");
  EXPECT_EQ(shown(cell_at(file.sheets[0], 1, 2)), "a formula that was never computed/error f");
  EXPECT_EQ(shown(cell_at(file.sheets[0], 1, 3)), "#DIV/0!/error f");
}

TEST(Ods, HiddenSheetsRowsAndColumnsAreFlagged) {
  const ForeignFile file =
      read(table("<table:table-column/><table:table-column table:number-columns-repeated=\"2\" table:visibility=\"collapse\"/>" +
                 row(number("1", "table:number-columns-repeated=\"4\"")) + row(number("1"), "table:visibility=\"filter\"")) +
               table(row(number("1")), "table:style-name=\"ta2\""),
           R"(<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
      <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>)");
  EXPECT_FALSE(file.sheets[0].hidden);
  EXPECT_TRUE(file.sheets[1].hidden);
  EXPECT_EQ(shown(cell_at(file.sheets[0], 1, 1)), "1/number");
  EXPECT_EQ(shown(cell_at(file.sheets[0], 1, 3)), "1/number h");
  EXPECT_EQ(shown(cell_at(file.sheets[0], 1, 4)), "1/number");
  EXPECT_EQ(shown(cell_at(file.sheets[0], 2, 1)), "1/number h");
}

TEST(Ods, NotesPicturesAndTheHistoryOfChangesAreNoValues) {
  const ForeignFile file = read(
      "<table:tracked-changes><table:table table:name=\"oud\">" + row(number("5")) + "</table:table></table:tracked-changes>" +
      table("<table:shapes><draw:frame><text:p>plaatje</text:p></draw:frame></table:shapes>" +
            row("<table:table-cell "
                "office:value-type=\"string\"><office:annotation><text:p>noot</text:p></office:annotation><text:p>waarde</text:p>"
                "<draw:frame><text:p>vorm</text:p></draw:frame></table:table-cell>")));
  ASSERT_EQ(file.sheets.size(), 1U);
  EXPECT_EQ(shown(cell_at(file.sheets[0], 1, 1)), "waarde/text");
}

TEST(Ods, RowsInGroupsAndHeadingsCountAsRows) {
  const ForeignFile file =
      read(table("<table:table-header-rows>" + row(number("1")) + "</table:table-header-rows><table:table-row-group>" +
                 row(number("2")) + "</table:table-row-group>"));
  EXPECT_EQ(cell_at(file.sheets[0], 2, 1).text, "2");
}

TEST(Ods, WhatIsDamagedIsRefusedWithItsPlace) {
  EXPECT_EQ(fault_of(table(row(number("1")) + row(number("1") + number("x")))),
            "wijken.ods:2:2: Blad1: found \"x\", expected a number");
  EXPECT_NE(fault_of(table(row(number("1", "table:number-columns-repeated=\"9999999999\"")))).find("number-columns-repeated"),
            std::string::npos);
  EXPECT_NE(fault_of(table(row("<table:table-cell>" + table("") + "</table:table-cell>"))).find("a table within a cell"),
            std::string::npos);
  EXPECT_NE(fault_of(table(table(""))).find("a table within a table"), std::string::npos);
}

TEST(Ods, AFileWithAPasswordIsRefusedAsSuch) {
  const auto file = read_bytes(
      zipped({{"content.xml", "\x01\x02"},
              {"META-INF/manifest.xml",
               "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry><m:encryption-data/>"
               "</m:file-entry></m:manifest>"}}),
      "wijken.ods");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, ErrorCode::unsupported);
  EXPECT_EQ(file.error().faults.at(0).rule, "protected");
}

}  // namespace
