// SPDX-License-Identifier: EUPL-1.2
#include "store/store_fixture.h"

#include <cstdlib>

#include "store/postgres_driver.h"
#include "store/sqlite_driver.h"

namespace koers {
namespace {

std::string server_url() {
  const char* url = std::getenv("KOERS_TEST_POSTGRES");
  if (url == nullptr) throw BrokenWorld("Run this test with tests/store/with_postgres.sh, or set KOERS_TEST_POSTGRES.");
  return url;
}

std::string new_schema() {
  static int count = 0;
  const std::string name = "koers_test_" + std::to_string(++count);
  open_postgres(server_url())->script("DROP SCHEMA IF EXISTS " + name + " CASCADE; CREATE SCHEMA " + name);
  return name;
}

}  // namespace

TestFolder::TestFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "koers-test-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw BrokenWorld("no folder for the test");
  path_ = pattern;
}

TestFolder::~TestFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string StoreTest::another_url() {
  if (is_sqlite()) return "sqlite:" + (folder_ / ("store-" + std::to_string(++databases_) + ".db")).string();
  schemas_.push_back(new_schema());
  return server_url() + "&options=-csearch_path%3D" + schemas_.back();
}

void StoreTest::SetUp() {
  url_ = another_url();
  open();
}

void StoreTest::TearDown() {
  close();
  if (is_sqlite()) return;
  for (const std::string& schema : schemas_) open_postgres(server_url())->script("DROP SCHEMA " + schema + " CASCADE");
  schemas_.clear();
}

void StoreTest::open() {
  auto opened = open_store(url_);
  ASSERT_TRUE(opened) << opened.error().message;
  store_ = std::move(*opened);
}

std::unique_ptr<Connection> StoreTest::raw(const std::string& url) {
  constexpr std::string_view kScheme = "sqlite:";
  return url.starts_with(kScheme) ? open_sqlite(url.substr(kScheme.size()), SqliteUse::write) : open_postgres(url);
}

std::unique_ptr<Connection> StoreTest::raw_unguarded() const {
  auto connection = raw();
  if (is_sqlite()) {
    connection->script(
        "DROP TRIGGER revision_is_never_updated; DROP TRIGGER revision_is_never_deleted;"
        "DROP TRIGGER audit_entry_is_never_updated; DROP TRIGGER audit_entry_is_never_deleted");
  } else {
    connection->script(
        "DROP TRIGGER revision_is_never_changed ON revision;"
        "DROP TRIGGER audit_entry_is_never_changed ON audit_entry");
  }
  return connection;
}

Result<std::vector<Revision>> append_one(Ledger& ledger, const std::string& id, std::optional<std::string> body, int based_on,
                                         std::int64_t at, Kind kind) {
  const Draft draft{kind, id, std::move(body), based_on};
  return ledger.append(std::span(&draft, 1), by("tester", at));
}

}  // namespace koers
