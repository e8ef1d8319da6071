// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/strong_id.h"
#include "model/role.h"

namespace koers {

class Database;

/// Somebody who can log in. Never deleted, because the ledger names accounts; disabled instead.
struct Account {
  Id<Account> id;     ///< chosen by the caller
  std::string login;  ///< as typed when made; unique without regard to case
  std::string display_name;
  std::string password_hash;  ///< opaque, see store/password.h; empty: no password set, nobody can log in with one
  std::set<Role> roles;       ///< never `resident`
  bool disabled = false;
  Instant created;
  int revision = 0;  ///< 1 when made, one more with each update
  bool operator==(const Account&) const = default;
};

/// The form in which logins are compared: surrounding spaces off, ASCII and accented Latin letters in lower case.
[[nodiscard]] std::string fold_login(std::string_view login);

/// May be used from several threads at once. All functions throw BrokenWorld when the database fails.
class Accounts {
 public:
  explicit Accounts(Database& database) : database_(&database) {}

  /// Ignores `revision`. `conflict` when the id or the login exists; `bad_input`: empty id or login, role `resident`.
  [[nodiscard]] Result<Account> create(const Account& account);
  /// Writes all fields but `created`, if `account.revision` is still the current one. `stale`, `not_found`, `conflict` (login).
  [[nodiscard]] Result<Account> update(const Account& account);
  [[nodiscard]] std::optional<Account> find(const Id<Account>& id) const;
  [[nodiscard]] std::optional<Account> find_by_login(std::string_view login) const;
  /// In the order in which they were made.
  [[nodiscard]] std::vector<Account> list() const;

 private:
  Database* database_;
};

}  // namespace koers
