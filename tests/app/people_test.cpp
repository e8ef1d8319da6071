// SPDX-License-Identifier: EUPL-1.2
#include "app/people.h"

#include "app/city_fixture.h"

namespace koers::test {
namespace {

constexpr const char* kPassword = "een lang wachtwoord";

class PeopleTest : public EmptyStoreTest {
 protected:
  [[nodiscard]] Client client() const { return {"192.0.2.1", {}, now_}; }
  Result<NewSession> redeem_as(const std::string& token, const std::string& login) {
    return redeem(store(), token, {login, "Persoon " + login, {}}, kPassword, client());
  }
  Account first_administrator() {
    const auto token = first_administrator_token(store(), now_);
    const auto session = redeem_as(token.value(), "beheer");
    EXPECT_TRUE(session);
    return store().accounts().find_by_login("beheer").value();
  }
  Account invited(const std::string& login, std::set<Role> roles) {
    const auto invitation = invite(store(), {login, "Persoon " + login, std::move(roles)}, "test", now_);
    EXPECT_TRUE(redeem_as(invitation.value().token, login));
    return store().accounts().find_by_login(login).value();
  }
  Result<Account> change(const Account& account, const PersonChange& wish) {
    return change_person(store(), account.id, wish, account.revision, "test", now_);
  }
  [[nodiscard]] std::vector<std::string> audited() {
    std::vector<std::string> actions;
    for (const AuditEntry& each : store().audit().list({}, 100)) actions.push_back(each.action);
    return actions;
  }
};

TEST_F(PeopleTest, TheFirstLinkMakesAnAdministrator) {
  const Account account = first_administrator();
  EXPECT_TRUE(account.roles.contains(Role::administrator));
  EXPECT_TRUE(log_in(store(), "beheer", kPassword, client()));
}

TEST_F(PeopleTest, TheFirstLinkWorksOnce) {
  const auto token = first_administrator_token(store(), now_);
  ASSERT_TRUE(redeem_as(*token, "beheer"));
  const auto again = redeem_as(*token, "indringer");
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, ErrorCode::forbidden);
}

TEST_F(PeopleTest, WhenSomebodyAdministersThereIsNoFirstLink) {
  first_administrator();
  EXPECT_FALSE(first_administrator_token(store(), now_));
}

TEST_F(PeopleTest, AFirstLinkOfAnEarlierStartIsDeadOnceSomebodyAdministers) {
  const auto earlier = first_administrator_token(store(), now_);  // printed by a start before this one
  first_administrator();
  const auto intruder = redeem_as(earlier.value(), "indringer");
  ASSERT_FALSE(intruder) << "a second administrator was made with an old link";
  EXPECT_EQ(intruder.error().code, ErrorCode::forbidden);
}

TEST_F(PeopleTest, TheFirstLinkIsTooOldAfterADay) {
  const auto token = first_administrator_token(store(), now_);
  now_ = later(now_, kFirstLinkLife);
  EXPECT_FALSE(redeem_as(*token, "beheer"));
}

TEST_F(PeopleTest, AnInvitationGivesTheRolesThatItNamesAndNoOthers) {
  first_administrator();
  const Account anna = invited("anna", {Role::officer});
  EXPECT_EQ(anna.roles, std::set<Role>{Role::officer});
}

TEST_F(PeopleTest, AnInvitationWorksOnceAndForAWeek) {
  const auto one = invite(store(), {"anna", "Anna", {Role::officer}}, "test", now_);
  const auto two = invite(store(), {"boris", "Boris", {Role::officer}}, "test", now_);
  ASSERT_TRUE(one && two);
  EXPECT_TRUE(redeem_as(one->token, "anna"));
  EXPECT_FALSE(redeem_as(one->token, "anna"));
  now_ = later(now_, kInvitationLife);
  EXPECT_FALSE(redeem_as(two->token, "boris"));
}

TEST_F(PeopleTest, AnInvitationIsForOneLoginNameAndIsNotUsedUpByAnother) {
  invited("boris", {Role::officer});
  const auto anna = invite(store(), {"anna", "Anna", {Role::officer}}, "test", now_);
  for (const char* other : {"boris", "anna2"}) {
    const auto taken = redeem_as(anna.value().token, other);
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().code, ErrorCode::conflict);
  }
  EXPECT_TRUE(redeem_as(anna->token, "anna"));
}

TEST_F(PeopleTest, AGuestCannotTakeTheNameOfAColleague) {
  const auto anna = invite(store(), {"anna", "Anna", {Role::officer}}, "test", now_);
  ASSERT_TRUE(redeem(store(), anna.value().token, {"anna", "Persoon boris", {}}, kPassword, client()));
  EXPECT_EQ(store().accounts().find_by_login("anna")->display_name, "Anna");
}

TEST_F(PeopleTest, AnInvitationIsNotUsedUpByAPasswordThatIsTooShort) {
  const auto anna = invite(store(), {"anna", "Anna", {Role::officer}}, "test", now_);
  EXPECT_FALSE(redeem(store(), anna.value().token, {"anna", "Anna", {}}, "kort", client()));
  EXPECT_TRUE(redeem_as(anna->token, "anna"));
}

