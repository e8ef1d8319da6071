// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/compare_plans.h"

#include <cmath>

#include "app/city_fixture.h"
#include "app/simulate/asked_scenario.h"

namespace koers::test {
namespace {

const City& city() {
  static const City kCity = read_city(zoetermeer()).value();
  return kCity;
}

CompareRequest question(const std::string& plan, int years, std::uint32_t replicates) {
  CompareRequest out;
  out.plan.scenario = scenario_called(plan, city()).value();
  out.against = scenario_called("baseline", city()).value();
  out.plan.years = years;
  out.plan.replicates = replicates;
  return out;
}

double largest_difference(const CityComparison& comparison, std::size_t first_years) {
  double largest = 0;
  for (const simulate::AreaSeries& area : comparison.difference) {
    for (const auto& row : area.values) {
      for (std::size_t year = 0; year < std::min(first_years, row.size()); ++year) {
        for (const double value : {row[year].mean, row[year].low, row[year].high}) {
          if (!std::isnan(value)) largest = std::max(largest, std::abs(value));
        }
      }
    }
  }
  return largest;
}

const CityComparison& entree() {
  static const CityComparison kComparison = compare_plans(city(), question("entree", 4, 2)).value();
  return kComparison;
}

TEST(ComparePlans, APlanThatDoesNothingDiffersByExactlyNothing) {
  const auto nothing = compare_plans(city(), question("baseline", 3, 2)).value();
  EXPECT_EQ(largest_difference(nothing, 99), 0);
  for (const MechanismEffect& each : nothing.mechanisms) {
    const simulate::Estimate effect = each.effect.value_or(simulate::Estimate{});
    EXPECT_EQ(std::tuple(effect.mean, effect.low, effect.high), std::tuple(0.0, 0.0, 0.0));
  }
  EXPECT_EQ(nothing.escalator_difference.breadth.mean, 0);
  EXPECT_EQ(nothing.chains_of_plan.dwellings.mean, 0);
  EXPECT_EQ(nothing.plan.inputs_hash, nothing.baseline.inputs_hash);
}

TEST(ComparePlans, APlanChangesNothingBeforeItBeginsAndMuchAfter) {
  // De Entree begins in 2024; the series holds the ends of 2021, 2022 and 2023 before that.
  EXPECT_EQ(largest_difference(entree(), 3), 0);
  const auto& all = simulate::indicators();
  const auto row = std::ranges::find(all, "dwellings", &simulate::Indicator::name) - all.begin();
  const simulate::Estimate& dwellings = entree().difference.front().values.at(static_cast<std::size_t>(row)).back();
  EXPECT_EQ(dwellings.mean, 749);  // two of twelve years of 1,215, 1,125 and 2,160, whatever is drawn
  EXPECT_EQ(dwellings.low, dwellings.high);
  EXPECT_NE(entree().plan.inputs_hash, entree().baseline.inputs_hash);
}

TEST(ComparePlans, TellsWhatTheDwellingsOfThePlanSetInMotion) {
  const simulate::PlanChains& chains = entree().chains_of_plan;
  EXPECT_EQ(chains.dwellings.mean, 749);
  double ends = 0;
  for (const simulate::Estimate& each : chains.ends) ends += each.mean;
  EXPECT_NEAR(ends, 1, 1e-9);
  double taken = 0;
  for (const simulate::Estimate& each : chains.taken_by_stage) taken += each.mean;
  double from = chains.came_from_outside.mean + chains.came_from_nowhere.mean;
  for (const simulate::Estimate& each : chains.came_from) from += each.mean;
  EXPECT_NEAR(taken, from, 1e-9);
  EXPECT_LE(taken, 749);
  double freed = 0;
  for (const simulate::Estimate& each : chains.freed_in) freed += each.mean;
  double freed_again = 0;
  for (const simulate::Estimate& each : chains.freed_by_segment) freed_again += each.mean;
  EXPECT_NEAR(freed, freed_again, 1e-9);
  EXPECT_NEAR(freed / 749, chains.others_freed.mean, 1e-9);
}

TEST(ComparePlans, SaysForEachMechanismWhatIsSimulatedOfIt) {
  ASSERT_EQ(entree().mechanisms.size(), 5U);
  const MechanismEffect& attractive = entree().mechanisms[0];
  EXPECT_EQ(attractive.mechanism.str(), "woonaantrekkelijkheid");
  EXPECT_FALSE(attractive.is_spread);
  ASSERT_EQ(attractive.members.size(), 1U);
  EXPECT_EQ(attractive.not_simulated, std::vector<Id<Indicator>>{Id<Indicator>("woz-value")});
  EXPECT_NEAR(attractive.weight_simulated, 0.3, 1e-9);
  // The effect of one indicator is its change in standard deviations between municipalities.
  const ReferenceDistribution* reference = nullptr;
  for (const auto& each : city().all<ReferenceDistribution>()) {
    if (each.indicator.str() == "owner-occupied" && each.level == AreaLevel::municipality) reference = &each;
  }
  ASSERT_NE(reference, nullptr);
  EXPECT_NEAR(attractive.effect->mean, attractive.members[0].change.mean / reference->standard_deviation.to_double(), 1e-9);
  EXPECT_TRUE(entree().mechanisms[3].is_spread);
  EXPECT_FALSE(entree().mechanisms[4].effect);
}

TEST(ComparePlans, ReplicatesThatAreAddedInTurnsAreTheSameAsAllAtOnce) {
  const std::shared_ptr<const City> borrowed(&city(), [](const City*) {});
  const auto start = std::make_shared<const CitySynthesis>(synthesise_city(city(), {}).value());
  auto experiment = Experiment::begin(borrowed, start, question("entree", 4, 2)).value();
  ASSERT_TRUE(experiment.add(1));
  EXPECT_EQ(experiment.compare().replicates, 1U);
  ASSERT_FALSE(experiment.add(1, [](std::uint32_t, std::uint32_t) { return false; }));
  EXPECT_EQ(experiment.replicates(), 1U);
  ASSERT_TRUE(experiment.add(1));
  EXPECT_EQ(to_json(experiment.compare()), to_json(entree()));
}

TEST(ComparePlans, MoreDwellingsThanLandAreSimulatedAndSaid) {
  CompareRequest towers = question("entree", 3, 1);
  towers.plan.scenario->steps.front().number = 40'000;
  towers.plan.scenario->steps.front().until.reset();
  const auto crowded = compare_plans(city(), towers).value();
  ASSERT_EQ(crowded.crowded.size(), 1U);
  EXPECT_EQ(crowded.crowded[0].area, "BU06370004");
  EXPECT_GT(crowded.crowded[0].dwellings, 40'000);
  EXPECT_TRUE(entree().crowded.empty());
}

TEST(ComparePlans, EveryMeasureThatAnIndicatorNamesIsOneOfARun) {
  for (const std::string& name : names_of<SimulatedMeasure>()) {
    const auto& all = simulate::indicators();
    EXPECT_NE(std::ranges::find(all, name, &simulate::Indicator::name), all.end()) << name;
  }
}

}  // namespace
}  // namespace koers::test
