// SPDX-License-Identifier: EUPL-1.2
#include "gather/staging.h"

#include <gtest/gtest.h>

#include "gather/gather_city.h"

namespace koers::test {
namespace {

using gather::LeftOut;
using Lines = std::vector<std::string>;

const std::string kPeople = "  - {indicator: people, column: [n]}\n";
const std::string kShare = "  - {indicator: share, column: [p], denominator: [n], smallest: 10}\n";

Lines faults_of(const gather::Staged& staged) { return lines_of(staged.faults); }

Lines faults_of_row(const std::vector<std::string>& row, const std::string& figures = kPeople) {
  return faults_of(staged(table_of({"code", "name", "n"}, {row}), mapping_of(figures)));
}

TEST(Staging, FiguresOfKnownAreasAreTaken) {
  const auto out = staged(table_of({"code", "name", "n"}, {{"WK000100", "Wijk 00 Noord", "100"}, {"GM0001", "Kleinstad", "300"}}),
                          mapping_of(kPeople));
  EXPECT_TRUE(out.is_acceptable());
  EXPECT_EQ(lines_of(out.observations), (Lines{"people WK000100 2022-01-01 100 final", "people GM0001 2022-01-01 300 final"}));
  EXPECT_EQ(out.observations[0].source.source.str(), "counts-2022");
  EXPECT_EQ(out.observations[0].source.section, "counts, n");
}

TEST(Staging, MarksForNothingAreNeverZero) {
  const auto out = staged(
      table_of({"code", "name", "n"}, {{"WK000100", "Noord", "."}, {"WK000101", "Zuid", "x"}, {"GM0001", "Kleinstad", ""}}),
      mapping_of(kPeople));
  EXPECT_EQ(lines_of(out.observations),
            (Lines{"people WK000100 2022-01-01 - missing", "people WK000101 2022-01-01 - suppressed"}));
}

TEST(Staging, WhatAnEmptyCellMeansIsTheMappingsToSay) {
  const auto out =
      staged(table_of({"code", "name", "n"}, {{"WK000100", "Noord", ""}}), mapping_of(kPeople, "empty_cell: secret\n"));
  EXPECT_EQ(lines_of(out.observations), Lines{"people WK000100 2022-01-01 - suppressed"});
}

TEST(Staging, AWordThatTheMappingDoesNotKnowIsAFault) {
  EXPECT_EQ(faults_of_row({"WK000100", "Noord", "geheim"}), Lines{"type 2:3 \"geheim\""});
}

TEST(Staging, TheReasonOfAnEmptyCellMustBeKnownToo) {
  ForeignTable table = table_of({"code", "name", "n"}, {{"WK000100", "Noord", ""}});
  table.rows[0].cells[2] = {"Confidential", CellKind::empty};
  EXPECT_EQ(faults_of(staged(table, mapping_of(kPeople))), Lines{"type 2:3 \"Confidential\""});
}

TEST(Staging, ACodeOfAnotherPlaceIsAFaultAlsoWhenItIsKnown) {
  EXPECT_EQ(faults_of_row({"WK000100", "Zuid", "1"}), Lines{"reused_code 2:2 WK000100 called \"Zuid\""});
}

TEST(Staging, AnotherNameThatWasChecked) {
  std::string text = mapping_text(kPeople);
  const std::string area = "name: [name]}";
  text.replace(text.find(area), area.size(), "name: [name], also_called: [{area: district/WK000100, name: Noorderpark}]}");
  const auto mapping = gather::read_mapping(text, "feed.yaml", gather_city());
  ASSERT_TRUE(mapping);
  EXPECT_TRUE(staged(table_of({"code", "name", "n"}, {{"WK000100", "Noorderpark", "1"}}), *mapping).is_acceptable());
}

TEST(Staging, AnUnknownAreaOfTheCityIsAFaultOneOfAnotherIsLeftOut) {
  EXPECT_EQ(faults_of_row({"WK000199", "Nieuw", "1"}), Lines{"unknown_reference 2:1 \"WK000199\""});
  const auto out =
      staged(table_of({"code", "name", "n"}, {{"WK000100", "Noord", "1"}, {"WK999900", "Ver weg", "x"}}), mapping_of(kPeople));
  EXPECT_TRUE(out.is_acceptable());
  ASSERT_EQ(out.left_out.size(), 1U);
  EXPECT_EQ(out.left_out[0].row, 3);
  EXPECT_EQ(out.left_out_counts.at(LeftOut::unknown_elsewhere), 1);
}

TEST(Staging, OnlyTheMunicipalityThatWasAskedForIsTaken) {
  auto task = a_task();
  task.municipality = "GM0001";
  const auto out =
      staged(table_of({"code", "name", "n"}, {{"WK000100", "Noord", "1"}, {"GM0002", "Elders", "1"}}), mapping_of(kPeople), task);
  EXPECT_EQ(out.observations.size(), 1U);
  EXPECT_EQ(out.left_out_counts.at(LeftOut::other_municipality), 1);
}

TEST(Staging, ACodeThatIsNoneIsAFaultAndFiguresWithoutACodeToo) {
  EXPECT_EQ(faults_of_row({"Bron: CBS", "", ""}), Lines{"unknown_reference 2:1 \"Bron: CBS\""});
  EXPECT_EQ(faults_of_row({"", "Noord", "5"}), Lines{"missing_field 2:1 nothing"});
}

TEST(Staging, ARowTwiceIsAFaultThatNamesTheFirst) {
  const auto out =
      staged(table_of({"code", "name", "n"}, {{"WK000100", "Noord", "1"}, {"WK000100", "Noord", "1"}}), mapping_of(kPeople));
  EXPECT_EQ(faults_of(out), Lines{"double_id 3:1 WK000100 a second time, first in row 2"});
}

TEST(Staging, ImpossibleValuesAreFaults) {
  EXPECT_EQ(faults_of_row({"WK000100", "Noord", "-1"}), Lines{"range 2:3 \"-1\""});
  EXPECT_EQ(faults_of_row({"WK000100", "Noord", "100.5"}, "  - {indicator: share, column: [n]}\n"), Lines{"range 2:3 \"100.5\""});
  EXPECT_EQ(faults_of_row({"WK000100", "Noord", "101"}, "  - {indicator: income, column: [n], factor: 1000}\n"),
            Lines{"range 2:3 \"101\""});
}

TEST(Staging, AFactorMakesTheUnitOfTheIndicator) {
  const auto out = staged(table_of({"code", "name", "n"}, {{"WK000100", "Noord", "29.5"}}),
                          mapping_of("  - {indicator: income, column: [n], factor: 1000}\n"));
  EXPECT_EQ(lines_of(out.observations), Lines{"income WK000100 2022-01-01 29500 final"});
}

TEST(Staging, AShareIsComputedFromCountsAndOfNothingThereIsNone) {
  const auto out =
      staged(table_of({"code", "name", "j", "n"}, {{"WK000100", "Noord", "33", "200"}, {"WK000101", "Zuid", "0", "0"}}),
             mapping_of("  - {indicator: young, column: [j], share_of: [n]}\n"));
  EXPECT_EQ(lines_of(out.observations), (Lines{"young WK000100 2022-01-01 17 final", "young WK000101 2022-01-01 - missing"}));
  EXPECT_EQ(out.observations[0].denominator, (Decimal{200, 0}));
}

TEST(Staging, FewAnswersAreKeptBack) {
  const auto out =
      staged(table_of({"code", "name", "p", "n"}, {{"WK000100", "Noord", "40", "9"}, {"WK000101", "Zuid", "50.5", "10"}}),
             mapping_of(kShare));
  EXPECT_EQ(lines_of(out.observations),
            (Lines{"share WK000100 2022-01-01 - suppressed", "share WK000101 2022-01-01 50.5 final"}));
}

TEST(Staging, MergedHiddenAndComputedCellsAreFaults) {
  const auto faults_with = [](auto change, const std::string& more = "") {
    ForeignTable table = table_of({"code", "name", "n"}, {{"WK000100", "Noord", "5"}});
    change(table.rows[0].cells[2]);
    return faults_of(staged(table, mapping_of(kPeople, more)));
  };
  EXPECT_EQ(faults_with([](ForeignCell& cell) { cell.merged = true; }), Lines{"merged_cell 2:3 \"5\""});
  EXPECT_EQ(faults_with([](ForeignCell& cell) { cell.hidden = true; }), Lines{"hidden_cell 2:3 \"5\""});
  EXPECT_EQ(faults_with([](ForeignCell& cell) { cell.formula = true; }), Lines{"formula 2:3 \"5\""});
  EXPECT_EQ(faults_with([](ForeignCell& cell) { cell.hidden = true; }, "hidden: true\n"), Lines{});
  EXPECT_EQ(faults_with([](ForeignCell& cell) { cell.formula = true; }, "formulas: true\n"), Lines{});
  EXPECT_EQ(faults_with([](ForeignCell& cell) { cell.kind = CellKind::error; }), Lines{"type 2:3 \"5\""});
}

TEST(Staging, AColumnThatTheMappingNeedsIsMissed) {
  const auto out = staged(table_of({"code", "n"}, {{"WK000100", "1"}}), mapping_of(kPeople));
  EXPECT_EQ(faults_of(out), Lines{"columns 0:0 no column for the name of the area"});
}

TEST(Staging, ColumnsMayMoveAndAreListedWhenTheyAreNotUsed) {
  const auto mapping = mapping_of("  - {indicator: people, column: [inwoners]}\n  - {indicator: mark, column: [cijfer]}\n");
  const auto out = staged(table_of({"code", "name", "extra", "inwoners_17"}, {{"WK000100", "Noord", "x", "7"}}), mapping);
  EXPECT_TRUE(out.is_acceptable());
  EXPECT_EQ(lines_of(out.observations), Lines{"people WK000100 2022-01-01 7 final"});
  EXPECT_EQ(out.columns_not_used, Lines{"extra"});
  ASSERT_EQ(out.not_in_source.size(), 1U);
  EXPECT_EQ(out.not_in_source[0].str(), "mark");
}

TEST(Staging, TwoColumnsThatCouldBeItAreAFault) {
  const auto out = staged(table_of({"code", "name", "n_1", "n_2"}, {{"WK000100", "Noord", "1", "2"}}), mapping_of(kPeople));
  EXPECT_EQ(faults_of(out), Lines{"columns 0:4 \"n_1\" and \"n_2\""});
}

TEST(Staging, FiguresInAnotherUnitAreAFault) {
  const auto mapping = mapping_of("  - {indicator: income, column: [n], factor: 1000, units: [1 000 euro]}\n");
  const auto table = table_of({"code", "name", "n"}, {{"WK000100", "Noord", "30"}});
  auto task = a_task();
  task.units["n"] = "x 1 000 euro";
  EXPECT_TRUE(staged(table, mapping, task).is_acceptable());
  task.units["n"] = "euro";
  EXPECT_EQ(faults_of(staged(table, mapping, task)), Lines{"unit 0:3 figures in \"euro\""});
}

std::string with_periods(std::string text) {
  const std::string fixed = "period: {fixed: \"2022-01-01\"}";
  return text.replace(text.find(fixed), fixed.size(), "period: {column: [when]}");
}

TEST(Staging, PeriodsAndStatusesComeFromTheirColumns) {
  const auto mapping = gather::read_mapping(
      with_periods(mapping_text(kPeople, "status: {column: [st], provisional: [Voorlopig]}\n")), "feed.yaml", gather_city());
  ASSERT_TRUE(mapping);
  const auto table = table_of({"code", "name", "when", "st", "n"}, {{"WK000100", "Noord", "2021JJ00", "Definitief", "1"},
                                                                    {"WK000100", "Noord", "2022JJ00", "Voorlopig", "2"},
                                                                    {"WK000100", "Noord", "2024JJ00", "Voorlopig", "3"},
                                                                    {"WK000100", "Noord", "ooit", "", "4"}});
  const auto out = staged(table, *mapping);
  EXPECT_EQ(lines_of(out.observations), (Lines{"people WK000100 2021 1 final", "people WK000100 2022 2 provisional"}));
  EXPECT_EQ(faults_of(out), (Lines{"future 4:3 \"2024JJ00\"", "type 5:3 \"ooit\""}));
}

TEST(Staging, ATableOfAYearThatIsNotKnownAsksForIt) {
  std::string text = mapping_text(kPeople);
  const std::string id = "id: counts-2022";
  text.replace(text.find(id), id.size(), "id: \"counts-{year}\"");
  const auto mapping = gather::read_mapping(text, "feed.yaml", gather_city());
  ASSERT_TRUE(mapping);
  EXPECT_FALSE(gather::stage(table_of({"code", "name", "n"}, {}), *mapping, gather_city(), a_task()));
}

TEST(Staging, FiguresOfPostcodesAreMappedToDistricts) {
  std::string text = mapping_text(kPeople);
  const std::string area = "area: {code: [code], name: [name]}";
  text.replace(text.find(area), area.size(), "area: {code: [code], crosswalk: postcodes}");
  const auto mapping = gather::read_mapping(text, "feed.yaml", gather_city());
  ASSERT_TRUE(mapping);
  const auto out = staged(table_of({"code", "n"}, {{"1000", "400"}, {"1001", "50"}}), *mapping);
  EXPECT_TRUE(out.is_acceptable());
  EXPECT_EQ(lines_of(out.observations),
            (Lines{"people WK000100 2022-01-01 300 estimated", "people WK000101 2022-01-01 150 estimated"}));
}

TEST(Staging, TheScopeHoldsTheWholeLevelOfTheCity) {
  const auto out = staged(table_of({"code", "name", "n"}, {{"WK000100", "Noord", "1"}}), mapping_of(kPeople));
  EXPECT_TRUE(out.scope.areas.contains({Kind::district, "WK000101"}));
  EXPECT_FALSE(out.scope.areas.contains({Kind::municipality, "GM0001"}));
}

TEST(Staging, ManyFaultsAreCountedAndTheFirstKept) {
  std::vector<std::vector<std::string>> rows(1'500, {"WK000199", "Nieuw", "1"});
  const auto out = staged(table_of({"code", "name", "n"}, rows), mapping_of(kPeople));
  EXPECT_EQ(out.fault_count, 1'500);
  EXPECT_EQ(out.faults.size(), 1'000U);
}

TEST(Staging, AStopIsObeyed) {
  std::stop_source stop;
  stop.request_stop();
  const auto out = gather::stage(table_of({"code", "name", "n"}, {{"WK000100", "Noord", "1"}}), mapping_of(kPeople),
                                 gather_city(), a_task(), {}, stop.get_token());
  ASSERT_FALSE(out);
  EXPECT_EQ(out.error().code, ErrorCode::cancelled);
}

TEST(Staging, AnImportWithoutAnyFigureIsAFault) {
  EXPECT_FALSE(staged(table_of({"code", "name", "n"}, {}), mapping_of(kPeople)).is_acceptable());
}

}  // namespace
}  // namespace koers::test
