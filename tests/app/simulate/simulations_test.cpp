// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/simulations.h"

#include <atomic>

#include "app/city_fixture.h"
#include "app/simulate/asked_scenario.h"

namespace koers::test {
namespace {

std::shared_ptr<const City> city() {
  static const auto kCity = std::make_shared<const City>(read_city(zoetermeer()).value());
  return kCity;
}

CompareRequest question(std::uint32_t replicates, int years = 3) {
  CompareRequest out;
  out.plan.scenario = scenario_called("entree", *city()).value();
  out.against = scenario_called("baseline", *city()).value();
  out.plan.years = years;
  out.plan.replicates = replicates;
  return out;
}

EffectTableRequest many(std::uint32_t replicates, int years = 3) {
  EffectTableRequest out;
  out.baseline = question(replicates, years).plan;
  out.baseline.scenario = scenario_called("baseline", *city()).value();
  for (const char* name : {"entree", "meerzicht"}) out.scenarios.push_back(scenario_called(name, *city()).value());
  return out;
}

SimulationStatus end_of(const Simulations& simulations, const std::string& id) {
  for (int i = 0; i < 6'000; ++i) {
    const auto status = simulations.find(id);
    if (!status || status->has_ended()) return status.value_or(SimulationStatus{});
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  ADD_FAILURE() << "the simulation does not end";
  return {};
}

TEST(Simulations, GiveAnAnswerThatIsTheSameAsThatOfTheCommandLine) {
  Simulations simulations(2);
  const auto started = simulations.start(city(), question(2), "somebody").value();
  EXPECT_EQ(started.total, 2U * 2 * 3);
  EXPECT_EQ(started.id.size(), 24U);
  const SimulationStatus ended = end_of(simulations, started.id);
  EXPECT_EQ(ended.state, JobState::done);
  EXPECT_EQ(ended.replicates, 2U);
  EXPECT_EQ(ended.done, ended.total);
  EXPECT_EQ(to_json(*simulations.answer(started.id)), to_json(compare_plans(*city(), question(2)).value()));
}

TEST(Simulations, TellAfterEachTurnThatThereIsMoreToRead) {
  Simulations simulations(1);
  std::mutex mutex;
  std::vector<std::uint32_t> seen;
  const auto started = simulations.start(city(), question(5), "somebody").value();
  simulations.listen(started.id, [&](const SimulationStatus& status) {
    const std::lock_guard lock(mutex);
    if (seen.empty() || seen.back() != status.replicates) seen.push_back(status.replicates);
  });
  end_of(simulations, started.id);
  const std::lock_guard lock(mutex);
  EXPECT_EQ(seen, (std::vector<std::uint32_t>{0, 1, 2, 4, 5}));
}

TEST(Simulations, OfManyScenariosGiveATableThatIsTheSameAsThatOfTheCommandLine) {
  Simulations simulations(2);
  const auto started = simulations.start(city(), many(2), "somebody").value();
  EXPECT_EQ(started.total, 3U * 2 * 3);
  const SimulationStatus ended = end_of(simulations, started.id);
  EXPECT_EQ(ended.state, JobState::done);
  EXPECT_EQ(ended.done, ended.total);
  EXPECT_EQ(to_json(*simulations.effects(started.id)), to_json(effect_table(*city(), many(2)).value()));
  EXPECT_EQ(simulations.answer(started.id), nullptr) << "that is for one scenario";
}

TEST(Simulations, OfManyScenariosTellAfterEachOfThemThatThereIsMoreToRead) {
  Simulations simulations(1);
  std::mutex mutex;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> seen;  // answers, and the replicates that all scenarios have
  const auto started = simulations.start(city(), many(2), "somebody").value();
  simulations.listen(started.id, [&](const SimulationStatus& status) {
    const std::lock_guard lock(mutex);
    if (seen.empty() || seen.back().first != status.answers) seen.emplace_back(status.answers, status.replicates);
  });
  end_of(simulations, started.id);
  const std::lock_guard lock(mutex);
  EXPECT_EQ(seen, (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 0}, {1, 0}, {2, 1}, {3, 1}, {4, 2}}));
}

TEST(Simulations, OfManyScenariosAreRefusedWhenOneOfThemCannotBe) {
  Simulations simulations(1);
  EffectTableRequest wrong = many(1);
  wrong.scenarios.back().steps.front().from = Year{1999};
  const auto refused = simulations.start(city(), wrong, "somebody");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().faults.front().path, "scenario/meerzicht steps[0].from");
}

