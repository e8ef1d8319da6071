// SPDX-License-Identifier: EUPL-1.2
#include "simulate/chains.h"

#include <algorithm>
#include <numeric>

#include <gtest/gtest.h>

#include "simulate/engine.h"
#include "small_city.h"

namespace koers::simulate {
namespace {

TEST(MeanChainLength, IsWhites) {
  // White, Chains of opportunity (1970): (I − Q)⁻¹·1.
  const std::vector<double> found = mean_chain_lengths({.48, .18, .12, .05, .42, .13, .06, .10, .30}, 3);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_NEAR(found[0], 3.2520, 5e-5);
  EXPECT_NEAR(found[1], 2.4661, 5e-5);
  EXPECT_NEAR(found[2], 2.0596, 5e-5);
}

TEST(MeanChainLength, IsTheGeometricSeriesForOneKind) {
  EXPECT_NEAR(mean_chain_lengths({.75}, 1)[0], 4, 1e-12);
  EXPECT_EQ(mean_chain_lengths({0}, 1)[0], 1);
  EXPECT_TRUE(mean_chain_lengths({}, 0).empty());
}

/// A run with a plan that builds and demolishes, and what it leaves.
struct PlannedCity {
  RunResult result;
  std::uint64_t vacant = 0;

  explicit PlannedCity(std::uint32_t seed) {
    RunSetting setting;
    setting.years = 8;
    setting.stream = {seed, 0};
    setting.keep_moves = true;
    setting.plan = {step(StepKind::new_dwellings, 2023, 60), step(StepKind::demolition, 2022, 40)};
    auto engine = Engine::begin(small_city(3'000, {seed, 1}, 2), std::move(setting));
    while (!engine->is_done()) engine->step();
    const Dwellings& dwellings = engine->population().dwellings;
    for (DwellingIndex i = 0; i < dwellings.rows(); ++i) {
      vacant += dwellings.status[i] == DwellingStatus::standing && dwellings.occupant[i] == kNone ? 1 : 0;
    }
    result = std::move(*engine).result();
  }

  static PlanStep step(StepKind kind, int year, std::uint32_t number) {
    PlanStep out;
    out.id = "step of " + std::to_string(year);
    out.kind = kind;
    out.year = year;
    out.number = number;
    if (kind == StepKind::new_dwellings) out.type = DwellingType::flat;
    out.tenure = Tenure::owner_occupied;
    out.rooms = 3;
    out.price = 250;
    return out;
  }

  [[nodiscard]] std::uint64_t ended_by(ChainEnd end) const {
    return static_cast<std::uint64_t>(std::ranges::count(result.chains, end, &Chain::end));
  }
};

TEST(Chains, CountEveryMoveAlongThem) {
  const PlannedCity run(1);
  std::vector<std::uint32_t> moves(run.result.chains.size(), 0);
  for (const Move& move : run.result.moves) ++moves[move.chain];
  for (std::size_t i = 0; i < moves.size(); ++i) ASSERT_EQ(run.result.chains[i].moves, moves[i]) << i;
  EXPECT_GT(run.result.moves.size(), 500U);
}

TEST(Chains, AreAbsorbedOrWithdrawnOrOpen) {
  for (std::uint32_t seed = 0; seed < 4; ++seed) {
    const PlannedCity run(seed);
    EXPECT_EQ(run.ended_by(ChainEnd::open), run.vacant);
    const std::uint64_t absorbed = run.ended_by(ChainEnd::newcomer) + run.ended_by(ChainEnd::starter);
    EXPECT_EQ(run.result.chains.size(), absorbed + run.ended_by(ChainEnd::withdrawn) + run.vacant);
    EXPECT_GT(run.ended_by(ChainEnd::withdrawn), 0U) << "vacant dwellings are demolished first";
  }
}

std::uint64_t total(const RunResult& result, Flow YearResult::*flow) {
  std::uint64_t sum = 0;
  for (const YearResult& year : result.years) {
    for (const auto& of_stage : year.*flow) sum = std::accumulate(of_stage.begin(), of_stage.end(), sum);
  }
  return sum;
}

TEST(Chains, EndWithOneNewcomerOrStarterEach) {
  const PlannedCity run(2);
  EXPECT_EQ(run.ended_by(ChainEnd::newcomer), total(run.result, &YearResult::arrived));
  EXPECT_EQ(run.ended_by(ChainEnd::starter), total(run.result, &YearResult::started));
  const std::uint64_t all =
      total(run.result, &YearResult::arrived) + total(run.result, &YearResult::started) + total(run.result, &YearResult::moved);
  EXPECT_EQ(run.result.moves.size(), all);
}

TEST(Chains, GoFromWhereTheMoverLeftToWhereItCame) {
  const PlannedCity run(3);
  std::vector<std::uint16_t> at(run.result.chains.size());
  for (std::size_t i = 0; i < at.size(); ++i) at[i] = run.result.chains[i].begins_in;
  for (const Move& move : run.result.moves) {
    ASSERT_EQ(move.to, at[move.chain]);
    if (move.from != 0xffff) at[move.chain] = move.from;
  }
  for (std::size_t i = 0; i < at.size(); ++i) ASSERT_EQ(run.result.chains[i].at, at[i]);
}

TEST(Chains, OfAPlanCarryItsStepAndYear) {
  const PlannedCity run(0);
  EXPECT_EQ(std::ranges::count(run.result.chains, VacancyOrigin::new_building, &Chain::origin), 60);
  for (const Chain& chain : run.result.chains) {
    ASSERT_EQ(chain.origin == VacancyOrigin::new_building, chain.step == 0);
    if (chain.step == 0) {
      EXPECT_EQ(chain.begun, 2023);
    }
    if (chain.end != ChainEnd::open) {
      EXPECT_GE(chain.ended, chain.begun);
    }
  }
}

}  // namespace
}  // namespace koers::simulate
