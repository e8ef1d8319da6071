// SPDX-License-Identifier: EUPL-1.2
// Many writers at once: for each revision exactly one wins, and nobody's change is lost.
#include <set>
#include <thread>

#include "api/api_fixture.h"

namespace koers::test {
namespace {

using nlohmann::json;

constexpr int kWriters = 50;

class RaceTest : public ApiTest {
 protected:
  /// All write at once, based on the same revision; how many got each status.
  std::map<int, int> race(const std::string& round) {
    Client reader = logged_in(Role::officer);
    const Reply read = reader.get(kEntree);
    std::vector<Client> clients;
    for (int i = 0; i < kWriters; ++i) clients.push_back(logged_in(Role::officer));
    std::map<int, int> statuses;
    std::mutex mutex;
    std::vector<std::thread> threads;
    for (int i = 0; i < kWriters; ++i) {
      threads.emplace_back([&, i] {
        json body = read.json()["body"];
        body["owner"] = round + " schrijver " + std::to_string(i);
        const Reply reply =
            clients[static_cast<std::size_t>(i)].send("PUT", kEntree, body.dump(), {{"If-Match", read.header("etag")}});
        const std::lock_guard lock(mutex);
        ++statuses[reply.status];
        if (reply.status == 200) winners_.push_back(body["owner"]);
      });
    }
    for (auto& thread : threads) thread.join();
    return statuses;
  }
  std::vector<std::string> winners_;
};

TEST_F(RaceTest, OfFiftyWritersOnOneRevisionExactlyOneWins) {
  for (int round = 1; round <= 3; ++round) {
    const auto statuses = race("ronde " + std::to_string(round));
    EXPECT_EQ(statuses, (std::map<int, int>{{200, 1}, {412, kWriters - 1}}));
    EXPECT_EQ(anonymous().get(kEntree).json()["revision"], round + 1);
  }
  std::vector<std::string> owners;
  for (const Revision& each : served_.store().ledger().history(Kind::effort, "entree", 10)) {
    owners.push_back(json::parse(*each.body).value("owner", ""));
  }
  owners.pop_back();  // as it was imported
  EXPECT_EQ(owners, (std::vector<std::string>{winners_[2], winners_[1], winners_[0]}));
  EXPECT_TRUE(served_.store().verify()->is_whole());
}

TEST_F(RaceTest, WritersWhoTryAgainAllGetThroughAndNoneIsLost) {
  constexpr int kPersistent = 8;
  std::vector<Client> clients;
  for (int i = 0; i < kPersistent; ++i) clients.push_back(logged_in(Role::officer));
  std::vector<std::thread> threads;
  for (int i = 0; i < kPersistent; ++i) {
    threads.emplace_back([&, i] {
      Client& client = clients[static_cast<std::size_t>(i)];
      for (int attempt = 0; attempt < 100; ++attempt) {
        const Reply read = client.get(kEntree);
        json body = read.json()["body"];
        body["owner"] = "Schrijver " + std::to_string(i);
        if (client.send("PUT", kEntree, body.dump(), {{"If-Match", read.header("etag")}}).status == 200) return;
      }
      ADD_FAILURE() << "writer " << i << " never got through";
    });
  }
  for (auto& thread : threads) thread.join();
  std::set<std::string> owners;
  for (const Revision& each : served_.store().ledger().history(Kind::effort, "entree", 100)) {
    owners.insert(json::parse(*each.body).value("owner", ""));
  }
  for (int i = 0; i < kPersistent; ++i) EXPECT_TRUE(owners.contains("Schrijver " + std::to_string(i))) << i;
  EXPECT_EQ(anonymous().get(kEntree).json()["revision"], kPersistent + 1);
}

TEST_F(RaceTest, OfManyWhoAddTheSameDocumentExactlyOneDoes) {
  std::vector<Client> clients;
  for (int i = 0; i < 10; ++i) clients.push_back(logged_in(Role::officer));
  std::map<int, int> statuses;
  std::mutex mutex;
  std::vector<std::thread> threads;
  for (Client& client : clients) {
    threads.emplace_back([&] {
      const int status =
          client.send("POST", kApi + "/documents/efforts", to_json_text(small_effort("nieuw"), KeyStyle::camel)).status;
      const std::lock_guard lock(mutex);
      ++statuses[status];
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(statuses, (std::map<int, int>{{201, 1}, {409, 9}}));
}

}  // namespace
}  // namespace koers::test
