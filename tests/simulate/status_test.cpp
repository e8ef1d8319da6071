// SPDX-License-Identifier: EUPL-1.2
#include "simulate/status.h"

#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

#include "hamlet.h"
#include "simulate/family.h"
#include "small_city.h"

namespace koers::simulate {
namespace {

const Year kYear{{1, 1}, 0, kHamletYear, 1};

/// Somebody with a dwelling in this neighbourhood.
HouseholdIndex resident(Population& population, float income, std::uint16_t neighbourhood = 0) {
  const PersonIndex head = person(population, Sex::woman, 40);
  population.persons.education[head] = Education::middle;
  population.persons.work[head] = Work::working;
  const HouseholdIndex out = household(population, {head});
  settle(population, out, dwelling(population, Tenure::social_rent, neighbourhood), kHamletYear);
  population.households.income[out] = income;
  return out;
}

TEST(Status, IsHalfIncomeThreeTenthsEducationTwoTenthsWork) {
  StatusScale scale;
  scale.income_mean = std::log(20);
  scale.income_deviation = 0.5;
  EXPECT_NEAR(status_of(scale, 20, 1, Education::middle, Work::working), 0, 1e-12);
  EXPECT_NEAR(status_of(scale, 20 * std::exp(0.5), 1, Education::middle, Work::working), 0.5, 1e-12);
  EXPECT_NEAR(status_of(scale, 40, 4, Education::middle, Work::working), 0, 1e-12) << "per root of the members";
  EXPECT_NEAR(status_of(scale, 20, 1, Education::high, Work::working), 0.3, 1e-12);
  EXPECT_NEAR(status_of(scale, 20, 1, Education::low, Work::retired), -0.3, 1e-12);
  EXPECT_NEAR(status_of(scale, 20, 1, Education::middle, Work::none), -0.2, 1e-12);
  EXPECT_EQ(status_of(scale, 0, 1, Education::low, Work::none), status_of(scale, 1, 1, Education::low, Work::none));
}

TEST(Status, TakesTheHighestEducationOfTheAdultsAndTheWorkOfTheHead) {
  Population population = hamlet();
  const PersonIndex head = person(population, Sex::man, 40);
  const PersonIndex partner = person(population, Sex::woman, 40);
  const PersonIndex child = person(population, Sex::woman, 20);
  const HouseholdIndex home = couple(population, head, partner, {child});
  population.households.income[home] = 20 * std::sqrt(3.0F);
  population.persons.work[head] = Work::working;
  population.persons.education[partner] = Education::middle;
  population.persons.education[child] = Education::high;
  StatusScale scale;
  scale.income_mean = std::log(20);
  EXPECT_NEAR(status_of(scale, population, home), 0, 1e-6);
  population.persons.education[head] = Education::high;
  EXPECT_NEAR(status_of(scale, population, home), 0.3, 1e-6);
  population.persons.work[head] = Work::none;
  population.persons.work[partner] = Work::working;
  EXPECT_NEAR(status_of(scale, population, home), 0.1, 1e-6);
}

TEST(StatusScale, IsThatOfTheHouseholdsWithADwelling) {
  Population population = hamlet();
  resident(population, std::exp(2.0F));
  resident(population, std::exp(4.0F), 1);
  const HouseholdIndex staying = household(population, {person(population, Sex::man, 30)});
  population.households.income[staying] = 5000;
  const StatusScale scale = status_scale(population, kYear);
  EXPECT_NEAR(scale.income_mean, 3, 1e-6);
  EXPECT_NEAR(scale.income_deviation, 1, 1e-6);
  EXPECT_NEAR(scale.mean, 0, 1e-6);
  EXPECT_NEAR(scale.deviation, 0.5, 1e-6);
}

TEST(StatusScale, DividesIncomesIntoFifths) {
  Population population = hamlet();
  for (int i = 100; i > 0; --i) resident(population, static_cast<float>(i));
  const StatusScale scale = status_scale(population, kYear);
  std::array<int, kQuintiles> count{};
  for (int i = 1; i <= 100; ++i) ++count[income_quintile(scale.quintiles, static_cast<float>(i))];
  EXPECT_EQ(count, (std::array<int, kQuintiles>{20, 20, 20, 20, 20}));
  EXPECT_EQ(income_quintile(scale.quintiles, -5), 0U);
  EXPECT_EQ(income_quintile(scale.quintiles, 1e9F), 4U);
}

TEST(StatusScale, OfNobodyIsNotDividedByZero) {
  const StatusScale scale = status_scale(hamlet(), kYear);
  EXPECT_EQ(scale.income_deviation, 1);
  EXPECT_EQ(scale.deviation, 1);
  Population same = hamlet();
  for (int i = 0; i < 3; ++i) resident(same, 30);
  EXPECT_EQ(status_scale(same, kYear).income_deviation, 1);
}

TEST(MeanStatus, IsThatOfHouseholdsWithADwellingAndZeroWhereNobodyLives) {
  Population population = hamlet(3);
  resident(population, 20);
  resident(population, 20);
  resident(population, 20, 1);
  household(population, {person(population, Sex::man, 30)});
  const std::vector<float> mean = mean_status(population, {1, 0.5F, -2, 100});
  ASSERT_EQ(mean.size(), 3U);
  EXPECT_NEAR(mean[0], 0.75, 1e-6);
  EXPECT_NEAR(mean[1], -2, 1e-6);
  EXPECT_EQ(mean[2], 0);
}

TEST(MeanStatus, IsTheSameInWhateverOrderHouseholdsComeToTheLastBit) {
  Population population = hamlet(1);
  std::vector<float> status;
  for (int i = 0; i < 500; ++i) {
    resident(population, 20);
    status.push_back(static_cast<float>(std::sin(i) * 3));
  }
  const std::vector<float> forward = mean_status(population, status);
  EXPECT_EQ(mean_status(population, {status.rbegin(), status.rend()}), forward);
  EXPECT_NEAR(forward[0], std::accumulate(status.begin(), status.end(), 0.0) / 500, 1e-6);
}

TEST(Scores, AreStandardDeviationsOfTheStart) {
  Population population = small_city(2'000, {5, 5}, 4);
  for (HouseholdIndex i = 0; i < population.households.rows(); ++i)
    population.households.income[i] = static_cast<float>(15 + (i * 7919) % 60);
  const StatusScale scale = status_scale(population, kYear);
  std::vector<float> status;
  update_status(population, scale, kYear, status);
  const std::vector<float> mean = mean_status(population, status);
  update_scores(population, scale, mean);
  double sum = 0;
  double squares = 0;
  for (const Neighbourhood& one : population.neighbourhoods) {
    sum += static_cast<double>(one.score);
    squares += static_cast<double>(one.score) * static_cast<double>(one.score);
  }
  EXPECT_NEAR(sum / 12, 0, 1e-4);
  EXPECT_NEAR(squares / 12, 1, 1e-4);
  std::vector<float> higher = mean;
  for (float& value : higher) value += static_cast<float>(scale.deviation);
  update_scores(population, scale, higher);
  sum = 0;
  for (const Neighbourhood& one : population.neighbourhoods) sum += static_cast<double>(one.score);
  EXPECT_NEAR(sum / 12, 1, 1e-4) << "a score can rise everywhere";
}

TEST(Status, OfFreeRowsIsZero) {
  Population population = hamlet();
  resident(population, 30);
  const HouseholdIndex gone = resident(population, 60);
  dissolve(population, gone);
  std::vector<float> status{9, 9};
  update_status(population, StatusScale{}, kYear, status);
  EXPECT_EQ(status[gone], 0);
  EXPECT_NE(status[0], 0);
}

}  // namespace
}  // namespace koers::simulate
