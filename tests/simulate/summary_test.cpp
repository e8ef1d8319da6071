// SPDX-License-Identifier: EUPL-1.2
#include "simulate/summary.h"

#include <gtest/gtest.h>

#include "simulate/ensemble.h"
#include "small_city.h"

namespace koers::simulate {
namespace {

EnsembleSetting setting(std::vector<PlanStep> plan) {
  EnsembleSetting out;
  out.run.years = 4;
  out.run.stream = {5, 0};
  out.run.keep_moves = true;
  out.run.plan = std::move(plan);
  out.replicates = 3;
  out.threads = 2;
  return out;
}

PlanStep building(std::uint32_t number) {
  PlanStep out;
  out.id = "toren";
  out.kind = StepKind::new_dwellings;
  out.year = 2023;
  out.number = number;
  out.type = DwellingType::flat;
  out.tenure = Tenure::owner_occupied;
  out.rooms = 3;
  out.price = 200;
  return out;
}

const Population& start() {
  static const Population city = small_city(2'000, {8, 0}, 2);
  return city;
}

/// Without and with a plan, both in one go.
const std::vector<std::vector<RunResult>>& both() {
  static const auto results = run_ensembles(start(), {setting({}), setting({building(80)})}).value();
  return results;
}

TEST(RunEnsembles, GiveWhatEachOfThemGivesAlone) {
  const auto without = run_ensemble(start(), setting({})).value();
  const auto with = run_ensemble(start(), setting({building(80)})).value();
  ASSERT_EQ(both().size(), 2U);
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t year = 0; year < without[i].years.size(); ++year) {
      EXPECT_EQ(both()[0][i].years[year].neighbourhoods, without[i].years[year].neighbourhoods);
      EXPECT_EQ(both()[1][i].years[year].neighbourhoods, with[i].years[year].neighbourhoods);
    }
  }
}

TEST(RunEnsembles, TellHowFarAllOfThemAre) {
  std::uint32_t most = 0;
  const auto done = run_ensembles(start(), {setting({}), setting({})}, [&](std::uint32_t years, std::uint32_t all) {
    EXPECT_EQ(all, 2U * 3 * 4);
    most = std::max(most, years);
    return true;
  });
  ASSERT_TRUE(done);
  EXPECT_EQ(most, 2U * 3 * 4);
}

TEST(Summary, DifferencesAreThoseOfTheMeans) {
  const auto difference = differences(both()[1], both()[0], start());
  const auto with = series_of(both()[1], start());
  const auto without = series_of(both()[0], start());
  ASSERT_EQ(difference.size(), with.size());
  for (std::size_t area = 0; area < with.size(); ++area) {
    EXPECT_NEAR(difference[area].values[0].back().mean, with[area].values[0].back().mean - without[area].values[0].back().mean,
                1e-9);
  }
  const EscalatorSummary changed = escalator_differences(both()[1], both()[0]);
  const EscalatorSummary plan = escalator_of(both()[1]);
  const EscalatorSummary baseline = escalator_of(both()[0]);
  EXPECT_NEAR(changed.breadth.mean, plan.breadth.mean - baseline.breadth.mean, 1e-12);
  EXPECT_NEAR(changed.leak.mean, plan.leak.mean - baseline.leak.mean, 1e-9);
  for (std::size_t stage = 0; stage < kLifeStages; ++stage)
    EXPECT_NEAR(changed.steps[stage].arrived.mean, plan.steps[stage].arrived.mean - baseline.steps[stage].arrived.mean, 1e-9);
}

TEST(Summary, ValuesOfAnAreaAreThoseOfItsSeries) {
  const auto series = series_of({both()[0].front()}, start());
  const auto values = area_values(both()[0].front().years.back(), start());
  ASSERT_EQ(series.size(), values.size());
  for (std::size_t area = 0; area < values.size(); ++area) {
    EXPECT_EQ(series[area].code, values[area].code);
    EXPECT_EQ(series[area].values[0].back().mean, values[area].values[0]);
  }
}

TEST(PlanChains, CountEveryMoveThatBeganWithADwellingOfThePlan) {
  const PlanChains chains = chains_of_plan({both()[1].front()}, start());
  const RunResult& run = both()[1].front();
  double moves_that_free = 0;
  for (const Move& move : run.moves) {
    if (run.chains[move.chain].step != 0xffff && move.from != 0xffff) moves_that_free += 1;
  }
  EXPECT_EQ(chains.dwellings.mean, 80);
  EXPECT_NEAR(chains.others_freed.mean, moves_that_free / 80, 1e-12);
  EXPECT_GT(moves_that_free, 0);
  double freed = 0;
  for (const Estimate& each : chains.freed_in) freed += each.mean;
  EXPECT_NEAR(freed, moves_that_free, 1e-9);
  const PlanChains none = chains_of_plan({both()[0].front()}, start());
  EXPECT_EQ(none.dwellings.mean, 0);
}

Chain chain_of(VacancyOrigin origin, ChainEnd end, std::uint16_t moves, bool goes_on, std::uint16_t step = 0xffff) {
  Chain out;
  out.origin = origin;
  out.end = end;
  out.moves = moves;
  out.step = step;
  out.goes_on_elsewhere = goes_on;
  return out;
}

TEST(PlanChains, GoOnElsewhereAsOnesThatBeginWithADepartureFromHere) {
  RunResult run;
  run.chains = {chain_of(VacancyOrigin::new_building, ChainEnd::newcomer, 1, true, 0),
                chain_of(VacancyOrigin::new_building, ChainEnd::starter, 1, false, 0),
                chain_of(VacancyOrigin::departure, ChainEnd::newcomer, 2, true),
                chain_of(VacancyOrigin::departure, ChainEnd::starter, 1, false),
                chain_of(VacancyOrigin::departure, ChainEnd::open, 1, false),
                chain_of(VacancyOrigin::departure, ChainEnd::newcomer, 1, false)};
  const PlanChains chains = chains_of_plan({run}, start());
  EXPECT_EQ(chains.others_freed.mean, 0);
  // A departure frees two in four and goes on once in four: (1/2 + 1/4) / (3/4) = 1 in all, beside the one that was left.
  EXPECT_NEAR(chains.others_freed_anywhere.mean, 0.5 * (1 + 1), 1e-12);
}

TEST(PlanChains, GoOnElsewhereOnlyWhereANewcomerEndsThem) {
  int going_on = 0;
  int newcomers = 0;
  for (const Chain& chain : both()[1].front().chains) {
    EXPECT_TRUE(!chain.goes_on_elsewhere || chain.end == ChainEnd::newcomer);
    going_on += chain.goes_on_elsewhere ? 1 : 0;
    newcomers += chain.end == ChainEnd::newcomer ? 1 : 0;
  }
  EXPECT_GT(going_on, 0);
  EXPECT_LT(going_on, newcomers);
}

}  // namespace
}  // namespace koers::simulate
