// SPDX-License-Identifier: EUPL-1.2
// Signals over the wire: what may be asked, answered and said, by whom, and in which form.
#include "api/api_fixture.h"
#include "api/openapi_schema.h"

namespace koers::test {
namespace {

using nlohmann::json;

Signal question() {
  Signal signal{};
  signal.id = Id<Signal>("vraag");
  signal.indicator = Id<Indicator>("leefbaarometer-physical");
  signal.area = {Kind::neighbourhood, "BU06370003"};
  signal.period = *parse_period("2016");
  signal.level = SignalLevel::watch;
  signal.value = *parse_decimal("-0.05");
  signal.lower = *parse_decimal("-0.02");
  signal.upper = *parse_decimal("0.02");
  signal.probability = *parse_decimal("0.97");
  signal.reviewer = "Wijkregie";
  signal.raised_on = {2022, 2, 10};
  signal.deadline = {2022, 3, 24};
  return signal;
}

class SignalsApiTest : public ApiTest {
 protected:
  SignalsApiTest() { write(draft_of(question())); }
  [[nodiscard]] json board(const std::string& query = "") { return anonymous().get(kApi + "/signals" + query).json(); }
  [[nodiscard]] json vraag() {
    const json all = board();
    for (const json& each : all["signals"]) {
      if (each["id"] == "vraag") return each;
    }
    return {};
  }
  Reply post(Role role, const std::string& path, const json& body) {
    Client client = logged_in(role);
    return client.send("POST", kApi + "/signals" + path, body.dump());
  }
};

TEST_F(SignalsApiTest, TheBoardIsAsPromisedForTheCityAndForEveryArea) {
  const OpenapiSchema schema(anonymous().get(kApi + "/openapi.json").json());
  EXPECT_EQ(schema.faults("/signals", "get", 200, board()), std::vector<std::string>{});
  for (const char* area : {"WK063700", "BU06370003", "GM0637"}) {
    EXPECT_EQ(schema.faults("/signals", "get", 200, board("?area=" + std::string(area))), std::vector<std::string>{}) << area;
  }
  EXPECT_EQ(anonymous().get(kApi + "/signals?area=WK9").status, 404);
}

TEST_F(SignalsApiTest, AnAnswerIsOnTheBoardAtOnceAndCountsAsAHit) {
  const int hits = board()["quality"]["hits"];
  const Reply reply = post(Role::officer, "/vraag/answer", {{"answer", "real"}, {"reason", "Ook gezien op straat."}});
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(reply.json()["state"], "answered");
  EXPECT_EQ(vraag()["answeredOn"], "2022-03-01");
  EXPECT_EQ(board()["quality"]["hits"], hits + 1);
  EXPECT_EQ(post(Role::officer, "/vraag/answer", {{"answer", "real"}, {"reason", "Nog eens."}}).status, 409);
}

TEST_F(SignalsApiTest, AnAnswerWithoutAReasonIsRefusedAtItsField) {
  const Reply reply = post(Role::officer, "/vraag/answer", {{"answer", "real"}, {"reason", " "}});
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(reply.json()["faults"][0]["path"], "reason");
  EXPECT_EQ(post(Role::officer, "/vraag/answer", {{"answer", "misschien"}, {"reason", "x"}}).status, 400);
  EXPECT_EQ(post(Role::officer, "/nergens/answer", {{"answer", "real"}, {"reason", "x"}}).status, 404);
}

TEST_F(SignalsApiTest, AResidentsCouncilRepliesAndANameIsRefusedWithItsPlace) {
  const Reply said = post(Role::participant, "/vraag/replies", {{"from", "Bewonersraad"}, {"text", "Wij zien het ook."}});
  ASSERT_EQ(said.status, 201) << said.body;
  EXPECT_EQ(vraag()["replies"][0]["from"], "Bewonersraad");
  const Reply refused = post(Role::participant, "/vraag/replies", {{"from", "Bewonersraad"}, {"text", "Mail jan@example.org"}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_EQ(refused.json()["faults"][0]["rule"], "personal_data");
  EXPECT_EQ(refused.json()["faults"][0]["found"], "email at character 6");
  EXPECT_EQ(refused.body.find("example.org"), std::string::npos) << "a refusal repeats nobody's address";
  EXPECT_EQ(vraag()["replies"].size(), 1U);
}

TEST_F(SignalsApiTest, NobodyTypesASignalInOrChangesWhatTheFiguresSaid) {
  Client officer = logged_in(Role::officer);
  json body = officer.get(kApi + "/documents/signals/vraag").json()["body"];
  const std::string tag = officer.get(kApi + "/documents/signals/vraag").header("etag");
  EXPECT_EQ(officer.send("POST", kApi + "/documents/signals", body.dump()).status, 403);
  body["probability"] = 0.5;
  EXPECT_EQ(officer.send("PUT", kApi + "/documents/signals/vraag", body.dump(), {{"If-Match", tag}}).status, 403);
  EXPECT_EQ(officer.send("DELETE", kApi + "/documents/signals/vraag", "", {{"If-Match", tag}}).status, 403);
  body["probability"] = 0.97;
  body["reviewer"] = "Wijkregie Centrum";
  EXPECT_EQ(officer.send("PUT", kApi + "/documents/signals/vraag", body.dump(), {{"If-Match", tag}}).status, 200);
}

TEST_F(SignalsApiTest, RaisingWhatTheFiguresDoNotAskSaysSo) {
  EXPECT_EQ(post(Role::officer, "", {{"signals", {"verzonnen"}}}).status, 404);
  EXPECT_EQ(post(Role::officer, "", {{"signals", json::array()}}).status, 400);
}

TEST_F(SignalsApiTest, OfADayInThePastTheBoardIsThatOfThatDay) {
  served_.advance(86'400'000'000);
  ASSERT_EQ(post(Role::officer, "/vraag/answer", {{"answer", "real"}, {"reason", "Gezien."}}).status, 200);
  bool was_open = false;
  const json then = board("?asOf=2022-03-01");
  for (const json& each : then["signals"]) was_open = was_open || (each["id"] == "vraag" && !each.contains("answer"));
  EXPECT_TRUE(was_open);
}

}  // namespace
}  // namespace koers::test
