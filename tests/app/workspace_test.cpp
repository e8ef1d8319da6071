// SPDX-License-Identifier: EUPL-1.2
#include "app/workspace.h"

#include <random>
#include <thread>

#include "app/city_fixture.h"

namespace koers::test {
namespace {

class WorkspaceTest : public CityTest {
 protected:
  /// The present snapshot is what a new program would read.
  void expect_like_a_full_load(const std::string& after) {
    const auto held = workspace().refresh();
    const Workspace fresh(store());
    const auto loaded = fresh.snapshot();
    ASSERT_TRUE(held->city == loaded->city) << after;
    ASSERT_TRUE(*held->public_city == *loaded->public_city) << after;
    ASSERT_EQ(held->head, loaded->head) << after;
    ASSERT_EQ(versions(*held), versions(*loaded)) << after;
    ASSERT_EQ(mentions(*held), mentions(*loaded)) << after;
  }

 private:
  static std::map<Reference, int> versions(const Snapshot& snapshot) {
    std::map<Reference, int> out;
    for (const auto& [reference, version] : snapshot.versions) out[reference] = version.revision;
    return out;
  }
  static std::map<Reference, std::multiset<std::string>> mentions(const Snapshot& snapshot) {
    std::map<Reference, std::multiset<std::string>> out;
    for (const auto& [reference, all] : snapshot.mentions) {
      for (const Mention& each : all) out[reference].insert(to_string(each.from) + ' ' + each.path);
    }
    return out;
  }
};

/// One random write: a new effort, a change, a withdrawal or a return.
Draft random_write(const Store& store, std::mt19937& random) {
  const std::string id = "proef-" + std::to_string(random() % 12);
  const auto held = store.ledger().current(Kind::effort, id);
  const int based_on = held ? held->rev : 0;
  if (held && held->body && random() % 3 == 0) return {Kind::effort, id, std::nullopt, based_on};
  Effort effort = small_effort(id, random() % 2 == 0 ? EffortState::proposed : EffortState::drafted);
  effort.owner = "Versie " + std::to_string(random() % 1'000);
  return draft_of(effort, based_on);
}

TEST_F(WorkspaceTest, AfterAnyRowOfWritesARefreshEqualsAFullLoad) {
  std::mt19937 random(20220301);  // NOLINT: the same every time
  for (int round = 0; round < 25; ++round) {
    const int writes = 1 + static_cast<int>(random() % 5);
    for (int i = 0; i < writes; ++i) {
      const Draft draft = random_write(store(), random);
      ASSERT_TRUE(store().ledger().append(std::array{draft}, {now_, "test", {}}));
    }
    expect_like_a_full_load("round " + std::to_string(round));
    if (HasFatalFailure()) return;
  }
}

TEST_F(WorkspaceTest, NoticesWhatAnotherProcessWrites) {
  const auto other = second_store();
  ASSERT_TRUE(other->ledger().append(std::array{draft_of(small_effort("van-elders"))}, {now_, "test", {}}));
  EXPECT_FALSE(city().contains({Kind::effort, "van-elders"}));
  workspace().refresh();
  EXPECT_TRUE(city().contains({Kind::effort, "van-elders"}));
}

TEST_F(WorkspaceTest, NoticesFiguresThatAnotherProcessReplaces) {
  const auto other = second_store();
  ASSERT_TRUE(other->observations().replace("cbs-kwb-2022", {}, {now_, "test", {}}));
  const std::size_t before = city().observations.size();
  workspace().refresh();
  EXPECT_LT(city().observations.size(), before);
  expect_like_a_full_load("figures");
}

TEST_F(WorkspaceTest, KeepsTheSameSnapshotWhenNobodyWrote) { EXPECT_EQ(workspace().refresh(), workspace().snapshot()); }

TEST_F(WorkspaceTest, ASnapshotThatSomebodyHoldsDoesNotChange) {
  const auto held = workspace().snapshot();
  put(small_effort("nieuw"));
  EXPECT_FALSE(held->city.contains({Kind::effort, "nieuw"}));
  EXPECT_TRUE(city().contains({Kind::effort, "nieuw"}));
}

TEST_F(WorkspaceTest, ReadersSeeWholeSnapshotsWhileOthersWrite) {
  std::atomic<bool> stop = false;
  std::atomic<int> broken = 0;
  std::thread reader([&] {
    while (!stop) {
      const auto snapshot = workspace().refresh();
      const bool has_effort = snapshot->city.contains({Kind::effort, "paar"});
      if (has_effort != snapshot->city.contains({Kind::decision, "paar"})) ++broken;
    }
  });
  for (int i = 0; i < 10; ++i) {
    const auto held = store().ledger().current(Kind::effort, "paar");
    const int rev = held ? held->rev : 0;
    const bool add = !held || !held->body;
    std::array drafts{draft_of(small_effort("paar"), rev),
                      draft_of(decision_about("paar", Body::college, {{Kind::effort, "paar"}}), rev)};
    if (!add) drafts[0].body = drafts[1].body = std::nullopt;
    EXPECT_TRUE(store().ledger().append(drafts, {now_, "test", {}}));
  }
  stop = true;
  reader.join();
  EXPECT_EQ(broken, 0);
}

TEST_F(WorkspaceTest, LoadsTheCityAsItWasAtAMoment) {
  const Instant before = now_;
  now_ = later(now_, 1'000'000);
  put(small_effort("nieuw"));
  EXPECT_FALSE(load_city(store(), before).contains({Kind::effort, "nieuw"}));
  EXPECT_TRUE(load_city(store(), now_).contains({Kind::effort, "nieuw"}));
  EXPECT_EQ(load_city(store(), before).observations, city().observations);
}

}  // namespace
}  // namespace koers::test
