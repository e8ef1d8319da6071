// SPDX-License-Identifier: EUPL-1.2
#include "store/ledger.h"

#include <atomic>
#include <thread>

#include "store/store_fixture.h"

namespace koers {
namespace {

class LedgerTest : public StoreTest {
 protected:
  [[nodiscard]] Ledger& ledger() { return store().ledger(); }
  [[nodiscard]] std::vector<std::string> shown(const CurrentFilter& filter) {
    std::vector<std::string> found;
    ledger().all_current(filter, [&](const Revision& each) {
      found.push_back(each.id + "@" + std::to_string(each.rev) + (each.body ? "" : " withdrawn"));
      return true;
    });
    return found;
  }
};
KOERS_ON_BOTH_DATABASES(LedgerTest);

TEST_P(LedgerTest, begins_empty) {
  EXPECT_EQ(ledger().head(), LedgerHead{});
  EXPECT_FALSE(ledger().current(Kind::challenge, "one"));
  EXPECT_TRUE(ledger().history(Kind::challenge, "one", 10).empty());
  EXPECT_TRUE(ledger().since(0).empty());
  EXPECT_TRUE(shown({}).empty());
}

TEST_P(LedgerTest, keeps_what_was_appended) {
  const std::vector<Draft> drafts{{Kind::challenge, "one", R"({"a":1})", 0}, {Kind::vision, "one", R"({"b":2})", 0}};
  const WriteContext context{Instant{5'000}, "anna", "decision-7"};
  const auto written = ledger().append(drafts, context);
  ASSERT_TRUE(written) << written.error().message;
  ASSERT_EQ(written->size(), 2U);
  const Revision& first = written->front();
  EXPECT_EQ(first.seq, 1);
  EXPECT_EQ(first.rev, 1);
  EXPECT_EQ(first.at, Instant{5'000});
  EXPECT_EQ(first.actor, "anna");
  EXPECT_EQ(first.decision, "decision-7");
  EXPECT_EQ(first.body, R"({"a":1})");
  EXPECT_EQ(first.previous_hash, kGenesisHash);
  EXPECT_EQ(first.hash, hash_of(first));
  EXPECT_EQ(written->back().previous_hash, first.hash);
  close();
  open();
  EXPECT_EQ(ledger().current(Kind::challenge, "one"), first);
  EXPECT_EQ(ledger().current(Kind::vision, "one"), written->back());
  EXPECT_EQ(ledger().head(), (LedgerHead{2, written->back().hash, Instant{5'000}}));
  EXPECT_EQ(ledger().since(1), std::vector{written->back()});
}

// Fixed on purpose: when this changes, every ledger in the world fails to verify.
TEST(LedgerHashTest, is_the_same_for_ever) {
  const Revision revision{
      1, Kind::challenge, "one", 1, Instant{5'000}, "anna", "decision-7", R"({"a":1})", std::string(kGenesisHash), ""};
  EXPECT_EQ(hash_of(revision), "95ffebee185c5ec26d51fea9a3cb87104b1327763683397ddc83873159d68b54");
}

TEST(LedgerHashTest, differs_when_text_moves_between_fields) {
  Revision a{1, Kind::challenge, "one", 1, Instant{0}, "ab", "c", std::nullopt, "", ""};
  Revision b = a;
  b.actor = "a";
  b.decision = "bc";
  EXPECT_NE(hash_of(a), hash_of(b));
  Revision empty = a;
  empty.body = "";
  EXPECT_NE(hash_of(a), hash_of(empty));
}

TEST_P(LedgerTest, shows_each_document_as_it_was) {
  ASSERT_TRUE(append_one(ledger(), "one", "1", 0, 100));
  ASSERT_TRUE(append_one(ledger(), "one", "2", 1, 200));
  ASSERT_TRUE(append_one(ledger(), "two", "x", 0, 200));
  ASSERT_TRUE(append_one(ledger(), "one", "3", 2, 200));
  ASSERT_TRUE(append_one(ledger(), "one", std::nullopt, 3, 300));
  EXPECT_FALSE(ledger().as_of(Kind::challenge, "one", Instant{99}));
  EXPECT_EQ(ledger().as_of(Kind::challenge, "one", Instant{100})->rev, 1);
  EXPECT_EQ(ledger().as_of(Kind::challenge, "one", Instant{199})->rev, 1);
  EXPECT_EQ(ledger().as_of(Kind::challenge, "one", Instant{200})->rev, 3);
  EXPECT_EQ(ledger().as_of(Kind::challenge, "one", Instant{300})->rev, 4);
  EXPECT_FALSE(ledger().as_of(Kind::challenge, "one", Instant{300})->body);
  EXPECT_EQ(ledger().revision(Kind::challenge, "one", 2)->body, "2");
  EXPECT_FALSE(ledger().revision(Kind::challenge, "one", 5));
  EXPECT_EQ(shown({Instant{150}, {}}), (std::vector<std::string>{"one@1"}));
  EXPECT_EQ(shown({Instant{250}, {}}), (std::vector<std::string>{"one@3", "two@1"}));
  EXPECT_EQ(shown({}), (std::vector<std::string>{"one@4 withdrawn", "two@1"}));
  EXPECT_EQ(shown({{}, Kind::vision}), std::vector<std::string>{});
  EXPECT_EQ(shown({{}, Kind::challenge}).size(), 2U);
}

TEST_P(LedgerTest, gives_history_newest_first_in_pages) {
  for (int rev = 0; rev < 5; ++rev) ASSERT_TRUE(append_one(ledger(), "one", std::to_string(rev + 1), rev));
  const auto revs = [](const std::vector<Revision>& revisions) {
    std::vector<int> found;
    for (const Revision& each : revisions) found.push_back(each.rev);
    return found;
  };
  EXPECT_EQ(revs(ledger().history(Kind::challenge, "one", 2)), (std::vector{5, 4}));
  EXPECT_EQ(revs(ledger().history(Kind::challenge, "one", 2, 4)), (std::vector{3, 2}));
  EXPECT_EQ(revs(ledger().history(Kind::challenge, "one", 9, 2)), (std::vector{1}));
}

TEST_P(LedgerTest, refuses_a_stale_change_and_says_why) {
  ASSERT_TRUE(append_one(ledger(), "one", "1", 0));
  ASSERT_TRUE(append_one(ledger(), "one", "2", 1));
  const auto refused = append_one(ledger(), "one", "3", 1);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::stale);
  EXPECT_EQ(refused.error().message, "challenge/one is at revision 2; the change was based on revision 1.");
  EXPECT_EQ(append_one(ledger(), "one", "3", 7).error().code, ErrorCode::stale);
  EXPECT_EQ(ledger().head().seq, 2);
}

TEST_P(LedgerTest, refuses_what_does_not_fit) {
  ASSERT_TRUE(append_one(ledger(), "one", "1", 0));
  EXPECT_EQ(append_one(ledger(), "one", "1", 0).error().code, ErrorCode::conflict);
  EXPECT_EQ(append_one(ledger(), "two", "1", 3).error().code, ErrorCode::not_found);
  EXPECT_EQ(append_one(ledger(), "two", std::nullopt, 0).error().code, ErrorCode::bad_input);
  EXPECT_EQ(append_one(ledger(), "", "1", 0).error().code, ErrorCode::bad_input);
  EXPECT_EQ(append_one(ledger(), "two", "1", -1).error().code, ErrorCode::bad_input);
  EXPECT_EQ(append_one(ledger(), "two", "\xff", 0).error().code, ErrorCode::bad_input);
  EXPECT_EQ(append_one(ledger(), "two", std::string("a\0b", 3), 0).error().code, ErrorCode::bad_input);
  EXPECT_EQ(append_one(ledger(), "two", std::string((64U << 20U) + 1, 'x'), 0).error().code, ErrorCode::too_large);
  ASSERT_TRUE(append_one(ledger(), "one", std::nullopt, 1));
  EXPECT_EQ(append_one(ledger(), "one", std::nullopt, 2).error().code, ErrorCode::conflict);
  EXPECT_EQ(append_one(ledger(), "one", "1", 0).error().code, ErrorCode::conflict);
  EXPECT_TRUE(append_one(ledger(), "one", "back", 2));
  EXPECT_EQ(ledger().head().seq, 3);
}

TEST_P(LedgerTest, writes_all_or_nothing) {
  ASSERT_TRUE(append_one(ledger(), "one", "1", 0));
  const LedgerHead before = ledger().head();
  const std::vector<Draft> drafts{{Kind::challenge, "two", "1", 0}, {Kind::challenge, "one", "2", 9}};
  EXPECT_EQ(ledger().append(drafts, by("tester", 2000)).error().code, ErrorCode::stale);
  EXPECT_FALSE(ledger().current(Kind::challenge, "two"));
  EXPECT_EQ(ledger().head(), before);
  const std::vector<Draft> twice{{Kind::challenge, "one", "2", 1}, {Kind::challenge, "one", "3", 2}};
  const auto written = ledger().append(twice, by("tester", 2000));
  ASSERT_TRUE(written);
  EXPECT_EQ(written->back().rev, 3);
  EXPECT_TRUE(ledger().append({}, by("tester", 2000))->empty());
}

TEST_P(LedgerTest, never_lets_time_run_backwards) {
  ASSERT_TRUE(append_one(ledger(), "one", "1", 0, 5000));
  const auto later = append_one(ledger(), "one", "2", 1, 4000);
  EXPECT_EQ(later->front().at, Instant{5000});
  EXPECT_EQ(ledger().head().at, Instant{5000});
}

TEST_P(LedgerTest, keeps_any_text_as_it_is) {
  const std::string id = "wijk-\u00e9\u4e2d\U0001f3e1'; DROP TABLE revision; --";
  const std::string body = "{\"html\":\"<script>alert('x')</script> & \\u0000 ? $1 % \u00eb\n\t\"}";
  const auto written = append_one(ledger(), id, body, 0);
  ASSERT_TRUE(written) << written.error().message;
  EXPECT_EQ(ledger().current(Kind::challenge, id)->body, body);
  EXPECT_EQ(ledger().current(Kind::challenge, id)->id, id);
  ASSERT_TRUE(append_one(ledger(), "empty", "", 0));
  EXPECT_EQ(ledger().current(Kind::challenge, "empty")->body, "");
  EXPECT_FALSE(ledger().current(Kind::challenge, "\xff"));
  EXPECT_TRUE(store().verify()->is_whole());
}

TEST_P(LedgerTest, keeps_a_large_body) {
  const std::string body(20'000'000, 'x');
  ASSERT_TRUE(append_one(ledger(), "large", body, 0));
  EXPECT_TRUE(ledger().current(Kind::challenge, "large")->body == body);
}

TEST_P(LedgerTest, lets_one_of_fifty_writers_win) {
  ASSERT_TRUE(append_one(ledger(), "one", "0", 0));
  std::atomic<int> won = 0;
  std::atomic<int> stale = 0;
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 50; ++thread) {
      threads.emplace_back([&, thread] {
        const auto outcome = append_one(ledger(), "one", std::to_string(thread), 1);
        if (outcome) ++won;
        if (!outcome && outcome.error().code == ErrorCode::stale) ++stale;
      });
    }
  }
  EXPECT_EQ(won, 1);
  EXPECT_EQ(stale, 49);
  EXPECT_EQ(ledger().head().seq, 2);
  EXPECT_TRUE(store().verify()->is_whole());
}

TEST_P(LedgerTest, does_not_fork_when_several_programs_write) {
  constexpr int kPrograms = 4;
  constexpr int kEach = 25;
  std::atomic<int> written = 0;
  {
    std::vector<std::jthread> threads;
    for (int program = 0; program < kPrograms; ++program) {
      threads.emplace_back([&, program] {
        auto mine = open_store(url());
        for (int n = 0; mine && n < kEach; ++n) {
          if (append_one((*mine)->ledger(), std::to_string(program) + "-" + std::to_string(n), "1", 0)) ++written;
        }
      });
    }
  }
  EXPECT_EQ(written, kPrograms * kEach);
  EXPECT_EQ(ledger().head().seq, kPrograms * kEach);
  const auto report = store().verify();
  EXPECT_TRUE(report->is_whole());
  EXPECT_EQ(report->revisions_checked, kPrograms * kEach);
}

TEST_P(LedgerTest, walks_one_state_while_others_write) {
  for (int n = 0; n < 10; ++n) ASSERT_TRUE(append_one(ledger(), "d" + std::to_string(n), "1", 0));
  int seen = 0;
  ledger().all_current({}, [&](const Revision& each) {
    EXPECT_EQ(each.rev, 1);
    EXPECT_TRUE(append_one(ledger(), each.id, "2", 1));
    EXPECT_TRUE(append_one(ledger(), "new-" + each.id, "1", 0));
    ++seen;
    return true;
  });
  EXPECT_EQ(seen, 10);
  int first = 0;
  ledger().all_current({}, [&](const Revision&) { return ++first < 3; });
  EXPECT_EQ(first, 3);
}

}  // namespace
}  // namespace koers
