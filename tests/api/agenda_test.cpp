// SPDX-License-Identifier: EUPL-1.2
// The agenda over HTTP: a resident reads its frame, asks for the best agenda and why something is not in it, presses "must" and
// sees what gives way; what cannot be is refused at its place.
#include "api/api_fixture.h"
#include "api/openapi_schema.h"

namespace koers::test {
namespace {

using nlohmann::json;

class AgendaApiTest : public ApiTest {
 protected:
  AgendaApiTest() : schema_(anonymous().get(kApi + "/openapi.json").json()) {}

  Reply ask(const json& question) { return resident_.send("POST", kApi + "/agenda-questions", question.dump()); }
  /// Asks and waits: the whole job.
  json answered(json question) {
    question["thoroughness"] = "quick";
    const Reply started = ask(question);
    EXPECT_EQ(started.status, 202) << started.body;
    expect_promised("/agenda-questions", "post", started);
    const json ended = end_of_job(resident_, started.header("location"));
    EXPECT_EQ(ended["state"], "done") << ended.dump().substr(0, 400);
    expect_promised("/agenda-questions/{id}", "get", resident_.get(started.header("location")));
    return ended["result"];
  }
  void expect_promised(const std::string& pattern, const std::string& method, const Reply& reply) {
    const auto faults = schema_.faults(pattern, method, reply.status, reply.json());
    for (std::size_t i = 0; i < faults.size() && i < 5; ++i) ADD_FAILURE() << pattern << ' ' << faults[i];
  }
  /// What was chosen, as the body of a repair wants it.
  static json lines_of(const json& choice) {
    json lines = json::array();
    for (const json& line : choice["items"]) {
      if (!line["option"].is_null())
        lines.push_back({{"item", line["item"]}, {"option", line["option"]}, {"starts", line["starts"]}});
    }
    return lines;
  }

