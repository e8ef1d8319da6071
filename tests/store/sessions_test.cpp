// SPDX-License-Identifier: EUPL-1.2
#include "store/sessions.h"

#include <atomic>
#include <thread>

#include "store/store_fixture.h"

namespace koers {
namespace {

class SessionsTest : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    for (const std::string id : {"a1", "a2"}) {
      ASSERT_TRUE(store().accounts().create({Id<Account>(id), "login-" + id, id, "", {}, false, Instant{1}, 0}));
    }
  }
  [[nodiscard]] static Session session(const std::string& token, std::int64_t expires, const std::string& account = "a1") {
    return {token, Id<Account>(account), Instant{10}, Instant{10}, Instant{expires}, "csrf-" + token};
  }
};
KOERS_ON_BOTH_DATABASES(SessionsTest);

TEST_P(SessionsTest, lasts_until_it_expires) {
  const Session made = session("t1", 100);
  ASSERT_TRUE(store().sessions().create(made));
  EXPECT_EQ(store().sessions().find("t1", Instant{99}), made);
  EXPECT_FALSE(store().sessions().find("t1", Instant{100}));
  EXPECT_FALSE(store().sessions().find("t2", Instant{99}));
  EXPECT_EQ(store().sessions().create(made).error().code, ErrorCode::conflict);
  EXPECT_EQ(store().sessions().create(session("t2", 100, "nobody")).error().code, ErrorCode::not_found);
}

TEST_P(SessionsTest, is_touched_once_in_a_while) {
  ASSERT_TRUE(store().sessions().create(session("t1", 10 * kTouchInterval)));
  EXPECT_FALSE(store().sessions().touch("t1", Instant{9 + kTouchInterval}, Instant{20 * kTouchInterval}));
  EXPECT_TRUE(store().sessions().touch("t1", Instant{10 + kTouchInterval}, Instant{20 * kTouchInterval}));
  const auto touched = store().sessions().find("t1", Instant{15 * kTouchInterval});
  ASSERT_TRUE(touched);
  EXPECT_EQ(touched->last_seen, Instant{10 + kTouchInterval});
  EXPECT_EQ(touched->expires, Instant{20 * kTouchInterval});
  EXPECT_FALSE(store().sessions().touch("t1", Instant{30 * kTouchInterval}, Instant{40 * kTouchInterval}));
}

TEST_P(SessionsTest, is_rotated_to_new_secrets) {
  ASSERT_TRUE(store().sessions().create(session("t1", 100)));
  const auto rotated = store().sessions().rotate("t1", "t9", "csrf-9", Instant{50});
  ASSERT_TRUE(rotated);
  EXPECT_EQ(*rotated, (Session{"t9", Id<Account>("a1"), Instant{10}, Instant{50}, Instant{100}, "csrf-9"}));
  EXPECT_FALSE(store().sessions().find("t1", Instant{50}));
  EXPECT_EQ(store().sessions().rotate("t1", "t8", "c", Instant{50}).error().code, ErrorCode::not_found);
  EXPECT_EQ(store().sessions().rotate("t9", "t8", "c", Instant{100}).error().code, ErrorCode::not_found);
}

TEST_P(SessionsTest, ends_alone_together_or_by_age) {
  ASSERT_TRUE(store().sessions().create(session("t1", 100)));
  ASSERT_TRUE(store().sessions().create(session("t2", 200)));
  ASSERT_TRUE(store().sessions().create(session("t3", 300)));
  ASSERT_TRUE(store().sessions().create(session("t4", 300, "a2")));
  EXPECT_EQ(store().sessions().list_of(Id<Account>("a1"), Instant{150}).size(), 2U);
  EXPECT_EQ(store().sessions().purge_expired(Instant{100}), 1);
  EXPECT_TRUE(store().sessions().remove("t2"));
  EXPECT_FALSE(store().sessions().remove("t2"));
  EXPECT_EQ(store().sessions().remove_all_of(Id<Account>("a1")), 1);
  EXPECT_TRUE(store().sessions().find("t4", Instant{150}));
}

TEST_P(SessionsTest, attempts_are_counted_per_window) {
  Attempts& attempts = store().attempts();
  EXPECT_EQ(attempts.count("anna", Instant{1000}, 100), 0);
  EXPECT_EQ(attempts.record("anna", Instant{1000}, 100), 1);
  EXPECT_EQ(attempts.record("anna", Instant{1050}, 100), 2);
  EXPECT_EQ(attempts.record("bert", Instant{1050}, 100), 1);
  EXPECT_EQ(attempts.count("anna", Instant{1099}, 100), 2);
  EXPECT_EQ(attempts.count("anna", Instant{1100}, 100), 0);
  EXPECT_EQ(attempts.record("anna", Instant{1100}, 100), 1);
  attempts.clear("anna");
  EXPECT_EQ(attempts.count("anna", Instant{1100}, 100), 0);
  EXPECT_EQ(attempts.purge(Instant{2000}), 1);
  EXPECT_EQ(attempts.record(std::string("\xff\0", 2), Instant{1}, 100), 1);
}

TEST_P(SessionsTest, setup_token_works_once) {
  SetupTokens& tokens = store().setup_tokens();
  const SetupToken token{"h1", "set_password", Id<Account>("a1"), Instant{1}, Instant{100}, {}};
  ASSERT_TRUE(tokens.create(token));
  ASSERT_TRUE(tokens.create({"h2", "first_administrator", {}, Instant{1}, Instant{100}, {}}));
  EXPECT_EQ(tokens.create(token).error().code, ErrorCode::conflict);
  EXPECT_EQ(tokens.create({"h3", "set_password", Id<Account>("nobody"), Instant{1}, Instant{9}, {}}).error().code,
            ErrorCode::not_found);
  EXPECT_EQ(tokens.find("h1", "set_password", Instant{50}), token);
  EXPECT_FALSE(tokens.find("h1", "first_administrator", Instant{50}));
  EXPECT_EQ(tokens.redeem("h1", "first_administrator", Instant{50}).error().code, ErrorCode::not_found);
  std::atomic<int> won = 0;
  {
    std::vector<std::jthread> threads;
    for (int n = 0; n < 8; ++n) {
      threads.emplace_back([&] { won += tokens.redeem("h1", "set_password", Instant{50}) ? 1 : 0; });
    }
  }
  EXPECT_EQ(won, 1);
  EXPECT_FALSE(tokens.find("h1", "set_password", Instant{50}));
  EXPECT_EQ(tokens.redeem("h1", "set_password", Instant{50}).error().code, ErrorCode::conflict);
  EXPECT_EQ(tokens.redeem("h2", "first_administrator", Instant{100}).error().code, ErrorCode::conflict);
  EXPECT_EQ(tokens.purge(Instant{100}), 2);
}

}  // namespace
}  // namespace koers
