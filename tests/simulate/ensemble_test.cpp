// SPDX-License-Identifier: EUPL-1.2
#include "simulate/ensemble.h"

#include <gtest/gtest.h>

#include "small_city.h"

namespace koers::simulate {
namespace {

EnsembleSetting setting(std::uint32_t replicates, int threads) {
  EnsembleSetting out;
  out.run.years = 3;
  out.run.stream = {9, 40};
  out.run.keep_moves = true;
  out.replicates = replicates;
  out.threads = threads;
  return out;
}

const Population& start() {
  static const Population city = small_city(1'500, {8, 0}, 2);
  return city;
}

void expect_equal(const RunResult& a, const RunResult& b) {
  ASSERT_EQ(a.years.size(), b.years.size());
  for (std::size_t i = 0; i < a.years.size(); ++i) {
    EXPECT_EQ(a.years[i].neighbourhoods, b.years[i].neighbourhoods);
    EXPECT_EQ(a.years[i].segments, b.years[i].segments);
  }
  ASSERT_EQ(a.moves.size(), b.moves.size());
  for (std::size_t i = 0; i < a.moves.size(); ++i) ASSERT_EQ(a.moves[i].to, b.moves[i].to);
}

TEST(Ensemble, HasReplicatesThatAreTheSameAlone) {
  const auto ensemble = run_ensemble(start(), setting(4, 2));
  ASSERT_TRUE(ensemble);
  ASSERT_EQ(ensemble->size(), 4U);
  for (std::uint32_t i = 0; i < 4; ++i) {
    RunSetting alone = setting(1, 1).run;
    alone.stream.replicate = 40 + i;
    expect_equal((*ensemble)[i], *run(start(), alone));
  }
  EXPECT_NE((*ensemble)[0].years.back().neighbourhoods, (*ensemble)[1].years.back().neighbourhoods);
}

TEST(Ensemble, IsTheSameOnAnyNumberOfThreads) {
  const auto one = run_ensemble(start(), setting(3, 1));
  ASSERT_TRUE(one);
  for (const int threads : {2, 4, 9}) {
    const auto other = run_ensemble(start(), setting(3, threads));
    ASSERT_TRUE(other);
    for (std::size_t i = 0; i < 3; ++i) expect_equal((*one)[i], (*other)[i]);
  }
}

TEST(Ensemble, TellsAfterEveryYearHowFarItIs) {
  std::vector<std::uint32_t> told;
  const auto done = run_ensemble(start(), setting(3, 2), [&](std::uint32_t years, std::uint32_t of) {
    told.push_back(years);
    EXPECT_EQ(of, 9U);
    return true;
  });
  ASSERT_TRUE(done);
  EXPECT_EQ(told, (std::vector<std::uint32_t>{1, 2, 3, 4, 5, 6, 7, 8, 9}));
}

TEST(Ensemble, CanBeCancelled) {
  for (const int threads : {1, 2, 4}) {
    std::uint32_t told = 0;
    const auto cancelled = run_ensemble(start(), setting(6, threads), [&](std::uint32_t, std::uint32_t) { return ++told < 4; });
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().code, ErrorCode::cancelled);
    EXPECT_EQ(told, 4U) << "nobody is asked again";
  }
}

TEST(Ensemble, RefusesWhatARunRefuses) {
  EnsembleSetting wrong = setting(2, 2);
  wrong.run.parameters.rounds = 0;
  const auto refused = run_ensemble(start(), wrong);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::bad_input);
  ASSERT_EQ(refused.error().faults.size(), 1U);
  EXPECT_EQ(refused.error().faults[0].path, "rounds");
}

TEST(Ensemble, OfNoReplicatesIsEmpty) {
  const auto none = run_ensemble(start(), setting(0, 4));
  ASSERT_TRUE(none);
  EXPECT_TRUE(none->empty());
}

}  // namespace
}  // namespace koers::simulate
