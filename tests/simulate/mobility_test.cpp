// SPDX-License-Identifier: EUPL-1.2
// Who searches, by age: the national PEARL forecasts had their detail withdrawn in 2023 because those over 65 moved as another
// age group does.
#include <cmath>

#include <gtest/gtest.h>

#include "simulate/demography.h"
#include "simulate/search.h"
#include "small_city.h"

namespace koers::simulate {
namespace {

/// A city and what decisions in it rest on, all of the first year.
class City {
 public:
  explicit City(Population population) : population_(std::move(population)) {
    parameters_.search_per_move = 3;
    parameters_.departures = 0;
    parameters_.search_duration = -0.4;
    parameters_.search_misfit = 0.4;
    parameters_.search_distance = 0.2;
    parameters_.search_gain = 0.1;
    parameters_.search_private_rent = 1;
    parameters_.search_social_rent = -0.2;
    for (HouseholdIndex i = 0; i < population_.households.rows(); ++i) {
      population_.households.income[i] = static_cast<float>(15 + (i * 7919) % 60);
      population_.households.stage[i] = LifeStage::single;
    }
    scale_ = status_scale(population_, year());
    update_status(population_, scale_, year(), status_);
    mean_status_ = mean_status(population_, status_);
    worth_ = Worth(parameters_, population_.neighbourhoods);
    worth_.update(population_.neighbourhoods, mean_status_);
  }
  City(const City&) = delete;
  City& operator=(const City&) = delete;

  [[nodiscard]] Situation situation() const {
    return {population_, status_, mean_status_, parameters_, worth_, prices_, scale_, view_, view_};
  }
  [[nodiscard]] Year year(std::uint32_t replicate = 0) const { return {{6, replicate}, 1, population_.year, 1}; }
  [[nodiscard]] const Population& population() const { return population_; }
  [[nodiscard]] Parameters& parameters() { return parameters_; }

 private:
  Population population_;
  Parameters parameters_;
  StatusScale scale_;
  std::vector<float> status_;
  std::vector<float> mean_status_;
  Worth worth_{parameters_, population_.neighbourhoods};
  PriceIndex prices_;
  MarketView view_{};
};

constexpr std::size_t kGroups = 23;
struct Shares {
  std::array<double, kGroups> households{};
  std::array<double, kGroups> searching{};

