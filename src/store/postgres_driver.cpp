// SPDX-License-Identifier: EUPL-1.2
#include "store/postgres_driver.h"

#include <map>
#include <pqxx/pqxx>
#include <utility>
#include <vector>

#include "store/commit_in_doubt.h"

namespace koers {
namespace {

// Any number that other programs on the same database are unlikely to lock.
constexpr const char* kTakeWriteLock = "SELECT pg_advisory_xact_lock(5427815532)";
constexpr const char* kRowsPerFetch = "2000";
constexpr const char* kCursor = "koers_stream";

/// `?` → `$1`, `$2`, …; our SQL has no other question marks.
std::string numbered(std::string_view sql) {
  std::string out;
  int count = 0;
  for (const char c : sql) {
    if (c == '?') {
      out += '$' + std::to_string(++count);
    } else {
      out += c;
    }
  }
  return out;
}

std::vector<std::optional<std::string>> texts_of(std::span<const Bind> values) {
  std::vector<std::optional<std::string>> texts;
  texts.reserve(values.size());
  for (const Bind& value : values) {
    if (value.is_null()) {
      texts.emplace_back();
    } else if (const auto* integer = value.integer()) {
      texts.emplace_back(std::to_string(*integer));
    } else {
      texts.emplace_back(std::string(*value.text()));
    }
  }
  return texts;
}

class PostgresRows : public Rows {
 public:
  explicit PostgresRows(pqxx::result rows) : rows_(std::move(rows)) {}
  bool next() override { return ++at_ < static_cast<int>(rows_.size()); }
  bool is_null(int column) const override { return field(column).is_null(); }
  std::int64_t integer(int column) const override { return field(column).as<std::int64_t>(); }
  std::string text(int column) const override {
    const auto found = field(column);
    return {found.c_str(), found.size()};
  }

 protected:
  void replace(pqxx::result rows) {
    rows_ = std::move(rows);
    at_ = -1;
  }

 private:
  pqxx::field field(int column) const { return rows_[static_cast<pqxx::result::size_type>(at_)][column]; }

  pqxx::result rows_;
  int at_ = -1;
};

class PostgresConnection final : public Connection {
 public:
  explicit PostgresConnection(const std::string& url) : connection_(url) {
    pqxx::nontransaction work(connection_);
    work.exec(
        "SET client_encoding TO 'UTF8'; SET synchronous_commit TO on; SET lock_timeout TO '30s';"
        "SET idle_in_transaction_session_timeout TO '120s'; SET client_min_messages TO warning");
  }

  std::unique_ptr<Rows> query_with(std::string_view sql, std::span<const Bind> values) override {
    return std::make_unique<PostgresRows>(execute(sql, values));
  }

  std::int64_t run_with(std::string_view sql, std::span<const Bind> values) override {
    return static_cast<std::int64_t>(execute(sql, values).affected_rows());
  }

  std::unique_ptr<Rows> stream(std::string_view sql, std::span<const Bind> values) override;

  void script(std::string_view sql) override {
    guarded([&] { return in_transaction([&](pqxx::transaction_base& work) { return work.exec(std::string(sql)); }); });
  }

  void begin(Access access) override {
    transaction_ = guarded([&]() -> std::unique_ptr<pqxx::transaction_base> {
      if (access == Access::read) {
        return std::make_unique<pqxx::transaction<pqxx::repeatable_read, pqxx::read_only>>(connection_);
      }
      // Read committed, so that every statement after the lock sees what the writer before us committed.
      auto transaction = std::make_unique<pqxx::work>(connection_);
      transaction->exec(kTakeWriteLock);
      return transaction;
    });
  }

  void commit() override {
    guarded([&] { transaction_->commit(); });
    transaction_.reset();
  }

  void roll_back() noexcept override {
    try {
      if (transaction_) transaction_->abort();
    } catch (const std::exception&) {
      usable_ = false;
    }
    transaction_.reset();
  }

  SchemaDialect dialect() const override { return SchemaDialect::postgres; }
  std::string description() const override { return description_; }
  std::filesystem::path file() const override { return {}; }
  bool is_usable() const override { return usable_ && connection_.is_open(); }

  std::int64_t table_count() override {
    const auto rows = query("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema()");
    return rows->next() ? rows->integer(0) : 0;
  }

  bool has_column(std::string_view table, std::string_view column) override {
    return query(
               "SELECT 1 FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ? AND "
               "column_name = ?",
               {table, column})
        ->next();
  }

  std::optional<std::string> storage_fault() override { return std::nullopt; }  // the server guards its own files

