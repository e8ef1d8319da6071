// SPDX-License-Identifier: EUPL-1.2
#include "app/reports/report.h"

#include <set>

#include "app/city_fixture.h"
#include "app/monitor_city.h"
#include "app/reports/freeze.h"
#include "app/reports/words.h"
#include "app/reports/words_text.h"
#include "model/units.h"
#include "report/write_csv.h"
#include "report/write_html.h"

namespace koers::reports {
namespace {

using test::CityTest;

constexpr std::chrono::year_month_day kDay{std::chrono::year{2022}, std::chrono::January, std::chrono::day{31}};

std::set<std::string> places_in(const std::string& text) {
  std::set<std::string> out;
  for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) {
    out.insert(text.substr(at, text.find('}', at) - at));
  }
  return out;
}

TEST(WordsTest, SayTheSameThingsWithTheSamePlacesInEachLanguage) {
  ASSERT_EQ(words_files().size(), 2U);
  const WordTable& dutch = *word_table("nl").value();
  const WordTable& english = *word_table("en").value();
  EXPECT_GT(dutch.size(), 300U);
  for (const auto& [key, text] : dutch) {
    ASSERT_TRUE(english.contains(key)) << key;
    EXPECT_EQ(places_in(text), places_in(english.at(key))) << key;
  }
  EXPECT_EQ(dutch.size(), english.size());
}

TEST(WordsTest, KnowEveryUnitOfTheModel) {
  for (const Unit& unit : kUnits) {
    if (unit.name == "%") continue;  // stands against its number, without a word
    EXPECT_TRUE(word_table("nl").value()->contains("unit." + std::string(unit.name))) << unit.name;
  }
}

TEST(WordsTest, RefuseALanguageThatTheyDoNotHave) { EXPECT_EQ(word_table("fr").error().code, ErrorCode::bad_input); }

TEST(SayTest, WritesDatesPeriodsAndMoneyAsTheLanguageDoes) {
  const City city;
  const Say dutch(*word_table("nl").value(), "nl", city);
  const Say english(*word_table("en").value(), "en", city);
  EXPECT_EQ(dutch.date(*parse_date("2022-03-01")), "1 maart 2022");
  EXPECT_EQ(english.period(*parse_period("2020/2022-06")), "2020\u2013June 2022");
  EXPECT_EQ(dutch.euro(Euro{123456789}), "€ 1.234.568");
  EXPECT_EQ(english.with_unit("5", "persons"), "5\u00a0persons");
  EXPECT_EQ(dutch.interval(0.5, -1, 2, 1), "0,5 (\u22121,0 tot 2,0)");
}

TEST(SayTest, NeverLeavesAPlaceEmpty) {
  const City city;
  const Say say(*word_table("en").value(), "en", city);
  EXPECT_THROW(static_cast<void>(say("no.such.key")), std::out_of_range);
  EXPECT_THROW(static_cast<void>(say("interval")), std::out_of_range);
}

class ReportTest : public CityTest {
 protected:
  [[nodiscard]] ReportOrder order(ReportKind kind) const {
    ReportOrder out{kind, kDay, std::nullopt, std::nullopt, std::nullopt};
    if (kind == ReportKind::agenda_proposal) out.agenda = AgendaRequest{"actieagenda-economie-2020-2022", {}, {}, {}};
    if (kind == ReportKind::neighbourhood) out.area = "WK063701";
    return out;
  }
  [[nodiscard]] Result<report::Document> make(const ReportOrder& wanted, std::string_view language = "nl") {
    return make_report(public_city(), {workspace().snapshot()->head, 1}, wanted, language);
  }
  [[nodiscard]] std::string csv(const ReportOrder& wanted) { return report::write_csv(make(wanted).value()); }
};

TEST_F(ReportTest, EachKindHasWordsForAllThatItSaysInBothLanguages) {
  for (const ReportKind kind :
       {ReportKind::state_of_the_city, ReportKind::management, ReportKind::neighbourhood, ReportKind::agenda_proposal}) {
    for (const char* language : {"nl", "en"}) {
      const auto document = make(order(kind), language);
      ASSERT_TRUE(document) << document.error().message;
      EXPECT_GE(document->sections.size(), 6U);
      const std::string html = report::write_html(*document);
      EXPECT_EQ(html.find('{', html.find("</style>")), std::string::npos) << "a place was left open";
      EXPECT_NE(html.find("Zoetermeer"), std::string::npos);
    }
  }
}

TEST_F(ReportTest, UsesTheIdOfEachTableAndChapterOnce) {
  for (const ReportKind kind :
       {ReportKind::state_of_the_city, ReportKind::management, ReportKind::neighbourhood, ReportKind::agenda_proposal}) {
    const auto document = make(order(kind)).value();
    std::set<std::string> ids;
    for (const auto& placed : report::tables_of(document)) {
      EXPECT_TRUE(ids.insert(placed.table->id).second) << placed.table->id;
      for (const auto& row : placed.table->rows) EXPECT_EQ(row.size(), placed.table->columns.size()) << placed.table->id;
    }
  }
}

TEST_F(ReportTest, IsAFunctionOfTheCityAndTheDay) {
  const auto wanted = order(ReportKind::management);
  EXPECT_EQ(report::write_html(make(wanted).value()), report::write_html(make(wanted).value()));
  auto later = wanted;
  later.date = std::chrono::year_month_day{std::chrono::year{2032}, std::chrono::January, std::chrono::day{31}};
  EXPECT_NE(csv(wanted), csv(later));
}

TEST_F(ReportTest, ProposesAnAgendaThatIsTheSameEveryTimeAndAsksWhatItCosts) {
  const auto wanted = order(ReportKind::agenda_proposal);
  const auto document = make(wanted).value();
  EXPECT_EQ(report::write_html(document), report::write_html(make(wanted).value()));
  std::map<std::string, std::size_t> rows;
  for (const auto& placed : report::tables_of(document)) rows[placed.table->id] = placed.table->rows.size();
  EXPECT_GT(rows["agenda-funds"], 2U);
  EXPECT_GT(rows["agenda-yearly"], 2U);
  EXPECT_EQ(rows["agenda-criteria"], 11U);
}

TEST_F(ReportTest, FreezesAnAgendaWithTheWholeRunBehindIt) {
  const Freezing how{now_, "anna", [](const std::string& html) -> Result<std::string> { return "PDF of " + html; }, {}, {}};
  const auto edition = freeze_report(*store_, *workspace().snapshot(), order(ReportKind::agenda_proposal), how);
  ASSERT_TRUE(edition) << edition.error().message;
  EXPECT_EQ(edition->files.size(), 9U) << "four forms in two languages, and the run";
  const auto run = store_->report_editions().bytes(edition->id, "nl", "json");
  ASSERT_TRUE(run);
  EXPECT_NE(run->find("\"inputsHash\""), std::string::npos);
  EXPECT_NE(edition->id.str().find("actieagenda-economie-2020-2022"), std::string::npos);
}

TEST_F(ReportTest, NeedsAFrameForAnAgendaAndTakesNoneForOtherReports) {
  auto without = order(ReportKind::agenda_proposal);
  without.agenda.reset();
  EXPECT_EQ(make(without).error().code, ErrorCode::bad_input);
  auto with = order(ReportKind::management);
  with.agenda = AgendaRequest{"actieagenda-economie-2020-2022", {}, {}, {}};
  EXPECT_EQ(make(with).error().code, ErrorCode::bad_input);
  auto unknown = order(ReportKind::agenda_proposal);
  unknown.agenda->weighing = "geen";
  EXPECT_EQ(make(unknown).error().code, ErrorCode::not_found);
}

TEST_F(ReportTest, LeavesOutFiguresAboutLaterYears) {
  auto wanted = order(ReportKind::neighbourhood);
  const auto rows_of_2022 = [&] {
    int count = 0;
    const auto document = make(wanted).value();
    for (const auto& placed : report::tables_of(document)) {
      if (placed.table->id != "area-figures") continue;
      for (const auto& row : placed.table->rows) count += row[2].text.ends_with("2022") ? 1 : 0;
    }
    return count;
  };
  EXPECT_GT(rows_of_2022(), 10);
  wanted.year = Year{2019};
  EXPECT_EQ(rows_of_2022(), 0);
  for (const Observation& each : until_year(city(), Year{2019}).observations) EXPECT_LE(each.period.to.year, 2019);
}

TEST_F(ReportTest, PutsDistrictsInBandsByNameAndNeverInARanking) {
  const auto document = make(order(ReportKind::state_of_the_city)).value();
  for (const auto& placed : report::tables_of(document)) {
    if (placed.table->id != "district-bands") continue;
    ASSERT_FALSE(placed.table->rows.empty());
    EXPECT_EQ(placed.table->rows[0][1].text, "Buytenwegh de Leyens, Centrum, Meerzicht");
    return;
  }
  FAIL() << "no table of districts";
}

TEST_F(ReportTest, SaysWhatIsNotKnownAndWhereSourcesDisagree) {
  const std::string text = csv(order(ReportKind::state_of_the_city));
  EXPECT_NE(text.find("Waar bronnen elkaar tegenspreken"), std::string::npos);
  EXPECT_NE(text.find("nooit gemeten"), std::string::npos);
}

TEST_F(ReportTest, NamesTheBudgetOfTheEconomicAgendaToTheEuro) {
  const std::string text = csv(order(ReportKind::management));
  EXPECT_NE(text.find("€ 830.000"), std::string::npos);
  EXPECT_NE(text.find("€ 630.000"), std::string::npos);
}

TEST_F(ReportTest, HoldsNothingThatIsNotPublic) {
  Effort secret = test::small_effort("geheim-plan", EffortState::framed);
  secret.title.by_language = {{"nl", "Zeer geheim plan"}, {"en", "Very secret plan"}};
  put(secret);
  workspace().refresh();
  EXPECT_EQ(csv(order(ReportKind::management)).find("Zeer geheim plan"), std::string::npos);
}

TEST_F(ReportTest, RefusesAnOrderThatCannotBe) {
  auto wanted = order(ReportKind::management);
  EXPECT_EQ(make(wanted, "de").error().code, ErrorCode::bad_input);
  wanted.area = "WK063701";
  EXPECT_EQ(make(wanted).error().code, ErrorCode::bad_input);
  wanted = order(ReportKind::neighbourhood);
  wanted.area = "WK999999";
  EXPECT_EQ(make(wanted).error().code, ErrorCode::not_found);
  wanted.area = "GM0637";
  EXPECT_EQ(make(wanted).error().code, ErrorCode::bad_input);
  wanted.area.reset();
  EXPECT_EQ(make(wanted).error().code, ErrorCode::bad_input);
}

TEST_F(ReportTest, FreezesAllFormsInBothLanguagesAndServesThemUnchangedWhenTheCityMovesOn) {
  const Freezing how{now_, "anna", [](const std::string& html) -> Result<std::string> { return "PDF of " + html; }, {}, {}};
  const auto wanted = order(ReportKind::management);
  const auto edition = freeze_report(*store_, *workspace().snapshot(), wanted, how);
  ASSERT_TRUE(edition) << edition.error().message;
  EXPECT_EQ(edition->files.size(), 8U);
  EXPECT_EQ(edition->ledger_seq, workspace().snapshot()->head.seq);
  const auto before = store_->report_editions().bytes(edition->id, "nl", "html").value();
  EXPECT_EQ(before, report::write_html(make_report(public_city(),
                                                   {workspace().snapshot()->head, workspace().snapshot()->observations_version},
                                                   wanted, "nl")
                                           .value()));
  put(test::small_effort("nieuw-plan"));
  workspace().refresh();
  EXPECT_NE(report::write_html(make(wanted).value()), before);
  EXPECT_EQ(store_->report_editions().bytes(edition->id, "nl", "html"), before);
  EXPECT_EQ(store_->audit().list({"", edition->id.str()}, 9).front().action, "freeze_report");
}

TEST_F(ReportTest, KeepsNothingWhenAFileCannotBeMade) {
  const Freezing how{now_,
                     "anna",
                     [](const std::string&) -> Result<std::string> { return failure(ErrorCode::unsupported, "No browser."); },
                     {},
                     {}};
  EXPECT_EQ(freeze_report(*store_, *workspace().snapshot(), order(ReportKind::management), how).error().message, "No browser.");
  EXPECT_TRUE(store_->report_editions().list().empty());
}

TEST_F(ReportTest, SaysWhatThereIsNotInACityWithoutFigures) {
  City bare = public_city();
  bare.observations.clear();
  for (const ReportKind kind :
       {ReportKind::state_of_the_city, ReportKind::management, ReportKind::neighbourhood, ReportKind::agenda_proposal}) {
    EXPECT_TRUE(make_report(bare, {{}, 0}, order(kind), "nl"));
  }
  EXPECT_EQ(make_report(City{}, {{}, 0}, order(ReportKind::management), "nl").error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace koers::reports
