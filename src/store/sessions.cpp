// SPDX-License-Identifier: EUPL-1.2
#include "store/sessions.h"

#include "store/database.h"
#include "store/stored_text.h"

namespace koers {
namespace {

std::optional<Session> read_session(Rows& rows) {
  if (!rows.next()) return std::nullopt;
  return Session{
      rows.text(0), Id<Account>(rows.text(1)), Instant{rows.integer(2)}, Instant{rows.integer(3)}, Instant{rows.integer(4)},
      rows.text(5)};
}

std::optional<Session> find_session(Connection& connection, std::string_view token_hash, Instant now) {
  return read_session(
      *connection.query("SELECT token_hash, account, created, last_seen, expires, csrf_hash FROM session "
                        "WHERE token_hash = ? AND expires > ?",
                        {token_hash, now}));
}

bool exists(Connection& connection, std::string_view sql, std::string_view key) { return connection.query(sql, {key})->next(); }

}  // namespace

Result<void> Sessions::create(const Session& session) {
  auto checked = expect_storable(
      {{session.token_hash, "session token"}, {session.csrf_hash, "form token"}, {session.account.str(), "account"}});
  if (!checked) return checked;
  return database_->write([&](Connection& connection) -> Result<void> {
    if (!exists(connection, "SELECT 1 FROM account WHERE id = ?", session.account.str())) {
      return failure(ErrorCode::not_found, "There is no account " + session.account.str() + ".");
    }
    if (exists(connection, "SELECT 1 FROM session WHERE token_hash = ?", session.token_hash)) {
      return failure(ErrorCode::conflict, "That session exists already.");
    }
    connection.run(
        "INSERT INTO session (token_hash, account, created, last_seen, expires, csrf_hash) VALUES (?, ?, ?, ?, ?, ?)",
        {session.token_hash, session.account.str(), session.created, session.last_seen, session.expires, session.csrf_hash});
    return {};
  });
}

std::optional<Session> Sessions::find(std::string_view token_hash, Instant now) const {
  if (!is_storable(token_hash)) return std::nullopt;
  return database_->read([&](Connection& connection) { return find_session(connection, token_hash, now); });
}

bool Sessions::touch(std::string_view token_hash, Instant now, Instant expires) {
  const auto session = find(token_hash, now);
  if (!session || now.microseconds - session->last_seen.microseconds < kTouchInterval) return false;
  return database_->write([&](Connection& connection) {
    return connection.run("UPDATE session SET last_seen = ?, expires = ? WHERE token_hash = ? AND expires > ?",
                          {now, expires, token_hash, now}) == 1;
  });
}

Result<Session> Sessions::rotate(std::string_view token_hash, std::string_view new_token_hash, std::string_view new_csrf_hash,
                                 Instant now) {
  const auto checked =
      expect_storable({{token_hash, "session token"}, {new_token_hash, "session token"}, {new_csrf_hash, "form token"}});
  if (!checked) return std::unexpected(checked.error());
  return database_->write([&](Connection& connection) -> Result<Session> {
    const int changed = static_cast<int>(
        connection.run("UPDATE session SET token_hash = ?, csrf_hash = ?, last_seen = ? WHERE token_hash = ? AND expires > ?",
                       {new_token_hash, new_csrf_hash, now, token_hash, now}));
    if (changed != 1) return failure(ErrorCode::not_found, "There is no such session any more.");
    return *find_session(connection, new_token_hash, now);
  });
}

bool Sessions::remove(std::string_view token_hash) {
  if (!is_storable(token_hash)) return false;
  return database_->write(
      [&](Connection& connection) { return connection.run("DELETE FROM session WHERE token_hash = ?", {token_hash}) == 1; });
}

int Sessions::remove_all_of(const Id<Account>& account) {
  if (!is_storable(account.str())) return 0;
  return database_->write([&](Connection& connection) {
    return static_cast<int>(connection.run("DELETE FROM session WHERE account = ?", {account.str()}));
  });
}

int Sessions::purge_expired(Instant now) {
  return database_->write(
      [&](Connection& connection) { return static_cast<int>(connection.run("DELETE FROM session WHERE expires <= ?", {now})); });
}

std::vector<Session> Sessions::list_of(const Id<Account>& account, Instant now) const {
  if (!is_storable(account.str())) return {};
  return database_->read([&](Connection& connection) {
    const auto rows = connection.query(
        "SELECT token_hash, account, created, last_seen, expires, csrf_hash FROM session "
        "WHERE account = ? AND expires > ? ORDER BY created, token_hash",
        {account.str(), now});
    std::vector<Session> sessions;
    while (auto session = read_session(*rows)) sessions.push_back(std::move(*session));
    return sessions;
  });
}

}  // namespace koers
