// SPDX-License-Identifier: EUPL-1.2
#include "store/store_fixture.h"

namespace koers {
namespace {

class PostgresFaultTest : public StoreTest {
 protected:
  /// Ends every other connection to the server.
  void cut_connections() const {
    (void)raw()
        ->query(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
            "WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'")
        ->next();
  }
};
INSTANTIATE_TEST_SUITE_P(Postgres, PostgresFaultTest, testing::Values(SchemaDialect::postgres));

TEST_P(PostgresFaultTest, lost_connection_is_reported_once_and_made_again) {
  ASSERT_TRUE(append_one(store().ledger(), "one", "1", 0));
  ASSERT_EQ(store().ledger().head().seq, 1);
  cut_connections();
  EXPECT_THROW((void)append_one(store().ledger(), "one", "2", 1), BrokenWorld);
  EXPECT_EQ(store().ledger().head().seq, 1);
  EXPECT_TRUE(append_one(store().ledger(), "one", "2", 1));
  cut_connections();
  EXPECT_THROW((void)store().ledger().head(), BrokenWorld);
  EXPECT_EQ(store().ledger().head().seq, 2);
  cut_connections();
  EXPECT_THROW(store().ledger().all_current({}, [](const Revision&) { return true; }), BrokenWorld);
  EXPECT_TRUE(store().verify()->is_whole());
}

TEST_P(PostgresFaultTest, connection_lost_during_commit_leaves_it_in_doubt) {
  ASSERT_TRUE(append_one(store().ledger(), "one", "1", 0));
  raw()->script(
      "CREATE FUNCTION end_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); "
      "PERFORM pg_sleep(5); RETURN NULL; END $$;"
      "CREATE CONSTRAINT TRIGGER ends_at_commit AFTER INSERT ON revision DEFERRABLE INITIALLY DEFERRED FOR EACH ROW "
      "EXECUTE FUNCTION end_it()");
  EXPECT_THROW((void)append_one(store().ledger(), "one", "2", 1), CommitInDoubt);
  raw()->script("DROP TRIGGER ends_at_commit ON revision");
  EXPECT_EQ(store().ledger().current(Kind::challenge, "one")->rev, 1);
  EXPECT_TRUE(append_one(store().ledger(), "one", "2", 1));
}

TEST_P(PostgresFaultTest, connection_lost_during_a_walk_is_reported) {
  std::vector<Draft> drafts;
  for (int n = 0; n < 5000; ++n) drafts.push_back({Kind::challenge, std::to_string(n), "1", 0});
  ASSERT_TRUE(store().ledger().append(drafts, by("anna", 1)));
  int seen = 0;
  EXPECT_THROW(store().ledger().all_current({},
                                            [&](const Revision&) {
                                              if (++seen == 100) cut_connections();
                                              return true;
                                            }),
               BrokenWorld);
  EXPECT_GE(seen, 100);
  EXPECT_EQ(store().ledger().head().seq, 5000);
}

TEST_P(PostgresFaultTest, server_that_is_not_there_is_a_broken_world) {
  try {
    (void)open_store("postgresql://anna:verysecret@/koers?host=/nonexistent");
    FAIL() << "there is no such server";
  } catch (const BrokenWorld& fault) {
    EXPECT_EQ(std::string(fault.what()).find("verysecret"), std::string::npos) << fault.what();
  }
}

}  // namespace
}  // namespace koers
