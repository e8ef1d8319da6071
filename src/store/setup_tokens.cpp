// SPDX-License-Identifier: EUPL-1.2
#include "store/setup_tokens.h"

#include "store/database.h"
#include "store/stored_text.h"

namespace koers {
namespace {

std::optional<SetupToken> find_token(Connection& connection, std::string_view token_hash, std::string_view purpose) {
  const auto rows = connection.query(
      "SELECT token_hash, purpose, account, created, expires, used FROM setup_token WHERE token_hash = ? AND purpose = ?",
      {token_hash, purpose});
  if (!rows->next()) return std::nullopt;
  SetupToken token{rows->text(0), rows->text(1), {}, Instant{rows->integer(3)}, Instant{rows->integer(4)}, {}};
  if (!rows->is_null(2)) token.account = Id<Account>(rows->text(2));
  if (!rows->is_null(5)) token.used = Instant{rows->integer(5)};
  return token;
}

bool exists(Connection& connection, std::string_view sql, std::string_view key) { return connection.query(sql, {key})->next(); }

}  // namespace

Result<void> SetupTokens::create(const SetupToken& token) {
  const std::optional<std::string> account = token.account ? std::optional(token.account->str()) : std::nullopt;
  auto checked = expect_storable({{token.token_hash, "token"}, {token.purpose, "purpose"}, {account ? *account : "", "account"}});
  if (!checked) return checked;
  return database_->write([&](Connection& connection) -> Result<void> {
    if (account && !exists(connection, "SELECT 1 FROM account WHERE id = ?", *account)) {
      return failure(ErrorCode::not_found, "There is no account " + *account + ".");
    }
    if (exists(connection, "SELECT 1 FROM setup_token WHERE token_hash = ?", token.token_hash)) {
      return failure(ErrorCode::conflict, "That token exists already.");
    }
    connection.run("INSERT INTO setup_token (token_hash, purpose, account, created, expires, used) VALUES (?, ?, ?, ?, ?, ?)",
                   {token.token_hash, token.purpose, account, token.created, token.expires, token.used});
    return {};
  });
}

std::optional<SetupToken> SetupTokens::find(std::string_view token_hash, std::string_view purpose, Instant now) const {
  if (!is_storable(token_hash) || !is_storable(purpose)) return std::nullopt;
  auto token = database_->read([&](Connection& connection) { return find_token(connection, token_hash, purpose); });
  if (!token || token->used || token->expires <= now) return std::nullopt;
  return token;
}

Result<SetupToken> SetupTokens::redeem(std::string_view token_hash, std::string_view purpose, Instant now) {
  const auto checked = expect_storable({{token_hash, "token"}, {purpose, "purpose"}});
  if (!checked) return std::unexpected(checked.error());
  return database_->write([&](Connection& connection) -> Result<SetupToken> {
    auto token = find_token(connection, token_hash, purpose);
    if (!token) return failure(ErrorCode::not_found, "There is no such invitation.");
    if (token->used) return failure(ErrorCode::conflict, "This invitation has been used already.");
    if (token->expires <= now) return failure(ErrorCode::conflict, "This invitation has expired.");
    connection.run("UPDATE setup_token SET used = ? WHERE token_hash = ?", {now, token_hash});
    token->used = now;
    return *token;
  });
}

int SetupTokens::purge(Instant now) {
  return database_->write([&](Connection& connection) {
    return static_cast<int>(connection.run("DELETE FROM setup_token WHERE used IS NOT NULL OR expires <= ?", {now}));
  });
}

}  // namespace koers
