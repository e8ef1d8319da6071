// SPDX-License-Identifier: EUPL-1.2
#include "simulate/livelihoods.h"
#include "simulate/work_table.h"

#include <cmath>

#include <gtest/gtest.h>

#include "simulate/synthesise.h"
#include "zoetermeer_margins.h"

namespace koers::simulate {
namespace {

const Population& city() {
  static const Population kCity = synthesise(zoetermeer_margins(Level::districts), {1, 0})->population;
  return kCity;
}

int age(std::size_t person) { return city().year - 1 - city().persons.birth_year[person]; }

TEST(Livelihoods, HaveEveryoneOfStatePensionAgeRetiredAndNoChildAtWork) {
  for (std::size_t i = 0; i < city().persons.rows(); ++i) {
    EXPECT_EQ(city().persons.work[i] == Work::retired, age(i) >= kRetirementAge);
    EXPECT_TRUE(age(i) >= 15 || city().persons.work[i] == Work::none);
    EXPECT_TRUE(age(i) >= 18 || city().persons.education[i] == Education::low);
  }
}

TEST(Livelihoods, HaveOwnersRicherThanTenantsOfSocialRent) {
  std::array<double, 3> incomes{};
  std::array<double, 3> counts{};
  for (std::size_t i = 0; i < city().households.rows(); ++i) {
    if (city().households.dwelling[i] == kNone) continue;
    const auto tenure = static_cast<std::size_t>(city().dwellings.tenure[city().households.dwelling[i]]);
    incomes[tenure] += city().households.income[i];
    ++counts[tenure];
    EXPECT_GE(city().households.income[i], 0);
    EXPECT_GE(city().households.wealth[i], 0);
  }
  EXPECT_GT(incomes[0] / counts[0], 1.4 * incomes[1] / counts[1]);
}

TEST(Livelihoods, HaveNobodyThereBeforeTheDwellingOrAdulthood) {
  for (std::size_t i = 0; i < city().households.rows(); ++i) {
    const DwellingIndex dwelling = city().households.dwelling[i];
    EXPECT_LE(city().households.since[i], city().year);
    EXPECT_LE(city().households.registered[i], city().year);
    if (dwelling == kNone) continue;
    EXPECT_GE(city().households.since[i], city().dwellings.built[dwelling]);
    EXPECT_GE(city().households.since[i], city().persons.birth_year[city().households.first[i]] + 18);
  }
}

// The published mean value of Centrum is 240 thousand euros; owners have the larger part of the dear types.
TEST(Livelihoods, HavePricesAtTheLevelOfTheArea) {
  double centre = 0;
  double centre_count = 0;
  double oosterheem = 0;
  double oosterheem_count = 0;
  for (std::size_t i = 0; i < city().dwellings.rows(); ++i) {
    const bool is_owned = city().dwellings.tenure[i] == Tenure::owner_occupied;
    EXPECT_GT(city().dwellings.price[i], is_owned ? 30 : 250);
    if (is_owned && city().dwellings.neighbourhood[i] == 0) centre += city().dwellings.price[i], ++centre_count;
    if (is_owned && city().dwellings.neighbourhood[i] == 6) oosterheem += city().dwellings.price[i], ++oosterheem_count;
  }
  EXPECT_GT(centre / centre_count, 240);
  EXPECT_LT(centre / centre_count, 310);
  EXPECT_GT(oosterheem / oosterheem_count, 1.2 * centre / centre_count);
}

TEST(Livelihoods, HaveTalentAroundZeroWithItsSpread) {
  double sum = 0;
  double squares = 0;
  const double n = static_cast<double>(city().persons.rows());
  for (const float talent : city().persons.talent) {
    sum += talent;
    squares += talent * talent;
  }
  EXPECT_NEAR(sum / n, 0, 0.08);
  EXPECT_NEAR(std::sqrt(squares / n), 0.3, 0.08);
}

}  // namespace
}  // namespace koers::simulate
