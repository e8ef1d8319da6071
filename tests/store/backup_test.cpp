// SPDX-License-Identifier: EUPL-1.2
#include <sys/stat.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "store/database.h"
#include "store/schema.h"
#include "store/sqlite_driver.h"
#include "store/store.h"
#include "store/store_fixture.h"

namespace koers {
namespace {

class BackupTest : public StoreTest {
 protected:
  /// Something in every table.
  void fill() {
    const std::vector<Draft> drafts{{Kind::challenge, "one", R"({"nl":"caf\u00e9 <b>"})", 0},
                                    {Kind::challenge, "two", "", 0},
                                    {Kind::challenge, "one", std::nullopt, 1}};
    ASSERT_TRUE(store().ledger().append(drafts, {Instant{100}, "anna", "decision"}));
    const Observation row{Id<Indicator>("a"),   {Kind::district, "WK1"},      *parse_period("2020"),    parse_decimal("-1.5"),
                          parse_decimal("640"), ObservationStatus::estimated, {Id<Source>("cbs"), "t"}, ""};
    ASSERT_TRUE(store().observations().replace("core", std::vector{row}, by("anna", 100)));
    ASSERT_TRUE(store().runs().add(
        {Id<RunRecord>("r"), "escalator", "1", "h", "{}", ~std::uint64_t{0}, Instant{1}, Instant{2}, RunState::finished, "{}"}));
    ReportEdition edition;
    edition.kind = "management";
    edition.label = "2022";
    edition.area = "WK1";
    edition.report_date = "2022-01-31";
    edition.at = Instant{100};
    ASSERT_TRUE(store().report_editions().add(edition, {{"nl", "csv", "a,b"}}));
    ASSERT_TRUE(store().accounts().create({Id<Account>("a"), "Anna", "Anna", "hash", {Role::clerk}, false, Instant{1}, 0}));
    ASSERT_TRUE(store().sessions().create({"token", Id<Account>("a"), Instant{1}, Instant{1}, Instant{1000}, "csrf"}));
    ASSERT_TRUE(store().setup_tokens().create({"setup", "x", {}, Instant{1}, Instant{1000}, {}}));
    ASSERT_TRUE(store().audit().append({0, Instant{100}, "anna", "login", "anna", "allowed", {}}));
    store().attempts().record("anna", Instant{1}, 100);
  }
  [[nodiscard]] std::filesystem::path file() const { return folder_ / "backup.koers"; }
  static void expect_same(Store& a, Store& b) {
    EXPECT_EQ(a.ledger().since(0), b.ledger().since(0));
    EXPECT_EQ(a.ledger().head(), b.ledger().head());
    EXPECT_EQ(a.observations().find({}), b.observations().find({}));
    EXPECT_EQ(a.observations().batches(9), b.observations().batches(9));
    EXPECT_EQ(a.runs().get(Id<RunRecord>("r")), b.runs().get(Id<RunRecord>("r")));
    EXPECT_EQ(a.report_editions().list(), b.report_editions().list());
    EXPECT_EQ(a.accounts().list(), b.accounts().list());
    EXPECT_EQ(a.audit().list({}, 9), b.audit().list({}, 9));
  }
};
KOERS_ON_BOTH_DATABASES(BackupTest);

TEST_P(BackupTest, comes_back_in_either_database_without_secrets) {
  fill();
  const auto made = store().backup(file());
  ASSERT_TRUE(made) << made.error().message;
  for (const std::string& target : {another_url(), "sqlite:" + (folder_ / "other.db").string()}) {
    const auto report = restore(file(), target);
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->revisions_checked, 3);
    auto restored = open_store(target, OpenMode::open_existing);
    ASSERT_TRUE(restored) << restored.error().message;
    expect_same(store(), **restored);
    EXPECT_FALSE((*restored)->sessions().find("token", Instant{2}));
    EXPECT_FALSE((*restored)->setup_tokens().find("setup", "x", Instant{2}));
    EXPECT_EQ((*restored)->attempts().count("anna", Instant{2}, 100), 0);
    EXPECT_TRUE(append_one((*restored)->ledger(), "one", "back", 2));
    EXPECT_TRUE((*restored)->verify()->is_whole());
  }
}

TEST_P(BackupTest, is_one_private_file_that_is_never_overwritten) {
  fill();
  ASSERT_TRUE(store().backup(file()));
  struct stat found {};
  ASSERT_EQ(::stat(file().c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777U, 0600U);
  EXPECT_FALSE(std::filesystem::exists(file().string() + "-wal"));
  EXPECT_EQ(store().backup(file()).error().code, ErrorCode::conflict);
  EXPECT_EQ(store().backup(folder_ / "missing/backup").error().code, ErrorCode::bad_input);
}

TEST_P(BackupTest, leaves_nothing_when_it_is_cancelled) {
  fill();
  std::stop_source stop;
  stop.request_stop();
  EXPECT_EQ(store().backup(file(), {}, stop.get_token()).error().code, ErrorCode::cancelled);
  for (const auto& each : std::filesystem::directory_iterator(folder_ / "")) {
    EXPECT_EQ(each.path().string().find("backup"), std::string::npos) << each.path();
  }
}

TEST_P(BackupTest, is_one_state_while_others_write) {
  const std::string body(2000, 'x');
  for (int n = 0; n < 20; ++n) {
    std::vector<Draft> drafts;
    for (int k = 0; k < 100; ++k) drafts.push_back({Kind::challenge, std::to_string(n) + "-" + std::to_string(k), body, 0});
    ASSERT_TRUE(store().ledger().append(drafts, by("anna", 1)));
  }
  std::atomic<bool> done = false;
  std::atomic<int> written = 0;
  std::jthread writer([&] {
    while (!done) written += append_one(store().ledger(), "w" + std::to_string(written), body, 0) ? 1 : 0;
  });
  while (written < 5) std::this_thread::yield();
  int reports = 0;
  const int before = written;
  const auto made = store().backup(file(), [&](std::int64_t, std::int64_t) {
    ++reports;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  });
  const int during = written - before;
  done = true;
  writer.join();
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_GT(reports, 1);
  EXPECT_GT(during, 0);
  const std::string target = another_url();
  const auto report = restore(file(), target);
  ASSERT_TRUE(report) << report.error().message;
  auto restored = open_store(target);
  const auto copied = (*restored)->ledger().since(0, 100'000);
  auto original = store().ledger().since(0, 100'000);
  EXPECT_LT(copied.size(), original.size());
  EXPECT_GE(copied.size(), 2005U);
  original.resize(copied.size());
  EXPECT_EQ(copied, original);
}

TEST_P(BackupTest, is_restored_over_something_only_when_asked_to) {
  fill();
  ASSERT_TRUE(store().backup(file()));
  ASSERT_TRUE(append_one(store().ledger(), "later", "1", 0));
  if (is_sqlite()) {
    EXPECT_EQ(restore(file(), url(), {.overwrite = true}).error().code, ErrorCode::conflict);  // we have it open
  }
  close();
  EXPECT_EQ(restore(file(), url()).error().code, ErrorCode::conflict);
  const auto report = restore(file(), url(), {.overwrite = true});
  ASSERT_TRUE(report) << report.error().message;
  open();
  EXPECT_FALSE(store().ledger().current(Kind::challenge, "later"));
  EXPECT_EQ(store().ledger().head().seq, 3);
  EXPECT_TRUE(store().verify()->is_whole());
}

TEST_P(BackupTest, that_was_tampered_with_is_refused) {
  fill();
  ASSERT_TRUE(store().backup(file()));
  {
    const auto connection = open_sqlite(file(), SqliteUse::alone);
    connection->script("DROP TRIGGER revision_is_never_updated");
    connection->run("UPDATE revision SET actor = 'eve' WHERE seq = 2");
  }
  const std::string target = another_url();
  const auto report = restore(file(), target);
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::bad_input);
  EXPECT_NE(report.error().message.find("Entry 2 of the ledger"), std::string::npos) << report.error().message;
  EXPECT_EQ(open_store(target, OpenMode::open_existing).error().code, ErrorCode::not_found);
}

TEST_P(BackupTest, that_is_no_backup_is_refused) {
  std::ofstream(folder_ / "letter") << "Dear council,";
  EXPECT_EQ(restore(folder_ / "letter", another_url()).error().code, ErrorCode::bad_input);
  EXPECT_EQ(restore(folder_ / "missing", another_url()).error().code, ErrorCode::bad_input);
  fill();
  ASSERT_TRUE(store().backup(file()));
  std::filesystem::resize_file(file(), std::filesystem::file_size(file()) / 2);
  EXPECT_EQ(restore(file(), another_url()).error().code, ErrorCode::bad_input);
}

TEST_P(BackupTest, of_an_older_version_is_brought_forward) {
  std::ofstream(file()).close();
  ASSERT_TRUE(migrate(*open_sqlite(file(), SqliteUse::alone), 3));
  const std::string target = another_url();
  const auto report = restore(file(), target);
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_TRUE(append_one((*open_store(target, OpenMode::open_existing))->ledger(), "one", "1", 0));
}

// What copy_tables forgets would be lost without a word.
TEST_P(BackupTest, copies_every_column_of_the_schema) {
  fill();
  ASSERT_TRUE(store().observations().undo(1, by("bert", 200)));
  ASSERT_TRUE(store().backup(file()));
  const auto copy = open_sqlite(file(), SqliteUse::read);
  const auto original = raw();
  const auto tables = copy->query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'schema_version'");
  int compared = 0;
  while (tables->next()) {
    const auto columns = copy->query("SELECT name FROM pragma_table_info(?)", {tables->text(0)});
    while (columns->next()) {
      const std::string sql = "SELECT COALESCE(CAST(MIN(" + columns->text(0) + ") AS TEXT), ''), COUNT(" + columns->text(0) +
                              ") FROM " + tables->text(0);
      const auto a = copy->query(sql);
      const auto b = original->query(sql);
      ASSERT_TRUE(a->next() && b->next());
      EXPECT_EQ(a->text(0) + " " + a->text(1), b->text(0) + " " + b->text(1)) << sql;
      EXPECT_NE(a->text(1) == "0" && columns->text(0) != "used" && columns->text(0) != "address_prefix" &&
                    (tables->text(0) != "setup_token"),
                true)
          << sql;
      ++compared;
    }
  }
  EXPECT_GT(compared, 70);
}

}  // namespace
}  // namespace koers
