// SPDX-License-Identifier: EUPL-1.2
#include "store/verify.h"

#include "model/record.h"
#include "store/store_fixture.h"

namespace koers {
namespace {

class VerifyTest : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    for (int rev = 0; rev < 10; ++rev) {
      const std::vector<Draft> drafts{{Kind::challenge, "one", "body " + std::to_string(rev), rev}};
      ASSERT_TRUE(store().ledger().append(drafts, {Instant{1000 + rev}, "anna", "decision"}));
      ASSERT_TRUE(store().audit().append({0, Instant{1000 + rev}, "anna", "login", "anna", "allowed", "192.0.2.0/24"}));
    }
  }

  /// What verify finds after `sql` was run past the guards.
  [[nodiscard]] std::string found_after(const std::string& sql) {
    auto connection = raw_unguarded();
    EXPECT_EQ(connection->run(sql), 1) << sql;
    const auto report = store().verify();
    if (!report) return report.error().message;
    if (!report->first_broken) return "whole";
    const BrokenLink& broken = *report->first_broken;
    return broken.chain + " " + std::to_string(broken.seq) + " " + name_of(broken.kind);
  }
};
KOERS_ON_BOTH_DATABASES(VerifyTest);

TEST_P(VerifyTest, finds_nothing_in_a_whole_ledger) {
  std::int64_t last = 0;
  std::int64_t all = 0;
  const auto report = store().verify([&](std::int64_t done, std::int64_t total) { last = done, all = total; });
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->is_whole());
  EXPECT_EQ(report->revisions_checked, 10);
  EXPECT_EQ(report->audit_entries_checked, 10);
  EXPECT_EQ(last, 20);
  EXPECT_EQ(all, 20);
}

TEST_P(VerifyTest, can_be_cancelled) {
  std::stop_source stop;
  stop.request_stop();
  const auto report = store().verify({}, stop.get_token());
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::cancelled);
}

TEST_P(VerifyTest, names_the_revision_whose_column_was_changed) {
  const std::vector<std::pair<std::string, std::string>> changes{{"seq = 99", "ledger 5 sequence_gap"},
                                                                 {"kind = 'vision'", "ledger 5 hash_mismatch"},
                                                                 {"kind = 'nonsense'", "ledger 5 hash_mismatch"},
                                                                 {"id = 'other'", "ledger 5 hash_mismatch"},
                                                                 {"rev = 55", "ledger 5 hash_mismatch"},
                                                                 {"at = at + 1", "ledger 5 hash_mismatch"},
                                                                 {"actor = 'eve'", "ledger 5 hash_mismatch"},
                                                                 {"decision = 'other'", "ledger 5 hash_mismatch"},
                                                                 {"decision = NULL", "ledger 5 hash_mismatch"},
                                                                 {"body = 'body 4 '", "ledger 5 hash_mismatch"},
                                                                 {"body = NULL", "ledger 5 hash_mismatch"},
                                                                 {"previous_hash = hash", "ledger 5 previous_hash_mismatch"},
                                                                 {"hash = previous_hash", "ledger 5 hash_mismatch"}};
  for (const auto& [change, expected] : changes) {
    close();
    TearDown();
    SetUp();
    EXPECT_EQ(found_after("UPDATE revision SET " + change + " WHERE seq = 5"), expected) << change;
  }
}

TEST_P(VerifyTest, names_the_audit_entry_whose_column_was_changed) {
  for (const std::string column : {"actor", "action", "subject", "outcome", "address_prefix"}) {
    close();
    TearDown();
    SetUp();
    EXPECT_EQ(found_after("UPDATE audit_entry SET " + column + " = 'eve' WHERE seq = 4"), "audit 4 hash_mismatch") << column;
  }
}

TEST_P(VerifyTest, sees_a_revision_taken_out) {
  EXPECT_EQ(found_after("DELETE FROM revision WHERE seq = 5"), "ledger 5 sequence_gap");
}
TEST_P(VerifyTest, sees_the_beginning_taken_off) {
  EXPECT_EQ(found_after("DELETE FROM revision WHERE seq = 1"), "ledger 1 sequence_gap");
}
TEST_P(VerifyTest, sees_the_end_cut_off) { EXPECT_EQ(found_after("DELETE FROM revision WHERE seq = 10"), "ledger 10 truncated"); }
TEST_P(VerifyTest, sees_the_end_of_the_audit_trail_cut_off) {
  EXPECT_EQ(found_after("DELETE FROM audit_entry WHERE seq = 10"), "audit 10 truncated");
}
TEST_P(VerifyTest, sees_a_head_put_back) {
  EXPECT_EQ(found_after("UPDATE chain_head SET seq = 9 WHERE chain = 'ledger'"), "ledger 10 head_mismatch");
}
TEST_P(VerifyTest, sees_a_head_taken_away) {
  EXPECT_EQ(found_after("DELETE FROM chain_head WHERE chain = 'ledger'"), "ledger 10 head_mismatch");
}

TEST_P(VerifyTest, sees_a_skipped_revision_that_was_hashed_anew) {
  auto revision = *store().ledger().current(Kind::challenge, "one");
  revision.rev = 12;
  revision.hash = hash_of(revision);
  auto connection = raw_unguarded();
  connection->run("UPDATE revision SET rev = 12, hash = ? WHERE seq = 10", {revision.hash});
  connection->run("UPDATE chain_head SET hash = ? WHERE chain = 'ledger'", {revision.hash});
  const auto report = store().verify();
  ASSERT_TRUE(report->first_broken);
  EXPECT_EQ(report->first_broken->kind, BrokenLinkKind::revision_gap);
  EXPECT_EQ(report->first_broken->seq, 10);
}

TEST_P(VerifyTest, database_itself_refuses_changes) {
  auto connection = raw();
  for (const std::string table : {"revision", "audit_entry"}) {
    EXPECT_THROW(connection->run("UPDATE " + table + " SET actor = 'eve' WHERE seq = 5"), BrokenWorld);
    EXPECT_THROW(connection->run("DELETE FROM " + table + " WHERE seq = 5"), BrokenWorld);
    if (!is_sqlite()) {
      EXPECT_THROW(connection->script("TRUNCATE " + table), BrokenWorld);
    }
  }
  EXPECT_TRUE(store().verify()->is_whole());
}

}  // namespace
}  // namespace koers
