// SPDX-License-Identifier: EUPL-1.2
#include "app/log_in.h"

#include <algorithm>

#include "store/password.h"
#include "store/token.h"

namespace koers {
namespace {

constexpr std::string_view kDevicePurpose = "device";

/// The brakes that hold for one try: a key to count by, and how many it may reach.
struct Brake {
  std::string key;
  std::int64_t limit;
};

bool is_known_device(Store& store, const std::optional<Account>& account, const Client& client) {
  if (!account || !client.device) return false;
  const auto token = store.setup_tokens().find(hash_token(*client.device), kDevicePurpose, client.now);
  return token && token->account == account->id;
}

std::vector<Brake> brakes_of(Store& store, std::string_view login, const std::optional<Account>& account, const Client& client) {
  const std::string name = hash_token("login:" + fold_login(login));
  if (is_known_device(store, account, client)) {
    return {{"device:" + hash_token(*client.device) + name, kTriesPerLoginAndDevice}};
  }
  const std::string address = hash_token("address:" + client.address);
  return {{"pair:" + name + address, kTriesPerLoginAndAddress},
          {"address:" + address, kTriesPerAddress},
          {"strangers:" + name, kTriesPerLoginByStrangers}};
}

bool is_held_back(const std::vector<Brake>& brakes, const Attempts& attempts, Instant now) {
  return std::any_of(brakes.begin(), brakes.end(),
                     [&](const Brake& brake) { return attempts.count(brake.key, now, kAttemptWindow) >= brake.limit; });
}

void rehash_if_needed(Store& store, const Account& account, std::string_view password) {
  if (!needs_rehash(account.password_hash)) return;
  Account changed = account;
  changed.password_hash = hash_password(password);
  // Somebody else changed the account first: then the next log-in tries again.
  static_cast<void>(store.accounts().update(changed));
}

}  // namespace

void record_audit(Store& store, Instant now, std::string_view actor, std::string_view action, std::string_view subject,
                  std::string_view outcome) {
  const auto written =
      store.audit().append({0, now, std::string(actor), std::string(action), std::string(subject), std::string(outcome), {}});
  if (!written) throw BrokenWorld("the audit trail refused an entry: " + written.error().message);
}

std::string csrf_token_of(std::string_view session_token) { return hash_token("csrf:" + std::string(session_token)); }

Result<NewSession> log_in(Store& store, std::string_view login, std::string_view password, const Client& client) {
  const auto account = store.accounts().find_by_login(login);
  const auto brakes = brakes_of(store, login, account, client);
  if (is_held_back(brakes, store.attempts(), client.now)) {
    return failure(ErrorCode::too_many_requests, "Too many tries. Please wait a quarter of an hour.");
  }
  const std::string hash = account ? account->password_hash : "";
  const bool right = verify_password(hash, password.substr(0, kMaxPasswordLength)) && account && !account->disabled;
  if (!right) {
    for (const Brake& brake : brakes) store.attempts().record(brake.key, client.now, kAttemptWindow);
    record_audit(store, client.now, account ? account->id.str() : "unknown", "log_in", account ? account->id.str() : "",
                 "refused");
    return failure(ErrorCode::unauthenticated, "The login name or the password is not right.");
  }
  for (const Brake& brake : brakes) {
    if (brake.limit != kTriesPerAddress) store.attempts().clear(brake.key);
  }
  rehash_if_needed(store, *account, password);
  record_audit(store, client.now, account->id.str(), "log_in", account->id.str(), "allowed");
  return begin_session(store, *account, client);
}

NewSession begin_session(Store& store, const Account& account, const Client& client) {
  NewSession session{account, random_token(), {}, random_token(), {client.now.microseconds + kIdleLimit}};
  session.csrf_token = csrf_token_of(session.token);
  const auto made = store.sessions().create(
      {hash_token(session.token), account.id, client.now, client.now, session.expires, hash_token(session.csrf_token)});
  if (!made) throw BrokenWorld("a session could not be made: " + made.error().message);
  const auto device = store.setup_tokens().create({hash_token(session.device_token),
                                                   std::string(kDevicePurpose),
                                                   account.id,
                                                   client.now,
                                                   {client.now.microseconds + kDeviceLife},
                                                   {}});
  if (!device) throw BrokenWorld("a device could not be remembered: " + device.error().message);
  return session;
}

Visitor visitor_of(Store& store, const std::optional<std::string>& token, Instant now) {
  Visitor visitor;
  if (!token) return visitor;
  const std::string hash = hash_token(*token);
  const auto session = store.sessions().find(hash, now);
  if (!session) return visitor;
  if (now.microseconds - session->created.microseconds >= kAbsoluteLimit) {
    store.sessions().remove(hash);
    return visitor;
  }
  auto account = store.accounts().find(session->account);
  if (!account || account->disabled) return visitor;
  visitor.expires = {std::min(now.microseconds + kIdleLimit, session->created.microseconds + kAbsoluteLimit)};
  try {
    store.sessions().touch(hash, now, visitor.expires);
  } catch (const BrokenWorld&) {
    visitor.expires = session->expires;  // a full disk must not stand in the way of reading
  }
  visitor.roles.insert(account->roles.begin(), account->roles.end());
  visitor.csrf_token = csrf_token_of(*token);
  visitor.account = std::move(*account);
  return visitor;
}

void log_out(Store& store, std::string_view token, Instant now) {
  const std::string hash = hash_token(token);
  const auto session = store.sessions().find(hash, now);
  if (session) record_audit(store, now, session->account.str(), "log_out", session->account.str(), "allowed");
  store.sessions().remove(hash);
}

}  // namespace koers
