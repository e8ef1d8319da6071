// SPDX-License-Identifier: EUPL-1.2
#include <set>

#include "api/api_fixture.h"

namespace koers::test {
namespace {

using nlohmann::json;

class DocumentsApiTest : public ApiTest {
 protected:
  Client officer_ = logged_in(Role::officer);
  [[nodiscard]] json body_of_entree() { return officer_.get(kEntree).json()["body"]; }
  [[nodiscard]] Reply put(const json& body, const std::string& tag) {
    return officer_.send("PUT", kEntree, body.dump(), tag.empty() ? HeaderList{} : HeaderList{{"If-Match", tag}});
  }
};

json small_effort_json(const std::string& id) { return json::parse(to_json_text(small_effort(id), KeyStyle::camel)); }

TEST_F(DocumentsApiTest, AChangeIsWrittenAndTheNextReadIsNew) {
  const std::string register_before = officer_.get(kApi + "/effort-register").body;
  json body = body_of_entree();
  body["owner"] = "Projectbureau Entree";
  const Reply written = put(body, officer_.get(kEntree).header("etag"));
  ASSERT_EQ(written.status, 200) << written.body;
  EXPECT_EQ(written.json()["revision"], 2);
  EXPECT_EQ(written.json()["body"]["owner"], "Projectbureau Entree");
  EXPECT_EQ(officer_.get(kEntree).json()["body"]["owner"], "Projectbureau Entree");
  const std::string after = anonymous().get(kApi + "/effort-register").body;
  EXPECT_NE(after, register_before);
  EXPECT_NE(after.find("Projectbureau Entree"), std::string::npos);
}

TEST_F(DocumentsApiTest, TheTagOfAWriteServesForTheNextOne) {
  json body = body_of_entree();
  std::string tag = officer_.get(kEntree).header("etag");
  for (int i = 0; i < 3; ++i) {
    body["owner"] = "Ronde " + std::to_string(i);
    const Reply written = put(body, tag);
    ASSERT_EQ(written.status, 200) << written.body;
    tag = written.header("etag");
  }
  EXPECT_EQ(body_of_entree()["owner"], "Ronde 2");
}

TEST_F(DocumentsApiTest, AWriteMustSayWhatItIsBasedOn) {
  EXPECT_EQ(put(body_of_entree(), "").status, 428);
  EXPECT_EQ(officer_.send("DELETE", kEntree).status, 428);
  Client clerk = logged_in(Role::clerk);
  EXPECT_EQ(clerk.send("POST", kEntree + "/transitions", R"({"to":"closed","decision":"x"})").status, 428);
}

TEST_F(DocumentsApiTest, AWriteBasedOnAnOlderRevisionIsStale) {
  const std::string tag = officer_.get(kEntree).header("etag");
  json body = body_of_entree();
  body["owner"] = "Eerste";
  ASSERT_EQ(put(body, tag).status, 200);
  body["owner"] = "Tweede";
  EXPECT_EQ(put(body, tag).status, 412);
  EXPECT_EQ(put(body, "\"onzin\"").status, 412);
  EXPECT_EQ(body_of_entree()["owner"], "Eerste");
}

TEST_F(DocumentsApiTest, AFaultNamesTheFieldInTheWordsOfTheWire) {
  json body = body_of_entree();
  body["focusAreas"] = {"bestaat-niet"};
  const Reply refused = put(body, officer_.get(kEntree).header("etag"));
  EXPECT_EQ(refused.status, 400);
  const json problem = refused.json();
  ASSERT_TRUE(problem.contains("faults")) << refused.body;
  EXPECT_EQ(problem["faults"][0]["path"], "focusAreas[0]");
  EXPECT_EQ(problem["faults"][0]["rule"], "unknown_reference");
}

TEST_F(DocumentsApiTest, WhatWasReadCanBeWrittenBackForEveryKind) {
  Client manager = logged_in(Role::programme_manager);
  for_each_kind([&]<class T>(RecordTag<T>) {
    if (!may({Role::programme_manager}, Action::edit, kKindOf<T>)) return;
    const auto& all = served_.workspace().snapshot()->city.all<T>();
    if (all.empty()) return;
    const std::string path = kApi + "/documents/" + std::string(plural_of(kKindOf<T>)) + '/' + all.front().id.str();
    const Reply read = manager.get(path);
    const Reply written = manager.send("PUT", path, read.json()["body"].dump(), {{"If-Match", read.header("etag")}});
    EXPECT_EQ(written.status, 200) << path << ' ' << written.body;
    if (written.status == 200) {
      EXPECT_EQ(written.json()["body"], read.json()["body"]) << path;
    }
  });
}

TEST_F(DocumentsApiTest, CreatingGivesTheAddressOfTheNewDocument) {
  const Reply made = officer_.send("POST", kApi + "/documents/efforts", small_effort_json("nieuw").dump());
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(made.header("location"), kApi + "/documents/efforts/nieuw");
  EXPECT_EQ(officer_.get(made.header("location")).status, 200);
  EXPECT_EQ(officer_.send("POST", kApi + "/documents/efforts", small_effort_json("nieuw").dump()).status, 409);
}

TEST_F(DocumentsApiTest, ANoteWithAPersonInItIsRefusedWithoutRepeatingThem) {
  json note{{"id", "meerzicht-2022-03"}, {"theme", "thema-sociaal"},        {"area", "district/WK063701"}, {"month", "2022-03"},
            {"profession", "wijkagent"}, {"text", "Bel 06-12345678 even."}, {"audience", "staff"}};
  const Reply refused = officer_.send("POST", kApi + "/documents/field-notes", note.dump());
  EXPECT_EQ(refused.status, 400) << refused.body;
  EXPECT_EQ(refused.json()["faults"][0]["rule"], "personal_data");
  EXPECT_EQ(refused.json()["faults"][0]["path"], "text");
  EXPECT_EQ(refused.body.find("12345678"), std::string::npos);
  note["text"] = "Meer jongeren op straat dan vorig jaar.";
  EXPECT_EQ(officer_.send("POST", kApi + "/documents/field-notes", note.dump()).status, 201);
  Client partner = logged_in(Role::partner);
  note["id"] = "meerzicht-2022-04";
  EXPECT_EQ(partner.send("POST", kApi + "/documents/field-notes", note.dump()).status, 201);
}

TEST_F(DocumentsApiTest, WithdrawingTakesItAwayAndKeepsItsHistory) {
  ASSERT_EQ(officer_.send("POST", kApi + "/documents/efforts", small_effort_json("nieuw").dump()).status, 201);
  const std::string path = kApi + "/documents/efforts/nieuw";
  EXPECT_EQ(officer_.send("DELETE", path, "", {{"If-Match", officer_.get(path).header("etag")}}).status, 204);
  EXPECT_EQ(officer_.get(path).status, 404);
  EXPECT_EQ(officer_.get(path + "/revisions").json()["items"].size(), 2U);
  EXPECT_EQ(anonymous().get(path + "/revisions").status, 404);
}

TEST_F(DocumentsApiTest, WhatWasWithdrawnIsBroughtBack) {
  ASSERT_EQ(officer_.send("POST", kApi + "/documents/efforts", small_effort_json("nieuw").dump()).status, 201);
  const std::string path = kApi + "/documents/efforts/nieuw";
  const json before = officer_.get(path).json();
  ASSERT_EQ(officer_.send("DELETE", path, "", {{"If-Match", officer_.get(path).header("etag")}}).status, 204);
  EXPECT_EQ(officer_.send("POST", path + "/restorations").status, 428);
  EXPECT_EQ(officer_.send("POST", path + "/restorations", "", {{"If-Match", "\"1\""}}).status, 412);
  const Reply back = officer_.send("POST", path + "/restorations", "", {{"If-Match", "\"2\""}});
  ASSERT_EQ(back.status, 201) << back.body;
  EXPECT_EQ(back.header("location"), path);
  EXPECT_EQ(back.json()["body"], before["body"]);
  EXPECT_EQ(officer_.get(path).json()["revision"], 3);
  EXPECT_EQ(officer_.send("POST", path + "/restorations", "", {{"If-Match", back.header("etag")}}).status, 409);
}

TEST_F(DocumentsApiTest, RelationsOfAnEarlierDayAreThoseOfThatDay) {
  const auto tells_of_entree = [&](const std::string& address) {
    const json shown = anonymous().get(address).json();
    for (const json& each : shown["relations"]) {
      if (each["direction"] == "from" && each["kind"] == "effort" && each["id"] == "entree") return true;
    }
    return false;
  };
  json body = body_of_entree();
  const std::string challenge = kApi + "/documents/challenges/" + body["challenges"][0].get<std::string>();
  ASSERT_TRUE(tells_of_entree(challenge));
  body["challenges"] = json::array({"sociale-basis"});
  ASSERT_EQ(put(body, officer_.get(kEntree).header("etag")).status, 200);
  EXPECT_FALSE(tells_of_entree(challenge));
  EXPECT_TRUE(tells_of_entree(challenge + "?asOf=2022-02-15"));
}

TEST_F(DocumentsApiTest, AStepGoesThroughWithTheRightDecisionAndIsInTheHistory) {
  write(draft_of(small_effort("plan")));
  write(draft_of(decision_about("college-plan", Body::college, {{Kind::effort, "plan"}})));
  Client clerk = logged_in(Role::clerk);
  const std::string path = kApi + "/documents/efforts/plan";
  const auto step = [&](const std::string& decision) {
    const std::string body = json{{"to", "adopted"}, {"decision", decision}}.dump();
    return clerk.send("POST", path + "/transitions", body, {{"If-Match", clerk.get(path).header("etag")}});
  };
  EXPECT_EQ(step("geen").status, 404);
  EXPECT_EQ(step("raad-visie-2040").status, 403);
  const Reply done = step("college-plan");
  ASSERT_EQ(done.status, 200) << done.body;
  EXPECT_EQ(done.json()["body"]["state"], "adopted");
  EXPECT_EQ(clerk.get(path + "/revisions").json()["items"][0]["decision"], "college-plan");
}

TEST_F(DocumentsApiTest, HtmlInATextStaysText) {
  const std::string nasty = "<script>alert(1)</script> & \"quotes\" \\ </title> \u2028";
  json body = body_of_entree();
  body["title"]["nl"] = nasty;
  ASSERT_EQ(put(body, officer_.get(kEntree).header("etag")).status, 200);
  const Reply read = anonymous().get(kEntree);
  EXPECT_EQ(read.json()["body"]["title"]["nl"], nasty);
  EXPECT_EQ(read.header("content-type"), "application/json");
  EXPECT_EQ(read.header("x-content-type-options"), "nosniff");
}

TEST_F(DocumentsApiTest, CursorsWalkEveryDocumentOnce) {
  for (const char* collection : {"efforts", "sources", "decisions", "neighbourhoods"}) {
    std::set<std::string> seen;
    std::string cursor = "0";
    std::size_t total = 0;
    while (!cursor.empty()) {
      const json page = anonymous().get(kApi + "/documents/" + collection + "?limit=7&cursor=" + cursor).json();
      total = page["total"];
      for (const auto& item : page["items"]) EXPECT_TRUE(seen.insert(item["id"]).second) << item["id"];
      cursor = page.value("nextCursor", "");
    }
    EXPECT_EQ(seen.size(), total) << collection;
  }
}

TEST_F(DocumentsApiTest, CursorsWalkEveryFigureOnce) {
  std::multiset<std::string> seen;
  std::string cursor = "0";
  std::size_t total = 0;
  while (!cursor.empty()) {
    const json page = anonymous().get(kApi + "/observations?limit=97&cursor=" + cursor).json();
    total = page["total"];
    for (const auto& item : page["items"]) seen.insert(item.dump());
    cursor = page.value("nextCursor", "");
  }
  EXPECT_EQ(seen.size(), total);
  const json all = anonymous().get(kApi + "/observations?limit=1000").json();
  for (const auto& item : all["items"]) EXPECT_TRUE(seen.contains(item.dump()));
}

TEST_F(DocumentsApiTest, AsOfShowsTheCityOfThatDay) {
  json body = body_of_entree();
  body["title"]["nl"] = "Nieuwe naam";
  ASSERT_EQ(put(body, officer_.get(kEntree).header("etag")).status, 200);
  served_.advance(48 * kHour);
  EXPECT_EQ(anonymous().get(kEntree).json()["body"]["title"]["nl"], "Nieuwe naam");
  EXPECT_NE(anonymous().get(kEntree + "?asOf=2022-02-15").json()["body"]["title"]["nl"], "Nieuwe naam");
  EXPECT_EQ(anonymous().get(kEntree + "?asOf=2022-03-01").json()["body"]["title"]["nl"], "Nieuwe naam");
  EXPECT_EQ(anonymous().get(kEntree + "?asOf=2021").status, 404) << "before the city came in";
}

TEST_F(DocumentsApiTest, ADocumentOfAnotherDayHasTheRevisionOfThatDay) {
  json body = body_of_entree();
  body["owner"] = "Projectbureau";
  ASSERT_EQ(put(body, officer_.get(kEntree).header("etag")).status, 200);
  served_.advance(48 * kHour);
  Client officer = logged_in(Role::officer);  // the session of before has ended
  const json then = officer.get(kEntree + "?asOf=2022-02-15").json();
  EXPECT_EQ(then["revision"], 1) << "an older text under the number of a newer revision";
  EXPECT_EQ(then["changedAt"], "2022-02-01T00:00:00.000000Z");
  EXPECT_EQ(then["changedBy"], "test");
  const json page = officer.get(kApi + "/documents/efforts?limit=200&asOf=2022-02-15").json();
  for (const auto& item : page["items"]) EXPECT_EQ(item["revision"], 1) << item["id"];
}

TEST_F(DocumentsApiTest, WhoWroteItIsOnlyForThoseWhoMayKnow) {
  json body = body_of_entree();
  body["owner"] = "Projectbureau";
  ASSERT_EQ(put(body, officer_.get(kEntree).header("etag")).status, 200);
  EXPECT_EQ(officer_.get(kEntree).json()["changedBy"], "Persoon officer");
  EXPECT_FALSE(anonymous().get(kEntree).json().contains("changedBy"));
  EXPECT_FALSE(anonymous().get(kEntree + "/revisions").json()["items"][0].contains("actor"));
  EXPECT_EQ(anonymous().get(kEntree).body.find("a-officer"), std::string::npos);
}

}  // namespace
}  // namespace koers::test
