// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "store/accounts.h"

namespace koers {

/// Somebody's being logged in. Only hashes are stored (`hash_token` in store/token.h): who reads the database cannot log in.
struct Session {
  std::string token_hash;
  Id<Account> account;
  Instant created;
  Instant last_seen;
  Instant expires;
  std::string csrf_hash;
  bool operator==(const Session&) const = default;
};

/// `touch` writes only when this much has passed, so that reading pages does not become writing to disk.
inline constexpr std::int64_t kTouchInterval = 60'000'000;  // microseconds

/// May be used from several threads at once. All functions throw BrokenWorld when the database fails.
class Sessions {
 public:
  explicit Sessions(Database& database) : database_(&database) {}

  /// `not_found` when there is no such account; `conflict` when the token exists.
  [[nodiscard]] Result<void> create(const Session& session);
  /// Absent when unknown or when `now` is at or past `expires`. Does not look whether the account is disabled.
  [[nodiscard]] std::optional<Session> find(std::string_view token_hash, Instant now) const;
  /// Moves `last_seen` and `expires`, at most once per kTouchInterval. True when it wrote.
  bool touch(std::string_view token_hash, Instant now, Instant expires);
  /// The same session under new secrets (after logging in, after a change of rights). `not_found` when unknown or expired.
  [[nodiscard]] Result<Session> rotate(std::string_view token_hash, std::string_view new_token_hash,
                                       std::string_view new_csrf_hash, Instant now);
  /// True when there was one.
  bool remove(std::string_view token_hash);
  /// How many there were.
  int remove_all_of(const Id<Account>& account);
  int purge_expired(Instant now);
  [[nodiscard]] std::vector<Session> list_of(const Id<Account>& account, Instant now) const;

 private:
  Database* database_;
};

}  // namespace koers
