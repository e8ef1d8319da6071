// SPDX-License-Identifier: EUPL-1.2
// Accounts: inviting people, their roles, their passwords. Every change is in the audit trail.
#pragma once
#include "app/log_in.h"

namespace koers {

inline constexpr std::int64_t kInvitationLife = 7 * 24 * kHour;
inline constexpr std::int64_t kFirstLinkLife = 24 * kHour;

struct NewPerson {
  std::string login;
  std::string display_name;
  std::set<Role> roles;
};

struct Invitation {
  Account account;
  std::string token;  ///< secret, for the one-time link; shown once
  Instant expires;
};

struct PersonChange {
  std::optional<std::string> display_name;
  std::optional<std::set<Role>> roles;
  std::optional<bool> disabled;
};

/// Somebody without a password yet. `actor`: id of who does it, or `command line`. `bad_input`, `conflict` (login).
[[nodiscard]] Result<Invitation> invite(Store& store, const NewPerson& person, std::string_view actor, Instant now);

/// A one-time link to make the first administrator; none when there is one who can log in.
[[nodiscard]] std::optional<std::string> first_administrator_token(Store& store, Instant now);

/// With the token of an invitation or of the first start: sets the password (and for the first start makes the account) and logs
/// in. An invitation is for one login name and keeps the names that came with it, so that no guest takes a colleague's.
/// `forbidden` for a token that is not good, `conflict` for another login name.
[[nodiscard]] Result<NewSession> redeem(Store& store, std::string_view token, const NewPerson& person, std::string_view password,
                                        const Client& client);

/// `stale`, `not_found`; `conflict` when it would leave nobody who can administer. Ends the sessions of who is disabled.
[[nodiscard]] Result<Account> change_person(Store& store, const Id<Account>& id, const PersonChange& change, int based_on,
                                            std::string_view actor, Instant now);

/// Ends all sessions of the account and begins a new one. `unauthenticated`: the old password is wrong; `too_many_requests`.
[[nodiscard]] Result<NewSession> change_password(Store& store, const Id<Account>& id, std::string_view old_password,
                                                 std::string_view new_password, const Client& client);

}  // namespace koers
