// SPDX-License-Identifier: EUPL-1.2
// Files that were made to do harm, or that came to harm.
#include <gtest/gtest.h>

#include "read/made_files.h"

namespace {

using namespace koers;
using namespace koers::testing;

std::string rule_of(std::string bytes, const std::string& name, const ForeignLimits& limits = {}) {
  const auto file = read_bytes(std::move(bytes), name, limits);
  return file ? "read" : file.error().faults.at(0).rule;
}

std::string one_cell() { return "<sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row></sheetData>"; }

TEST(Hostile, ABombIsNoticedWhileItUnpacks) {
  ForeignLimits limits;
  limits.unpacked_bytes = 8 << 20;
  std::string rows = "<sheetData>";
  for (int i = 0; i < 1'200'000; ++i) rows += "<row></row>";
  const std::string bomb = workbook({.sheets = {rows + "</sheetData>"}});
  ASSERT_LT(bomb.size(), 100'000U);
  EXPECT_EQ(rule_of(bomb, "bom.xlsx", limits), "unpacked-bytes");
  EXPECT_EQ(rule_of(spreadsheet(std::string(9 << 20, ' ')), "bom.ods", limits), "unpacked-bytes");
}

TEST(Hostile, OneEndlessTagOrCommentIsRefused) {
  EXPECT_EQ(rule_of(workbook({.sheets = {"<!--" + std::string(4 << 20, 'x') + "-->"}}), "bom.xlsx"), "token");
  EXPECT_EQ(rule_of(workbook({.sheets = {"<sheetData a=\"" + std::string(4 << 20, 'x') + "\"/>"}}), "bom.xlsx"), "token");
}

TEST(Hostile, EntitiesAreNotExpandedAtAll) {
  const std::string laughs =
      "<!DOCTYPE lol [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c "
      "\"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
  for (const std::string part : {"xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "_rels/.rels"}) {
    Parts parts = workbook_parts({.sheets = {one_cell()}});
    for (auto& [name, text] : parts) {
      if (name == part) text = laughs + "<worksheet>&c;</worksheet>";
    }
    EXPECT_EQ(rule_of(zipped(parts), "lach.xlsx"), "document_type") << part;
  }
  EXPECT_EQ(rule_of(zipped({{"content.xml", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x/>"}}), "x.ods"), "document_type");
}

TEST(Hostile, ATruncatedFileIsRefusedWhereverItBreaksOff) {
  const std::string book = workbook({.sheets = {one_cell()}});
  const std::string map = geopackage("CREATE TABLE b (fid INTEGER PRIMARY KEY, geom BLOB);" + layer_sql("b", 4326) +
                                     "INSERT INTO b VALUES (1, " + geometry_blob(4326, point_binary(4.5, 52)) + ");");
  ASSERT_EQ(rule_of(book, "heel.xlsx"), "read");
  ASSERT_EQ(rule_of(map, "heel.gpkg"), "read");
  for (std::size_t size = 4; size < book.size(); size += 7) EXPECT_NE(rule_of(book.substr(0, size), "half"), "read") << size;
  for (std::size_t size = 16; size < map.size(); size += 509)
    EXPECT_NE(rule_of(map.substr(0, size), "half.gpkg"), "read") << size;
}

TEST(Hostile, ADamagedPartIsNoticedByItsChecksum) {
  std::string book = zipped({{"[Content_Types].xml", "<Types/>"}, {"_rels/.rels", std::string(300, 'x')}});
  const auto at = book.find("_rels/.rels") + std::string("_rels/.rels").size() + 2;
  book[at] = static_cast<char>(book[at] ^ 0x55);
  EXPECT_EQ(rule_of(book, "kapot.xlsx"), "damaged");
}

TEST(Hostile, AnotherFormatThanTheNameSaysIsRefused) {
  const std::string book = workbook({.sheets = {one_cell()}});
  EXPECT_EQ(rule_of(book, "wijken.csv"), "wrong_extension");
  EXPECT_EQ(rule_of(book, "wijken.ods"), "wrong_extension");
  EXPECT_EQ(rule_of("a;b\n1;2\n", "wijken.xlsx"), "wrong_extension");
  EXPECT_EQ(rule_of("{\"type\":\"FeatureCollection\",\"features\":[]}", "wijken.gpkg"), "wrong_extension");
  EXPECT_EQ(rule_of("a;b\n1;2\n", "wijken.dat"), "read") << "a name that says nothing is no objection";
}

TEST(Hostile, FormatsThatAreNotReadAreRefusedByName) {
  for (const auto& [bytes, word] : {std::pair<std::string, std::string>{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "old Excel"},
                                    {"%PDF-1.7\n", "PDF"},
                                    {"\n<!DOCTYPE HTML><html>", "web page"},
                                    {"<?xml version=\"1.0\"?><a/>", "XML"},
                                    {zipped({{"a.txt", "x"}}), "no spreadsheet"},
                                    {zipped({{"[Content_Types].xml", ""}, {"xl/workbook.bin", ""}}), "XLSB"}}) {
    const auto file = read_bytes(bytes, "bestand.xls");
    ASSERT_FALSE(file) << word;
    EXPECT_EQ(file.error().code, ErrorCode::unsupported);
    EXPECT_NE(file.error().message.find(word), std::string::npos) << file.error().message;
  }
  EXPECT_EQ(rule_of("", "leeg.csv"), "empty");
  EXPECT_EQ(rule_of(" \n\r\n", "leeg.csv"), "empty");
}

TEST(Hostile, PartsThatPointAtEachOtherAreNotFollowedInCircles) {
  Parts parts = workbook_parts({.sheets = {one_cell()}});
  for (auto& [name, text] : parts) {
    if (name != "xl/_rels/workbook.xml.rels") continue;
    const std::string from = "worksheets/sheet1.xml";
    text.replace(text.find(from), from.size(), "workbook.xml");  // the workbook as its own sheet
  }
  const auto file = read_bytes(zipped(parts), "kring.xlsx");
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_TRUE(file->sheets.at(0).rows.empty());
  EXPECT_EQ(rule_of(zipped({{"content.xml", workbook({.sheets = {one_cell()}})}}), "pop.ods"), "damaged")
      << "a packed file is not unpacked twice";
}

TEST(Hostile, ALoneCellFarAwayCostsWhatItWouldTakeToKeep) {
  std::string rows = "<sheetData>";
  for (int i = 1; i <= 400; ++i)
    rows += "<row r=\"" + std::to_string(i) + "\"><c r=\"XFD" + std::to_string(i) + "\"><v>1</v></c></row>";
  EXPECT_EQ(rule_of(workbook({.sheets = {rows + "</sheetData>"}}), "ver.xlsx"), "cells");
  EXPECT_EQ(rule_of(workbook({.sheets = {"<sheetData><row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row></sheetData>"}}), "ver.xlsx"),
            "columns");
  EXPECT_EQ(rule_of(workbook({.sheets = {"<sheetData><row r=\"1048577\"><c><v>1</v></c></row></sheetData>"}}), "ver.xlsx"),
            "rows");
}

TEST(Hostile, RepeatsAndMergedBlocksAsWideAsTheWorldAreRefused) {
  const std::string cell =
      "<table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"16384\"/>";
  const std::string row = "<table:table-row table:number-rows-repeated=\"1048576\">" + cell + "</table:table-row>";
  EXPECT_EQ(rule_of(spreadsheet("<table:table table:name=\"a\">" + row + "</table:table>"), "vol.ods", {.cells = 100'000}),
            "cells");
  const std::string spaces =
      "<table:table-row><table:table-cell office:value-type=\"string\"><text:p><text:s text:c=\"999999999\"/></text:p>"
      "</table:table-cell></table:table-row>";
  EXPECT_EQ(rule_of(spreadsheet("<table:table table:name=\"a\">" + spaces + "</table:table>"), "vol.ods"), "text-bytes");
  std::string merges = "<sheetData>";
  for (int i = 1; i <= 400; ++i) merges += "<row><c><v>1</v></c></row>";
  merges += "</sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>";
  EXPECT_EQ(rule_of(workbook({.sheets = {merges}}), "vol.xlsx", {.cells = 100'000}), "cells");
}

TEST(Hostile, NestingIsBounded) {
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "<x>";
  EXPECT_EQ(rule_of(workbook({.sheets = {deep}}), "diep.xlsx"), "depth");
  EXPECT_EQ(rule_of(R"({"type":"FeatureCollection","features":[)" + std::string(100'000, '['), "diep.geojson"), "depth");
  std::string collections;
  for (int i = 0; i < 100; ++i) collections += "010700000001000000";
  const std::string sql = "CREATE TABLE b (fid INTEGER PRIMARY KEY, geom BLOB);" + layer_sql("b", 4326) +
                          "INSERT INTO b VALUES (1, " + geometry_blob(4326, collections + point_binary(4.5, 52)) + ");";
  EXPECT_EQ(rule_of(geopackage(sql), "diep.gpkg"), "depth");
}

TEST(Hostile, EachLimitHoldsAndIsNamed) {
  const std::string csv = "a;b\n1;2\n3;4\n";
  EXPECT_EQ(rule_of(csv, "a.csv", {.rows = 2}), "rows");
  EXPECT_EQ(rule_of(csv, "a.csv", {.columns = 1}), "columns");
  EXPECT_EQ(rule_of(csv, "a.csv", {.cells = 5}), "cells");
  EXPECT_EQ(rule_of("a;bbbb\n", "a.csv", {.text_bytes = 3}), "text-bytes");
  EXPECT_EQ(rule_of(csv, "a.csv", {.output_bytes = 150}), "output-bytes");
  EXPECT_EQ(rule_of(workbook({.sheets = {"<sheetData/>", "<sheetData/>"}}), "a.xlsx", {.sheets = 1}), "sheets");
  const std::string map =
      R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"MultiPoint",)"
      R"("coordinates":[[4,52],[5,52]]}}]})";
  EXPECT_EQ(rule_of(map, "a.geojson", {.positions = 1}), "positions");
  EXPECT_EQ(rule_of(map, "a.geojson"), "read");
}

TEST(Hostile, TheAnswerOnARefusedFileEndsWithTheRefusal) {
  const std::string lines = answer_on("a;b\n1;2\n3;\"4\n", "a.csv");
  EXPECT_TRUE(lines.ends_with(
      R"({"type":"error","code":"bad-input","rule":"syntax","file":"a.csv","row":3,"column":2,"found":"a quote that is never closed",)"
      "\"expected\":\"a cell in quotes with each quote in it written twice\"}\n"))
      << lines;
}

}  // namespace
