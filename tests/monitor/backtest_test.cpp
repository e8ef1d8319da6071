// SPDX-License-Identifier: EUPL-1.2
#include "monitor/backtest.h"

#include <cmath>
#include <numbers>

#include <gtest/gtest.h>

#include "monitor/forecast.h"

namespace koers::monitor {
namespace {

using Judged = std::vector<JudgedForecast>;

std::vector<TimedValue> line(int count) {
  std::vector<TimedValue> out;
  for (int i = 0; i < count; ++i) out.push_back({2010.0 + i, 3.0 * i});
  return out;
}

TEST(Backtest, JudgesEveryLaterMomentFromEveryMomentWithEnoughBeforeIt) {
  const auto judged = backtest(line(7));
  ASSERT_EQ(judged.size(), 3u + 2 + 1) << "from the 4th, 5th and 6th moment";
  EXPECT_EQ(judged.front().origin, 2013);
  EXPECT_EQ(judged.front().horizon(), 1);
  EXPECT_EQ(judged[2].horizon(), 3);
}

TEST(Backtest, KnowsNothingOfLaterMoments) {
  auto series = line(6);
  const double before = backtest(series).front().forecast.value;
  series.back().value = 1000;
  EXPECT_EQ(backtest(series).front().forecast.value, before);
}

TEST(Backtest, OfTooFewMomentsIsEmpty) {
  EXPECT_TRUE(backtest(line(4)).empty());
  EXPECT_TRUE(backtest({}).empty());
}

TEST(Backtest, OfALineIsPerfect) {
  const ForecastRecord record = record_of(std::vector<Judged>{backtest(line(8))});
  EXPECT_EQ(record.count, 10);
  EXPECT_EQ(record.within, 10);
  EXPECT_NEAR(record.skill, 1, 1e-9);
}

// One forecast N(0, 1) that comes true, where "nothing changes" was 2 away: 1 − ((√2 − 1)/√π)/2.
TEST(ForecastRecord, HasTheSkillOfTheClosedForm) {
  const double half = 1.6448536269514722;
  const Judged one{{2010, 2011, {0, -half, half}, 0, 2}};
  const ForecastRecord record = record_of(std::vector<Judged>{one});
  EXPECT_NEAR(record.skill, 1 - (std::sqrt(2) - 1) / std::sqrt(std::numbers::pi) / 2, 1e-9);
  EXPECT_EQ(record.within, 1);
}

TEST(ForecastRecord, DoesNotWeighUnits) {
  const Judged good{{2010, 2011, {10, 9, 11}, 10, 12}};
  const Judged bad{{2010, 2011, {10, 9, 11}, 20, 19}};
  auto in_thousands = bad;
  for (auto& each : in_thousands) {
    each = {each.origin, each.year, {10000, 9000, 11000}, 20000, 19000};
  }
  EXPECT_NEAR(record_of(std::vector<Judged>{good, bad}).skill, record_of(std::vector<Judged>{good, in_thousands}).skill, 1e-9);
}

TEST(ForecastRecord, OfASeriesThatNeverChangedIsNoDivisionByZero) {
  const Judged still{{2010, 2011, {5, 5, 5}, 5, 5}};
  const ForecastRecord record = record_of(std::vector<Judged>{still});
  EXPECT_EQ(record.count, 1);
  EXPECT_EQ(record.within, 1);
  EXPECT_EQ(record.skill, 0);
  EXPECT_EQ(record_of({}).count, 0);
}

}  // namespace
}  // namespace koers::monitor
