// SPDX-License-Identifier: EUPL-1.2
#include "store/report_editions.h"

#include "store/store_fixture.h"

namespace koers {
namespace {

class ReportEditionsTest : public StoreTest {
 protected:
  [[nodiscard]] static ReportEdition edition(const std::string& label = "2022", std::optional<std::string> area = std::nullopt) {
    ReportEdition out;
    out.kind = "state_of_the_city";
    out.label = label;
    out.area = std::move(area);
    out.report_date = "2022-12-31";
    out.at = Instant{77};
    out.actor = "anna";
    out.ledger_seq = 12;
    out.ledger_hash = "abc";
    out.observations_version = 3;
    out.version = "0.1.0";
    return out;
  }
  /// Bytes that no text column would keep as they are.
  [[nodiscard]] static std::vector<NewReportFile> files() {
    return {{"nl", "pdf", std::string("%PDF\0\xff\xfe", 7)}, {"en", "csv", "a,b\n"}, {"nl", "csv", ""}};
  }
  ReportEdition add(const std::string& label = "2022") { return store().report_editions().add(edition(label), files()).value(); }
  void change(const std::string& sql) {
    close();
    raw()->script(
        is_sqlite()
            ? "DROP TRIGGER IF EXISTS report_edition_is_never_updated; DROP TRIGGER IF EXISTS report_edition_is_never_deleted; "
              "DROP TRIGGER IF EXISTS report_file_is_never_updated; DROP TRIGGER IF EXISTS report_file_is_never_deleted; " +
                  sql
            : "ALTER TABLE report_edition DISABLE TRIGGER USER; ALTER TABLE report_file DISABLE TRIGGER USER; " + sql);
    open();
  }
  [[nodiscard]] std::string fault() {
    for (const auto& each : store().report_editions().verify()) {
      if (!each.fault.empty()) return each.fault;
    }
    return "";
  }
};
KOERS_ON_BOTH_DATABASES(ReportEditionsTest);

TEST_P(ReportEditionsTest, keeps_every_byte_and_all_that_it_was_made_from) {
  const ReportEdition kept = add();
  EXPECT_EQ(kept.id.str(), "state-of-the-city-2022");
  EXPECT_EQ(kept.number, 1);
  EXPECT_EQ(kept.hash.size(), 64U);
  EXPECT_EQ(store().report_editions().get(kept.id), kept);
  for (const NewReportFile& file : files()) {
    EXPECT_EQ(store().report_editions().bytes(kept.id, file.language, file.format), file.bytes);
  }
  EXPECT_FALSE(store().report_editions().bytes(kept.id, "en", "pdf"));
  EXPECT_FALSE(store().report_editions().get(Id<ReportEdition>("other")));
}

TEST_P(ReportEditionsTest, gives_the_second_of_one_label_a_name_of_its_own) {
  add();
  EXPECT_EQ(add().id.str(), "state-of-the-city-2022-2");
  EXPECT_EQ(store().report_editions().add(edition("2022", "WK063701"), files())->id.str(), "state-of-the-city-WK063701-2022");
}

TEST_P(ReportEditionsTest, lists_the_newest_first_and_by_kind) {
  add("2021");
  add("2022");
  const auto all = store().report_editions().list();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].label, "2022");
  EXPECT_EQ(all[0].previous_hash, all[1].hash);
  EXPECT_EQ(store().report_editions().list("state_of_the_city").size(), 2U);
  EXPECT_TRUE(store().report_editions().list("management").empty());
}

TEST_P(ReportEditionsTest, refuses_an_edition_without_files_or_with_two_of_one_form) {
  EXPECT_EQ(store().report_editions().add(edition(), {}).error().code, ErrorCode::bad_input);
  EXPECT_EQ(store().report_editions().add(edition(), {{"nl", "csv", "a"}, {"nl", "csv", "b"}}).error().code,
            ErrorCode::bad_input);
  EXPECT_TRUE(store().report_editions().list().empty());
}

TEST_P(ReportEditionsTest, is_never_changed_or_deleted) {
  add();
  for (const char* sql : {"UPDATE report_edition SET label = 'x'", "DELETE FROM report_file",
                          "UPDATE report_file SET content = ''", "DELETE FROM report_edition"}) {
    EXPECT_THROW(raw()->script(sql), BrokenWorld) << sql;
  }
  EXPECT_EQ(fault(), "");
}

TEST_P(ReportEditionsTest, shows_a_file_that_somebody_changed_past_the_guard) {
  add();
  EXPECT_EQ(fault(), "");
  change("UPDATE report_file SET content = 'YQ==' WHERE format = 'pdf'");
  EXPECT_NE(fault().find("pdf"), std::string::npos);
  EXPECT_THROW(static_cast<void>(store().report_editions().bytes(Id<ReportEdition>("state-of-the-city-2022"), "nl", "pdf")),
               BrokenWorld);
}

TEST_P(ReportEditionsTest, shows_a_record_that_somebody_changed_past_the_guard) {
  add();
  change("UPDATE report_edition SET actor = 'bert'");
  EXPECT_NE(fault().find("was changed"), std::string::npos);
}

TEST_P(ReportEditionsTest, shows_a_file_and_an_edition_that_were_taken_away) {
  add("2021");
  add("2022");
  change("DELETE FROM report_file WHERE edition = 2 AND format = 'pdf'");
  EXPECT_NE(fault(), "");
  change("DELETE FROM report_file WHERE edition = 2; DELETE FROM report_edition WHERE number = 2");
  EXPECT_NE(fault().find("not there"), std::string::npos);
}

TEST_P(ReportEditionsTest, goes_with_a_backup) {
  const ReportEdition kept = add();
  const auto file = folder_ / "copy.backup";
  ASSERT_TRUE(store().backup(file));
  const std::string other = another_url();
  ASSERT_TRUE(restore(file, other));
  auto copy = open_store(other, OpenMode::open_existing);
  ASSERT_TRUE(copy);
  EXPECT_EQ((*copy)->report_editions().get(kept.id), kept);
  EXPECT_EQ((*copy)->report_editions().bytes(kept.id, "nl", "pdf"), files()[0].bytes);
  for (const auto& each : (*copy)->report_editions().verify()) EXPECT_EQ(each.fault, "");
}

}  // namespace
}  // namespace koers
