// SPDX-License-Identifier: EUPL-1.2
#include "simulate/market.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "drawn_market.h"
#include "simulate/numerics.h"

namespace koers::simulate {
namespace {

constexpr std::uint64_t kMarkets = 3000;

TEST(Market, AgreesWithThePlainOneBitForBit) {
  for (std::uint64_t seed = 0; seed < kMarkets; ++seed) {
    const DrawnMarket drawn = drawn_market(seed);
    const Outcome expected = reference_outcome_of(drawn);
    const Outcome found = outcome_of(drawn);
    ASSERT_EQ(found.handovers, expected.handovers) << seed;
    ASSERT_EQ(found, expected) << seed;
  }
}

TEST(Market, AgreesWithThePlainOneOnALargerMarket) {
  for (std::uint64_t seed = 0; seed < 6; ++seed) {
    const DrawnMarket drawn = drawn_market(seed, 400, 150);
    ASSERT_EQ(outcome_of(drawn), reference_outcome_of(drawn)) << seed;
  }
}

TEST(Market, DoesNotDependOnTheOrderOfSearchersAndVacancies) {
  for (std::uint64_t seed = 0; seed < kMarkets / 3; ++seed) {
    DrawnMarket drawn = drawn_market(seed);
    const Outcome expected = outcome_of(drawn);
    std::mt19937_64 random(seed);
    std::shuffle(drawn.market.searchers.begin(), drawn.market.searchers.end(), random);
    std::shuffle(drawn.market.vacancies.begin(), drawn.market.vacancies.end(), random);
    ASSERT_EQ(outcome_of(drawn), expected) << seed;
  }
}

TEST(Market, IsTheSameOnAnyNumberOfThreads) {
  DrawnMarket drawn = drawn_market(1, 70'000, 3'000);
  const Outcome one = outcome_of(drawn);
  EXPECT_GT(one.handovers.size(), 1000U);
  for (const int threads : {2, 16}) {
    drawn.market.year.threads = threads;
    EXPECT_TRUE(outcome_of(drawn) == one) << threads;
  }
}

/// All that may be moved into in a drawn market.
std::map<DwellingIndex, Vacancy> offered_in(const DrawnMarket& drawn) {
  std::map<DwellingIndex, Vacancy> out;
  for (const Vacancy& vacancy : drawn.market.vacancies) out[vacancy.offer.dwelling] = vacancy;
  for (const auto& [who, vacancy] : drawn.left_by) out[vacancy.offer.dwelling] = vacancy;
  return out;
}

std::map<std::uint64_t, Searcher> searchers_in(const DrawnMarket& drawn) {
  std::map<std::uint64_t, Searcher> out;
  for (const Searcher& searcher : drawn.market.searchers) out[searcher.key] = searcher;
  return out;
}

TEST(Market, LetsPeopleHaveOnlyWhatTheyMayHaveAndWantMoreThanTheirOwn) {
  for (std::uint64_t seed = 0; seed < kMarkets; ++seed) {
    const DrawnMarket drawn = drawn_market(seed);
    const Worth worth = worth_in(drawn);
    const auto offered = offered_in(drawn);
    const auto searchers = searchers_in(drawn);
    for (const Handover& one : outcome_of(drawn).handovers) {
      const Searcher& searcher = searchers.at(one.key);
      const Vacancy& vacancy = offered.at(one.dwelling);
      ASSERT_TRUE(could_have(drawn.market, searcher, vacancy)) << seed;
      ASSERT_GT(seen_worth(drawn.market, worth, searcher, vacancy.offer), searcher.reservation) << seed;
    }
  }
}

TEST(Market, GivesNobodyTwoDwellingsAndNoDwellingToTwo) {
  for (std::uint64_t seed = 0; seed < kMarkets; ++seed) {
    const DrawnMarket drawn = drawn_market(seed);
    const Outcome found = outcome_of(drawn);
    std::set<std::uint64_t> keys(found.unmet.begin(), found.unmet.end());
    std::set<DwellingIndex> dwellings;
    for (const Handover& one : found.handovers) {
      ASSERT_TRUE(keys.insert(one.key).second) << seed;
      ASSERT_TRUE(dwellings.insert(one.dwelling).second) << seed;
    }
    for (const Handover& one : found.open) ASSERT_TRUE(dwellings.insert(one.dwelling).second) << seed;
    ASSERT_EQ(keys.size(), drawn.market.searchers.size()) << seed;
  }
}

TEST(Market, HandsOnTheChainOfTheDwellingThatWasTaken) {
  for (std::uint64_t seed = 0; seed < kMarkets; ++seed) {
    const DrawnMarket drawn = drawn_market(seed);
    const Outcome found = outcome_of(drawn);
    std::map<std::uint32_t, int> open;  // chains: one vacancy each, or none when it has ended
    for (const Handover& one : found.open) ASSERT_EQ(++open[one.chain], 1) << seed;
    std::size_t ended = 0;
    const auto searchers = searchers_in(drawn);
    for (const Handover& one : found.handovers) ended += drawn.left_by.contains(searchers.at(one.key).who) ? 0 : 1;
    ASSERT_EQ(open.size() + ended, drawn.market.vacancies.size()) << seed;
  }
}

TEST(Market, LeavesNothingOpenThatSomebodyWhoSeesItAllWouldTake) {
  int left_open = 0;
  for (std::uint64_t seed = 0; seed < kMarkets; ++seed) {
    DrawnMarket drawn = drawn_market(seed);
    drawn.market.parameters.alternatives = 200;
    drawn.market.parameters.rounds = 60;
    const Outcome found = outcome_of(drawn);
    ASSERT_LT(found.filled.size(), 60U);
    const Worth worth = worth_in(drawn);
    const auto offered = offered_in(drawn);
    const auto searchers = searchers_in(drawn);
    for (const Handover& open : found.open) {
      ++left_open;
      for (const std::uint64_t key : found.unmet) {
        const Searcher& searcher = searchers.at(key);
        const Vacancy& vacancy = offered.at(open.dwelling);
        ASSERT_FALSE(could_have(drawn.market, searcher, vacancy) &&
                     seen_worth(drawn.market, worth, searcher, vacancy.offer) > searcher.reservation)
            << seed;
      }
    }
  }
  EXPECT_GT(left_open, 1000);
}

TEST(Market, FillsNoMoreRoundsThanItMay) {
  for (std::uint64_t seed = 0; seed < kMarkets; ++seed) {
    const DrawnMarket drawn = drawn_market(seed);
    const Outcome found = outcome_of(drawn);
    ASSERT_LE(found.filled.size(), static_cast<std::size_t>(drawn.market.parameters.rounds));
    std::size_t moves = 0;
    for (const std::uint32_t filled : found.filled) moves += filled;
    ASSERT_EQ(moves, found.handovers.size());
  }
}

// — one dwelling and those who would have it

/// One dwelling in the first of two neighbourhoods, each a district of its own.
DrawnMarket one_dwelling(Tenure tenure) {
  DrawnMarket out;
  out.market.parameters.alternatives = 20;
  out.market.parameters.viewers = 100;
  out.market.parameters.rounds = 5;
  out.market.neighbourhoods.resize(2);
  out.market.neighbourhoods[1].district = 1;
  out.market.setting.district_of = {0, 1};
  Vacancy vacancy{{0, 8, 0, 3, segment_of(tenure, DwellingType::flat), 77}, 0, 0};
  out.market.vacancies = {vacancy};
  return out;
}

Searcher must_move(std::uint64_t key, float waiting, std::uint16_t neighbourhood) {
  Searcher out;
  out.key = key;
  out.demand.income = 40;
  out.demand.neighbourhood = neighbourhood;
  out.demand.has_origin = true;
  out.buys_to = 20;
  out.waiting = waiting;
  out.reservation = -std::numeric_limits<float>::infinity();
  out.may_rent_social = true;
  out.who = static_cast<std::uint32_t>(key);
  return out;
}

std::uint64_t winner(const DrawnMarket& drawn) {
  const Outcome found = outcome_of(drawn);
  return found.handovers.empty() ? 0 : found.handovers.front().key;
}

TEST(Market, LetsSocialDwellingsToWhoHasWaitedLongest) {
  DrawnMarket drawn = one_dwelling(Tenure::social_rent);
  drawn.market.searchers = {must_move(1, 3, 0), must_move(2, 9, 1), must_move(3, 9, 1), must_move(4, 5, 0)};
  EXPECT_EQ(winner(drawn), 2U);
  drawn.market.searchers[1].may_rent_social = false;
  EXPECT_EQ(winner(drawn), 3U);
}

TEST(Market, SellsToTheHighestBidder) {
  DrawnMarket drawn = one_dwelling(Tenure::owner_occupied);
  drawn.market.searchers = {must_move(1, 90, 0), must_move(2, 0, 1), must_move(3, 0, 1)};
  drawn.market.searchers[1].buys_to = 35;
  drawn.market.searchers[2].buys_to = 34;
  EXPECT_EQ(winner(drawn), 2U);
  drawn.market.searchers[1].buys_to = 7.9F;
  EXPECT_EQ(winner(drawn), 3U);
}

TEST(Market, RanksBidsByWhatIsLeftWhenCostsWeighNothing) {
  DrawnMarket drawn = one_dwelling(Tenure::owner_occupied);
  drawn.market.parameters.worth_cost = 0;
  drawn.market.searchers = {must_move(1, 0, 0), must_move(2, 0, 0)};
  drawn.market.searchers[1].buys_to = 30;
  EXPECT_EQ(winner(drawn), 2U);
}

TEST(Market, LetsFavouredResidentsGoFirst) {
  for (const Tenure tenure : {Tenure::owner_occupied, Tenure::social_rent, Tenure::private_rent}) {
    DrawnMarket drawn = one_dwelling(tenure);
    drawn.market.vacancies[0].offer.segment |= kHasPriority;
    drawn.market.setting.priorities = {{0, 1}};
    Searcher from_outside = must_move(1, 50, 1);
    from_outside.kind = SearcherKind::arrival;
    Searcher rich = must_move(2, 40, 0);
    rich.buys_to = 100;
    rich.demand.income = 90;
    drawn.market.searchers = {from_outside, rich, must_move(3, 0, 1)};
    EXPECT_EQ(winner(drawn), 3U);
    drawn.market.setting.priorities = {{0, 0}};
    EXPECT_EQ(winner(drawn), 2U);
  }
}

TEST(Market, GoesOnWhenThoseWhoLookFirstGetNothing) {
  // So many searchers for one dwelling that one in a hundred looks at it at first; only one of them may have it.
  DrawnMarket drawn = one_dwelling(Tenure::social_rent);
  drawn.market.parameters.viewers = 1;
  for (std::uint64_t key = 1; key <= 100; ++key) {
    drawn.market.searchers.push_back(must_move(key, 0, 0));
    drawn.market.searchers.back().may_rent_social = key == 60;
  }
  EXPECT_EQ(winner(drawn), 60U);
}

TEST(Market, TellsWhatItOffersToThoseWhoLiveInTheRegion) {
  DrawnMarket drawn = one_dwelling(Tenure::social_rent);
  MarketCase& m = drawn.market;
  m.vacancies.push_back({{1, 12, 0, 4, segment_of(Tenure::social_rent, DwellingType::flat), 78}, 1, 0});
  m.setting.income_bounds = {10, 20, 30, 50};
  m.searchers = {must_move(1, 0, 0), must_move(2, 0, 0)};
  m.searchers[1].demand.has_origin = false;
  const Worth worth = worth_in(drawn);
  const Expectations found = expect_of_market(m.searchers, m.vacancies, m.parameters, worth, m.setting, m.year);
  const Demand& demand = m.searchers[0].demand;
  const double mean = (std::exp(worth.of(demand, m.vacancies[0].offer)) + std::exp(worth.of(demand, m.vacancies[1].offer))) / 2;
  const Expectation& of_kind = found[static_cast<std::size_t>(LifeStage::single)][3];
  EXPECT_EQ(of_kind.count, 1);
  EXPECT_NEAR(of_kind.mean(), std::log(mean), 2e-6);
}

}  // namespace
}  // namespace koers::simulate
