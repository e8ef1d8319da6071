// SPDX-License-Identifier: EUPL-1.2
#include "app/people.h"

#include <algorithm>

#include "base/utf8.h"
#include "store/password.h"
#include "store/token.h"

namespace koers {
namespace {

constexpr std::string_view kFirstPurpose = "first_administrator";
constexpr std::string_view kInvitePurpose = "invitation";
constexpr std::size_t kMinLoginLength = 3;
constexpr std::size_t kMaxNameLength = 200;

std::unexpected<Error> bad_field(std::string path, std::string found, std::string expected) {
  Fault fault{"field", {}, std::move(path), std::move(found), std::move(expected)};
  std::string message = to_string(fault);
  return failure(ErrorCode::bad_input, std::move(message), {std::move(fault)});
}

bool is_plain(std::string_view text) { return !first_invalid_utf8(text) && !first_control_character(text); }

Result<void> require_person(const NewPerson& person) {
  if (person.login.size() < kMinLoginLength || person.login.size() > kMaxNameLength || !is_plain(person.login)) {
    return bad_field("loginName", in_quotes(person.login), "3 to 200 characters");
  }
  if (person.display_name.empty() || person.display_name.size() > kMaxNameLength || !is_plain(person.display_name)) {
    return bad_field("displayName", in_quotes(person.display_name), "1 to 200 characters");
  }
  if (person.roles.contains(Role::resident)) return bad_field("roles", "resident", "a role that needs an account");
  return {};
}

Result<void> require_password(std::string_view password) {
  if (password.size() >= kMinPasswordLength && password.size() <= kMaxPasswordLength && !first_invalid_utf8(password)) return {};
  return bad_field("password", std::to_string(password.size()) + " characters", "12 to 1000");
}

bool can_administer(const Account& account) {
  return account.roles.contains(Role::administrator) && !account.disabled && !account.password_hash.empty();
}

bool somebody_else_administers(Store& store, const Id<Account>& except) {
  const auto accounts = store.accounts().list();
  return std::any_of(accounts.begin(), accounts.end(),
                     [&](const Account& each) { return each.id != except && can_administer(each); });
}

/// Ids of accounts stand in the ledger for ever: they say nothing about the person.
Id<Account> new_account_id() { return Id<Account>("a" + hash_token(random_token()).substr(0, 16)); }

Result<Account> make_account(Store& store, const NewPerson& person, std::string_view actor, Instant now) {
  if (auto good = require_person(person); !good) return std::unexpected(good.error());
  auto made = store.accounts().create({new_account_id(), person.login, person.display_name, "", person.roles, false, now, 0});
  if (made) record_audit(store, now, actor, "create_account", made->id.str(), "allowed");
  return made;
}

std::string new_token(Store& store, std::string_view purpose, std::optional<Id<Account>> account, Instant now, Instant expires) {
  std::string token = random_token();
  const auto made = store.setup_tokens().create({hash_token(token), std::string(purpose), std::move(account), now, expires, {}});
  if (!made) throw BrokenWorld("a one-time link could not be made: " + made.error().message);
  return token;
}

Result<Account> set_password(Store& store, Account account, std::string_view password) {
  account.password_hash = hash_password(password);
  return store.accounts().update(account);
}

/// Asked before a link is used up, so that choosing another name is all it takes.
Result<void> require_free_login(Store& store, const std::string& login) {
  if (!store.accounts().find_by_login(login)) return {};
  return failure(ErrorCode::conflict, "The login name `" + login + "` is taken.");
}

Result<Account> account_for_token(Store& store, const std::string& hash, const NewPerson& person, Instant now) {
  if (const auto invited = store.setup_tokens().find(hash, kInvitePurpose, now); invited && invited->account) {
    const auto guest = store.accounts().find(*invited->account);
    if (guest && person.login != guest->login) {
      return failure(ErrorCode::conflict, "This invitation is for the login name `" + guest->login + "`.");
    }
    const auto used = store.setup_tokens().redeem(hash, kInvitePurpose, now);
    if (!used) return std::unexpected(used.error());
    auto account = store.accounts().find(*invited->account);
    if (!account || account->disabled) return failure(ErrorCode::forbidden, "This account has been closed.");
    return *account;
  }
  // Every start without an administrator prints a link; once somebody administers, none of them works any more.
  const bool is_first = store.setup_tokens().find(hash, kFirstPurpose, now) && !somebody_else_administers(store, Id<Account>());
  if (is_first) {
    if (auto free = require_free_login(store, person.login); !free) return std::unexpected(free.error());
  }
  if (!is_first || !store.setup_tokens().redeem(hash, kFirstPurpose, now)) {
    return failure(ErrorCode::forbidden, "This link has been used or is too old. Ask for a new one.");
  }
  NewPerson first = person;
  first.roles = {Role::administrator, Role::officer, Role::programme_manager, Role::clerk};
  return make_account(store, first, "first start", now);
}

}  // namespace

Result<Invitation> invite(Store& store, const NewPerson& person, std::string_view actor, Instant now) {
  auto account = make_account(store, person, actor, now);
  if (!account) return std::unexpected(account.error());
  const Instant expires{now.microseconds + kInvitationLife};
  std::string token = new_token(store, kInvitePurpose, account->id, now, expires);
  return Invitation{std::move(*account), std::move(token), expires};
}

std::optional<std::string> first_administrator_token(Store& store, Instant now) {
  if (somebody_else_administers(store, Id<Account>())) return std::nullopt;
  return new_token(store, kFirstPurpose, std::nullopt, now, {now.microseconds + kFirstLinkLife});
}

Result<NewSession> redeem(Store& store, std::string_view token, const NewPerson& person, std::string_view password,
                          const Client& client) {
  if (auto good = require_password(password); !good) return std::unexpected(good.error());
  if (auto good = require_person(person); !good) return std::unexpected(good.error());
  auto account = account_for_token(store, hash_token(token), person, client.now);
  if (!account) return std::unexpected(account.error());
  auto ready = set_password(store, std::move(*account), password);
  if (!ready) return std::unexpected(ready.error());
  record_audit(store, client.now, ready->id.str(), "set_password", ready->id.str(), "allowed");
  return begin_session(store, *ready, client);
}

Result<Account> change_person(Store& store, const Id<Account>& id, const PersonChange& change, int based_on,
                              std::string_view actor, Instant now) {
  auto account = store.accounts().find(id);
  if (!account) return failure(ErrorCode::not_found, "There is no such account.");
  const bool administered = can_administer(*account);
  account->revision = based_on;
  if (change.display_name) account->display_name = *change.display_name;
  if (change.roles) account->roles = *change.roles;
  if (change.disabled) account->disabled = *change.disabled;
  if (auto good = require_person({account->login, account->display_name, account->roles}); !good)
    return std::unexpected(good.error());
  if (administered && !can_administer(*account) && !somebody_else_administers(store, id)) {
    return failure(ErrorCode::conflict, "Then nobody could administer Koers any more; make somebody else administrator first.");
  }
  auto changed = store.accounts().update(*account);
  if (!changed) return changed;
  if (changed->disabled) store.sessions().remove_all_of(id);
  record_audit(store, now, actor, change.roles ? "change_roles" : "change_account", id.str(), "allowed");
  return changed;
}

Result<NewSession> change_password(Store& store, const Id<Account>& id, std::string_view old_password,
                                   std::string_view new_password, const Client& client) {
  if (auto good = require_password(new_password); !good) return std::unexpected(good.error());
  auto account = store.accounts().find(id);
  if (!account) return failure(ErrorCode::not_found, "There is no such account.");
  const auto known = log_in(store, account->login, old_password, client);
  if (!known) return std::unexpected(known.error());
  auto changed = set_password(store, *store.accounts().find(id), new_password);
  if (!changed) return std::unexpected(changed.error());
  store.sessions().remove_all_of(id);
  record_audit(store, client.now, id.str(), "set_password", id.str(), "allowed");
  return begin_session(store, *changed, client);
}

}  // namespace koers
