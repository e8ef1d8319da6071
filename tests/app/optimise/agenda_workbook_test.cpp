// SPDX-License-Identifier: EUPL-1.2
// What is written is read back as it was: by all formats that people keep sheets in.
#include "app/optimise/agenda_workbook.h"

#include <gtest/gtest.h>

#include "app/optimise/agenda_sheet_heading.h"
#include "app/optimise/sheet_city.h"
#include "base/fault_text.h"
#include "model/write_record.h"
#include "read/made_files.h"

namespace koers::test {
namespace {

report::Document workbook(const City& city, SheetLanguage language = SheetLanguage::nl) {
  return agenda_workbook(city, "agenda-2023", language).value();
}

/// The sheet of amounts in a file of these bytes.
ForeignSheet sheet_in(const std::string& bytes, const std::string& name) {
  const auto file = testing::read_bytes(bytes, name);
  if (!file) throw std::runtime_error(file.error().message);
  for (const ForeignSheet& each : file->sheets) {
    if (find_heading_row(each) != nullptr) return each;
  }
  throw std::runtime_error("no sheet of amounts in " + name);
}

/// A table as the XML of an OpenDocument spreadsheet, as LibreOffice writes it.
std::string opendocument(const report::Table& table) {
  std::string out = "<table:table table:name=\"Bedragen\">";
  const auto text = [](const std::string& words) {
    return "<table:table-cell office:value-type=\"string\"><text:p>" + words + "</text:p></table:table-cell>";
  };
  out += "<table:table-row>";
  for (const report::Column& each : table.columns) out += text(each.title);
  out += "</table:table-row>";
  for (const auto& row : table.rows) {
    out += "<table:table-row>";
    for (const report::Cell& each : row) {
      out += each.number         ? "<table:table-cell office:value-type=\"float\" office:value=\"" + each.text + "\"/>"
             : each.text.empty() ? "<table:table-cell/>"
                                 : text(each.text);
    }
    out += "</table:table-row>";
  }
  return testing::spreadsheet(out + "</table:table>");
}

void expect_no_change(const ForeignSheet& sheet, const City& city, NumberStyle numbers) {
  const auto preview = read_agenda_sheet(sheet, city, {kSheetYears, {}, {}, numbers});
  ASSERT_TRUE(preview) << preview.error().message;
  for (const Fault& each : preview->faults) ADD_FAILURE() << fault_text(each);
  for (const AgendaSheetChange& each : preview->changes) ADD_FAILURE() << sheet.file << " row " << each.row;
  EXPECT_EQ(preview->rows, 6);
  EXPECT_EQ(preview->same, 6);
}

TEST(AgendaWorkbook, ReadAgainChangesNothing) {
  for (const SheetLanguage language : {SheetLanguage::nl, SheetLanguage::en}) {
    const auto document = workbook(sheet_city(), language);
    expect_no_change(sheet_in(write_agenda_workbook(document, WorkbookFormat::xlsx), "a.xlsx"), sheet_city(), NumberStyle::cells);
    expect_no_change(sheet_in(write_agenda_workbook(document, WorkbookFormat::csv), "a.csv"), sheet_city(), NumberStyle::text);
    expect_no_change(sheet_in(opendocument(*report::tables_of(document).front().table), "a.ods"), sheet_city(),
                     NumberStyle::cells);
  }
}

TEST(AgendaWorkbook, TitlesThatNameTwoThingsAreWrittenAsKindAndId) {
  const auto document = workbook(sheet_city());
  const auto& rows = report::tables_of(document).front().table->rows;
  EXPECT_EQ(rows.front().front().text, "Bouwprogramma É");
  EXPECT_EQ(rows.back().front().text, "policy_document/woonvisie");
  EXPECT_EQ(rows.back()[3].text, "fund/wonen");
  EXPECT_EQ(rows.back()[5].text, "15");  // both entries of that fund
}

TEST(AgendaWorkbook, LeavesOutWhatACellWouldNotGiveBack) {
  for (const std::string& section : {std::string(" 6"), std::string(), std::string("'=6"), std::string(40'000, '6')}) {
    City city = sheet_city();
    Appraisal plan = *city.find(Id<Appraisal>("eerste-plan"));
    plan.options[0].costs[0].sources = {{Id<Source>("visie"), section}};
    city.all<Appraisal>().put(plan);
    const auto document = workbook(city);
    expect_no_change(sheet_in(write_agenda_workbook(document, WorkbookFormat::xlsx), "a.xlsx"), city, NumberStyle::cells);
    expect_no_change(sheet_in(write_agenda_workbook(document, WorkbookFormat::csv), "a.csv"), city, NumberStyle::text);
  }
}

TEST(AgendaWorkbook, HasAColumnForEachYearOfTheAgendaAndOfEveryOption) {
  City city = sheet_city();
  Appraisal plan = *city.find(Id<Appraisal>("eerste-plan"));
  plan.options[0].years = 5;
  plan.options[0].costs[0].amounts = {{1}, {2}, {3}, {4}, {5}};
  plan.options[0].people.clear();
  city.all<Appraisal>().put(plan);
  const auto document = workbook(city, SheetLanguage::en);
  const auto& table = *report::tables_of(document).front().table;
  std::string headings;
  for (const report::Column& each : table.columns) headings += each.title + ' ';
  EXPECT_EQ(headings, "item option start means unit 2023 2024 2025 2026 2027 status source section remark ");
  EXPECT_EQ(table.id, "amounts");
  EXPECT_TRUE(table.note.empty());
}

TEST(AgendaWorkbook, ExplainsEveryColumnInItsLanguage) {
  const std::size_t english = workbook(sheet_city(), SheetLanguage::en).sections.at(0).blocks.size();
  EXPECT_EQ(english, 4U);
  for (const SheetLanguage language : {SheetLanguage::nl, SheetLanguage::en}) {
    const auto document = workbook(sheet_city(), language);
    const auto& list = std::get<report::BulletList>(document.sections.at(0).blocks.at(1));
    EXPECT_EQ(list.items.size(), kSheetColumns.size() + 1);
  }
}

TEST(AgendaWorkbook, IsRefusedWhenThereIsNothingToFillIn) {
  EXPECT_EQ(agenda_workbook(sheet_city(), "none", SheetLanguage::nl).error().code, ErrorCode::not_found);
  City city = sheet_city();
  for (const Appraisal& each : sheet_city().all<Appraisal>()) city.all<Appraisal>().remove(each.id.str());
  EXPECT_EQ(agenda_workbook(city, "agenda-2023", SheetLanguage::nl).error().code, ErrorCode::bad_input);
}

TEST(AgendaWorkbook, IsRefusedWhenItWouldHaveTooManyYears) {
  City city = sheet_city();
  Appraisal plan = *city.find(Id<Appraisal>("eerste-plan"));
  plan.bound_until = Year{2100};
  city.all<Appraisal>().put(plan);
  EXPECT_EQ(agenda_workbook(city, "agenda-2023", SheetLanguage::nl).error().code, ErrorCode::too_large);
}

TEST(SheetWords, EveryWordIsReadBackAsWhatItMeans) {
  for (const SheetLanguage language : {SheetLanguage::nl, SheetLanguage::en}) {
    for (const SheetColumnWords& each : kSheetColumns) {
      EXPECT_EQ(sheet_column(word_of(each.column, language)), each.column);
      EXPECT_FALSE(purpose_of(each.column, language).empty());
    }
    for (const std::string& name : names_of<OptionForm>()) {
      const OptionForm form = enum_from<OptionForm>(name).value();
      EXPECT_EQ(sheet_option(word_of(form, language)), form);
      EXPECT_EQ(sheet_option(name), form);
    }
    for (const std::string& name : names_of<Status>()) {
      const Status status = enum_from<Status>(name).value();
      EXPECT_EQ(sheet_status(word_of(status, language)), status);
    }
  }
}

}  // namespace
}  // namespace koers::test