TEST_F(PeopleTest, WhoHasNotChosenAPasswordCannotLogIn) {
  ASSERT_TRUE(invite(store(), {"anna", "Anna", {Role::officer}}, "test", now_));
  EXPECT_FALSE(log_in(store(), "anna", "", client()));
}

TEST_F(PeopleTest, ALoginNameIsGivenOnce) {
  ASSERT_TRUE(invite(store(), {"anna", "Anna", {Role::officer}}, "test", now_));
  EXPECT_EQ(invite(store(), {"Anna", "Een ander", {Role::officer}}, "test", now_).error().code, ErrorCode::conflict);
}

TEST_F(PeopleTest, NobodyIsMadeResident) {
  EXPECT_EQ(invite(store(), {"anna", "Anna", {Role::resident}}, "test", now_).error().code, ErrorCode::bad_input);
}

TEST_F(PeopleTest, TheLastAdministratorCannotLoseThatRole) {
  const Account last = first_administrator();
  EXPECT_EQ(change(last, {{}, std::set{Role::officer}, {}}).error().code, ErrorCode::conflict);
  EXPECT_EQ(change(last, {{}, {}, true}).error().code, ErrorCode::conflict);
}

TEST_F(PeopleTest, AnInvitedAdministratorWithoutPasswordDoesNotCount) {
  const Account last = first_administrator();
  ASSERT_TRUE(invite(store(), {"tweede", "Tweede", {Role::administrator}}, "test", now_));
  EXPECT_EQ(change(last, {{}, {}, true}).error().code, ErrorCode::conflict);
}

TEST_F(PeopleTest, WithASecondAdministratorTheFirstMayGo) {
  const Account first = first_administrator();
  invited("tweede", {Role::administrator});
  EXPECT_TRUE(change(first, {{}, {}, true}));
}

TEST_F(PeopleTest, OthersMayChangeWhileNobodyAdministersYet) {
  const auto anna = invite(store(), {"anna", "Anna", {Role::officer}}, "test", now_);
  const auto changed = change(anna.value().account, {{}, std::set{Role::clerk}, {}});
  EXPECT_TRUE(changed) << changed.error().message;
}

TEST_F(PeopleTest, DisablingEndsTheSessionsOfThatPerson) {
  first_administrator();
  const Account anna = invited("anna", {Role::officer});
  const auto session = log_in(store(), "anna", kPassword, client());
  ASSERT_TRUE(change(anna, {{}, {}, true}));
  EXPECT_FALSE(visitor_of(store(), session->token, now_).account);
  EXPECT_TRUE(store().sessions().list_of(anna.id, now_).empty());
}

TEST_F(PeopleTest, ARoleThatIsTakenAwayIsGoneAtOnce) {
  first_administrator();
  const Account anna = invited("anna", {Role::officer, Role::clerk});
  const auto session = log_in(store(), "anna", kPassword, client());
  ASSERT_TRUE(change(anna, {{}, std::set{Role::clerk}, {}}));
  EXPECT_EQ(visitor_of(store(), session->token, now_).roles, (Roles{Role::resident, Role::clerk}));
}

TEST_F(PeopleTest, AChangeBasedOnAnOlderRevisionIsStale) {
  first_administrator();
  const Account anna = invited("anna", {Role::officer});
  ASSERT_TRUE(change(anna, {"Anna de Wit", {}, {}}));
  EXPECT_EQ(change(anna, {"Anna de Zwart", {}, {}}).error().code, ErrorCode::stale);
}

TEST_F(PeopleTest, ANewPasswordEndsTheOtherSessionsAndReplacesTheOld) {
  const Account anna = invited("anna", {Role::officer});
  const auto before = log_in(store(), "anna", kPassword, client());
  const auto after = change_password(store(), anna.id, kPassword, "een ander lang wachtwoord", client());
  ASSERT_TRUE(after) << after.error().message;
  EXPECT_FALSE(visitor_of(store(), before->token, now_).account);
  EXPECT_TRUE(visitor_of(store(), after->token, now_).account);
  EXPECT_FALSE(log_in(store(), "anna", kPassword, client()));
  EXPECT_TRUE(log_in(store(), "anna", "een ander lang wachtwoord", client()));
}

TEST_F(PeopleTest, ANewPasswordNeedsTheOldOne) {
  const Account anna = invited("anna", {Role::officer});
  EXPECT_EQ(change_password(store(), anna.id, "fout", "een ander lang wachtwoord", client()).error().code,
            ErrorCode::unauthenticated);
}

TEST_F(PeopleTest, EveryChangeIsInTheAuditTrail) {
  const Account administrator = first_administrator();
  const Account anna = invited("anna", {Role::officer});
  ASSERT_TRUE(change(anna, {{}, std::set{Role::clerk}, {}}));
  EXPECT_EQ(audited(),
            (std::vector<std::string>{"change_roles", "set_password", "create_account", "set_password", "create_account"}));
  EXPECT_EQ(store().audit().list({}, 1).front().subject, anna.id.str());
}

}  // namespace
}  // namespace koers::test
