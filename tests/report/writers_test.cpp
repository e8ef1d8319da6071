// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <regex>
#include <set>

#include "base/table.h"
#include "report/markup.h"
#include "report/small_document.h"
#include "report/temporary_folder.h"
#include "report/write_csv.h"
#include "report/write_html.h"
#include "report/write_table_csv.h"
#include "report/write_xlsx.h"

namespace koers::report {
namespace {

std::vector<std::string> all_matches(const std::string& text, const std::string& pattern) {
  const std::regex expression(pattern);
  std::vector<std::string> out;
  for (auto it = std::sregex_iterator(text.begin(), text.end(), expression); it != std::sregex_iterator(); ++it)
    out.push_back((*it)[1]);
  return out;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(MarkupTest, EscapesEverySignThatMarkupKnowsAndLeavesOutWhatXmlCannotHold) {
  EXPECT_EQ(escaped("<a b=\"c\" d='e'>&\x01\x7f"), "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;");
  EXPECT_EQ(escaped("één\n€"), "één\n€");
}

TEST(MarkupTest, WritesCoordinatesWithAPointAndNeverAnInfinity) {
  EXPECT_EQ(coordinate(1.005), "1");
  EXPECT_EQ(coordinate(-2.5), "-2.5");
  EXPECT_EQ(coordinate(0.0 / 0.0), "0");
}

TEST(HtmlTest, NothingOfATextBecomesMarkup) {
  const std::string html = write_html(test::small_document());
  EXPECT_FALSE(holds(html, "<script"));
  EXPECT_FALSE(holds(html, "<b>"));
  EXPECT_FALSE(holds(html, "<district>"));
  EXPECT_TRUE(holds(html, "&lt;script&gt;alert(1)&lt;/script&gt;"));
  EXPECT_TRUE(holds(html, "<title>Title &amp; &quot;more&quot;</title>"));
}

TEST(HtmlTest, LoadsNothingFromElsewhereAndSaysSoInItsPolicy) {
  const std::string html = write_html(test::small_document());
  EXPECT_TRUE(holds(html, "content=\"default-src 'none'; style-src 'unsafe-inline'\""));
  EXPECT_TRUE(all_matches(html, "(src=|url\\(|@import|http-equiv=\"refresh|https?:)").empty());
}

TEST(HtmlTest, NamesItsLanguageAndStepsThroughTheHeadingsOneByOne) {
  const std::string html = write_html(test::small_document());
  EXPECT_TRUE(holds(html, "<html lang=\"nl\">"));
  int last = 0;
  for (const std::string& level : all_matches(html, "<h([1-6])")) {
    EXPECT_LE(std::stoi(level), last + 1);
    last = std::stoi(level);
  }
  EXPECT_EQ(last, 3);
}

TEST(HtmlTest, GivesEveryPictureATitleADescriptionAndATable) {
  const std::string html = write_html(test::small_document());
  EXPECT_EQ(all_matches(html, "(<svg role=\"img\")").size(), 2U);
  EXPECT_EQ(all_matches(html, "(</figure>\n<div class=\"scroll\")").size(), 2U);
  EXPECT_TRUE(holds(html, "<desc id=\"index-d\">One dot &lt;here&gt;</desc>"));
}

TEST(HtmlTest, UsesEachIdOnceAndPointsAtNoneThatIsNotThere) {
  const std::string html = write_html(test::small_document());
  const auto ids = all_matches(html, " id=\"([^\"]*)\"");
  const std::set<std::string> unique(ids.begin(), ids.end());
  EXPECT_EQ(unique.size(), ids.size());
  for (const std::string& each : all_matches(html, "href=\"#([^\"]*)\"")) EXPECT_TRUE(unique.contains(each)) << each;
  for (const std::string& each : all_matches(html, "aria-labelledby=\"([^\" ]*)")) EXPECT_TRUE(unique.contains(each)) << each;
}

TEST(HtmlTest, HasAHeadingForEachColumnAndEachRow) {
  const std::string html = write_html(test::small_document());
  EXPECT_EQ(all_matches(html, "(scope=\"col\")").size(), 6U);
  EXPECT_EQ(all_matches(html, "(scope=\"row\")").size(), 5U);
}

TEST(CsvTest, IsOneTableThatReadsBackWithAllFiguresOfAllTables) {
  const auto table = parse_csv(write_csv(test::small_document()), "report.csv");
  ASSERT_TRUE(table) << table.error().message;
  ASSERT_EQ(table->rows.size(), 5U);
  EXPECT_EQ(table->rows[0].cells,
            (std::vector<std::string>{"Outer <chapter>", "Per <district>", "Meer\"zicht", "Value", "12,5%", "12.5"}));
  EXPECT_EQ(table->rows[3].cells.back(), "0.25");
}

TEST(TableCsvTest, IsTheTableAsItStandsWithoutFormulas) {
  const Table table{
      "a", "A", {{"=Name"}, {"2023", true}}, {{{"+1", {}, 0}, {"", {}, 0}}, {{"Two, three", {}, 0}, {"-1,50", -1.5, 2}}}, "note"};
  EXPECT_EQ(write_table_csv(table), "'=Name,2023\n'+1,\n\"Two, three\",-1.50\n");
}

TEST(CsvTest, GivesNoSpreadsheetAFormulaAndKeepsNegativeNumbersNumbers) {
  const auto table = parse_csv(write_csv(test::small_document()), "report.csv");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->rows[1].cells[2], "'=1+1");
  EXPECT_EQ(table->rows[1].cells.back(), "-3");
  EXPECT_EQ(table->rows[2].cells[4], "'@none");
  for (const char* risky : {"+1", "-1", "\tx", "\rx"}) EXPECT_EQ(without_formula(risky), '\'' + std::string(risky));
}

class XlsxTest : public testing::Test {
 protected:
  XlsxTest() : folder_(std::filesystem::temp_directory_path()) {}
  /// What Python's own reader finds in the file.
  [[nodiscard]] std::string read_back(const Document& document) const {
    const auto file = folder_.path() / "read.xlsx";
    write_file(file, write_xlsx(document, folder_.path()));
    const std::string command = std::string(KOERS_READ_XLSX) + ' ' + file.string() + " 2>&1";
    FILE* pipe = ::popen(command.c_str(), "r");
    std::string out;
    std::array<char, 4096> part{};
    while (const std::size_t got = std::fread(part.data(), 1, part.size(), pipe)) out.append(part.data(), got);
    EXPECT_EQ(::pclose(pipe), 0) << out;
    return out;
  }
  TemporaryFolder folder_;
};

TEST_F(XlsxTest, ReadsBackWithASheetForEachTableAndNumbersAsNumbers) {
  const std::string read = read_back(test::small_document());
  EXPECT_EQ(all_matches(read, "sheet ([^\n]*)"), (std::vector<std::string>{"tekst", "areas", "index-table", "course-table"}));
  EXPECT_TRUE(holds(read, "B4 number 12.5\n"));
  EXPECT_TRUE(holds(read, "B5 number -3\n"));
  EXPECT_TRUE(holds(read, "B6 text @none\n"));
}

TEST_F(XlsxTest, WritesATextThatLooksLikeAFormulaAsText) {
  EXPECT_TRUE(holds(read_back(test::small_document()), "A5 text =1+1\n"));
}

TEST_F(XlsxTest, GivesTwoLongIdsNamesOfTheirOwn) {
  Document document = test::small_document();
  Table twin{"figures-of-a-set-with-a-very-long-name-one", "A", {{"x"}}, {{{"1", {}, 0}}}, ""};
  document.sections.push_back({"more", "More", {twin, twin}, {}});
  const auto names = all_matches(read_back(document), "sheet ([^\n]*)");
  ASSERT_EQ(names.size(), 6U);
  EXPECT_NE(names[4], names[5]);
  EXPECT_LE(names[5].size(), 31U);
}

TEST_F(XlsxTest, GivesTheSameBytesForTheSameDocument) {
  EXPECT_EQ(write_xlsx(test::small_document(), folder_.path()), write_xlsx(test::small_document(), folder_.path()));
}

TEST_F(XlsxTest, LeavesTheFolderWhenItCannotWriteThere) {
  EXPECT_THROW(static_cast<void>(write_xlsx(test::small_document(), folder_.path() / "nowhere")), BrokenWorld);
}

}  // namespace
}  // namespace koers::report