TEST(Simulations, StopWhenAskedAndKeepWhatTheyHave) {
  Simulations simulations(1);
  const auto started = simulations.start(city(), question(100), "somebody").value();
  std::atomic<bool> has_answer = false;
  simulations.listen(started.id, [&](const SimulationStatus& status) { has_answer = has_answer || status.replicates > 0; });
  while (!has_answer) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  EXPECT_TRUE(simulations.cancel(started.id));
  const SimulationStatus ended = end_of(simulations, started.id);
  EXPECT_EQ(ended.state, JobState::cancelled);
  EXPECT_LT(ended.replicates, 100U);
  ASSERT_NE(simulations.answer(started.id), nullptr);
  EXPECT_EQ(simulations.answer(started.id)->replicates, ended.replicates);
}

TEST(Simulations, TakeTurnsSoThatALaterQuestionNeedNotWaitForTheFirst) {
  Simulations simulations(1);
  const auto first = simulations.start(city(), question(100, 6), "somebody").value();
  const auto second = simulations.start(city(), question(1), "somebody else").value();
  EXPECT_EQ(end_of(simulations, second.id).state, JobState::done);
  EXPECT_FALSE(simulations.find(first.id)->has_ended());
}

TEST(Simulations, AreAFewAtOnceForOneVisitor) {
  Simulations simulations(1);
  for (int i = 0; i < 4; ++i) ASSERT_TRUE(simulations.start(city(), question(100), "somebody"));
  const auto fifth = simulations.start(city(), question(100), "somebody");
  ASSERT_FALSE(fifth);
  EXPECT_EQ(fifth.error().code, ErrorCode::too_many_requests);
  EXPECT_TRUE(simulations.start(city(), question(1), "somebody else"));
}

TEST(Simulations, RefuseAPlanThatCannotBeBeforeAnythingIsSimulated) {
  Simulations simulations(1);
  CompareRequest wrong = question(1);
  wrong.plan.scenario->steps.front().from = Year{1999};
  const auto refused = simulations.start(city(), wrong, "somebody");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().faults.front().path, "scenario/entree steps[0].from");
  EXPECT_FALSE(simulations.find("nobody-knows-this"));
  EXPECT_FALSE(simulations.cancel("nobody-knows-this"));
  EXPECT_EQ(simulations.answer("nobody-knows-this"), nullptr);
}

TEST(Simulations, HaveAnAnswerForPagesWithOneAreaYearByYear) {
  Simulations simulations(2);
  const auto started = simulations.start(city(), question(1), "somebody").value();
  const SimulationStatus ended = end_of(simulations, started.id);
  const auto answer = answer_json(ended, *simulations.answer(started.id));
  EXPECT_EQ(answer["scenario"]["id"], "entree");
  EXPECT_EQ(answer["areas"].size(), 1U + 9 + 26);
  EXPECT_EQ(answer["areas"][0]["values"]["persons"]["start"], 125'770);
  const auto area = area_json(*simulations.answer(started.id), "WK063701").value();
  EXPECT_EQ(area["years"].size(), 4U);
  EXPECT_EQ(area["values"]["persons"]["plan"]["mean"].size(), 4U);
  EXPECT_FALSE(area_json(*simulations.answer(started.id), "WK999999"));
}

TEST(Simulations, TheCardSaysWhatStandsInEachAreaAndWhatIsEstimated) {
  Simulations simulations(1);
  const auto card = escalator_card_json(*city(), **simulations.start_of(city()));
  EXPECT_EQ(card["startYear"], 2022);
  EXPECT_GE(card["scenarios"].size(), 7U);
  EXPECT_EQ(card["areas"][0]["persons"], 125'770);
  const auto& homes = card["areas"][0]["dwellings"];
  EXPECT_EQ(homes["owner"].get<int>() + homes["social_rent"].get<int>() + homes["private_rent"].get<int>(), 56'668);
  EXPECT_EQ(card["areas"].back()["level"], "neighbourhood");
  EXPECT_EQ(card["mechanisms"].size(), 5U);
  for (const char* language : {"nl", "en"}) {
    const auto& entry = card["registerEntry"][language];
    EXPECT_EQ(entry["organization"], "Gemeente Zoetermeer");
    EXPECT_NE(entry["source_data"].get<std::string>().find("Centraal Bureau voor de Statistiek"), std::string::npos)
        << entry["source_data"];
    for (const char* field : {"name", "goal", "proportionality", "human_intervention", "risks", "methods_and_models"})
      EXPECT_GT(entry[field].get<std::string>().size(), 10U) << field;
    for (const std::string field : entry["left_to_the_municipality"]) EXPECT_FALSE(entry.contains(field)) << field;
  }
}

}  // namespace
}  // namespace koers::test
