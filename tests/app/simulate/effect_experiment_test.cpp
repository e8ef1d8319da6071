// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/effect_experiment.h"

#include "app/city_fixture.h"
#include "app/simulate/asked_scenario.h"

namespace koers::test {
namespace {

std::shared_ptr<const City> city() {
  static const auto kCity = std::make_shared<const City>(read_city(zoetermeer()).value());
  return kCity;
}

std::shared_ptr<const CitySynthesis> start() {
  static const auto kStart = std::make_shared<const CitySynthesis>(synthesise_city(*city(), {}).value());
  return kStart;
}

EffectTableRequest request(const std::vector<std::string>& scenarios, std::uint32_t replicates) {
  EffectTableRequest out;
  out.baseline.scenario = scenario_called("baseline", *city()).value();
  out.baseline.years = 2;
  out.baseline.replicates = replicates;
  for (const std::string& name : scenarios) out.scenarios.push_back(scenario_called(name, *city()).value());
  return out;
}

EffectExperiment begun() { return EffectExperiment::begin(city(), start(), request({"entree", "meerzicht"}, 3)).value(); }

/// How many replicates stand behind each row.
std::vector<std::uint32_t> replicates_of(const EffectTable& table) {
  std::vector<std::uint32_t> out;
  for (const ScenarioEffects& row : table.rows) out.push_back(row.replicates);
  return out;
}

TEST(EffectExperiment, GivesEachScenarioItsTurnSoThatTheTableFillsRowByRow) {
  EffectExperiment experiment = begun();
  EXPECT_TRUE(experiment.table().rows.empty());
  ASSERT_TRUE(experiment.add(1));
  EXPECT_EQ(replicates_of(experiment.table()), (std::vector<std::uint32_t>{1}));
  EXPECT_EQ(experiment.replicates(), 0U);
  ASSERT_TRUE(experiment.add(1));
  ASSERT_TRUE(experiment.add(2));
  EXPECT_EQ(replicates_of(experiment.table()), (std::vector<std::uint32_t>{3, 1}));
  EXPECT_EQ(experiment.replicates(), 1U);
}

TEST(EffectExperiment, EndsWithTheSameTableInWhateverTurns) {
  EffectExperiment experiment = begun();
  for (const std::uint32_t replicates : {1U, 1U, 2U, 2U}) ASSERT_TRUE(experiment.add(replicates));
  const EffectTable at_once = effect_table(*city(), request({"entree", "meerzicht"}, 3)).value();
  EXPECT_EQ(to_json(experiment.table()), to_json(at_once));
}

TEST(EffectExperiment, KeepsWhatThereWasWhenATurnIsCancelled) {
  EffectExperiment experiment = begun();
  ASSERT_TRUE(experiment.add(1));
  const auto cancelled = experiment.add(1, [](std::uint32_t, std::uint32_t) { return false; });
  ASSERT_FALSE(cancelled);
  EXPECT_EQ(cancelled.error().code, ErrorCode::cancelled);
  EXPECT_EQ(replicates_of(experiment.table()), (std::vector<std::uint32_t>{1}));
}

TEST(EffectExperiment, WithoutScenariosHasAnEmptyTable) {
  EffectExperiment experiment = EffectExperiment::begin(city(), start(), request({}, 3)).value();
  EXPECT_TRUE(experiment.add(1));
  EXPECT_EQ(experiment.replicates(), 0U);
  EXPECT_TRUE(experiment.table().rows.empty());
}

}  // namespace
}  // namespace koers::test
