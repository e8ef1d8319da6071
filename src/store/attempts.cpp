// SPDX-License-Identifier: EUPL-1.2
#include "store/attempts.h"

#include "store/database.h"
#include "store/token.h"

namespace koers {
namespace {

/// A key is what somebody typed: hashed, it fits in any database, and a password typed as a login name is not kept.
std::string stored_key(std::string_view key) { return hash_token(key); }

}  // namespace

std::int64_t Attempts::record(std::string_view key, Instant now, std::int64_t window_microseconds) {
  const std::string hashed = stored_key(key);
  const Instant oldest{now.microseconds - window_microseconds};
  return database_->write([&](Connection& connection) {
    connection.run("DELETE FROM attempt WHERE attempt_key = ? AND window_start <= ?", {hashed, oldest});
    connection.run(
        "INSERT INTO attempt (attempt_key, window_start, occurrences) VALUES (?, ?, 1) "
        "ON CONFLICT (attempt_key) DO UPDATE SET occurrences = attempt.occurrences + 1",
        {hashed, now});
    const auto rows = connection.query("SELECT occurrences FROM attempt WHERE attempt_key = ?", {hashed});
    return rows->next() ? rows->integer(0) : 0;
  });
}

std::int64_t Attempts::count(std::string_view key, Instant now, std::int64_t window_microseconds) const {
  const std::string hashed = stored_key(key);
  const Instant oldest{now.microseconds - window_microseconds};
  return database_->read([&](Connection& connection) {
    const auto rows =
        connection.query("SELECT occurrences FROM attempt WHERE attempt_key = ? AND window_start > ?", {hashed, oldest});
    return rows->next() ? rows->integer(0) : 0;
  });
}

void Attempts::clear(std::string_view key) {
  const std::string hashed = stored_key(key);
  database_->write([&](Connection& connection) { return connection.run("DELETE FROM attempt WHERE attempt_key = ?", {hashed}); });
}

int Attempts::purge(Instant before) {
  return database_->write([&](Connection& connection) {
    return static_cast<int>(connection.run("DELETE FROM attempt WHERE window_start < ?", {before}));
  });
}

}  // namespace koers
