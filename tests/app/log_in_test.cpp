// SPDX-License-Identifier: EUPL-1.2
#include "app/log_in.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "app/city_fixture.h"
#include "store/password.h"

namespace koers::test {
namespace {

constexpr const char* kPassword = "een lang wachtwoord van Anna";

class LogInTest : public EmptyStoreTest {
 protected:
  LogInTest() { anna_ = make("anna"); }
  Account make(const std::string& login) {
    static const std::string kHash = hash_password(kPassword);  // dear, so made once
    const auto made =
        store().accounts().create({Id<Account>("a-" + login), login, "Persoon " + login, kHash, {Role::officer}, false, now_, 0});
    EXPECT_TRUE(made);
    return *made;
  }
  [[nodiscard]] Client from(const std::string& address, std::optional<std::string> device = {}) const {
    return {address, std::move(device), now_};
  }
  Result<NewSession> right(const Client& client) { return log_in(store(), "anna", kPassword, client); }
  /// Fails in the cheap way: the throttle does not look at how the password is wrong.
  ErrorCode wrong(const Client& client, const std::string& login = "anna") {
    return log_in(store(), login, "fout", client).error().code;
  }
  void guess(int times, const std::string& address) {
    for (int i = 0; i < times; ++i) static_cast<void>(wrong(from(address)));
  }
  /// As if `times` guesses were made, each from an address of its own, without the cost of hashing.
  void guess_from_everywhere(int times) {
    for (int i = 0; i < times; ++i)
      static_cast<void>(wrong(from("198.51." + std::to_string(i / 250) + '.' + std::to_string(i % 250))));
  }
  Account anna_;
};

TEST_F(LogInTest, TheRightPasswordOpensASession) {
  const auto session = right(from("192.0.2.1"));
  ASSERT_TRUE(session);
  const Visitor visitor = visitor_of(store(), session->token, now_);
  ASSERT_TRUE(visitor.account);
  EXPECT_EQ(visitor.account->id, anna_.id);
  EXPECT_EQ(visitor.roles, (Roles{Role::resident, Role::officer}));
  EXPECT_EQ(visitor.csrf_token, session->csrf_token);
}

TEST_F(LogInTest, ALoginNameIsTheSameInCapitals) { EXPECT_TRUE(log_in(store(), " ANNA ", kPassword, from("192.0.2.1"))); }

TEST_F(LogInTest, AWrongNameAndAWrongPasswordSoundTheSame) {
  const auto a = log_in(store(), "anna", "fout", from("192.0.2.1"));
  const auto b = log_in(store(), "niemand", "fout", from("192.0.2.2"));
  ASSERT_TRUE(!a && !b);
  EXPECT_EQ(a.error().code, ErrorCode::unauthenticated);
  EXPECT_EQ(a.error().message, b.error().message);
}

TEST_F(LogInTest, ADisabledAccountSoundsLikeAWrongPassword) {
  const auto before = right(from("192.0.2.1"));
  ASSERT_TRUE(before);
  anna_.disabled = true;
  ASSERT_TRUE(store().accounts().update(anna_));
  EXPECT_EQ(right(from("192.0.2.1")).error().code, ErrorCode::unauthenticated);
  EXPECT_FALSE(visitor_of(store(), before->token, now_).account) << "the session lives on";
}

TEST_F(LogInTest, GuessingFromOneAddressIsHeldBack) {
  guess(static_cast<int>(kTriesPerLoginAndAddress), "192.0.2.66");
  EXPECT_EQ(wrong(from("192.0.2.66")), ErrorCode::too_many_requests);
  EXPECT_EQ(right(from("192.0.2.66")).error().code, ErrorCode::too_many_requests);
}

TEST_F(LogInTest, AnAttackerAtOneAddressDoesNotLockOutTheOwnerAtAnother) {
  guess(200, "192.0.2.66");
  EXPECT_TRUE(right(from("192.0.2.1")));
}

TEST_F(LogInTest, AnAttackerAtTheSameAddressDoesNotLockOutAKnownDevice) {
  const auto before = right(from("192.0.2.1"));
  ASSERT_TRUE(before);
  guess(200, "192.0.2.1");
  EXPECT_EQ(right(from("192.0.2.1")).error().code, ErrorCode::too_many_requests);
  EXPECT_TRUE(right(from("192.0.2.1", before->device_token)));
}

TEST_F(LogInTest, AnAttackFromEverywhereDoesNotLockOutAKnownDevice) {
  const auto before = right(from("192.0.2.1"));
  ASSERT_TRUE(before);
  guess_from_everywhere(static_cast<int>(kTriesPerLoginByStrangers));
  EXPECT_EQ(wrong(from("203.0.113.9")), ErrorCode::too_many_requests) << "the attack itself is not held back";
  EXPECT_TRUE(right(from("192.0.2.1", before->device_token)));
}

TEST_F(LogInTest, ADeviceThatSomebodyElseKnowsIsNoHelpForAnotherAccount) {
  make("boris");
  const auto boris = log_in(store(), "boris", kPassword, from("192.0.2.66"));
  ASSERT_TRUE(boris);
  for (int i = 0; i < kTriesPerLoginAndAddress; ++i) static_cast<void>(wrong(from("192.0.2.66", boris->device_token)));
  EXPECT_EQ(wrong(from("192.0.2.66", boris->device_token)), ErrorCode::too_many_requests);
}

TEST_F(LogInTest, GuessingOnAKnownDeviceIsHeldBackToo) {
  const auto before = right(from("192.0.2.1"));
  ASSERT_TRUE(before);
  for (int i = 0; i < kTriesPerLoginAndDevice; ++i) static_cast<void>(wrong(from("192.0.2.1", before->device_token)));
  EXPECT_EQ(right(from("192.0.2.1", before->device_token)).error().code, ErrorCode::too_many_requests);
}

TEST_F(LogInTest, GuessingManyNamesFromOneAddressIsHeldBack) {
  for (int i = 0; i < kTriesPerAddress; ++i) static_cast<void>(wrong(from("192.0.2.66"), "naam" + std::to_string(i)));
  EXPECT_EQ(wrong(from("192.0.2.66"), "nog-een"), ErrorCode::too_many_requests);
}

TEST_F(LogInTest, TheBrakeLetsGoAfterAQuarterOfAnHour) {
  guess(static_cast<int>(kTriesPerLoginAndAddress), "192.0.2.66");
  now_ = later(now_, kAttemptWindow);
  EXPECT_TRUE(right(from("192.0.2.66")));
}

TEST_F(LogInTest, ASessionThatNobodyUsesEndsAfterAnHour) {
  const auto session = right(from("192.0.2.1"));
  ASSERT_TRUE(session);
  EXPECT_TRUE(visitor_of(store(), session->token, later(now_, kIdleLimit - 1)).account);
  EXPECT_FALSE(visitor_of(store(), session->token, later(now_, 2 * kIdleLimit)).account);
}

TEST_F(LogInTest, ASessionInUseEndsAfterTwelveHours) {
  const auto session = right(from("192.0.2.1"));
  ASSERT_TRUE(session);
  for (std::int64_t at = 0; at < kAbsoluteLimit; at += kIdleLimit / 2) {
    ASSERT_TRUE(visitor_of(store(), session->token, later(now_, at)).account) << at / kMinute << " minutes";
  }
  EXPECT_FALSE(visitor_of(store(), session->token, later(now_, kAbsoluteLimit)).account);
}

TEST_F(LogInTest, LoggingOutEndsThatSessionOnly) {
  const auto one = right(from("192.0.2.1"));
  const auto two = right(from("192.0.2.1"));
  ASSERT_TRUE(one && two);
  log_out(store(), one->token, now_);
  EXPECT_FALSE(visitor_of(store(), one->token, now_).account);
  EXPECT_TRUE(visitor_of(store(), two->token, now_).account);
}

TEST_F(LogInTest, AnUnknownTokenIsAResident) {
  const Visitor visitor = visitor_of(store(), "verzonnen", now_);
  EXPECT_FALSE(visitor.account);
  EXPECT_EQ(visitor.roles, Roles{Role::resident});
  EXPECT_TRUE(visitor.csrf_token.empty());
}

TEST_F(LogInTest, EverySessionHasACsrfTokenOfItsOwn) {
  const auto one = right(from("192.0.2.1"));
  const auto two = right(from("192.0.2.1"));
  ASSERT_TRUE(one && two);
  EXPECT_NE(one->csrf_token, two->csrf_token);
  EXPECT_NE(one->csrf_token, one->token);
  EXPECT_EQ(csrf_token_of(one->token), one->csrf_token);
}

/// Every value of every table, one after the other.
std::string everything_in(const std::string& file) {
  SQLite::Database database(file, SQLite::OPEN_READONLY);
  std::string all;
  SQLite::Statement tables(database, "SELECT name FROM sqlite_master WHERE type = 'table'");
  while (tables.executeStep()) {
    SQLite::Statement rows(database, "SELECT * FROM \"" + tables.getColumn(0).getString() + '"');
    while (rows.executeStep()) {
      for (int i = 0; i < rows.getColumnCount(); ++i) all += rows.getColumn(i).getString() + '\n';
    }
  }
  return all;
}

TEST_F(LogInTest, TheDatabaseHoldsNoSecretAndNoAddress) {
  const auto session = right(from("192.0.2.1"));
  static_cast<void>(wrong(from("203.0.113.77")));
  ASSERT_TRUE(session);
  const std::string all = everything_in((folder_ / "city.db").string());
  ASSERT_NE(all.find("a-anna"), std::string::npos);
  const std::array<std::string, 6> secrets{session->token, session->csrf_token, session->device_token,
                                           kPassword,      "192.0.2.1",         "203.0.113.77"};
  for (const std::string& secret : secrets) EXPECT_EQ(all.find(secret), std::string::npos) << secret;
}

TEST_F(LogInTest, EveryTryIsInTheAuditTrail) {
  static_cast<void>(wrong(from("192.0.2.1")));
  ASSERT_TRUE(right(from("192.0.2.1")));
  const auto entries = store().audit().list({}, 10);
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0].outcome, "allowed");
  EXPECT_EQ(entries[1].outcome, "refused");
  EXPECT_EQ(entries[1].subject, "a-anna");
  EXPECT_TRUE(store().verify()->is_whole());
}

}  // namespace
}  // namespace koers::test