  [[nodiscard]] double of(std::size_t age) const { return searching[age / 5] / households[age / 5]; }
  [[nodiscard]] double error(std::size_t age, double share) const { return std::sqrt(share * (1 - share) / households[age / 5]); }
};

/// Over twenty replicates, by five years of age of the head.
Shares shares_that_search(const City& city, const SearchTables& tables, Intention what = Intention::searches) {
  Shares out;
  for (std::uint32_t replicate = 0; replicate < 20; ++replicate) {
    std::vector<Intention> intentions;
    decide_intentions(city.situation(), tables, city.year(replicate), intentions);
    for (HouseholdIndex i = 0; i < intentions.size(); ++i) {
      const PersonIndex head = city.population().households.first[i];
      const std::size_t group = age_in(city.population().year, city.population().persons.birth_year[head]) / 5;
      ++out.households[group];
      out.searching[group] += intentions[i] == what ? 1 : 0;
    }
  }
  return out;
}

double mean_of_group(const ByAge& rates, std::size_t age) {
  double sum = 0;
  for (std::size_t i = age / 5 * 5; i < age / 5 * 5 + 5; ++i) sum += rates[i];
  return sum / 5;
}

/// As many households as are all looked at when the intercepts are set.
constexpr std::uint32_t kHouseholds = 19'900;

TEST(Mobility, OfEachAgeGroupIsThatOfItsOwnPublishedRate) {
  const City city(small_city(kHouseholds, {1, 3}));
  const Shares shares = shares_that_search(city, search_tables(city.situation(), netherlands(), city.year()));
  for (std::size_t age = 20; age < 85; age += 5) {
    const double expected = 3 * mean_of_group(netherlands().moves_within, age);
    EXPECT_NEAR(shares.of(age), expected, 4 * shares.error(age, expected)) << age;
  }
}

TEST(Mobility, OfTheOldIsThatOfStatisticsNetherlands) {
  // Statistische Trends 2020: of 65–69 moved 2.18, 2.22, 2.15, 2.11 and 2.11 % within their municipality in 2017, of 25–29
  // 14.22, 14.17, 13.67, 12.92 and 11.95 %.
  const City city(small_city(kHouseholds, {2, 3}));
  const Shares shares = shares_that_search(city, search_tables(city.situation(), netherlands(), city.year()));
  EXPECT_NEAR(shares.of(65), 3 * 0.02154, 4 * shares.error(65, 3 * 0.02154));
  EXPECT_NEAR(shares.of(25), 3 * 0.13386, 4 * shares.error(25, 3 * 0.13386));
  EXPECT_LT(shares.of(65), 0.25 * shares.of(25));
}

TEST(Mobility, OfThoseOver65IsNotThatOfAnyOtherAge) {
  Rates rates;
  for (std::size_t age = 0; age < kAges; ++age) rates.moves_within[age] = age < 65 ? 0.01 : (age < 75 ? 0.10 : 0.05);
  const City city(small_city(kHouseholds, {3, 3}));
  const Shares shares = shares_that_search(city, search_tables(city.situation(), rates, city.year()));
  for (std::size_t age = 20; age < 85; age += 5) {
    const double expected = 3 * rates.moves_within[age];
    EXPECT_NEAR(shares.of(age), expected, 4 * shares.error(age, expected)) << age;
  }
}

/// Heads of 70 to 74 are five years older.
Population without_early_seventies() {
  Population out = small_city(kHouseholds, {4, 3});
  for (const PersonIndex head : out.households.first) {
    const int age = out.year - out.persons.birth_year[head];
    if (age >= 70 && age < 75) out.persons.birth_year[head] = static_cast<std::int16_t>(out.persons.birth_year[head] - 5);
  }
  return out;
}

TEST(Mobility, OfAnAgeThatNobodyHasAtTheStartIsAboutItsOwn) {
  const City before(without_early_seventies());
  const City after(small_city(kHouseholds, {4, 3}));
  const Shares shares = shares_that_search(after, search_tables(before.situation(), netherlands(), before.year()));
  const double expected = 3 * mean_of_group(netherlands().moves_within, 70);
  EXPECT_GT(shares.of(70), expected / 2);
  EXPECT_LT(shares.of(70), expected * 2);
}

/// Of the households with a head in five years of age, what the rates of their members say: the mean over each household, without
/// children of age.
std::array<double, kGroups> rates_by_group(const Population& population, const ByAge& rates) {
  std::array<double, kGroups> sum{};
  std::array<double, kGroups> households{};
  for (const PersonIndex head : population.households.first) {
    double of_family = 0;
    int members = 0;
    for (PersonIndex at = head; at != kNone; at = population.persons.next[at]) {
      const int age = population.year - population.persons.birth_year[at];
      if (age >= 18 && population.persons.role[at] == Role::child) continue;
      of_family += rates[static_cast<std::size_t>(age)];
      ++members;
    }
    const auto group = static_cast<std::size_t>(population.year - population.persons.birth_year[head]) / 5;
    sum[group] += of_family / members;
    ++households[group];
  }
  for (std::size_t group = 0; group < kGroups; ++group) sum[group] /= std::max(1.0, households[group]);
  return sum;
}

TEST(Mobility, OutOfTheCityIsThePublishedRateOfAllMembers) {
  City city(small_city(kHouseholds, {5, 3}));
  city.parameters().departures = 0.5;
  const Rates& rates = netherlands();
  const Shares shares = shares_that_search(city, search_tables(city.situation(), rates, city.year()), Intention::departs);
  const auto between = rates_by_group(city.population(), rates.moves_between);
  const auto abroad = rates_by_group(city.population(), rates.emigration);
  for (std::size_t age = 20; age < 85; age += 5) {
    const double expected = 0.5 * (between[age / 5] + abroad[age / 5]);
    EXPECT_NEAR(shares.of(age), expected, 4 * shares.error(age, expected)) << age;
  }
  // Children of the thirties move less than their parents' age alone says.
  EXPECT_LT(between[6], mean_of_group(rates.moves_between, 30));
}

TEST(Mobility, BetweenRegionsOfTheRunIsASearchElsewhere) {
  const City city(small_city(kHouseholds, {6, 3}, 3));
  const Rates& rates = netherlands();
  const Shares shares =
      shares_that_search(city, search_tables(city.situation(), rates, city.year()), Intention::searches_elsewhere);
  const auto between = rates_by_group(city.population(), rates.moves_between);
  for (std::size_t age = 20; age < 85; age += 5) {
    const double expected = 3 * between[age / 5];
    EXPECT_NEAR(shares.of(age), expected, 4 * shares.error(age, expected)) << age;
  }
}

TEST(Mobility, IsHigherWhereTheUrgeIsAndOfThoseWithoutADwellingCertain) {
  const City city(small_city(kHouseholds, {7, 3}));
  const Situation situation = city.situation();
  std::vector<Intention> intentions;
  const SearchTables tables = search_tables(situation, netherlands(), city.year());
  std::array<double, kTenures> households{};
  std::array<double, kTenures> searching{};
  for (std::uint32_t replicate = 0; replicate < 5; ++replicate) {
    decide_intentions(situation, tables, city.year(replicate), intentions);
    for (HouseholdIndex i = 0; i < intentions.size(); ++i) {
      const DwellingIndex home = city.population().households.dwelling[i];
      const auto tenure = static_cast<std::size_t>(city.population().dwellings.tenure[home]);
      ++households[tenure];
      searching[tenure] += intentions[i] == Intention::searches ? 1 : 0;
    }
  }
  EXPECT_GT(searching[2] / households[2], 1.3 * searching[0] / households[0]) << "private renters beside owners";
  EXPECT_LT(searching[1] / households[1], searching[2] / households[2]);
}

}  // namespace
}  // namespace koers::simulate
