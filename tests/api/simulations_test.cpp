// SPDX-License-Identifier: EUPL-1.2
// Questions to the escalator over HTTP: a resident asks, reads along, stops; what cannot be is refused at its place.
#include "api/api_fixture.h"
#include "api/openapi_schema.h"

namespace koers::test {
namespace {

using nlohmann::json;

class SimulationsApiTest : public ApiTest {
 protected:
  SimulationsApiTest() : schema_(anonymous().get(kApi + "/openapi.json").json()) {}

  Reply ask(const json& question) { return resident_.send("POST", kApi + "/simulations", question.dump()); }
  /// Asks, waits until it has ended, and gives its address.
  std::string answered(const json& question) {
    const Reply started = ask(question);
    EXPECT_EQ(started.status, 202) << started.body;
    expect_promised("/simulations", "post", started);
    EXPECT_EQ(end_of_job(resident_, started.header("location"))["state"], "done");
    return started.header("location");
  }
  void expect_promised(const std::string& pattern, const std::string& method, const Reply& reply) {
    const auto faults = schema_.faults(pattern, method, reply.status, reply.json());
    for (std::size_t i = 0; i < faults.size() && i < 5; ++i) ADD_FAILURE() << pattern << ' ' << faults[i];
  }

  OpenapiSchema schema_;
  Client resident_ = anonymous();
};

const json kShort{{"scenarioId", "entree"}, {"years", 3}, {"replicates", 2}};

TEST_F(SimulationsApiTest, AResidentAsksAboutAScenarioOfTheCityAndReadsTheAnswer) {
  const std::string address = answered(kShort);
  const Reply status = resident_.get(address);
  expect_promised("/simulations/{id}", "get", status);
  EXPECT_EQ(status.json()["replicates"], 2);
  const Reply answer = resident_.get(address + "/answer");
  expect_promised("/simulations/{id}/answer", "get", answer);
  EXPECT_EQ(answer.json()["scenario"]["id"], "entree");
  EXPECT_EQ(answer.json()["against"]["id"], "baseline");
  const Reply area = resident_.get(address + "/areas/WK063700");
  expect_promised("/simulations/{id}/areas/{area}", "get", area);
  EXPECT_EQ(area.json()["years"], json({2021, 2022, 2023, 2024}));
  EXPECT_EQ(resident_.get(address + "/areas/WK999999").status, 404);
}

TEST_F(SimulationsApiTest, TheCardSaysWhatTheModelRestsOn) {
  const Reply card = resident_.get(kApi + "/escalator");
  expect_promised("/escalator", "get", card);
  EXPECT_GT(card.json()["parameters"].size(), 40U);
  EXPECT_FALSE(card.json()["estimatedMargins"].empty());
}

TEST_F(SimulationsApiTest, AQuestionOfOnesOwnIsSimulatedAndKeptNowhere) {
  const auto head = served_.store().ledger().head();
  json question = kShort;
  question.erase("scenarioId");
  question["scenario"] = {
      {"id", "vraag"},
      {"title", {{"nl", "Wat als"}, {"en", "What if"}}},
      {"summary", {{"nl", "Park"}, {"en", "Park"}}},
      {"steps", {{{"name", "park"}, {"form", "public_space"}, {"area", "district/WK063701"}, {"from", 2023}, {"amount", 1}}}}};
  question["againstId"] = "entree";
  const std::string address = answered(question);
  EXPECT_EQ(resident_.get(address + "/answer").json()["scenario"]["steps"][0]["name"], "park");
  EXPECT_EQ(served_.store().ledger().head(), head);
  EXPECT_EQ(resident_.get(kApi + "/documents/scenarios/vraag").status, 404);
}

TEST_F(SimulationsApiTest, WhatCannotBeIsRefusedAtItsPlaceBeforeAnythingIsSimulated) {
  json nothing = kShort;
  nothing.erase("scenarioId");
  EXPECT_EQ(ask(nothing).json()["faults"][0]["path"], "scenarioId");
  for (const auto& [field, value] : {std::pair{"years", 31}, {"replicates", 0}, {"seed", -1}}) {
    json wrong = kShort;
    wrong[field] = value;
    const Reply refused = ask(wrong);
    EXPECT_EQ(refused.status, 400) << field;
    EXPECT_EQ(refused.json()["faults"][0]["path"], field);
  }
  for (const char* name : {"towers", "../etc/passwd", "plan.yaml"}) {
    json unknown = kShort;
    unknown["scenarioId"] = name;
    const Reply refused = ask(unknown);
    EXPECT_EQ(refused.status, 400) << name;
    EXPECT_EQ(refused.json()["faults"][0]["path"], "scenarioId") << name;
    EXPECT_EQ(refused.body.find("file"), std::string::npos) << "a file is only for the command line";
  }
  json impossible = kShort;
  impossible.erase("scenarioId");
  impossible["scenario"] = {{"id", "vraag"},
                            {"title", {{"nl", "W"}, {"en", "W"}}},
                            {"summary", {{"nl", "W"}, {"en", "W"}}},
                            {"steps",
                             {{{"name", "sloop"},
                               {"form", "demolition"},
                               {"area", "neighbourhood/BU06370100"},
                               {"from", 2023},
                               {"number", 90000},
                               {"tenure", "owner"}}}}};
  const Reply refused = ask(impossible);
  EXPECT_EQ(refused.status, 400);
  EXPECT_EQ(refused.json()["faults"][0]["path"], "scenario/vraag steps[0].number");
}

const json kMany{{"scenarioIds", {"entree", "meerzicht"}}, {"years", 2}, {"replicates", 2}};

TEST_F(SimulationsApiTest, AResidentPutsManyScenariosBesideOneAndReadsTheTable) {
  const std::string address = answered(kMany);
  const Reply status = resident_.get(address);
  expect_promised("/simulations/{id}", "get", status);
  EXPECT_EQ(status.json()["answers"], 4) << "a turn for each scenario and replicate";
  const Reply table = resident_.get(address + "/effects");
  expect_promised("/simulations/{id}/effects", "get", table);
  EXPECT_EQ(table.json()["replicates"], 2);
  EXPECT_EQ(table.json()["baseline"]["scenario"], "baseline");
  ASSERT_EQ(table.json()["scenarios"].size(), 2U);
  const json row = table.json()["scenarios"][1];
  EXPECT_EQ(row["scenario"], "meerzicht");
  EXPECT_EQ(row["effort"], "gebiedsprogramma-meerzicht");
  EXPECT_EQ(row["facts"]["inputsHash"].get<std::string>().size(), 64U);
  for (const char* of_one : {"/answer", "/areas/WK063700"}) EXPECT_EQ(resident_.get(address + of_one).status, 404) << of_one;
}

TEST_F(SimulationsApiTest, OneScenarioHasNoTable) { EXPECT_EQ(resident_.get(answered(kShort) + "/effects").status, 404); }

TEST_F(SimulationsApiTest, AListThatCannotBeIsRefusedAtItsPlace) {
  const auto refused = [&](const json& change) {
    json wrong = kMany;
    wrong.update(change);
    const Reply reply = ask(wrong);
    EXPECT_EQ(reply.status, 400) << wrong;
    const json fault = reply.json()["faults"][0];
    return fault["rule"].get<std::string>() + " at " + fault["path"].get<std::string>();
  };
  EXPECT_EQ(refused({{"scenarioIds", {"entree", "towers"}}}), "unknown_reference at scenarioIds[1]");
  EXPECT_EQ(refused({{"scenarioIds", {"entree", "meerzicht", "entree"}}}), "double_id at scenarioIds[2]");
  EXPECT_EQ(refused({{"scenarioIds", json::array()}}), "missing_field at scenarioId");
  EXPECT_EQ(refused({{"scenarioIds", std::vector<std::string>(25, "entree")}}), "range at scenarioIds");
  EXPECT_EQ(refused({{"scenarioId", "kwadrant"}}), "unknown_field at scenarioId");
  EXPECT_EQ(refused({{"againstId", "towers"}}), "unknown_reference at againstId");
  EXPECT_EQ(refused({{"replicates", 101}}), "range at replicates");
  EXPECT_EQ(refused({{"scenarioIds", {"entree", "meerzicht", "kwadrant", "binnenstad", "mix-koop"}}, {"replicates", 84}}),
            "range at replicates")
      << "five plans and the baseline, 84 times each, is more than 500";
}

TEST_F(SimulationsApiTest, EventsOfManyScenariosTellOfEachThatThereIsMoreToRead) {
  const std::string address = ask(kMany).header("location");
  const std::string events = resident_.get(address + "/events").body;  // read to its end
  EXPECT_NE(events.find("\"answers\":1"), std::string::npos) << events;
  const auto last = events.rfind("event: ");
  EXPECT_EQ(events.compare(last, 11, "event: done"), 0) << events.substr(last);
}

TEST_F(SimulationsApiTest, OneThatIsStoppedKeepsWhatItHas) {
  json lengthy = kShort;
  lengthy["replicates"] = 100;
  const std::string address = ask(lengthy).header("location");
  while (resident_.get(address).json()["replicates"] == 0) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_EQ(resident_.send("DELETE", address).status, 202);
  EXPECT_EQ(end_of_job(resident_, address)["state"], "cancelled");
  EXPECT_GE(resident_.get(address + "/answer").json()["replicates"], 1);
}

TEST_F(SimulationsApiTest, EventsTellHowFarItIsWhenThereIsMoreToReadAndTheEnd) {
  const std::string address = ask(kShort).header("location");
  const Reply events = resident_.get(address + "/events");  // read to its end
  EXPECT_NE(events.body.find("event: answer"), std::string::npos) << events.body;
  EXPECT_NE(events.body.find("event: progress"), std::string::npos);
  const auto last = events.body.rfind("event: ");
  EXPECT_EQ(events.body.compare(last, 11, "event: done"), 0) << events.body.substr(last);
}

TEST_F(SimulationsApiTest, NobodyFindsWhatIsNotThere) {
  for (const char* path : {"", "/answer", "/effects", "/areas/WK063700", "/events"})
    EXPECT_EQ(resident_.get(kApi + "/simulations/000000000000000000000000" + path).status, 404) << path;
  EXPECT_EQ(resident_.send("DELETE", kApi + "/simulations/000000000000000000000000").status, 404);
}

}  // namespace
}  // namespace koers::test
