// SPDX-License-Identifier: EUPL-1.2
// What may be kept, what must be asked again, and gzip.
#include <set>

#include "api/api_fixture.h"

namespace koers::test {
namespace {

class CachingTest : public ApiTest {
 protected:
  /// The addresses of all GET routes that a visitor may see.
  [[nodiscard]] std::vector<std::string> open_paths() const {
    std::vector<std::string> paths;
    for (const auto& route : served_.routes()) {
      const bool open = may_somewhere({Role::resident}, enum_from<Action>(route->permission).value());
      if (route->method == http::Method::get && open) paths.push_back(example_path(*route));
    }
    return paths;
  }
};

TEST_F(CachingTest, WhatHasATagIsNotSentTwice) {
  int tagged = 0;
  for (const std::string& path : open_paths()) {
    Client client = anonymous();
    const std::string tag = client.get(path).header("etag");
    if (tag.empty()) continue;
    ++tagged;
    const Reply again = client.get(path, {{"If-None-Match", tag}});
    EXPECT_EQ(again.status, 304) << path;
    EXPECT_TRUE(again.body.empty()) << path;
    EXPECT_EQ(again.header("etag"), tag) << path;
  }
  EXPECT_GE(tagged, 18);
}

TEST_F(CachingTest, ATagOfAnotherMomentBringsTheNewAnswer) {
  const std::string path = kApi + "/overview";
  Client client = anonymous();
  const std::string tag = client.get(path).header("etag");
  write(draft_of(small_effort("nieuw")));
  EXPECT_EQ(client.get(path, {{"If-None-Match", tag}}).status, 200);
}

TEST_F(CachingTest, ANewDayBringsANewOverview) {
  Client client = anonymous();
  const auto before = client.get(kApi + "/overview").json()["date"];
  served_.advance(24 * kHour);
  EXPECT_NE(client.get(kApi + "/overview").json()["date"], before);
}

TEST_F(CachingTest, ZippedIsTheSameAsPlain) {
  for (const std::string& path : open_paths()) {
    if (path.ends_with("/metrics") || path.ends_with("/sessions/current")) continue;
    Client client = anonymous();
    const Reply plain = client.get(path);
    if (plain.status != 200) continue;  // a problem names its own request
    const Reply zipped = client.get(path, {{"Accept-Encoding", "gzip"}});
    const bool is_zipped = zipped.header("content-encoding") == "gzip";
    EXPECT_EQ(is_zipped ? gunzip(zipped.body) : zipped.body, plain.body) << path;
    const std::string type = plain.header("content-type");
    const bool is_packed = type == "application/zip" || type.find("spreadsheetml") != std::string::npos;
    if (plain.body.size() > 10'000 && !is_packed) {
      EXPECT_TRUE(is_zipped) << path;
      EXPECT_LT(zipped.body.size(), plain.body.size() / 2) << path;
    }
  }
}

TEST_F(CachingTest, TheZippedTagServesForAWriteToo) {
  Client officer = logged_in(Role::officer);
  const Reply read = officer.get(kEntree, {{"Accept-Encoding", "gzip"}});
  auto body = officer.get(kEntree).json()["body"];
  body["owner"] = "Projectbureau";
  EXPECT_EQ(officer.send("PUT", kEntree, body.dump(), {{"If-Match", read.header("etag")}}).status, 200);
}

TEST_F(CachingTest, WhatDiffersHasAnotherTag) {
  std::map<std::string, std::string> body_by_tag;
  const std::string path = kApi + "/documents/indicators/woz-value";
  for (const std::string& name : names_of<Role>()) {
    const Role role = enum_from<Role>(name).value();
    Client client = role == Role::resident ? anonymous() : logged_in(role);
    const Reply reply = client.get(path);
    const auto held = body_by_tag.emplace(reply.header("etag"), reply.body).first;
    EXPECT_EQ(held->second, reply.body) << name << " gets another answer under the same tag " << reply.header("etag");
  }
}

TEST_F(CachingTest, WhatIsForOnePersonIsNotKeptForOthers) {
  Client client = logged_in(Role::officer);
  EXPECT_NE(client.get(kApi + "/effort-register").header("cache-control").find("private"), std::string::npos);
  EXPECT_NE(client.get(kApi + "/sessions/current").header("cache-control").find("no-store"), std::string::npos);
  EXPECT_NE(anonymous().get(kApi + "/effort-register").header("vary").find("Cookie"), std::string::npos);
}

TEST_F(CachingTest, EveryAnswerNamesTheVersionOfTheApi) {
  for (const std::string& path : open_paths()) {
    if (path.starts_with(kApi)) {
      EXPECT_FALSE(anonymous().get(path).header("api-version").empty()) << path;
    }
  }
}

TEST_F(CachingTest, QuestionsThatAreAllDifferentDoNotFillTheMemory) {
  http::AnswerCache cache;
  const std::string megabyte(1UL << 20U, 'x');
  std::vector<std::weak_ptr<const http::Body>> kept;
  for (int i = 0; i < 300; ++i) kept.emplace_back(cache.get("exports?x=" + std::to_string(i), "state", [&] { return megabyte; }));
  const auto alive = std::count_if(kept.begin(), kept.end(), [](const auto& each) { return !each.expired(); });
  EXPECT_LE(alive, 128) << "megabytes are held for whoever makes up addresses";
}

}  // namespace
}  // namespace koers::test
