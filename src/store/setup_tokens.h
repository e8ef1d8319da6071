// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"
#include "store/accounts.h"

namespace koers {

/// A secret that works once: to make the first administrator, to accept an invitation, to set a new password.
struct SetupToken {
  std::string token_hash;              ///< `hash_token` of the secret
  std::string purpose;                 ///< such as `first_administrator`, `set_password`
  std::optional<Id<Account>> account;  ///< whom it is for, when that is somebody
  Instant created;
  Instant expires;
  std::optional<Instant> used;
  bool operator==(const SetupToken&) const = default;
};

/// May be used from several threads at once. All functions throw BrokenWorld when the database fails.
class SetupTokens {
 public:
  explicit SetupTokens(Database& database) : database_(&database) {}

  /// `conflict` when the token exists; `not_found` when the account does not.
  [[nodiscard]] Result<void> create(const SetupToken& token);
  /// Looks without using it up; absent when unknown, used, expired or for another purpose.
  [[nodiscard]] std::optional<SetupToken> find(std::string_view token_hash, std::string_view purpose, Instant now) const;
  /// Uses it up; of several at once exactly one succeeds. `not_found` (also for another purpose), `conflict` (used or expired).
  [[nodiscard]] Result<SetupToken> redeem(std::string_view token_hash, std::string_view purpose, Instant now);
  /// Forgets the used and the expired; how many there were.
  int purge(Instant now);

 private:
  Database* database_;
};

}  // namespace koers
