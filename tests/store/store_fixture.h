// SPDX-License-Identifier: EUPL-1.2
// One contract, two databases: every StoreTest runs on SQLite and on PostgreSQL.
#pragma once
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "store/connection.h"
#include "store/store.h"

namespace koers {

/// A folder of its own, removed at the end.
class TestFolder {
 public:
  TestFolder();
  ~TestFolder();
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

class StoreTest : public testing::TestWithParam<SchemaDialect> {
 protected:
  void SetUp() override;
  void TearDown() override;

  [[nodiscard]] Store& store() { return *store_; }
  void open();
  void close() { store_.reset(); }
  [[nodiscard]] const std::string& url() const { return url_; }
  /// Another database of the same sort, that does not exist yet (SQLite) or is empty (PostgreSQL).
  [[nodiscard]] std::string another_url();
  /// Past all that the store guards.
  [[nodiscard]] std::unique_ptr<Connection> raw() const { return raw(url_); }
  [[nodiscard]] static std::unique_ptr<Connection> raw(const std::string& url);
  /// The same without the triggers that guard the chains.
  [[nodiscard]] std::unique_ptr<Connection> raw_unguarded() const;
  [[nodiscard]] static bool is_sqlite() { return GetParam() == SchemaDialect::sqlite; }

  TestFolder folder_;

 private:
  std::string url_;
  int databases_ = 0;
  std::vector<std::string> schemas_;
  std::unique_ptr<Store> store_;
};

[[nodiscard]] inline std::string database_name(const testing::TestParamInfo<SchemaDialect>& each) {
  return each.param == SchemaDialect::sqlite ? "sqlite" : "postgres";
}

#define KOERS_ON_BOTH_DATABASES(Suite) \
  INSTANTIATE_TEST_SUITE_P(Both, Suite, testing::Values(SchemaDialect::sqlite, SchemaDialect::postgres), database_name)

[[nodiscard]] inline WriteContext by(const std::string& actor, std::int64_t at) { return {Instant{at}, actor, std::nullopt}; }

/// One draft by `tester`.
[[nodiscard]] Result<std::vector<Revision>> append_one(Ledger& ledger, const std::string& id, std::optional<std::string> body,
                                                       int based_on, std::int64_t at = 1000, Kind kind = Kind::challenge);

}  // namespace koers
