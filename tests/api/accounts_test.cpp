// SPDX-License-Identifier: EUPL-1.2
#include <sys/resource.h>

#include <csignal>

#include "api/api_fixture.h"
#include "store/password.h"

namespace koers::test {
namespace {

using nlohmann::json;

constexpr const char* kPassword = "een lang wachtwoord";

class AccountsApiTest : public ApiTest {
 protected:
  explicit AccountsApiTest(std::vector<std::string> proxies = {}) : ApiTest(std::move(proxies)) {
    Account anna = served_.account_of(Role::officer);
    anna.login = "anna";
    anna.password_hash = hash_password(kPassword);
    EXPECT_TRUE(served_.store().accounts().update(anna));
  }
  [[nodiscard]] Reply log_in(const std::string& password, const HeaderList& headers = {}) const {
    return anonymous().send("POST", kApi + "/sessions", json{{"loginName", "anna"}, {"password", password}}.dump(), headers);
  }
  static std::string cookie_of(const Reply& reply, const std::string& name) {
    for (const std::string& each : reply.all("set-cookie")) {
      if (each.starts_with(name + '=')) return each;
    }
    return "";
  }
};

class BehindAProxy : public AccountsApiTest {
 protected:
  BehindAProxy() : AccountsApiTest({"127.0.0.1"}) {}
};

void expect_guarded(const std::string& cookie) {
  EXPECT_NE(cookie.find("HttpOnly"), std::string::npos) << cookie;
  EXPECT_NE(cookie.find("SameSite=Strict"), std::string::npos) << cookie;
  EXPECT_NE(cookie.find("Path=/"), std::string::npos) << cookie;
  EXPECT_EQ(cookie.find("Domain"), std::string::npos) << cookie;
}

TEST_F(AccountsApiTest, LoggingInSetsGuardedCookies) {
  const Reply reply = log_in(kPassword);
  ASSERT_EQ(reply.status, 201) << reply.body;
  expect_guarded(cookie_of(reply, "koers-session"));
  expect_guarded(cookie_of(reply, "koers-device"));
  EXPECT_EQ(reply.json()["account"]["loginName"], "anna");
  EXPECT_EQ(cookie_of(reply, "koers-session").find("Secure"), std::string::npos) << "on plain HTTP nobody could log in";
}

TEST_F(AccountsApiTest, AStrangerCannotPretendThatTheLineIsSafe) {
  EXPECT_EQ(cookie_of(log_in(kPassword, {{"X-Forwarded-Proto", "https"}}), "koers-session").find("Secure"), std::string::npos);
}

TEST_F(BehindAProxy, OverTlsTheCookiesAreSecure) {
  const Reply reply = log_in(kPassword, {{"X-Forwarded-Proto", "https"}, {"X-Forwarded-For", "192.0.2.7"}});
  ASSERT_EQ(reply.status, 201);
  EXPECT_NE(cookie_of(reply, "koers-session").find("Secure"), std::string::npos);
  EXPECT_NE(cookie_of(reply, "koers-device").find("Secure"), std::string::npos);
}

TEST_F(BehindAProxy, GuessingAtOneAddressDoesNotHoldBackAnother) {
  Reply last;
  for (int i = 0; i <= kTriesPerLoginAndAddress; ++i) last = log_in("fout", {{"X-Forwarded-For", "192.0.2.66"}});
  EXPECT_EQ(last.status, 429);
  EXPECT_EQ(log_in(kPassword, {{"X-Forwarded-For", "192.0.2.66"}}).status, 429);
  EXPECT_EQ(log_in(kPassword, {{"X-Forwarded-For", "192.0.2.7"}}).status, 201);
}

TEST_F(AccountsApiTest, ASessionCanBeUsedAndEnded) {
  const Reply reply = log_in(kPassword);
  const std::string cookie = cookie_of(reply, "koers-session");
  const std::string token = cookie.substr(14, cookie.find(';') - 14);
  Client client = anonymous();
  client.use_session(token, reply.json()["csrfToken"]);
  EXPECT_EQ(client.get(kApi + "/sessions/current").json()["account"]["displayName"], "Persoon officer");
  EXPECT_EQ(client.send("DELETE", kApi + "/sessions/current").status, 204);
  EXPECT_FALSE(client.get(kApi + "/sessions/current").json().contains("account"));
}

TEST_F(AccountsApiTest, LoggingInEndsTheSessionThatWasThere) {
  Client planted = logged_in(Role::clerk);
  const NewSession before = begin_session(served_.store(), served_.account_of(Role::clerk), {"192.0.2.1", {}, served_.now()});
  ASSERT_EQ(log_in(kPassword, {{"Cookie", "koers-session=" + before.token}}).status, 403)
      << "a session was there: its token is asked";
  ASSERT_EQ(log_in(kPassword, {{"Cookie", "koers-session=" + before.token}, {"X-CSRF-Token", before.csrf_token}}).status, 201);
  EXPECT_FALSE(visitor_of(served_.store(), before.token, served_.now()).account);
}

TEST_F(AccountsApiTest, AWrongPasswordIsRefusedWithoutACookie) {
  const Reply reply = log_in("fout");
  EXPECT_EQ(reply.status, 401);
  EXPECT_TRUE(reply.all("set-cookie").empty());
}

TEST_F(AccountsApiTest, AnAdministratorInvitesAndTheInvitedChoosesAPassword) {
  Client administrator = logged_in(Role::administrator);
  const json wish{{"loginName", "boris"}, {"displayName", "Boris"}, {"roles", {"clerk"}}};
  const Reply made = administrator.send("POST", kApi + "/accounts", wish.dump());
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_TRUE(made.json()["account"]["pending"]);
  const std::string path = made.json()["setupPath"];
  const json setup{
      {"token", path.substr(path.find('#') + 1)}, {"loginName", "boris"}, {"displayName", "Boris"}, {"password", kPassword}};
  const Reply set = anonymous().send("POST", kApi + "/setups", setup.dump());
  ASSERT_EQ(set.status, 201) << set.body;
  EXPECT_EQ(set.json()["roles"], (json{"resident", "clerk"}));
  EXPECT_EQ(anonymous().send("POST", kApi + "/setups", setup.dump()).status, 403);
}

TEST_F(AccountsApiTest, WhatAdministratorsDoIsInTheAuditTrail) {
  Client administrator = logged_in(Role::administrator);
  static_cast<void>(log_in("fout"));
  const Account anna = *served_.store().accounts().find_by_login("anna");
  const std::string path = kApi + "/accounts/" + anna.id.str();
  EXPECT_EQ(administrator.send("PATCH", path, R"({"roles":["clerk"]})").status, 428);
  EXPECT_EQ(administrator.send("PATCH", path, R"({"roles":["clerk"]})", {{"If-Match", "\"77\""}}).status, 412);
  const std::string tag = '"' + std::to_string(anna.revision) + '"';
  EXPECT_EQ(administrator.send("PATCH", path, R"({"roles":["clerk"]})", {{"If-Match", tag}}).status, 200);
  const json items = administrator.get(kApi + "/audit-entries").json()["items"];
  EXPECT_EQ(items[0]["action"], "change_roles");
  EXPECT_EQ(items[0]["actor"], "a-administrator");
  EXPECT_EQ(items[1]["action"], "log_in");
  EXPECT_EQ(items[1]["outcome"], "refused");
}

TEST_F(AccountsApiTest, TheAuditTrailIsWalkedOnce) {
  for (int i = 0; i < 23; ++i) record_audit(served_.store(), served_.now(), "test", "log_in", std::to_string(i), "allowed");
  Client administrator = logged_in(Role::administrator);
  std::vector<std::string> subjects;
  std::string cursor = "0";
  while (!cursor.empty()) {
    const json page = administrator.get(kApi + "/audit-entries?limit=5&cursor=" + cursor).json();
    for (const auto& item : page["items"]) subjects.push_back(item["subject"]);
    cursor = page.value("nextCursor", "");
  }
  ASSERT_EQ(subjects.size(), 23U);
  EXPECT_EQ(subjects.front(), "22");
  EXPECT_EQ(subjects.back(), "0");
}

TEST_F(AccountsApiTest, ASessionEndsWhenTheClockSaysSo) {
  Client client = logged_in(Role::administrator);
  EXPECT_EQ(client.get(kApi + "/accounts").status, 200);
  served_.advance(2 * kHour);
  EXPECT_EQ(client.get(kApi + "/accounts").status, 401);
}

/// While it lives no file of this process can grow past a little, as on a full disk; SQLite's shared index (32 KiB) still fits.
class FullDisk {
 public:
  FullDisk() {
    std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit little{40UL * 1024, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &little);
  }
  ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  rlimit before_{};
};

TEST_F(AccountsApiTest, OnAFullDiskReadingGoesOnAlsoForWhoIsLoggedIn) {
  Client client = logged_in(Role::officer);
  auto body = client.get(kEntree).json()["body"];
  const std::string tag = client.get(kEntree).header("etag");
  body["owner"] = "Projectbureau";
  served_.advance(5 * kMinute);  // time to note that the session is in use
  Reply read;
  Reply written;
  {
    const FullDisk full;
    read = client.get(kEntree);
    written = client.send("PUT", kEntree, body.dump(), {{"If-Match", tag}});
  }
  EXPECT_EQ(read.status, 200) << read.body;
  EXPECT_EQ(written.status, 503) << written.body;
  EXPECT_EQ(written.header("content-type"), "application/problem+json");
  EXPECT_EQ(client.send("PUT", kEntree, body.dump(), {{"If-Match", tag}}).status, 200)
      << "with room on the disk writing works again";
}

}  // namespace
}  // namespace koers::test
