// SPDX-License-Identifier: EUPL-1.2
// What the SQL of this folder needs of a database, and no more. Implemented by sqlite_driver and postgres_driver, the only
// files that know SQLite and libpq.
#pragma once
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "base/date.h"
#include "store/schema.h"

namespace koers {

/// A value for a `?` in SQL. Texts are not copied: they must live until the call that takes the value returns, and for
/// `stream` until its rows are gone.
class Bind {
 public:
  Bind(std::nullopt_t) {}
  Bind(std::int64_t value) : value_(value) {}
  Bind(int value) : value_(std::int64_t{value}) {}
  Bind(Instant value) : value_(value.microseconds) {}
  Bind(std::string_view value) : value_(value) {}
  Bind(const std::string& value) : value_(std::string_view(value)) {}
  Bind(const char* value) : value_(std::string_view(value)) {}
  template <class T>
  Bind(const std::optional<T>& value) {
    if (value) *this = Bind(*value);
  }

  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
  [[nodiscard]] const std::int64_t* integer() const { return std::get_if<std::int64_t>(&value_); }
  [[nodiscard]] const std::string_view* text() const { return std::get_if<std::string_view>(&value_); }

 private:
  std::variant<std::monostate, std::int64_t, std::string_view> value_;
};

/// The answer to a query, row by row; before the first `next` there is none. Columns count from 0. Must not outlive its
/// connection.
class Rows {
 public:
  virtual ~Rows() = default;
  [[nodiscard]] virtual bool next() = 0;
  [[nodiscard]] virtual bool is_null(int column) const = 0;
  [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
  [[nodiscard]] virtual std::string text(int column) const = 0;
  [[nodiscard]] std::optional<std::int64_t> optional_integer(int column) const;
  [[nodiscard]] std::optional<std::string> optional_text(int column) const;
};

enum class Access : std::uint8_t {
  read,  ///< one unchanging state of the database
  write  ///< the only writer, over all processes, until it ends
};

/// One connection, used by one thread at a time. Every function throws BrokenWorld when the database fails; `commit` throws
/// CommitInDoubt when it is unknown whether it happened.
class Connection {
 public:
  virtual ~Connection() = default;

  /// SQL with `?` for values; prepared once per connection, so give constant texts.
  [[nodiscard]] std::unique_ptr<Rows> query(std::string_view sql, std::initializer_list<Bind> values = {}) {
    return query_with(sql, std::span(values.begin(), values.size()));
  }
  /// The number of rows that were changed.
  std::int64_t run(std::string_view sql, std::initializer_list<Bind> values = {}) {
    return run_with(sql, std::span(values.begin(), values.size()));
  }
  [[nodiscard]] virtual std::unique_ptr<Rows> query_with(std::string_view sql, std::span<const Bind> values) = 0;
  virtual std::int64_t run_with(std::string_view sql, std::span<const Bind> values) = 0;
  /// A query that is not kept prepared and whose rows are fetched as they are read. Only within a transaction.
  [[nodiscard]] virtual std::unique_ptr<Rows> stream(std::string_view sql, std::span<const Bind> values) = 0;
  /// Any number of statements without values.
  virtual void script(std::string_view sql) = 0;

  virtual void begin(Access access) = 0;
  virtual void commit() = 0;
  virtual void roll_back() noexcept = 0;

  [[nodiscard]] virtual SchemaDialect dialect() const = 0;
  [[nodiscard]] virtual std::string description() const = 0;
  /// Where the database is; empty when a server keeps it.
  [[nodiscard]] virtual std::filesystem::path file() const = 0;
  /// False after the connection was lost: throw it away.
  [[nodiscard]] virtual bool is_usable() const = 0;
  [[nodiscard]] virtual std::int64_t table_count() = 0;
  [[nodiscard]] virtual bool has_column(std::string_view table, std::string_view column) = 0;
  /// What the database itself finds wrong with its files; absent: nothing.
  [[nodiscard]] virtual std::optional<std::string> storage_fault() = 0;
};

/// Rolls back unless committed.
class Transaction {
 public:
  Transaction(Connection& connection, Access access) : connection_(&connection) { connection.begin(access); }
  ~Transaction() {
    if (open_) connection_->roll_back();
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit() {
    connection_->commit();
    open_ = false;
  }

 private:
  Connection* connection_;
  bool open_ = true;
};

}  // namespace koers
