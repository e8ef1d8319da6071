// SPDX-License-Identifier: EUPL-1.2
// All routes by all roles: what the permission table says, and nothing else.
#include "api/api_fixture.h"

namespace koers::test {
namespace {

using http::Method;
using http::Route;

bool writes(const Route& route) { return route.method != Method::get; }

/// What the table says about this route for the example that is asked for.
bool is_allowed(const Route& route, const Roles& roles) {
  const auto action = enum_from<Action>(route.permission).value();
  const bool of_document = route.pattern.find("/documents/") != std::string::npos && writes(route);
  return of_document ? may(roles, action, Kind::effort, "running") : may_somewhere(roles, action);
}

std::string name_of_call(const Route& route) { return std::string(http::to_string(route.method)) + ' ' + route.pattern; }

/// A call that changes nothing if it gets through: an empty body, based on a revision that is not there.
Reply call(Client& client, const Route& route, const HeaderList& more = {}) {
  HeaderList headers = more;
  if (writes(route)) headers.emplace_back("If-Match", "\"999\"");
  const bool has_body = writes(route) && route.method != Method::delete_;
  return client.send(std::string(http::to_string(route.method)), example_path(route), has_body ? "{}" : "", headers);
}

class RightsTest : public ApiTest {};

TEST_F(RightsTest, EveryRouteNamesAnActionOfTheTable) {
  EXPECT_GE(served_.routes().size(), 35U);
  for (const auto& route : served_.routes()) EXPECT_TRUE(enum_from<Action>(route->permission)) << name_of_call(*route);
}

TEST_F(RightsTest, NobodyLoggedInMayDoWhatAResidentMayAndIsAskedToLogInForTheRest) {
  for (const auto& route : served_.routes()) {
    Client client = anonymous();
    const int status = call(client, *route).status;
    ASSERT_NE(status, 0) << name_of_call(*route);
    if (is_allowed(*route, {Role::resident})) {
      EXPECT_TRUE(status != 401 && status != 403) << name_of_call(*route) << ' ' << status;
    } else {
      EXPECT_EQ(status, 401) << name_of_call(*route);
    }
  }
}

TEST_F(RightsTest, EveryRoleMayDoExactlyWhatTheTableSays) {
  for (const Role role : roles_with_account()) {
    for (const auto& route : served_.routes()) {
      Client client = logged_in(role);
      const int status = call(client, *route).status;
      const std::string what = std::string(name_of(role)) + ' ' + name_of_call(*route) + ' ' + std::to_string(status);
      if (is_allowed(*route, {Role::resident, role})) {
        EXPECT_TRUE(status != 0 && status != 401 && status != 403) << what;
      } else {
        EXPECT_EQ(status, 403) << what;
      }
      EXPECT_LT(status, 500) << what;
    }
  }
}

TEST_F(RightsTest, NothingOfTheWalkChangedTheCity) {
  const auto head = served_.store().ledger().head();
  for (const Role role : roles_with_account()) {
    for (const auto& route : served_.routes()) {
      Client client = logged_in(role);
      static_cast<void>(call(client, *route));
    }
  }
  EXPECT_EQ(served_.store().ledger().head(), head);
}

/// Somebody who may do this, if anybody with an account may.
Role somebody_who_may(const Route& route) {
  for (const Role role : roles_with_account()) {
    if (is_allowed(route, {Role::resident, role})) return role;
  }
  return Role::administrator;
}

TEST_F(RightsTest, NoWriteComesFromAPageOfAnotherSite) {
  for (const auto& route : served_.routes()) {
    if (!writes(*route)) continue;
    for (const char* site : {"cross-site", "same-site"}) {
      Client client = logged_in(somebody_who_may(*route));
      EXPECT_EQ(call(client, *route, {{"Sec-Fetch-Site", site}}).status, 403) << name_of_call(*route) << ' ' << site;
    }
    Client client = logged_in(somebody_who_may(*route));
    EXPECT_NE(call(client, *route, {{"Sec-Fetch-Site", "same-origin"}}).status, 403) << name_of_call(*route);
  }
}

TEST_F(RightsTest, NobodyIsLoggedInFromAPageOfAnotherSite) {
  for (const char* path : {"/sessions", "/setups"}) {
    Client client = anonymous();
    EXPECT_EQ(client.send("POST", kApi + path, "{}", {{"Sec-Fetch-Site", "cross-site"}}).status, 403) << path;
  }
}

TEST_F(RightsTest, NoWriteGoesWithoutTheTokenOfTheSession) {
  const Client other = logged_in(Role::officer);
  for (const auto& route : served_.routes()) {
    if (!writes(*route)) continue;
    for (const char* token : {"", "verzonnen"}) {
      const NewSession session =
          begin_session(served_.store(), served_.account_of(somebody_who_may(*route)), {"192.0.2.1", {}, served_.now()});
      Client client(served_.port());
      client.use_session(session.token, token);
      EXPECT_EQ(call(client, *route).status, 403) << name_of_call(*route);
    }
  }
}

TEST_F(RightsTest, AWriteThatIsNoJsonIsRefused) {
  Client client = logged_in(Role::officer);
  const Reply reply =
      client.send("PUT", kEntree, "owner=x", {{"If-Match", "\"1\""}, {"Content-Type", "application/x-www-form-urlencoded"}});
  EXPECT_EQ(reply.status, 415);
}

TEST_F(RightsTest, AnUploadBySomebodyWhoMayNotIsRefusedBeforeItIsRead) {
  Client client = logged_in(Role::officer);
  const Reply reply = client.send("POST", kApi + "/imports", std::string(8UL << 20U, ' '));
  EXPECT_EQ(reply.status, 403);
}

TEST_F(RightsTest, ASessionOfSomebodyWhoWasDisabledIsWorthNothing) {
  Client client = logged_in(Role::administrator);
  EXPECT_EQ(client.get(kApi + "/accounts").status, 200);
  Account account = served_.account_of(Role::administrator);
  account.disabled = true;
  ASSERT_TRUE(served_.store().accounts().update(account));
  EXPECT_EQ(client.get(kApi + "/accounts").status, 401);
}

}  // namespace
}  // namespace koers::test
