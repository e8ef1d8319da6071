// SPDX-License-Identifier: EUPL-1.2
#include "store/accounts.h"

#include "store/store_fixture.h"

namespace koers {
namespace {

class AccountsTest : public StoreTest {
 protected:
  [[nodiscard]] Accounts& accounts() { return store().accounts(); }
  [[nodiscard]] static Account anna() {
    return {Id<Account>("a1"), "Anna", "Anna de Vries", "$argon2id$x", {Role::officer, Role::controller}, false, Instant{77}, 0};
  }
};
KOERS_ON_BOTH_DATABASES(AccountsTest);

TEST_P(AccountsTest, keeps_an_account) {
  const auto made = accounts().create(anna());
  ASSERT_TRUE(made) << made.error().message;
  Account expected = anna();
  expected.revision = 1;
  EXPECT_EQ(*made, expected);
  EXPECT_EQ(accounts().find(Id<Account>("a1")), expected);
  EXPECT_EQ(accounts().find_by_login("  aNNa "), expected);
  EXPECT_FALSE(accounts().find_by_login("ann"));
  EXPECT_FALSE(accounts().find(Id<Account>("a2")));
  EXPECT_FALSE(accounts().find_by_login("\xff"));
}

TEST_P(AccountsTest, makes_each_login_once_in_any_case) {
  Account first = anna();
  first.login = "Ren\u00c9e";
  ASSERT_TRUE(accounts().create(first));
  Account second = anna();
  second.id = Id<Account>("a2");
  second.login = "REN\u00e9E";
  EXPECT_EQ(accounts().create(second).error().code, ErrorCode::conflict);
  second.login = "other";
  second.id = first.id;
  EXPECT_EQ(accounts().create(second).error().code, ErrorCode::conflict);
  EXPECT_EQ(accounts().list().size(), 1U);
}

TEST_P(AccountsTest, refuses_what_no_account_may_be) {
  Account account = anna();
  account.roles = {Role::resident};
  EXPECT_EQ(accounts().create(account).error().code, ErrorCode::bad_input);
  account = anna();
  account.login = "  ";
  EXPECT_EQ(accounts().create(account).error().code, ErrorCode::bad_input);
  account = anna();
  account.display_name = "\xc3";
  EXPECT_EQ(accounts().create(account).error().code, ErrorCode::bad_input);
  EXPECT_TRUE(accounts().list().empty());
}

TEST_P(AccountsTest, updates_only_what_was_seen) {
  Account account = *accounts().create(anna());
  account.display_name = "Anna Bos";
  account.roles = {Role::administrator};
  account.disabled = true;
  account.created = Instant{1};
  const auto changed = accounts().update(account);
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->revision, 2);
  EXPECT_EQ(changed->created, Instant{77});
  EXPECT_EQ(accounts().find(account.id), *changed);
  EXPECT_EQ(changed->roles, (std::set{Role::administrator}));
  EXPECT_EQ(accounts().update(account).error().code, ErrorCode::stale);
  account.id = Id<Account>("nobody");
  EXPECT_EQ(accounts().update(account).error().code, ErrorCode::not_found);
}

TEST_P(AccountsTest, does_not_take_the_login_of_another) {
  Account first = *accounts().create(anna());
  Account second = anna();
  second.id = Id<Account>("a2");
  second.login = "bert";
  second.roles = {};
  second = *accounts().create(second);
  second.login = "ANNA";
  EXPECT_EQ(accounts().update(second).error().code, ErrorCode::conflict);
  first.login = "ANNA";
  EXPECT_TRUE(accounts().update(first));
  const auto all = accounts().list();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].login, "ANNA");
  EXPECT_EQ(all[1].login, "bert");
  EXPECT_TRUE(all[1].roles.empty());
}

TEST(FoldLoginTest, lowers_accented_letters_too) {
  EXPECT_EQ(fold_login(" \tJan.De-Vries_9 "), "jan.de-vries_9");
  EXPECT_EQ(fold_login("\u00c0\u00d6\u00d8\u00de"), "\u00e0\u00f6\u00f8\u00fe");
  EXPECT_EQ(fold_login("\u00d7\u00f7\u00df\u00ff"), "\u00d7\u00f7\u00df\u00ff");
  EXPECT_EQ(fold_login("\u0100\u0132\u0139\u013f\u0147\u014a\u0176\u017d"), "\u0101\u0133\u013a\u0140\u0148\u014b\u0177\u017e");
  EXPECT_EQ(fold_login("\u0101\u0138\u0149\u017f\u4e2d"), "\u0101\u0138\u0149\u017f\u4e2d");
  EXPECT_EQ(fold_login("  "), "");
  EXPECT_EQ(fold_login("A\xc3"), "a\xc3");
}

}  // namespace
}  // namespace koers
