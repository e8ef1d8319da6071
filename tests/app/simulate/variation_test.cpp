// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/variation.h"

#include "app/city_fixture.h"
#include "app/simulate/asked_scenario.h"

namespace koers::test {
namespace {

const City& city() {
  static const City kCity = read_city(zoetermeer()).value();
  return kCity;
}

const CitySynthesis& estimate() {
  static const CitySynthesis kStart = synthesise_city(city(), {}).value();
  return kStart;
}

/// Of one replicate, varied as the request says.
struct Varied {
  simulate::Population start = estimate().population;
  simulate::RunSetting setting;
  bool has_own_start = false;
};

Varied varied(const RunRequest& request, std::uint32_t replicate) {
  Varied out;
  const auto vary = variation_of(std::make_shared<const simulate::Margins>(estimate().margins), request);
  out.has_own_start = vary(replicate, out.start, out.setting).value();
  return out;
}

std::size_t rented_out_by_corporations(const simulate::Population& population) {
  return static_cast<std::size_t>(std::ranges::count(population.dwellings.tenure, simulate::Tenure::social_rent));
}

TEST(Variation, OfChanceAloneThereIsNone) {
  RunRequest request;
  request.uncertainty = Uncertainty::chance;
  EXPECT_FALSE(variation_of(std::make_shared<const simulate::Margins>(estimate().margins), request));
}

TEST(Variation, TheFirstReplicateIsTheEstimate) {
  const Varied first = varied({}, 0);
  EXPECT_FALSE(first.has_own_start);
  EXPECT_EQ(first.start.persons.key, estimate().population.persons.key);
  EXPECT_EQ(first.setting.parameters.birth_scale, simulate::Parameters{}.birth_scale);
}

TEST(Variation, OthersHaveParametersOfTheirOwnButForThoseThatAreSet) {
  RunRequest request;
  request.uncertainty = Uncertainty::parameters;
  request.draws = simulate::ParameterDraws{{"birth_scale", "death_scale"}, {{0.8, 0.9}}};
  request.parameters = {{"death_scale", 1}};
  const Varied second = varied(request, 1);
  EXPECT_EQ(second.setting.parameters.birth_scale, 0.8);
  EXPECT_EQ(second.setting.parameters.death_scale, simulate::Parameters{}.death_scale);
  EXPECT_FALSE(second.has_own_start);
}

TEST(Variation, AStartOfItsOwnIsTheSameCityWithOtherEstimates) {
  const Varied second = varied({}, 1);
  const Varied third = varied({}, 2);
  EXPECT_TRUE(second.has_own_start);
  EXPECT_EQ(second.start.dwellings.rows(), estimate().population.dwellings.rows());  // they are counted
  EXPECT_NE(rented_out_by_corporations(second.start), rented_out_by_corporations(third.start));
  EXPECT_EQ(varied({}, 1).start.households.income, second.start.households.income);
}

TEST(Variation, AScenarioThatAMovedEstimateHasNoRoomForKeepsTheEstimate) {
  RunRequest request;
  request.scenario = scenario_called("baseline", city()).value();
  const std::string area = estimate().population.neighbourhoods.front().code;
  // Every social rented dwelling of the estimate goes: about half of all moved estimates have fewer.
  const auto& dwellings = estimate().population.dwellings;
  int all = 0;
  for (std::size_t i = 0; i < dwellings.rows(); ++i)
    all += dwellings.neighbourhood[i] == 0 && dwellings.tenure[i] == simulate::Tenure::social_rent ? 1 : 0;
  ScenarioStep step;
  step.name = "all-of-them";
  step.form = StepForm::demolition;
  step.area = {Kind::neighbourhood, area};
  step.from = Year{2025};
  step.number = all;
  step.tenure = HomeTenure::social_rent;
  request.scenario->steps = {step};
  int own = 0;
  for (std::uint32_t replicate = 1; replicate <= 8; ++replicate) own += varied(request, replicate).has_own_start ? 1 : 0;
  EXPECT_GT(own, 0);
  EXPECT_LT(own, 8);
  RunRequest run = request;
  run.years = 5;
  run.replicates = 3;
  EXPECT_TRUE(simulate_city(city(), run));
}

}  // namespace
}  // namespace koers::test
