// SPDX-License-Identifier: EUPL-1.2
// Against values worked out by hand.
#include "simulate/back_test.h"

#include <cmath>

#include <gtest/gtest.h>

namespace koers::simulate {
namespace {

using Values = std::vector<double>;

const Values kEarlier{100, 300, 600};  // 10, 30 and 60 %
const Values kLaunch{180, 300, 720};   // 15, 25 and 60 % of 1,200
const BasePeriod kBase{kEarlier, kLaunch, 4};

void expect_near(const Values& found, const Values& wanted) {
  ASSERT_EQ(found.size(), wanted.size());
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], wanted[i], 1e-9) << i;
}

TEST(BackTestMethods, ATrendCarriesTheYearlyChangeOn) { expect_near(linear_trend(kBase, 6), {300, 300, 900}); }

TEST(BackTestMethods, ATrendThatFallsStopsAtNobody) {
  const Values earlier{100, 100};
  const Values launch{40, 90};
  expect_near(linear_trend({earlier, launch, 2}, 6), {0, 60});
}

TEST(BackTestMethods, AConstantShareDividesTheWholeAsItWas) { expect_near(constant_share(kLaunch, 2000), {300, 500, 1200}); }

TEST(BackTestMethods, SharesOfNobodyAreNothing) { expect_near(constant_share(Values{0, 0}, 100), {0, 0}); }

TEST(BackTestMethods, ShiftingSharesCarriesTheirChangeOn) {
  // 15 + 6 · 5/4 = 22.5 %, 25 − 6 · 5/4 = 17.5 %, 60 %.
  expect_near(shift_share(kBase, 6, 2000), {450, 350, 1200});
}

TEST(BackTestMethods, PersonsPerDwellingStayAsTheyWere) {
  expect_near(in_proportion(kLaunch, Values{90, 100, 0}, Values{100, 50, 40}), {200, 150, 720});
}

TEST(ForecastScores, AreThoseOfTheirDefinitions) {
  const Values observed{100, 200, 400, 1000};
  const Values forecast{110, 190, 440, 900};  // +10, −5, +10 and −10 %
  const ForecastScores scores = scores_of(forecast, observed);
  EXPECT_NEAR(scores.mape, 8.75, 1e-12);
  EXPECT_NEAR(scores.malpe, 1.25, 1e-12);
  EXPECT_NEAR(scores.wape, 100 * 160.0 / 1700, 1e-12);
  EXPECT_NEAR(scores.mae, 40, 1e-12);
  EXPECT_NEAR(scores.rmse, std::sqrt((100 + 100 + 1600 + 10000) / 4.0), 1e-12);
  EXPECT_NEAR(scores.total, 100 * (1640.0 / 1700 - 1), 1e-12);
}

TEST(ForecastScores, NameTheAreaThatIsFurthestOffWithItsSign) {
  const ForecastScores scores = scores_of(Values{104, 70, 120}, Values{100, 100, 100});
  EXPECT_EQ(scores.worst, 1U);
  EXPECT_NEAR(scores.worst_error, -30, 1e-12);
}

TEST(ForecastScores, AreNothingWhenAllIsRight) {
  const ForecastScores scores = scores_of(kLaunch, kLaunch);
  for (const double each : {scores.mape, scores.wape, scores.malpe, scores.mae, scores.rmse, scores.total, scores.worst_error})
    EXPECT_EQ(each, 0);
}

}  // namespace
}  // namespace koers::simulate
