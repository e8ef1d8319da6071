// SPDX-License-Identifier: EUPL-1.2
#include "simulate/moments.h"

#include <cmath>

#include <gtest/gtest.h>

#include "simulate/family.h"
#include "small_city.h"

namespace koers::simulate {
namespace {

double at(const Point& moments, MomentKind kind) { return moments[static_cast<std::size_t>(kind)]; }

RunSetting setting() {
  RunSetting out;
  out.years = 3;
  out.stream = {5, 0};
  return out;
}

TEST(Moments, AreWhatTheRunSaysOfItself) {
  const Population city = small_city(3000, {31, 2});
  const Point moments = moments_of_runs(city, setting(), 1).value();
  const RunResult result = run(city, setting()).value();
  double births = 0;
  double arrived = 0;
  double lettings = 0;
  for (const YearResult& year : result.years) {
    births += year.life.births / 3.0;
    arrived += static_cast<double>(year.persons_arrived) / 3.0;
    for (const auto& from : year.segments) {
      for (std::size_t to = 0; to < kSegments; ++to)
        lettings += tenure_of(static_cast<std::uint8_t>(to)) == Tenure::social_rent ? from[to] / 3.0 : 0;
    }
  }
  EXPECT_NEAR(at(moments, MomentKind::births), births, 1e-9);
  EXPECT_NEAR(at(moments, MomentKind::arrivals), arrived, 1e-9);
  // A household that moved and then joined another, or lost its head, is not seen on the last day of the year.
  EXPECT_NEAR(at(moments, MomentKind::social_lettings), lettings, 0.05 * lettings);
  for (std::size_t m = 0; m < kMoments; ++m) EXPECT_TRUE(std::isfinite(moments[m])) << describe(static_cast<MomentKind>(m)).name;
}

double measured(const MeasureRow& row, Measure measure) { return row[static_cast<std::size_t>(measure)]; }

double persons_per_dwelling(const YearResult& year) {
  double persons = 0;
  double dwellings = 0;
  for (const MeasureRow& row : year.neighbourhoods) {
    persons += measured(row, Measure::persons);
    dwellings += measured(row, Measure::dwellings);
  }
  return persons / dwellings;
}

TEST(Moments, TellHowFullDwellingsAreAndWhetherNeighbourhoodsComeNearerToTheMean) {
  const Population city = small_city(3000, {36, 2});
  const Point moments = moments_of_runs(city, setting(), 1).value();
  const RunResult result = run(city, setting()).value();
  const double before = persons_per_dwelling(result.years.front());
  const double after = persons_per_dwelling(result.years.back());
  EXPECT_NEAR(at(moments, MomentKind::persons_per_dwelling), 100 * (after / before - 1), 1e-9);
  double covariance = 0;
  double variance = 0;
  for (std::size_t i = 0; i < city.neighbourhoods.size(); ++i) {
    const auto beside = [i](const YearResult& year, double mean) {
      const MeasureRow& row = year.neighbourhoods[i];
      return measured(row, Measure::persons) / measured(row, Measure::dwellings) / mean - 1;
    };
    const double was = beside(result.years.front(), before);
    const double weight = measured(result.years.front().neighbourhoods[i], Measure::dwellings);
    covariance += weight * was * (beside(result.years.back(), after) - was);
    variance += weight * was * was;
  }
  ASSERT_GT(variance, 0);
  EXPECT_NEAR(at(moments, MomentKind::drift_to_mean), 100 * covariance / variance, 1e-6);
}

TEST(Moments, OfACityWhereNobodyComesOrGoesHaveNoMoversFromElsewhere) {
  RunSetting closed = setting();
  closed.parameters.arrivals = closed.parameters.departures = closed.parameters.unmet_leaves = 0;
  closed.parameters.homeless_years = 20;
  const Point moments = moments_of_runs(small_city(3000, {32, 2}), closed, 1).value();
  EXPECT_EQ(at(moments, MomentKind::arrivals), 0);
  EXPECT_EQ(at(moments, MomentKind::lettings_to_residents), 100);
  EXPECT_GT(at(moments, MomentKind::stays_in_city), 90) << "but for orphans";
}

TEST(Moments, OfReplicatesAreTheirMean) {
  const Population city = small_city(1000, {33, 2});
  RunSetting second = setting();
  second.stream.replicate = 1;
  const Point both = moments_of_runs(city, setting(), 2).value();
  const Point one = moments_of_runs(city, setting(), 1).value();
  const Point other = moments_of_runs(city, second, 1).value();
  for (std::size_t m = 0; m < kMoments; ++m) EXPECT_NEAR(both[m], (one[m] + other[m]) / 2, 1e-9);
}

TEST(Moments, HaveTargetsOfTheCountryForTheAgesOfTheCity) {
  const Population city = small_city(3000, {34, 2});
  const Targets targets = national_targets(city);
  for (std::size_t m = 0; m < kMoments; ++m)
    EXPECT_EQ(targets[m].has_value(), !describe(static_cast<MomentKind>(m)).source.empty()) << m;
  // Statistische Trends 2020: 2.11 to 2.24 % of those of 65–73 moved within their municipality.
  const Target older = *targets[static_cast<std::size_t>(MomentKind::moved_within_65_plus)];
  EXPECT_NEAR(older.value, 2.18, 0.05);
  EXPECT_NEAR(older.error, 0.15 * older.value, 1e-12);
  EXPECT_GT(targets[static_cast<std::size_t>(MomentKind::young_arrivals)]->value, 20);
}

TEST(Moments, OfParametersOutOfRangeAreAnError) {
  RunSetting wrong = setting();
  wrong.parameters.birth_scale = -1;
  EXPECT_EQ(moments_of_runs(small_city(100, {35, 2}), wrong, 1).error().code, ErrorCode::bad_input);
}

}  // namespace
}  // namespace koers::simulate
