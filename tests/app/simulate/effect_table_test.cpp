// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/effect_table.h"

#include <cmath>

#include "app/city_fixture.h"
#include "app/simulate/asked_scenario.h"
#include "app/simulate/compare_plans.h"
#include "base/table.h"

namespace koers::test {
namespace {

const City& city() {
  static const City kCity = read_city(zoetermeer()).value();
  return kCity;
}

EffectTableRequest small_request(const std::vector<std::string>& scenarios) {
  EffectTableRequest out;
  out.baseline.scenario = scenario_called("baseline", city()).value();
  out.baseline.years = 4;
  out.baseline.replicates = 2;
  for (const std::string& name : scenarios) out.scenarios.push_back(scenario_called(name, city()).value());
  return out;
}

const EffectTable& small() {
  static const EffectTable kTable = effect_table(city(), small_request({"entree", "meerzicht", "baseline"})).value();
  return kTable;
}

const CityChange& change(const ScenarioEffects& row, const std::string& indicator) {
  return *std::ranges::find(row.changes, indicator, &CityChange::indicator);
}

TEST(EffectTable, SaysOfEachScenarioWhatComparingItAloneSays) {
  CompareRequest alone;
  alone.plan = small_request({}).baseline;
  alone.against = alone.plan.scenario;
  alone.plan.scenario = scenario_called("entree", city()).value();
  const CityComparison comparison = compare_plans(city(), alone).value();
  const ScenarioEffects& row = small().rows.at(0);
  EXPECT_EQ(mechanisms_json(row.mechanisms), mechanisms_json(comparison.mechanisms));
  EXPECT_EQ(row.facts.inputs_hash, comparison.plan.inputs_hash);
  EXPECT_EQ(row.others_freed_anywhere.mean, comparison.chains_of_plan.others_freed_anywhere.mean);
  EXPECT_EQ(change(row, "dwellings").change.mean, 749);
}

TEST(EffectTable, HasAScenarioThatDoesNothingAtExactlyNothing) {
  const ScenarioEffects& nothing = small().rows.at(2);
  for (const MechanismEffect& each : nothing.mechanisms) {
    const simulate::Estimate effect = each.effect.value_or(simulate::Estimate{});
    EXPECT_EQ(std::pair(effect.low, effect.high), std::pair(0.0, 0.0)) << each.mechanism.str();
  }
  for (const CityChange& each : nothing.changes)
    EXPECT_TRUE(each.change.mean == 0 || std::isnan(each.change.mean)) << each.indicator;
  EXPECT_EQ(nothing.dwellings.mean, 0);
}

TEST(EffectTable, IsATableWithProvenanceOnEveryRow) {
  const Table table = parse_csv(to_csv(small()), "effects.csv").value();
  EXPECT_GT(table.rows.size(), 3 * 40U);
  const auto column = [&](const char* name) {
    return static_cast<std::size_t>(std::ranges::find(table.header, name) - table.header.begin());
  };
  for (const Table::Row& row : table.rows) {
    EXPECT_EQ(row.cells[column("inputs_hash")].size(), 64U);
    EXPECT_EQ(row.cells[column("replicates")], "2");
    EXPECT_FALSE(row.cells[column("status")].empty());
  }
  EXPECT_EQ(table.rows.front().cells[column("effort")], small().rows.front().effort.value_or(Id<Effort>()).str());
}

TEST(EffectTable, WeighsEveryScenarioOfTheCityButTheBaseline) {
  std::vector<std::string> names;
  for (const Scenario& each : scenarios_to_weigh(city())) names.push_back(each.id.str());
  EXPECT_EQ(names.size(), city().all<Scenario>().size() - 1);
  EXPECT_TRUE(std::ranges::is_sorted(names));
  EXPECT_EQ(std::ranges::count(names, "baseline"), 0);
}

TEST(EffectTable, OfAScenarioThatCannotBeCarriedOutIsRefusedBeforeAnythingIsSimulated) {
  EffectTableRequest request = small_request({"entree", "meerzicht"});
  ScenarioStep& step = request.scenarios.back().steps.emplace_back();
  step.name = "too-many";
  step.form = StepForm::demolition;
  step.area = request.scenarios.back().steps.front().area;
  step.from = Year{2024};
  step.number = 900'000;
  step.tenure = HomeTenure::social_rent;
  bool has_simulated = false;
  const auto refused = effect_table(city(), request, [&](std::uint32_t, std::uint32_t) { return has_simulated = true; });
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::bad_input);
  EXPECT_FALSE(has_simulated);
}

}  // namespace
}  // namespace koers::test
