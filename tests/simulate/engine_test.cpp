// SPDX-License-Identifier: EUPL-1.2
#include "simulate/engine.h"

#include <numeric>

#include <gtest/gtest.h>

#include "small_city.h"

namespace koers::simulate {
namespace {

RunSetting setting(int years, int threads = 1) {
  RunSetting out;
  out.years = years;
  out.threads = threads;
  out.stream = {7, 3};
  out.keep_moves = true;
  return out;
}

PlanStep new_dwellings(std::uint32_t number, int year = 2024) {
  PlanStep step;
  step.id = "flats";
  step.kind = StepKind::new_dwellings;
  step.neighbourhood = 1;
  step.year = year;
  step.number = number;
  step.type = DwellingType::flat;
  step.tenure = Tenure::owner_occupied;
  step.rooms = 3;
  step.price = 260;
  return step;
}

void expect_equal(const RunResult& a, const RunResult& b) {
  ASSERT_EQ(a.years.size(), b.years.size());
  for (std::size_t i = 0; i < a.years.size(); ++i) {
    EXPECT_EQ(a.years[i].neighbourhoods, b.years[i].neighbourhoods) << i;
    EXPECT_EQ(a.years[i].segments, b.years[i].segments) << i;
    EXPECT_EQ(a.years[i].arrived, b.years[i].arrived) << i;
    EXPECT_EQ(a.years[i].departed, b.years[i].departed) << i;
    EXPECT_EQ(a.years[i].filled_by_round, b.years[i].filled_by_round) << i;
  }
  ASSERT_EQ(a.moves.size(), b.moves.size());
  for (std::size_t i = 0; i < a.moves.size(); ++i) {
    EXPECT_EQ(std::tie(a.moves[i].chain, a.moves[i].from, a.moves[i].to),
              std::tie(b.moves[i].chain, b.moves[i].from, b.moves[i].to));
  }
}

TEST(Engine, KeepsItsBalancesForTwentyYearsInManyCities) {
  for (std::uint32_t seed = 0; seed < 10; ++seed) {
    RunSetting own = setting(20);
    own.stream.seed = seed;
    own.plan = {new_dwellings(40)};
    ASSERT_NO_THROW({
      EXPECT_TRUE(run(small_city(400 + 100 * seed, {seed, 0}, static_cast<std::uint16_t>(1 + seed % 3)), own));
    }) << seed;
  }
}

TEST(Engine, IsTheSameOnAnyNumberOfThreads) {
  const Population start = small_city(40'000, {1, 0}, 3);
  const auto one = run(start, setting(3, 1));
  ASSERT_TRUE(one);
  expect_equal(*one, *run(start, setting(3, 2)));
  expect_equal(*one, *run(start, setting(3, 16)));
}

TEST(Engine, APlanThatDoesNothingChangesNothing) {
  const Population start = small_city(3'000, {2, 0});
  RunSetting later = setting(4);
  later.plan = {new_dwellings(100, 2025)};
  const auto baseline = run(start, setting(4));
  const auto planned = run(start, later);
  ASSERT_TRUE(baseline && planned);
  for (std::size_t i = 0; i <= 3; ++i) EXPECT_EQ(baseline->years[i].neighbourhoods, planned->years[i].neighbourhoods) << i;
  EXPECT_NE(baseline->years[4].neighbourhoods, planned->years[4].neighbourhoods);
}

TEST(Engine, RefusesWhatCannotBe) {
  const Population start = small_city(300, {3, 0});
  RunSetting own = setting(5);
  own.parameters.loan_to_income = -1;
  PlanStep demolition = new_dwellings(100'000);
  demolition.kind = StepKind::demolition;
  PlanStep early = new_dwellings(10, 2021);
  early.neighbourhood = 77;
  own.plan = {demolition, early};
  const auto result = run(start, own);
  ASSERT_FALSE(result);
  std::vector<std::string> paths;
  for (const Fault& fault : result.error().faults) paths.push_back(fault.path);
  EXPECT_EQ(paths, (std::vector<std::string>{"loan_to_income", "steps[1].year", "steps[1].neighbourhood", "steps[0].number"}));
}

}  // namespace
}  // namespace koers::simulate
