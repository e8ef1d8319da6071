// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <thread>

#include "store/schema.h"
#include "store/sqlite_driver.h"
#include "store/store.h"
#include "store/store_fixture.h"

namespace koers {
namespace {

class OpenStoreTest : public StoreTest {
 protected:
  [[nodiscard]] static ErrorCode refusal(const std::string& url, OpenMode mode = OpenMode::open_or_create) {
    const auto opened = open_store(url, mode);
    return opened ? ErrorCode::cancelled : opened.error().code;
  }
};
KOERS_ON_BOTH_DATABASES(OpenStoreTest);

TEST_P(OpenStoreTest, refuses_a_newer_database_and_names_both_versions) {
  close();
  raw()->run("INSERT INTO schema_version (version, name, koers_version) VALUES (999, '0999_future.sql', '9.9.9')");
  const auto opened = open_store(url());
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::unsupported);
  EXPECT_NE(opened.error().message.find("999"), std::string::npos);
  EXPECT_NE(opened.error().message.find("9.9.9"), std::string::npos);
  EXPECT_NE(opened.error().message.find(std::to_string(newest_schema_version())), std::string::npos);
}

TEST_P(OpenStoreTest, brings_every_older_version_forward) {
  for (int version = 1; version < newest_schema_version(); ++version) {
    const std::string older = another_url();
    if (is_sqlite()) std::ofstream(older.substr(7)).close();
    ASSERT_TRUE(migrate(*raw(older), version));
    auto opened = open_store(older, OpenMode::open_existing);
    ASSERT_TRUE(opened) << opened.error().message;
    EXPECT_TRUE(append_one((*opened)->ledger(), "one", "1", 0));
    EXPECT_TRUE((*opened)->audit().append({0, Instant{1}, "anna", "login", "x", "allowed", {}}));
    EXPECT_TRUE((*opened)->verify()->is_whole());
    EXPECT_EQ(*schema_version(*raw(older)), newest_schema_version());
  }
}

TEST_P(OpenStoreTest, leaves_an_older_version_as_it_was_when_a_step_fails) {
  const std::string older = another_url();
  if (is_sqlite()) std::ofstream(older.substr(7)).close();
  ASSERT_TRUE(migrate(*raw(older), 2));
  raw(older)->script("CREATE TABLE account (thing INTEGER)");
  EXPECT_THROW((void)open_store(older), BrokenWorld);
  EXPECT_EQ(*schema_version(*raw(older)), 2);
  EXPECT_FALSE(raw(older)->has_column("run", "number"));
}

TEST_P(OpenStoreTest, refuses_a_database_of_something_else) {
  const std::string foreign = another_url();
  if (is_sqlite()) std::ofstream(foreign.substr(7)).close();
  raw(foreign)->script("CREATE TABLE recipe (name TEXT)");
  EXPECT_EQ(refusal(foreign), ErrorCode::unsupported);
  EXPECT_TRUE(raw(foreign)->has_column("recipe", "name"));
  EXPECT_EQ(raw(foreign)->table_count(), 1);
}

TEST_P(OpenStoreTest, makes_nothing_when_asked_not_to) {
  EXPECT_EQ(refusal(another_url(), OpenMode::open_existing), ErrorCode::not_found);
  EXPECT_NE(refusal(url(), OpenMode::open_existing), ErrorCode::not_found);
}

TEST_P(OpenStoreTest, is_made_once_when_many_open_it_at_once) {
  const std::string fresh = another_url();
  std::vector<std::string> outcomes(8);
  {
    std::vector<std::jthread> threads;
    for (std::size_t n = 0; n < outcomes.size(); ++n) {
      threads.emplace_back([&, n] {
        auto opened = open_store(fresh);
        outcomes[n] = opened ? "open" : opened.error().message;
        if (opened && !append_one((*opened)->ledger(), std::to_string(n), "1", 0)) outcomes[n] = "not written";
      });
    }
  }
  EXPECT_EQ(outcomes, std::vector<std::string>(8, "open"));
  EXPECT_EQ((*open_store(fresh))->ledger().head().seq, 8);
}

TEST_P(OpenStoreTest, describes_itself) {
  EXPECT_TRUE(store().description().starts_with(is_sqlite() ? "SQLite 3" : "PostgreSQL 1")) << store().description();
}

class SqliteFileTest : public testing::Test {
 protected:
  [[nodiscard]] std::string url(const std::string& name) const { return "sqlite:" + (folder_ / name).string(); }
  [[nodiscard]] static ErrorCode refusal(const std::string& url) {
    const auto opened = open_store(url);
    return opened ? ErrorCode::cancelled : opened.error().code;
  }
  void write(const std::string& name, const std::string& text) const { std::ofstream(folder_ / name) << text; }
  TestFolder folder_;
};

TEST_F(SqliteFileTest, is_for_the_owner_only) {
  auto opened = open_store(url("a.db"));
  ASSERT_TRUE(opened);
  ASSERT_TRUE(append_one((*opened)->ledger(), "one", "1", 0));
  for (const std::string name : {"a.db", "a.db-wal"}) {
    struct stat found {};
    ASSERT_EQ(::stat((folder_ / name).c_str(), &found), 0) << name;
    EXPECT_EQ(found.st_mode & 0777U, 0600U) << name;
  }
}

TEST_F(SqliteFileTest, leaves_nothing_else_behind) {
  open_store(url("a.db"))->reset();
  int files = 0;
  for (const auto& each : std::filesystem::directory_iterator(folder_ / "")) files += each.exists() ? 1 : 0;
  EXPECT_EQ(files, 1);
}

TEST_F(SqliteFileTest, is_refused_when_it_is_no_koers_database) {
  write("empty.db", "");
  write("text.db", "This is a letter, not a database.");
  write("short.db", "SQLite");
  std::filesystem::create_directory(folder_ / "folder.db");
  EXPECT_EQ(refusal(url("empty.db")), ErrorCode::unsupported);
  EXPECT_EQ(refusal(url("text.db")), ErrorCode::unsupported);
  EXPECT_EQ(refusal(url("short.db")), ErrorCode::unsupported);
  EXPECT_EQ(refusal(url("folder.db")), ErrorCode::bad_input);
  EXPECT_EQ(refusal(url("missing/a.db")), ErrorCode::bad_input);
  open_sqlite(folder_ / "empty.db", SqliteUse::alone)->script("CREATE TABLE x (y TEXT); DROP TABLE x");
  EXPECT_EQ(refusal(url("empty.db")), ErrorCode::unsupported);
}

TEST_F(SqliteFileTest, is_named_by_a_url) {
  for (const std::string wrong : {"", "koers.db", "sqlite:", "sqlite::memory:", "mysql://x", "sqlite:a\xff"}) {
    EXPECT_EQ(refusal(wrong), ErrorCode::bad_input) << wrong;
  }
  EXPECT_TRUE(open_store(url("with space ' and \u00e9?.db")));
}

}  // namespace
}  // namespace koers
