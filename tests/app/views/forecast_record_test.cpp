// SPDX-License-Identifier: EUPL-1.2
#include "app/views/forecast_record.h"

#include <gtest/gtest.h>

#include "app/monitor_city.h"

namespace koers::test {
namespace {

const Reference kOwn{Kind::municipality, "GM1"};

/// `share` rises by one a year from 2012 through `last`.
MonitorCity line_until(int last) {
  MonitorCity made;
  made.indicator("share", Polarity::more_is_better);
  for (int year = 2012; year <= last; ++year) {
    made.figure("share", "GM1", std::to_string(year), std::to_string(year - 2000));
  }
  return made;
}

TEST(ForecastRecordView, IsNotThereUntilAForecastCanBeJudged) {
  const auto four = line_until(2015);
  EXPECT_FALSE(views::forecast_record(SeriesIndex(four.city()).of(Id<Indicator>("share"), kOwn)));
  EXPECT_TRUE(views::forecast_records(four.city(), SeriesIndex(four.city()), kOwn).empty());
}

TEST(ForecastRecordView, OfALineIsPerfectAndSaysHowFarItLooked) {
  const auto made = line_until(2021);
  const auto record = views::forecast_record(SeriesIndex(made.city()).of(Id<Indicator>("share"), kOwn));
  ASSERT_TRUE(record);
  EXPECT_EQ(record->forecasts, 6 + 5 + 4 + 3 + 2 + 1);
  EXPECT_EQ(record->within, record->forecasts);
  EXPECT_NEAR(record->skill, 1, 1e-9);
  EXPECT_EQ(record->nearest, 1);
  EXPECT_EQ(record->farthest, 6);
}

TEST(ForecastRecordView, IsKeptApartByHowFarAheadItLooked) {
  const auto made = line_until(2021);
  const auto records = views::forecast_records(made.city(), SeriesIndex(made.city()), kOwn);
  ASSERT_EQ(records.size(), 3u);
  EXPECT_EQ(records[0].farthest, 1);
  EXPECT_EQ(records[1].nearest, 2);
  EXPECT_EQ(records[1].farthest, 3);
  EXPECT_EQ(records[2].nearest, 4);
  EXPECT_EQ(records[0].forecasts + records[1].forecasts + records[2].forecasts, 21);
}

TEST(ForecastRecordView, LeavesSuppressedFiguresOut) {
  auto made = line_until(2016);
  made.figure("share", "GM1", "2017", "");
  EXPECT_EQ(views::forecast_record(SeriesIndex(made.city()).of(Id<Indicator>("share"), kOwn))->forecasts, 1);
}

}  // namespace
}  // namespace koers::test