  OpenapiSchema schema_;
  Client resident_ = anonymous();
};

TEST_F(AgendaApiTest, TheFrameSaysWhatThereIsToChooseFrom) {
  const Reply frame = resident_.get(kApi + "/agenda-frame");
  ASSERT_EQ(frame.status, 200) << frame.body.substr(0, 400);
  expect_promised("/agenda-frame", "get", frame);
  EXPECT_GT(frame.json()["items"].size(), 100U) << "efforts and policy documents of Zoetermeer";
  EXPECT_EQ(frame.json()["pillars"].size(), 2U);
  EXPECT_FALSE(frame.json()["review"].empty());
  EXPECT_FALSE(frame.json()["proposals"].empty());
  EXPECT_EQ(frame.json()["baseline"]["changed"], 0);
  EXPECT_EQ(resident_.get(kApi + "/agenda-frame?weighing=geen").status, 404);
}

TEST_F(AgendaApiTest, TheEconomicAgendaIsShortOfTwoHundredThousandToTheEuro) {
  const Reply frame = resident_.get(kApi + "/agenda-frame?weighing=actieagenda-economie-2020-2022");
  ASSERT_EQ(frame.status, 200) << frame.body.substr(0, 400);
  double costs = 0;
  double beyond = 0;
  double budget = 0;
  const json body = frame.json();
  for (const json& fund : body["baseline"]["funds"]) {
    if (fund["fund"] != "budget-economie") continue;
    for (const json& year : fund["years"]) {
      costs += year["spent"].get<double>();
      beyond += year["beyond"].get<double>();
      budget += year["budget"].get<double>();
    }
  }
  EXPECT_EQ(costs, 830'000);
  EXPECT_EQ(budget, 630'000);
  EXPECT_EQ(beyond, 200'000);
}

TEST_F(AgendaApiTest, AResidentAsksForTheBestAgendaAndPressesNot) {
  const json answer = answered({{"tempo", "medium"}});
  ASSERT_EQ(answer["agenda"]["outcome"], "found");
  EXPECT_LE(answer["agenda"]["value"].get<double>(), answer["agenda"]["bound"].get<double>());
  const json& choice = answer["agenda"]["choice"];
  EXPECT_LE(choice["shift"]["moved"].get<double>(), choice["shift"]["limit"].get<double>());
  std::string taken_up;
  for (const json& line : choice["items"]) {
    if (line["active"] && line["changed"] && line["wish"].is_null() && !line["option"].is_null() && line["option"] == "base")
      taken_up = line["item"];
  }
  ASSERT_FALSE(taken_up.empty());
  const json body{{"tempo", "medium"}, {"wishes", {{{"item", taken_up}, {"kind", "ban"}}}}, {"before", lines_of(choice)}};
  const Reply repaired = resident_.send("POST", kApi + "/agenda-repairs", body.dump());
  ASSERT_EQ(repaired.status, 200) << repaired.body.substr(0, 400);
  expect_promised("/agenda-repairs", "post", repaired);
  EXPECT_EQ(repaired.json()["outcome"], "found");
  const json changed = repaired.json()["changed"];
  EXPECT_NE(std::find(changed.begin(), changed.end(), taken_up), changed.end());
}

TEST_F(AgendaApiTest, EveryQuestionIsAnsweredAsPromised) {
  for (const char* kind : {"tempos", "front", "budget", "prices"}) {
    const json answer = answered({{"ask", kind}, {"tempo", "medium"}, {"weighingId", "actieagenda-economie-2020-2022"}});
    EXPECT_EQ(answer["ask"], kind);
    EXPECT_TRUE(answer.contains(std::string(kind) == "budget" ? "budget" : kind)) << answer.dump().substr(0, 300);
  }
}

TEST_F(AgendaApiTest, WhatCannotBeIsRefusedAtItsPlace) {
  EXPECT_EQ(ask({{"weighingId", "geen"}}).status, 404);
  EXPECT_EQ(ask({{"seed", 0}}).json()["faults"][0]["path"], "seed");
  EXPECT_EQ(ask({{"tempo", "hasty"}}).json()["faults"][0]["path"], "tempo");
  EXPECT_EQ(ask({{"wishes", {{{"item", "effort/geen"}, {"kind", "must"}}}}}).json()["faults"][0]["rule"], "not_appraised");
  EXPECT_EQ(ask({{"ask", "why_not"}}).status, 202) << "what only the answer can tell comes with the answer";
  const Reply repair = resident_.send("POST", kApi + "/agenda-repairs",
                                      json{{"before", {{{"item", "effort/geen"}, {"option", "base"}, {"starts", 2022}}}}}.dump());
  EXPECT_EQ(repair.status, 400);
  EXPECT_EQ(repair.json()["faults"][0]["path"], "before[0].item");
  EXPECT_EQ(resident_.get(kApi + "/agenda-questions/nooit").status, 404);
}

TEST_F(AgendaApiTest, AProgrammeManagerMakesTheNextVersionAndAnybodyComparesIt) {
  const json lines = lines_of(resident_.get(kApi + "/agenda-frame").json()["baseline"]);
  const json version{
      {"id", "strategische-agenda-2"}, {"title", {{"nl", "Tweede agenda"}, {"en", "Second agenda"}}}, {"lines", lines}};
  EXPECT_EQ(resident_.send("POST", kApi + "/agenda-versions", version.dump()).status, 401);
  Client manager = logged_in(Role::programme_manager);
  const Reply made = manager.send("POST", kApi + "/agenda-versions", version.dump());
  ASSERT_EQ(made.status, 201) << made.body.substr(0, 600);
  expect_promised("/agenda-versions", "post", made);
  EXPECT_EQ(made.json()["body"]["version"], 2);
  EXPECT_EQ(made.json()["body"]["succeeds"], "strategische-agenda-1");
  const Reply compared = resident_.get(kApi + "/agenda-comparisons?first=strategische-agenda-1&second=strategische-agenda-2");
  expect_promised("/agenda-comparisons", "get", compared);
  EXPECT_EQ(compared.json()["second"]["id"], "strategische-agenda-2");
  EXPECT_GT(compared.json()["lines"].size(), lines.size() - 1);
  EXPECT_EQ(resident_.get(kApi + "/agenda-comparisons?first=geen&second=strategische-agenda-1").status, 404);
}

TEST_F(AgendaApiTest, OneAddressAsksAFewQuestionsAtATime) {
  int accepted = 0;
  int refused = 0;
  for (int i = 0; i < 5; ++i) {
    const Reply reply = ask({{"thoroughness", "thorough"}});
    if (reply.status == 202) {
      ++accepted;
      static_cast<void>(resident_.send("DELETE", reply.header("location"), ""));
    }
    if (reply.status == 429) ++refused;
  }
  EXPECT_EQ(accepted + refused, 5);
  EXPECT_GE(accepted, 3);
}

}  // namespace
}  // namespace koers::test
