// SPDX-License-Identifier: EUPL-1.2
#include "app/monitor/series.h"

#include <gtest/gtest.h>

#include "app/monitor/population.h"
#include "app/monitor_city.h"

namespace koers::test {
namespace {

const Reference kCity{Kind::municipality, "GM1"};
const Id<Indicator> kShare{"share"};

TEST(SeriesIndex, PutsFiguresInOrderOfTime) {
  MonitorCity made;
  made.figure("share", "GM1", "2021", "3").figure("share", "GM1", "2019", "1").figure("share", "GM1", "2020", "2");
  const SeriesIndex index(made.city());
  std::vector<double> values;
  for (const Moment& each : index.of(kShare, kCity)) values.push_back(*each.value());
  EXPECT_EQ(values, (std::vector<double>{1, 2, 3}));
}

TEST(SeriesIndex, KeepsWhatAnotherSourceSaysBesideTheFirst) {
  MonitorCity made;
  made.figure("share", "GM1", "2021", "3")
      .figure("share", "GM1", "2021", "4", "paper")
      .figure("share", "GM1", "2021", "3", "news");
  const SeriesIndex index(made.city());
  const Series& series = index.of(kShare, kCity);
  ASSERT_EQ(series.size(), 1U);
  EXPECT_EQ(*series[0].value(), 3);
  ASSERT_EQ(series[0].others.size(), 1U) << "one that says the same contradicts nothing";
  EXPECT_EQ(series[0].others[0]->source.source.str(), "paper");
}

TEST(SeriesIndex, PrefersAFigureOverASuppressedOne) {
  MonitorCity made;
  made.figure("share", "GM1", "2021", "").figure("share", "GM1", "2021", "4", "paper");
  EXPECT_EQ(*SeriesIndex(made.city()).of(kShare, kCity)[0].value(), 4);
}

TEST(SeriesIndex, TheLatestHasAValue) {
  MonitorCity made;
  made.figure("share", "GM1", "2020", "2").figure("share", "GM1", "2021", "");
  const SeriesIndex index(made.city());
  EXPECT_EQ(*index.latest(kShare, kCity)->value(), 2);
  EXPECT_EQ(index.latest(Id<Indicator>("other"), kCity), nullptr);
}

TEST(SeriesIndex, KnowsThePeriodsOfALevel) {
  MonitorCity made;
  made.figure("share", "WK1", "2021", "2").figure("share", "WK2", "2020", "2").figure("share", "GM1", "2019", "2");
  const SeriesIndex index(made.city());
  EXPECT_EQ(index.periods_of(kShare, Kind::district), (std::vector<Period>{*parse_period("2020"), *parse_period("2021")}));
}

TEST(Year, OfSeveralYearsIsTheirMiddle) {
  EXPECT_DOUBLE_EQ(year_of(*parse_period("2020/2022")), 2021);
  EXPECT_DOUBLE_EQ(year_of(*parse_period("2021-01-01")), 2021);
}

TEST(Population, IsThatOfTheNearestYear) {
  MonitorCity made;
  made.figure("inhabitants", "WK1", "2016", "100").figure("inhabitants", "WK1", "2022", "200");
  const SeriesIndex index(made.city());
  EXPECT_EQ(residents_of(index, {Kind::district, "WK1"}, 2021), 200);
  EXPECT_EQ(residents_of(index, {Kind::district, "WK1"}, 2010), 100);
  EXPECT_FALSE(residents_of(index, {Kind::district, "WK2"}, 2010));
}

TEST(Population, GivesWayToADenominator) {
  MonitorCity made;
  made.figure("inhabitants", "WK1", "2022", "200").figure("share", "WK1", "2022", "5");
  Observation share = made.city().observations.back();
  EXPECT_EQ(persons_behind(SeriesIndex(made.city()), share), 200);
  share.denominator = parse_decimal("40");
  EXPECT_EQ(persons_behind(SeriesIndex(made.city()), share), 40);
}

}  // namespace
}  // namespace koers::test
