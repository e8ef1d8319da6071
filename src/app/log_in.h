// SPDX-License-Identifier: EUPL-1.2
// Logging in and out with a local account. A single sign-on (OIDC) ends in the same place: `begin_session`.
#pragma once
#include "model/permissions.h"
#include "store/store.h"

namespace koers {

inline constexpr std::int64_t kMinute = 60'000'000;  // microseconds
inline constexpr std::int64_t kHour = 60 * kMinute;
inline constexpr std::int64_t kIdleLimit = kHour;           ///< a session that nobody uses ends
inline constexpr std::int64_t kAbsoluteLimit = 12 * kHour;  ///< and so does one that everybody uses
inline constexpr std::int64_t kDeviceLife = 180 * 24 * kHour;

// Failed tries before an answer is refused, per quarter of an hour. Never per account alone from everywhere: then anybody could
// lock anybody out. What a stranger's tries use up is not what a device uses on which the owner has logged in before.
inline constexpr std::int64_t kAttemptWindow = 15 * kMinute;
inline constexpr std::int64_t kTriesPerLoginAndAddress = 8;
inline constexpr std::int64_t kTriesPerAddress = 40;
inline constexpr std::int64_t kTriesPerLoginByStrangers = 100;
inline constexpr std::int64_t kTriesPerLoginAndDevice = 8;

inline constexpr std::size_t kMinPasswordLength = 12;
inline constexpr std::size_t kMaxPasswordLength = 1000;

struct Client {
  std::string address;                ///< kept only as a salted hash, and for a quarter of an hour
  std::optional<std::string> device;  ///< secret from an earlier log-in on this device
  Instant now;
};

/// Secrets for the client; the database holds hashes only.
struct NewSession {
  Account account;
  std::string token;
  std::string csrf_token;
  std::string device_token;
  Instant expires;
};

/// Who is asking. Nobody logged in: role `resident` and no account.
struct Visitor {
  Roles roles{Role::resident};
  std::optional<Account> account;
  std::string csrf_token;
  Instant expires;
};

/// `unauthenticated` for a wrong name, password or disabled account alike; `too_many_requests`.
[[nodiscard]] Result<NewSession> log_in(Store& store, std::string_view login, std::string_view password, const Client& client);
[[nodiscard]] NewSession begin_session(Store& store, const Account& account, const Client& client);

/// A token that is unknown, expired or of a disabled account gives a resident.
[[nodiscard]] Visitor visitor_of(Store& store, const std::optional<std::string>& token, Instant now);

void log_out(Store& store, std::string_view token, Instant now);

/// What a form must send back: made from the session's secret, so that nothing more has to be kept.
[[nodiscard]] std::string csrf_token_of(std::string_view session_token);

void record_audit(Store& store, Instant now, std::string_view actor, std::string_view action, std::string_view subject,
                  std::string_view outcome);

}  // namespace koers
