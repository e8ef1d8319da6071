// SPDX-License-Identifier: EUPL-1.2
// Logging in, people, rights, the audit trail.
#include <charconv>

#include "app/people.h"
#include "http/api.h"
#include "http/cookie.h"

namespace koers::http {
namespace {

struct LogInRequest {
  std::string login_name;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(LogInRequest, (), (login_name, password))

struct SetUpRequest {
  std::string token;
  std::string login_name;
  std::string display_name;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(SetUpRequest, (), (token, login_name, display_name, password))

struct PasswordRequest {
  std::string old_password;
  std::string new_password;
};
BOOST_DESCRIBE_STRUCT(PasswordRequest, (), (old_password, new_password))

struct InviteRequest {
  std::string login_name;
  std::string display_name;
  std::vector<Role> roles;
};
BOOST_DESCRIBE_STRUCT(InviteRequest, (), (login_name, display_name, roles))

struct ChangeRequest {
  std::optional<std::string> display_name;
  std::optional<std::vector<Role>> roles;
  std::optional<bool> disabled;
};
BOOST_DESCRIBE_STRUCT(ChangeRequest, (), (display_name, roles, disabled))

struct AccountView {
  std::string id;
  std::string login_name;
  std::string display_name;
  std::vector<Role> roles;
  bool disabled = false;
  bool pending = false;
  Instant created_at;
  int revision = 0;
};
BOOST_DESCRIBE_STRUCT(AccountView, (), (id, login_name, display_name, roles, disabled, pending, created_at, revision))

struct AccountList {
  std::vector<AccountView> items;
};
BOOST_DESCRIBE_STRUCT(AccountList, (), (items))

struct OwnAccount {
  std::string id;
  std::string login_name;
  std::string display_name;
};
BOOST_DESCRIBE_STRUCT(OwnAccount, (), (id, login_name, display_name))

struct SessionView {
  std::optional<OwnAccount> account;
  std::vector<Role> roles;
  std::vector<std::string> permissions;
  std::optional<std::string> csrf_token;
  std::optional<Instant> expires_at;
};
BOOST_DESCRIBE_STRUCT(SessionView, (), (account, roles, permissions, csrf_token, expires_at))

struct InvitationView {
  AccountView account;
  std::string setup_path;
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(InvitationView, (), (account, setup_path, expires_at))

struct AuditView {
  std::int64_t sequence = 0;
  Instant at;
  std::string actor;
  std::string action;
  std::string subject;
  std::string outcome;
};
BOOST_DESCRIBE_STRUCT(AuditView, (), (sequence, at, actor, action, subject, outcome))

struct AuditPage {
  std::vector<AuditView> items;
  std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(AuditPage, (), (items, next_cursor))

struct PermissionRow {
  Role role{};
  Action action{};
  std::string kind;
  std::vector<std::string> states;
};
BOOST_DESCRIBE_STRUCT(PermissionRow, (), (role, action, kind, states))

struct PermissionTable {
  std::vector<PermissionRow> rows;
};
BOOST_DESCRIBE_STRUCT(PermissionTable, (), (rows))

template <Record R>
std::string wire(const R& record) {
  return to_json_text(record, KeyStyle::camel);
}

std::vector<Role> list_of(const std::set<Role>& roles) { return {roles.begin(), roles.end()}; }

AccountView view_of(const Account& account) {
  return {account.id.str(),       account.login,    account.display_name,
          list_of(account.roles), account.disabled, account.password_hash.empty(),
          account.created,        account.revision};
}

/// `edit effort`, or the action alone when it holds for every kind.
std::vector<std::string> permissions_of(const Roles& roles) {
  std::set<std::string> names;
  for (const Permission& row : all_permissions()) {
    if (!roles.contains(row.role)) continue;
    std::string name = name_of(row.action);
    if (row.kind) name += std::string(" ") + name_of(*row.kind);
    names.insert(std::move(name));
  }
  return {names.begin(), names.end()};
}

SessionView view_of(const Visitor& visitor) {
  SessionView view{{}, list_of(visitor.roles), permissions_of(visitor.roles), {}, {}};
  if (!visitor.account) return view;
  view.account = OwnAccount{visitor.account->id.str(), visitor.account->login, visitor.account->display_name};
  view.csrf_token = visitor.csrf_token;
  view.expires_at = visitor.expires;
  return view;
}

std::string cookie_header(const char* name, const std::string& value, const Request& request, std::chrono::seconds life) {
  Cookie cookie;
  cookie.name = name;
  cookie.value = value;
  cookie.max_age = life;
  cookie.secure = request.is_secure;  // on plain HTTP a browser would drop it, and nobody could log in on an inner network
  cookie.same_site = SameSite::strict;
  return to_header(cookie);
}

constexpr std::chrono::seconds seconds_of(std::int64_t microseconds) { return std::chrono::seconds(microseconds / 1'000'000); }

}  // namespace

void Api::add_account_routes(Router& router) {
  add(router, Method::post, "/api/v1/sessions", "log-in", Action::read_public, Cost::worker, &Api::log_in);
  add(router, Method::get, "/api/v1/sessions/current", "get-session", Action::read_public, Cost::inline_, &Api::get_session);
  add(router, Method::delete_, "/api/v1/sessions/current", "log-out", Action::read_own_account, Cost::worker, &Api::log_out);
  add(router, Method::post, "/api/v1/setups", "set-up", Action::read_public, Cost::worker, &Api::set_up);
  add(router, Method::post, "/api/v1/passwords", "change-password", Action::read_own_account, Cost::worker,
      &Api::change_password);
  add(router, Method::get, "/api/v1/accounts", "list-accounts", Action::administer_accounts, Cost::worker, &Api::list_accounts);
  add(router, Method::post, "/api/v1/accounts", "create-account", Action::administer_accounts, Cost::worker,
      &Api::create_account);
  add(router, Method::patch, "/api/v1/accounts/{id}", "change-account", Action::administer_accounts, Cost::worker,
      &Api::change_account);
  add(router, Method::get, "/api/v1/audit-entries", "list-audit-entries", Action::read_audit, Cost::worker,
      &Api::list_audit_entries);
  add(router, Method::get, "/api/v1/permissions", "get-permissions", Action::read_public, Cost::inline_, &Api::get_permissions);
}

Response Api::logged_in(const Request& request, const NewSession& session, int status) {
  Visitor visitor;
  visitor.roles.insert(session.account.roles.begin(), session.account.roles.end());
  visitor.account = session.account;
  visitor.csrf_token = session.csrf_token;
  visitor.expires = session.expires;
  auto response = status == 204 ? no_content() : json(status, wire(view_of(visitor)));
  response.headers.add("Set-Cookie", cookie_header(kSessionCookie, session.token, request, seconds_of(kAbsoluteLimit)));
  response.headers.add("Set-Cookie", cookie_header(kDeviceCookie, session.device_token, request, seconds_of(kDeviceLife)));
  return response;
}

Response Api::log_in(const Request& request, const PathParameters&) {
  const auto wish = body_as<LogInRequest>(request);
  if (!wish) return problem(wish.error());
  // A session that was there before ends: nobody goes on in one that somebody else may have planted.
  if (const auto old = request.cookie(kSessionCookie)) koers::log_out(workspace_.store(), *old, clock_());
  const auto session = koers::log_in(workspace_.store(), wish->login_name, wish->password, client(request));
  return session ? logged_in(request, *session, 201) : problem(session.error());
}

Response Api::get_session(const Request& request, const PathParameters&) {
  return json(200, wire(view_of(visitor(request)))).with("Cache-Control", "private, no-store");
}

Response Api::log_out(const Request& request, const PathParameters&) {
  koers::log_out(workspace_.store(), request.cookie(kSessionCookie).value_or(""), clock_());
  auto response = no_content();
  response.headers.add("Set-Cookie", cookie_header(kSessionCookie, "", request, std::chrono::seconds(0)));
  return response;
}

Response Api::set_up(const Request& request, const PathParameters&) {
  const auto wish = body_as<SetUpRequest>(request);
  if (!wish) return problem(wish.error());
  const auto session =
      redeem(workspace_.store(), wish->token, {wish->login_name, wish->display_name, {}}, wish->password, client(request));
  return session ? logged_in(request, *session, 201) : problem(session.error());
}

Response Api::change_password(const Request& request, const PathParameters&) {
  const auto wish = body_as<PasswordRequest>(request);
  if (!wish) return problem(wish.error());
  const auto session = koers::change_password(workspace_.store(), visitor(request).account->id, wish->old_password,
                                              wish->new_password, client(request));
  return session ? logged_in(request, *session, 204) : problem(session.error());
}

Response Api::list_accounts(const Request&, const PathParameters&) {
  AccountList list;
  for (const Account& account : workspace_.store().accounts().list()) list.items.push_back(view_of(account));
  return json(200, wire(list));
}

Response Api::create_account(const Request& request, const PathParameters&) {
  const auto wish = body_as<InviteRequest>(request);
  if (!wish) return problem(wish.error());
  const auto invitation =
      invite(workspace_.store(), {wish->login_name, wish->display_name, {wish->roles.begin(), wish->roles.end()}},
             visitor(request).account->id.str(), clock_());
  if (!invitation) return problem(invitation.error());
  return json(201, wire(InvitationView{view_of(invitation->account), "/welkom#" + invitation->token, invitation->expires}));
}

Response Api::change_account(const Request& request, const PathParameters& parameters) {
  const auto wish = body_as<ChangeRequest>(request);
  if (!wish) return problem(wish.error());
  const auto tags = if_match_tags(request);
  if (tags.empty()) return problem(ErrorCode::precondition_needed, "Name the revision that your change is based on in If-Match.");
  int based_on = 0;
  std::from_chars(tags.front().data(), tags.front().data() + tags.front().size(), based_on);
  PersonChange change{wish->display_name, {}, wish->disabled};
  if (wish->roles) change.roles.emplace(wish->roles->begin(), wish->roles->end());
  const auto changed = change_person(workspace_.store(), Id<Account>(parameters.at("id")), change, based_on,
                                     visitor(request).account->id.str(), clock_());
  if (!changed) return problem(changed.error());
  return json(200, wire(view_of(*changed))).with_etag(std::to_string(changed->revision));
}

Response Api::list_audit_entries(const Request& request, const PathParameters&) {
  const auto limit = query_number(request, "limit", 50, 1, 200);
  if (!limit) return problem(limit.error());
  const auto cursor = query_number(request, "cursor", 0, 0, 2'000'000'000);
  if (!cursor) return problem(cursor.error());
  AuditPage page;
  const auto entries =
      workspace_.store().audit().list({}, *limit, *cursor == 0 ? std::nullopt : std::optional<std::int64_t>(*cursor));
  for (const AuditEntry& each : entries)
    page.items.push_back({each.seq, each.at, each.actor, each.action, each.subject, each.outcome});
  if (static_cast<int>(entries.size()) == *limit && entries.back().seq > 1) page.next_cursor = std::to_string(entries.back().seq);
  return json(200, wire(page));
}

Response Api::get_permissions(const Request&, const PathParameters&) {
  PermissionTable table;
  for (const Permission& row : all_permissions()) {
    PermissionRow view{row.role, row.action, row.kind ? name_of(*row.kind) : "", {}};
    for (const auto state : row.states) view.states.emplace_back(state);
    table.rows.push_back(std::move(view));
  }
  return json(200, wire(table)).with_content_etag();
}

}  // namespace koers::http