  /// What `description` says, and what our SQL takes for granted.
  void look_around() {
    const auto rows = query("SELECT current_setting('server_version'), current_database(), current_setting('server_encoding')");
    if (!rows->next()) throw BrokenWorld("The PostgreSQL server does not answer.");
    const char* host = connection_.hostname();
    description_ = "PostgreSQL " + rows->text(0) + ", " + rows->text(1) + " on " + (host != nullptr ? host : "this machine");
    if (rows->text(2) != "UTF8") throw BrokenWorld("The database " + rows->text(1) + " must be made with ENCODING 'UTF8'.");
  }

  pqxx::result fetch(const std::string& sql) {
    return guarded([&] { return transaction_->exec(sql); });
  }
  /// Outside a transaction, or after it, a cursor is gone by itself.
  void close_cursor() noexcept {
    try {
      if (transaction_ && is_usable()) transaction_->exec(std::string("CLOSE ") + kCursor);
    } catch (const std::exception&) {
      usable_ = false;
    }
  }

 private:
  template <class Work>
  pqxx::result in_transaction(Work work) {
    if (transaction_) return work(*transaction_);
    pqxx::nontransaction single(connection_);
    return work(single);
  }

  pqxx::result execute(std::string_view sql, std::span<const Bind> values) {
    return guarded([&] {
      const std::string name = prepared_name(sql);
      const auto texts = texts_of(values);
      return in_transaction(
          [&](pqxx::transaction_base& work) { return work.exec_prepared(name, pqxx::prepare::make_dynamic_params(texts)); });
    });
  }

  std::string prepared_name(std::string_view sql) {
    const auto found = prepared_.find(sql);
    if (found != prepared_.end()) return found->second;
    const std::string name = "koers_" + std::to_string(prepared_.size());
    connection_.prepare(name, numbered(sql));
    prepared_.emplace(sql, name);
    return name;
  }

  template <class Work>
  auto guarded(Work work) -> decltype(work()) {
    try {
      return work();
    } catch (const pqxx::in_doubt_error&) {
      usable_ = false;
      throw CommitInDoubt(
          "The connection to PostgreSQL was lost at the end of a change; look whether the change is there before "
          "trying again.");
    } catch (const pqxx::broken_connection& fault) {
      usable_ = false;
      throw BrokenWorld(std::string("The connection to PostgreSQL was lost (") + fault.what() + ").");
    } catch (const pqxx::sql_error& fault) {
      throw BrokenWorld(std::string("PostgreSQL refused a statement (") + fault.what() + ").");
    } catch (const pqxx::failure& fault) {
      usable_ = false;
      throw BrokenWorld(std::string("PostgreSQL failed (") + fault.what() + ").");
    } catch (const pqxx::usage_error& fault) {
      // What libpqxx says of a connection that was closed under it.
      usable_ = false;
      throw BrokenWorld(std::string("The connection to PostgreSQL cannot be used any more (") + fault.what() + ").");
    }
  }

  pqxx::connection connection_;
  std::unique_ptr<pqxx::transaction_base> transaction_;
  std::map<std::string, std::string, std::less<>> prepared_;
  std::string description_;
  bool usable_ = true;
};

/// Fetches piece by piece, so that a table larger than memory can be walked.
class CursorRows final : public PostgresRows {
 public:
  explicit CursorRows(PostgresConnection& connection) : PostgresRows({}), connection_(&connection) {}
  ~CursorRows() override { connection_->close_cursor(); }
  CursorRows(const CursorRows&) = delete;
  CursorRows& operator=(const CursorRows&) = delete;
  bool next() override {
    if (PostgresRows::next()) return true;
    replace(connection_->fetch(std::string("FETCH ") + kRowsPerFetch + " FROM " + kCursor));
    return PostgresRows::next();
  }

 private:
  PostgresConnection* connection_;
};

std::unique_ptr<Rows> PostgresConnection::stream(std::string_view sql, std::span<const Bind> values) {
  const std::string declare = std::string("DECLARE ") + kCursor + " NO SCROLL CURSOR FOR " + numbered(sql);
  const auto texts = texts_of(values);
  guarded([&] { return transaction_->exec_params(declare, pqxx::prepare::make_dynamic_params(texts)); });
  return std::make_unique<CursorRows>(*this);
}

}  // namespace

std::unique_ptr<Connection> open_postgres(const std::string& url) {
  try {
    auto connection = std::make_unique<PostgresConnection>(url);
    connection->look_around();
    return connection;
  } catch (const pqxx::failure& fault) {
    throw BrokenWorld(std::string("The PostgreSQL server cannot be used (") + fault.what() + ").");
  }
}

}  // namespace koers
