// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite_driver.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <map>
#include <utility>
#include <vector>

#include "store/commit_in_doubt.h"
#include "store/sqlite_fault.h"

namespace koers {
namespace {

constexpr int kBusyMilliseconds = 30'000;

using StatementList = std::vector<std::unique_ptr<SQLite::Statement>>;

void bind_values(SQLite::Statement& statement, std::span<const Bind> values) {
  int place = 0;
  for (const Bind& value : values) {
    ++place;
    if (value.is_null()) {
      statement.bind(place);
    } else if (const auto* integer = value.integer()) {
      statement.bind(place, *integer);
    } else {
      statement.bind(place, std::string(*value.text()));
    }
  }
}

class SqliteRows final : public Rows {
 public:
  /// Gives the statement back to `home` when done; without a home it ends with the rows.
  SqliteRows(const std::filesystem::path& file, std::unique_ptr<SQLite::Statement> statement, StatementList* home)
      : file_(file), statement_(std::move(statement)), home_(home) {}
  ~SqliteRows() override {
    statement_->tryReset();
    statement_->clearBindings();
    if (home_ != nullptr) home_->push_back(std::move(statement_));
  }
  SqliteRows(const SqliteRows&) = delete;
  SqliteRows& operator=(const SqliteRows&) = delete;

  bool next() override {
    return with_sqlite_faults(file_, [&] { return statement_->executeStep(); });
  }
  bool is_null(int column) const override { return statement_->getColumn(column).isNull(); }
  std::int64_t integer(int column) const override { return statement_->getColumn(column).getInt64(); }
  std::string text(int column) const override { return statement_->getColumn(column).getString(); }

 private:
  const std::filesystem::path& file_;
  std::unique_ptr<SQLite::Statement> statement_;
  StatementList* home_;
};

class SqliteConnection final : public Connection {
 public:
  SqliteConnection(std::filesystem::path file, SqliteUse use) : file_(std::move(file)) {
    with_sqlite_faults(file_, [&] {
      // One thread at a time uses a connection, so SQLite need not lock it.
      database_ =
          std::make_unique<SQLite::Database>(file_.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, kBusyMilliseconds);
      sqlite3_extended_result_codes(database_->getHandle(), 1);
      database_->exec("PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; PRAGMA trusted_schema=OFF; PRAGMA synchronous=FULL");
      set_up(use);
    });
  }

  std::unique_ptr<Rows> query_with(std::string_view sql, std::span<const Bind> values) override {
    return guarded([&]() -> std::unique_ptr<Rows> {
      StatementList& home = prepared_.try_emplace(std::string(sql)).first->second;
      std::unique_ptr<SQLite::Statement> statement;
      if (home.empty()) {
        statement = std::make_unique<SQLite::Statement>(*database_, std::string(sql));
      } else {
        statement = std::move(home.back());
        home.pop_back();
      }
      bind_values(*statement, values);
      return std::make_unique<SqliteRows>(file_, std::move(statement), &home);
    });
  }

  std::int64_t run_with(std::string_view sql, std::span<const Bind> values) override {
    const auto rows = query_with(sql, values);
    return guarded([&]() -> std::int64_t {
      while (rows->next()) {
      }
      return database_->getChanges();
    });
  }

  std::unique_ptr<Rows> stream(std::string_view sql, std::span<const Bind> values) override {
    return guarded([&]() -> std::unique_ptr<Rows> {
      auto statement = std::make_unique<SQLite::Statement>(*database_, std::string(sql));
      bind_values(*statement, values);
      return std::make_unique<SqliteRows>(file_, std::move(statement), nullptr);
    });
  }

  void script(std::string_view sql) override {
    guarded([&] { database_->exec(std::string(sql)); });
  }

  void begin(Access access) override {
    if (access == Access::write) return script("BEGIN IMMEDIATE");
    script("BEGIN");
    // BEGIN alone does not fix the state that is seen; the first read does.
    (void)query("SELECT 1 FROM sqlite_schema LIMIT 1")->next();
  }

  void commit() override {
    try {
      database_->exec("COMMIT");
    } catch (const SQLite::Exception& fault) {
      if (fault.getExtendedErrorCode() == SQLITE_IOERR_FSYNC) {
        // The commit record was written, but perhaps not to the disk.
        usable_ = false;
        throw CommitInDoubt("The disk failed at the end of a change to " + file_.string() +
                            "; look whether the change is there before trying again.");
      }
      fail(fault);
    }
  }

  void roll_back() noexcept override {
    if (sqlite3_get_autocommit(database_->getHandle()) != 0) return;  // a failed write may have rolled back already
    if (database_->tryExec("ROLLBACK") != SQLITE_OK) usable_ = false;
  }

  SchemaDialect dialect() const override { return SchemaDialect::sqlite; }
  std::string description() const override { return std::string("SQLite ") + SQLITE_VERSION + ", " + file_.string(); }
  std::filesystem::path file() const override { return file_; }
  bool is_usable() const override { return usable_; }

  std::int64_t table_count() override {
    const auto rows = query("SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table'");
    return rows->next() ? rows->integer(0) : 0;
  }

  bool has_column(std::string_view table, std::string_view column) override {
    return query("SELECT 1 FROM pragma_table_info(?) WHERE name = ?", {table, column})->next();
  }

  std::optional<std::string> storage_fault() override {
    const auto rows = query("PRAGMA integrity_check(3)");
    std::string found;
    while (rows->next()) found += (found.empty() ? "" : "; ") + rows->text(0);
    if (found == "ok") return std::nullopt;
    return found;
  }

 private:
  void set_up(SqliteUse use) {
    if (use == SqliteUse::alone) {
      database_->exec("PRAGMA journal_mode=DELETE");
    } else if (use == SqliteUse::read) {
      database_->exec("PRAGMA query_only=ON; PRAGMA cache_size=-16384");
    } else {
      database_->exec("PRAGMA journal_mode=WAL");
      // A larger log and cache: pages of the indexes are written once per checkpoint, not once per commit.
      database_->exec("PRAGMA wal_autocheckpoint=8000; PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-131072");
    }
  }

  [[noreturn]] void fail(const SQLite::Exception& fault) {
    const int code = fault.getErrorCode() & 0xff;
    if (code == SQLITE_IOERR || code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_CANTOPEN) usable_ = false;
    throw_sqlite_fault(fault, file_);
  }

  template <class Work>
  auto guarded(Work work) -> decltype(work()) {
    try {
      return work();
    } catch (const SQLite::Exception& fault) {
      fail(fault);
    }
  }

  std::filesystem::path file_;
  std::unique_ptr<SQLite::Database> database_;
  std::map<std::string, StatementList, std::less<>> prepared_;
  bool usable_ = true;
};

}  // namespace

std::unique_ptr<Connection> open_sqlite(const std::filesystem::path& file, SqliteUse use) {
  return std::make_unique<SqliteConnection>(file, use);
}

}  // namespace koers
