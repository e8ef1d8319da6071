// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/agenda_sheet.h"

#include <gtest/gtest.h>

#include "app/edit_documents.h"
#include "app/optimise/folded_name.h"
#include "app/optimise/sheet_city.h"
#include "app/optimise/sheet_faults.h"
#include "base/fault_text.h"
#include "model/check.h"
#include "model/write_record.h"

namespace koers::test {
namespace {

const std::string kHeading = "onderdeel|optie|start|middel|eenheid|2023|2024|2025|2026|status|bron|vindplaats|opmerking";

AgendaSheetTask task() { return {kSheetYears, {}, {}, NumberStyle::cells}; }

AgendaSheetTask from_budget() { return {kSheetYears, Citation{Id<Source>("begroting"), ""}, {}, NumberStyle::cells}; }

AgendaSheetPreview read(const std::vector<std::string_view>& rows, const AgendaSheetTask& how) {
  std::vector<std::string_view> all{kHeading};
  all.insert(all.end(), rows.begin(), rows.end());
  return read_agenda_sheet(sheet_of(all), sheet_city(), how).value();
}

/// The faults of rows below the usual heading, as `rule cell: found …, expected …`.
std::vector<std::string> faults_of(const AgendaSheetPreview& preview) {
  std::vector<std::string> out;
  for (const Fault& each : preview.faults)
    out.push_back(each.rule + ' ' + each.path + ": " + each.found + ", expected " + each.expected);
  return out;
}

std::string only_fault(const std::string& row, const AgendaSheetTask& how = from_budget()) {
  const auto preview = read({row}, how);
  const auto faults = faults_of(preview);
  EXPECT_TRUE(preview.changes.empty() && preview.appraisals.empty()) << row;
  return faults.size() == 1 ? faults.front() : std::to_string(faults.size()) + " faults: " + testing::PrintToString(faults);
}

const AppraisalOption& option_of(const Appraisal& appraisal, OptionForm form) {
  for (const AppraisalOption& each : appraisal.options) {
    if (each.form == form) return each;
  }
  throw std::logic_error("no such option");
}

// ---- What a sheet changes ---------------------------------------------------------------------------------------------------

TEST(AgendaSheet, ReplacesTheSeriesOfItsRowsAndLeavesAllElseAlone) {
  const auto preview = read({"Bouwprogramma É|doorgaan||Reserve|EUR|1000|2000|3000.5|4000||Begroting 2023|4.1|",
                             "effort/eerste-plan|plus|2024|wonen|fte||1|2|3|illustratief|||weet nog niet"},
                            task());
  ASSERT_TRUE(preview.is_acceptable()) << testing::PrintToString(faults_of(preview));
  EXPECT_EQ(preview.rows, 2);
  ASSERT_EQ(preview.appraisals.size(), 2U);
  Appraisal expected = *sheet_city().find(Id<Appraisal>("bouwprogramma"));
  expected.options[0].costs[0] = {
      Id<Fund>("reserve"), {{100'000}, {200'000}, {300'050}, {400'000}}, Status::source, {{Id<Source>("begroting"), "4.1"}}};
  EXPECT_EQ(preview.appraisals[0], expected) << to_json_text(preview.appraisals[0]);
  const auto& people = option_of(preview.appraisals[1], OptionForm::plus).people;
  ASSERT_EQ(people.size(), 1U);
  EXPECT_EQ(people[0], (OptionPeople{Id<Team>("wonen"), {{100}, {200}, {300}}, Status::illustrative, {}}));
}

TEST(AgendaSheet, SaysWhatEachAmountWasAndBecomes) {
  const auto preview = read({"bouwprogramma|keep||wonen|fte|0.5|0.5|1|0.25"}, from_budget());
  ASSERT_EQ(preview.changes.size(), 1U);
  const AgendaSheetChange& change = preview.changes.front();
  EXPECT_EQ(change.item, (Reference{Kind::effort, "bouwprogramma"}));
  EXPECT_EQ(change.start, Year{2023});
  EXPECT_EQ(change.before->amounts, (std::vector<std::int64_t>{50, 50, 25, 25}));
  EXPECT_EQ(change.after.amounts, (std::vector<std::int64_t>{50, 50, 100, 25}));
  EXPECT_EQ(change.after.sources, (std::vector<Citation>{{Id<Source>("begroting"), "Blad1"}}));
}

TEST(AgendaSheet, TakesAmountsFromTheStartOfTheOptionOn) {
  for (const char* row : {"eerste-plan|basis|2024|reserve|EUR||7|8|", "eerste-plan|||reserve|EUR|7|8||",
                          "eerste-plan|base|'2023|reserve|EUR|7|8|0|0"}) {
    const auto preview = read({row}, from_budget());
    ASSERT_TRUE(preview.is_acceptable()) << row << testing::PrintToString(faults_of(preview));
    EXPECT_EQ(option_of(preview.appraisals.at(0), OptionForm::base).costs[0].amounts, (std::vector<Euro>{{700}, {800}})) << row;
  }
}

TEST(AgendaSheet, AnOptionThatCanBeginLaterStartsInItsFirstYear) {
  const auto preview = read({"bouwprogramma|stop||reserve|EUR||9||"}, from_budget());
  ASSERT_TRUE(preview.is_acceptable()) << testing::PrintToString(faults_of(preview));
  EXPECT_EQ(preview.changes.at(0).start, Year{2024});
}

TEST(AgendaSheet, EqualAmountsBecomeOne) {
  const auto preview = read({"bouwprogramma|||reserve|EUR|5|5|5|5"}, from_budget());
  EXPECT_EQ(option_of(preview.appraisals.at(0), OptionForm::keep).costs[0].amounts, (std::vector<Euro>{{500}}));
}

TEST(AgendaSheet, CountsThousandsOfEurosAndRoundsWhatAFormulaGives) {
  for (const char* unit : {"k€", "K€", "× 1.000 EUR", "x 1000 euro", "kEUR"}) {
    const auto preview = read({"bouwprogramma|||reserve|" + std::string(unit) + "|12.5|0|0.000005|33.333333333"}, from_budget());
    ASSERT_TRUE(preview.is_acceptable()) << unit << testing::PrintToString(faults_of(preview));
    EXPECT_EQ(preview.changes.at(0).after.amounts, (std::vector<std::int64_t>{1'250'000, 0, 1, 3'333'333})) << unit;
  }
}

TEST(AgendaSheet, FindsTheHeadingBelowATitleAndInEitherLanguage) {
  const auto sheet = sheet_of({"Begroting van de agenda", "", "Remark|Means|UNIT|ITEM|2023|'2024|2025|2026",
                               "wordt niet gelezen|reserve|eur|Building  Programme|1|2|3|4", "", "||||"});
  const auto preview = read_agenda_sheet(sheet, sheet_city(), from_budget());
  ASSERT_TRUE(preview);
  EXPECT_TRUE(preview->is_acceptable()) << testing::PrintToString(faults_of(*preview));
  EXPECT_EQ(preview->rows, 1);
  EXPECT_EQ(preview->changes.at(0).row, 4);
}

TEST(AgendaSheet, ReadingAgainWhatWasTakenInChangesNothing) {
  const std::vector<std::string_view> rows{"bouwprogramma|stop|2025|reserve|EUR|||1|", "bouwprogramma|||wonen|fte|1|2|3|4",
                                           "eerste-plan|plus|2023|wonen|EUR|1|2|3|"};
  const auto first = read(rows, from_budget());
  ASSERT_EQ(first.appraisals.size(), 2U);
  City after = sheet_city();
  for (const Appraisal& each : first.appraisals) after.all<Appraisal>().put(each);
  EXPECT_TRUE(require_fit(sheet_city(), after, {Kind::appraisal, ""}));
  std::vector<std::string_view> all{kHeading};
  all.insert(all.end(), rows.begin(), rows.end());
  const auto again = read_agenda_sheet(sheet_of(all), after, from_budget());
  EXPECT_EQ(again->same, 3);
  EXPECT_TRUE(again->changes.empty());
}

// ---- Sources ----------------------------------------------------------------------------------------------------------------

TEST(AgendaSheet, WhatStoodThereAlreadyDoesNotTakeTheSourceOfTheSheet) {
  EXPECT_EQ(read({"bouwprogramma|||reserve|EUR|100000|100000|100000|100000"}, from_budget()).same, 1);
  EXPECT_EQ(read({"bouwprogramma|||reserve|EUR|100000|100000|100000|100000|bron"}, from_budget()).same, 1);
  EXPECT_EQ(read({"bouwprogramma|||reserve|EUR|100000|100000|100000|100000|||4"}, from_budget()).same, 1);
  // A row may say so itself, and what becomes certain has become so somewhere.
  const auto named = read({"bouwprogramma|||reserve|EUR|100000|100000|100000|100000||begroting"}, task());
  EXPECT_EQ(named.changes.at(0).after.sources, (std::vector<Citation>{{Id<Source>("begroting"), "Blad1"}}));
  const auto certain = read({"eerste-plan|||wonen|fte|0.25|0.5|||bron"}, from_budget());
  EXPECT_EQ(certain.changes.at(0).after.sources, (std::vector<Citation>{{Id<Source>("begroting"), "Blad1"}}));
  EXPECT_EQ(read({"eerste-plan|||wonen|fte|0.25|0.5|||bron"}, task()).faults.at(0).rule, "missing_source");
}

TEST(AgendaSheet, NewAmountsNeedASourceOrAreIllustrative) {
  EXPECT_EQ(only_fault("bouwprogramma|||reserve|EUR|1|2|3|4", task()),
            "missing_source Blad1!K2: something new without a source, expected a source of the city, here or for the whole "
            "sheet, or the "
            "status illustrative");
  EXPECT_TRUE(read({"bouwprogramma|||reserve|EUR|1|2|3|4|illustrative"}, task()).is_acceptable());
  EXPECT_TRUE(read({"bouwprogramma|||reserve|EUR|100000|100000|100000|100000"}, task()).changes.empty());
  // What was filled in stays so until somebody says where it stands.
  const auto still = read({"bouwprogramma|stop||reserve|EUR||1||"}, task());
  EXPECT_EQ(still.changes.at(0).after.status, Status::illustrative);
  const auto found = read({"bouwprogramma|stop||reserve|EUR||1||"}, from_budget());
  EXPECT_EQ(found.changes.at(0).after.status, Status::source);
}

TEST(AgendaSheet, ARowThatNamesASourceDoesNotTakeThatOfTheSheet) {
  auto how = from_budget();
  how.section = "Agenda";
  const auto preview =
      read({"bouwprogramma|||reserve|EUR|1|2|3|4||visie||", "bouwprogramma|||wonen|fte|1|2|3|4|afgeleid||12|"}, how);
  ASSERT_TRUE(preview.is_acceptable()) << testing::PrintToString(faults_of(preview));
  EXPECT_EQ(preview.changes.at(0).after.sources, (std::vector<Citation>{{Id<Source>("visie"), "Agenda"}}));
  EXPECT_EQ(preview.changes.at(1).after.sources, (std::vector<Citation>{{Id<Source>("begroting"), "12"}}));
  EXPECT_EQ(preview.changes.at(1).after.status, Status::derived);
}

TEST(AgendaSheet, ASourceIsOneThatTheCityKnows) {
  EXPECT_EQ(only_fault("bouwprogramma|||reserve|EUR|1|2|3|4||van Piet", task()),
            "unknown_reference Blad1!K2: \"van Piet\", expected the title or id of a source that the city knows");
  EXPECT_EQ(only_fault("bouwprogramma|||reserve|EUR|100000|100000|100000|100000|||9", task()),
            "missing_source Blad1!L2: a section without its source, expected the source, here or for the whole sheet");
}

// ---- What is wrong with a row -----------------------------------------------------------------------------------------------

TEST(AgendaSheet, NamesTheCellOfWhatNobodyKnows) {
  EXPECT_EQ(only_fault("Bouwprogrammas|||reserve|EUR|1|2|3|4"),
            "unknown_reference Blad1!A2: \"Bouwprogrammas\", expected the title or id of an effort or policy document");
  EXPECT_EQ(only_fault("|||reserve|EUR|1|2|3|4"),
            "missing_field Blad1!A2: nothing, expected the title or id of an effort or policy document");
  EXPECT_EQ(only_fault("later|||reserve|EUR|1|2|3|4"),
            "unknown_reference Blad1!A2: effort/later, which has no appraisal, expected what has one: a sheet cannot say what an "
            "option brings");
  EXPECT_EQ(only_fault("Woonvisie|||wonen|EUR|1"),
            "unknown_reference Blad1!A2: \"Woonvisie\", which can be effort/woonvisie or policy_document/woonvisie, expected one "
            "of these");
  EXPECT_EQ(only_fault("bouwprogramma|||spaarpot|EUR|1|2|3|4"),
            "unknown_reference Blad1!D2: \"spaarpot\", expected the title or id of a fund or team");
  EXPECT_EQ(only_fault("bouwprogramma|slopen||reserve|EUR|1|2|3|4"),
            "unknown_reference Blad1!B2: \"slopen\", expected doorgaan (keep), stoppen (stop)");
  EXPECT_EQ(only_fault("bouwprogramma|bijbuigen||reserve|EUR|1|2|3|4"),
            "unknown_reference Blad1!B2: \"bijbuigen\", which is no option of effort/bouwprogramma, expected doorgaan (keep), "
            "stoppen (stop)");
  EXPECT_EQ(only_fault("bouwprogramma|||reserve|dollar|1|2|3|4"), "unknown_unit Blad1!E2: \"dollar\", expected EUR, k€ or fte");
  EXPECT_EQ(only_fault("bouwprogramma|||reserve||1|2|3|4"), "missing_field Blad1!E2: nothing, expected EUR, k€ or fte");
  EXPECT_EQ(only_fault("bouwprogramma|||reserve|fte|1|2|3|4"),
            "unit Blad1!E2: \"fte\" of fund/reserve, expected EUR or k€, the unit of a fund");
  EXPECT_EQ(only_fault("bouwprogramma|||reserve|EUR|1|2|3|4|zeker"),
            "type Blad1!J2: \"zeker\", expected bron (source), afgeleid (derived) or illustratief (illustrative)");
}

TEST(AgendaSheet, RefusesNumbersWhereTextBelongsAndTextWhereNumbersBelong) {
  EXPECT_EQ(only_fault("12|||reserve|EUR|1|2|3|4"), "type Blad1!A2: the number 12, expected a text");
  EXPECT_EQ(only_fault("bouwprogramma|||7|EUR|1|2|3|4"), "type Blad1!D2: the number 7, expected a text");
  EXPECT_EQ(only_fault("bouwprogramma|||reserve|EUR|'1|2|3|4"), "type Blad1!F2: \"1\", expected a number");
  EXPECT_EQ(only_fault("bouwprogramma|||reserve|EUR|1|2|nog niet|4"), "type Blad1!H2: \"nog niet\", expected a number");
  EXPECT_EQ(only_fault("bouwprogramma|||reserve|EUR|1|@2024-01-01|3|4"), "type Blad1!G2: the date 2024-01-01, expected a number");
  EXPECT_EQ(only_fault("bouwprogramma|||reserve|EUR|?true|2|3|4"), "type Blad1!F2: the truth value true, expected a number");
  EXPECT_EQ(only_fault("bouwprogramma||volgend jaar|reserve|EUR|1|2|3|4"),
            "type Blad1!C2: \"volgend jaar\", expected a year such as 2023");
}

TEST(AgendaSheet, RefusesAmountsThatCannotBe) {
  EXPECT_EQ(only_fault("bouwprogramma|||reserve|EUR|-1|2|3|4"), "negative Blad1!F2: the number -1, expected not less than zero");
  EXPECT_EQ(only_fault("bouwprogramma|||reserve|k€|10000000000|2|3|4"),
            "range Blad1!F2: the number 10000000000, expected an amount of at most 13 digits before the decimal sign");
  EXPECT_EQ(only_fault("bouwprogramma|||reserve|EUR|#a formula that was never computed|2|3|4"),
            "formula Blad1!F2: an error: a formula that was never computed, expected an amount");
}

TEST(AgendaSheet, RefusesYearsThatAreNotThoseOfTheOption) {
  EXPECT_EQ(only_fault("bouwprogramma|||reserve|EUR|1|2||4"),
            "missing_field Blad1!H2: nothing, expected an amount, or 0, in each year of the option");
  EXPECT_EQ(only_fault("eerste-plan|base|2023|wonen|fte|1|2||0.5"),
            "outside_duration Blad1!I2: the number 0.5, expected amounts from 2023 to 2024, the years of the option");
  EXPECT_EQ(only_fault("eerste-plan|plus|2025|wonen|fte|||1|2"),
            "length Blad1!I2: no column for 2027, expected a column for each of the 3 years from 2025 that the option takes");
  EXPECT_EQ(only_fault("bouwprogramma|stop|2023|reserve|EUR|1|||"),
            "range Blad1!C2: 2023, expected 2024 to 2025, when stop can begin");
  EXPECT_EQ(only_fault("bouwprogramma|keep|2024|reserve|EUR|1|1|1|1"),
            "range Blad1!C2: 2024, expected 2023, when keep can begin");
}

TEST(AgendaSheet, RefusesWhatCannotBeSeenOrBelongsToNoRow) {
  EXPECT_EQ(
      only_fault("~bouwprogramma|||reserve|EUR|1|2|3|4"),
      "hidden_cell Blad1!A2: \"bouwprogramma\", expected rows and columns that can be seen, so that nothing changes unseen");
  EXPECT_EQ(only_fault("bouwprogramma|||reserve|EUR|1|2|3|4|||^"),
            "merged_cell Blad1!L2: nothing, expected a cell of its own in every row and column");
  EXPECT_EQ(only_fault("bouwprogramma|||reserve|EUR|1|2|3|4|||||7"),
            "columns Blad1!N2: the number 7, expected a heading above it, or nothing");
}

TEST(AgendaSheet, RefusesTheSameRowTwiceWhateverItIsCalled) {
  const auto preview =
      read({"bouwprogramma|||reserve|EUR|1|2|3|4", "Building programme|doorgaan|2023|Reserve|k€|1|2|3|4"}, from_budget());
  EXPECT_EQ(faults_of(preview),
            (std::vector<std::string>{
                "twice Blad1!A3: effort/bouwprogramma, keep, fund/reserve a second time, expected one row, which is row 2"}));
  EXPECT_TRUE(preview.appraisals.empty());
}

TEST(AgendaSheet, FindsAllFaultsAndThenChangesNothing) {
  const auto preview = read({"bouwprogramma|||reserve|EUR|-1||x|4|zeker|niets", "eerste-plan|basis||wonen|fte|1|2||",
                             "onbekend||2023|niets|guldens|1|^||?false"},
                            from_budget());
  EXPECT_EQ(preview.fault_count, 10) << testing::PrintToString(faults_of(preview));
  EXPECT_EQ(preview.changes.size(), 1U);
  EXPECT_TRUE(preview.appraisals.empty());
  for (const Fault& each : preview.faults) {
    EXPECT_EQ(each.place.file, "begroting.xlsx");
    EXPECT_GT(each.place.line, 1);
    EXPECT_GT(each.place.column, 0);
  }
}

// ---- What is wrong with the heading -----------------------------------------------------------------------------------------

std::vector<std::string> heading_faults(const std::string& heading) {
  const auto preview = read_agenda_sheet(sheet_of({heading}), sheet_city(), task());
  return preview ? faults_of(*preview) : std::vector<std::string>{preview.error().message};
}

TEST(AgendaSheetHeading, NamesEveryColumnThatIsWrong) {
  const auto faults = heading_faults("item|means|unit|2023|2025|2025|kleur|^item|~start");
  ASSERT_EQ(faults.size(), 6U) << testing::PrintToString(faults);
  EXPECT_EQ(faults[0], "double_id Blad1!F1: 2025 a second time, expected every year once");
  EXPECT_TRUE(faults[1].starts_with("columns Blad1!G1: \"kleur\", expected onderdeel (item), optie (option), start, "));
  EXPECT_EQ(faults[2], "merged_cell Blad1!H1: \"item\", expected a heading of one cell a column");
  EXPECT_EQ(faults[3], "double_id Blad1!H1: \"item\" a second time, expected every heading once");
  EXPECT_EQ(faults[4], "hidden_cell Blad1!I1: \"start\", expected a column that can be seen, or none");
  EXPECT_EQ(faults[5], "columns Blad1!E1: 2025, expected 2024, the next year");
}

TEST(AgendaSheetHeading, SaysWhichColumnIsMissing) {
  EXPECT_EQ(heading_faults("item|means"),
            (std::vector<std::string>{"columns Blad1!A1: no column eenheid (unit), expected such a column",
                                      "columns Blad1!A1: no column of a year, expected a column for each "
                                      "year, such as 2023"}));
  EXPECT_EQ(heading_faults("means|unit|2023"),
            std::vector<std::string>{"The sheet \"Blad1\" has no heading that names a column `onderdeel` or `item`."});
}

TEST(AgendaSheetHeading, BearsSixtyYearsAndNoMore) {
  std::string heading = "item|means|unit";
  for (int year = 2000; year < 2061; ++year) heading += '|' + std::to_string(year);
  EXPECT_EQ(heading_faults(heading), std::vector<std::string>{"columns Blad1!BL1: a year more, expected at most 60 years"});
}

// ---- Text files and small things --------------------------------------------------------------------------------------------

TEST(AgendaSheetText, TakesAPointOrACommaAndNothingThatCouldBeTwoNumbers) {
  auto how = from_budget();
  how.numbers = NumberStyle::text;
  const auto good = read({"bouwprogramma|||reserve|EUR|'1,5|'2.25|'3|'04"}, how);
  ASSERT_TRUE(good.is_acceptable()) << testing::PrintToString(faults_of(good));
  EXPECT_EQ(good.changes.at(0).after.amounts, (std::vector<std::int64_t>{150, 225, 300, 400}));
  for (const char* amount : {"1.000", "1,000", "1.000,00", "1 000", "1e3", "1,", ",5", "€ 5", "0x1"}) {
    const auto bad = read({"bouwprogramma|||reserve|EUR|'" + std::string(amount) + "|'2|'3|'4"}, how);
    EXPECT_EQ(bad.fault_count, 1) << amount;
    EXPECT_EQ(bad.faults.at(0).path, "Blad1!F2") << amount;
  }
}

TEST(AgendaSheet, RefusesASheetThatIsTooLong) {
  ForeignSheet sheet = sheet_of({kHeading});
  const ForeignRow row = sheet_of({"onbekend"}).rows.front();
  for (std::int64_t n = 0; n <= kMaxSheetRows; ++n) sheet.rows.push_back({n + 2, row.cells});
  const auto read = read_agenda_sheet(sheet, sheet_city(), task());
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::too_large);
}

TEST(SheetFaults, NameCellsAsSpreadsheetsDo) {
  EXPECT_EQ(cell_name(12, 5), "F12");
  EXPECT_EQ(cell_name(1, 25), "Z1");
  EXPECT_EQ(cell_name(1, 26), "AA1");
  EXPECT_EQ(cell_name(1, 701), "ZZ1");
  EXPECT_EQ(cell_name(1, 702), "AAA1");
  EXPECT_EQ(cell_name(1, 16'383), "XFD1");
}

TEST(FoldedName, ForgetsCaseAndBlanksOnly) {
  EXPECT_EQ(folded_name("  Één  \xC2\xA0 Straat\t"), "één straat");
  EXPECT_EQ(folded_name("A×B"), "a×b");
  EXPECT_EQ(folded_name(" \xC2\xA0"), "");
  EXPECT_NE(folded_name("een"), folded_name("één"));
}

TEST(SheetCity, IsSound) {
  for (const Fault& each : check_city(sheet_city(), {})) ADD_FAILURE() << fault_text(each);
}

}  // namespace
}  // namespace koers::test
