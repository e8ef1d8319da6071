// SPDX-License-Identifier: EUPL-1.2
#include "optimise/verify.h"

#include <random>

#include <gtest/gtest.h>

#include "optimise/brute_force.h"
#include "optimise/drawn_portfolio.h"

namespace koers::optimise {
namespace {

Choice drawn_choice(const Portfolio& problem, std::mt19937& random) {
  Choice out(problem.items.size(), kNoColumn);
  for (std::size_t c = 0; c < problem.columns.size(); ++c) {
    if (random() % 2 == 0 || problem.items[problem.columns[c].item].running)
      out[problem.columns[c].item] = static_cast<std::int32_t>(c);
  }
  return out;
}

TEST(Verify, AgreesWithTheDefinitionOfEachRowAboutAnyChoice) {
  std::mt19937 random(1);
  int feasible = 0;
  for (std::uint32_t seed = 1; seed <= 150; ++seed) {
    const Portfolio plain = drawn_portfolio(seed);
    const Portfolio problem = seed % 3 == 0 ? with_preference(plain, seed, 1500) : plain;
    for (int i = 0; i < 20; ++i) {
      const Choice choice = drawn_choice(problem, random);
      const Judgement judged = judge(problem, choice);
      const Verification verified = verify(problem, choice);
      ASSERT_EQ(verified.value, judged.value) << "seed " << seed;
      ASSERT_EQ(verified.preference, judged.preference) << "seed " << seed;
      ASSERT_EQ(verified.violations.size(), judged.broken.size()) << "seed " << seed;
      feasible += judged.is_feasible ? 1 : 0;
    }
  }
  EXPECT_GT(feasible, 100);
}

/// Two years, one source of 100 a year that keeps at most 30, one team of 1.00 fte of which 10 % can be hired in.
Portfolio by_hand() {
  Portfolio out;
  out.years = 2;
  out.sources.push_back({"own means", {100, 100}, true, 20, 30, {true, 7}});
  out.teams.push_back({"roads", {100, 100}, 10, 3, {true, 5}});
  out.items = {{"bridge", false}, {"park", true}};
  out.columns.push_back({0, "base", 0, 2, true, 1000, 0, {{0, 0, 60}, {0, 1, 150}}, {{0, 0, 90}, {0, 1, 60}}});
  out.columns.push_back({1, "continue", -3, 5, true, 500, 0, {{0, 0, 10}}, {{0, 0, 30}, {0, 1, 55}}});
  return out;
}

TEST(Verify, CarriesReservesOverUpToTheirCapAndHiresBeforeItOverruns) {
  const Verification out = verify(by_hand(), {0, 1});
  // Year 1: 120 there, 70 spent, 50 left, 30 kept. Year 2: 130 there, 150 spent: 20 beyond.
  EXPECT_EQ(out.reserve[0], (std::vector<Cents>{30, 0}));
  EXPECT_EQ(out.spent[0], (std::vector<Cents>{70, 150}));
  // 1.20 fte in year 1: 0.10 hired, 0.10 beyond; 1.15 in year 2: 0.10 hired, 0.05 beyond.
  EXPECT_EQ(out.hired, (std::vector<Excess>{{RowKind::people, 0, 0, 10}, {RowKind::people, 0, 1, 10}}));
  EXPECT_EQ(out.overruns,
            (std::vector<Excess>{{RowKind::money, 0, 1, 20}, {RowKind::people, 0, 0, 10}, {RowKind::people, 0, 1, 5}}));
  EXPECT_EQ(out.prices, 20 * 7 + 20 * 3 + 15 * 5);
  EXPECT_EQ(out.value, 1500 - out.prices);
  EXPECT_TRUE(out.is_feasible());
}

TEST(Verify, NamesTheHardRowsThatAreBrokenAndByHowMuch) {
  Portfolio problem = by_hand();
  problem.sources[0].overrun.allowed = false;
  problem.teams[0].overrun.allowed = false;
  problem.orders.push_back({1, 0, 4});
  problem.conflicts.push_back({"same ground", {0, 1}});
  problem.coverages.push_back({"green", {1}, 2, 400});
  problem.impositions.push_back({Imposed::ban, 0, {}});
  problem.shift_limit = 0;
  problem.columns[0].shift = 9;
  const Verification out = verify(problem, {0, 1});
  EXPECT_EQ(out.violations, (std::vector<Excess>{{RowKind::money, 0, 1, 20},
                                                 {RowKind::people, 0, 0, 10},
                                                 {RowKind::people, 0, 1, 5},
                                                 {RowKind::order, 0, 0, 1},
                                                 {RowKind::conflict, 0, 0, 1},
                                                 {RowKind::coverage, 0, 0, 1},
                                                 {RowKind::coverage, 0, 0, 400 * 1500 - 1000 * 500},
                                                 {RowKind::imposition, 0, 0, 1},
                                                 {RowKind::shift, 0, 0, 9}}));
  EXPECT_EQ(verify(problem, {kNoColumn, kNoColumn}).violations.front(), (Excess{RowKind::option, 1, 0, 1}));
}

}  // namespace
}  // namespace koers::optimise
