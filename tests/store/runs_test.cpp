// SPDX-License-Identifier: EUPL-1.2
#include "store/runs.h"

#include "store/store_fixture.h"

namespace koers {
namespace {

class RunsTest : public StoreTest {
 protected:
  [[nodiscard]] static RunRecord run(const std::string& id, const std::string& engine = "escalator") {
    return {Id<RunRecord>(id), engine,       "0.1.0",           "abc",       R"({"years":30})", 0xfedcba9876543210U,
            Instant{5},        std::nullopt, RunState::running, std::nullopt};
  }
};
KOERS_ON_BOTH_DATABASES(RunsTest);

TEST_P(RunsTest, keeps_all_that_repeats_it) {
  ASSERT_TRUE(store().runs().add(run("r1")));
  EXPECT_EQ(store().runs().get(Id<RunRecord>("r1")), run("r1"));
  EXPECT_FALSE(store().runs().get(Id<RunRecord>("r2")));
  EXPECT_EQ(store().runs().add(run("r1")).error().code, ErrorCode::conflict);
  EXPECT_EQ(store().runs().add(run("")).error().code, ErrorCode::bad_input);
}

TEST_P(RunsTest, ends_once) {
  ASSERT_TRUE(store().runs().add(run("r1")));
  EXPECT_EQ(store().runs().finish(Id<RunRecord>("r1"), RunState::running, Instant{9}, {}).error().code, ErrorCode::bad_input);
  const auto ended = store().runs().finish(Id<RunRecord>("r1"), RunState::finished, Instant{9}, R"({"moves":12})");
  ASSERT_TRUE(ended);
  EXPECT_EQ(ended->results, R"({"moves":12})");
  EXPECT_EQ(store().runs().get(Id<RunRecord>("r1")), *ended);
  EXPECT_EQ(store().runs().finish(Id<RunRecord>("r1"), RunState::failed, Instant{9}, {}).error().code, ErrorCode::conflict);
  EXPECT_EQ(store().runs().finish(Id<RunRecord>("r2"), RunState::failed, Instant{9}, {}).error().code, ErrorCode::not_found);
}

TEST_P(RunsTest, is_listed_newest_first_without_results) {
  for (int n = 1; n <= 4; ++n) ASSERT_TRUE(store().runs().add(run("r" + std::to_string(n), n == 3 ? "agenda" : "escalator")));
  ASSERT_TRUE(store().runs().finish(Id<RunRecord>("r4"), RunState::cancelled, Instant{9}, "large"));
  const auto page = store().runs().list("", 2);
  ASSERT_EQ(page.size(), 2U);
  EXPECT_EQ(page[0].run.id.str(), "r4");
  EXPECT_EQ(page[0].run.state, RunState::cancelled);
  EXPECT_FALSE(page[0].run.results);
  const auto rest = store().runs().list("", 9, page[1].cursor);
  ASSERT_EQ(rest.size(), 2U);
  EXPECT_EQ(rest[1].run.id.str(), "r1");
  ASSERT_EQ(store().runs().list("agenda", 9).size(), 1U);
}

}  // namespace
}  // namespace koers
