// SPDX-License-Identifier: EUPL-1.2
#include "simulate/rates.h"

#include <numeric>

#include <gtest/gtest.h>

namespace koers::simulate {
namespace {

double children_per_woman(const Rates& rates) { return std::accumulate(rates.birth.begin(), rates.birth.end(), 0.0); }

// The mean total fertility rates of the periods that the United Nations give beside the rates by age.
TEST(Rates, AreThoseOfTheLastFiveYearsThatWereOver) {
  EXPECT_NEAR(children_per_woman(netherlands_known_in(2016)), 1.7273, 5e-4);
  EXPECT_NEAR(children_per_woman(netherlands_known_in(2020)), 1.7273, 5e-4) << "the next period still runs";
  EXPECT_NEAR(children_per_woman(netherlands_known_in(2021)), 1.6175, 5e-4);
  EXPECT_NEAR(children_per_woman(netherlands_known_in(2026)), 1.5283, 5e-4);
  EXPECT_EQ(&netherlands_known_in(2040), &netherlands());
  EXPECT_EQ(&netherlands_known_in(1990), &netherlands_known_in(2016)) << "nothing earlier is there";
}

TEST(Rates, OfDeathFellFromPeriodToPeriod) {
  for (const std::size_t age : {0U, 40U, 60U, 80U}) {
    for (std::size_t sex = 0; sex < 2; ++sex)
      EXPECT_GT(netherlands_known_in(2016).death[sex][age], netherlands().death[sex][age]) << age;
  }
}

TEST(Rates, SayWhichYearsTheyAreFrom) {
  EXPECT_NE(rate_sources_known_in(2016).front().source.find("2010-2015"), std::string::npos);
  EXPECT_NE(rate_sources_known_in(2026).front().source.find("2020-2025"), std::string::npos);
}

}  // namespace
}  // namespace koers::simulate
