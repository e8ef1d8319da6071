// SPDX-License-Identifier: EUPL-1.2
#include "monitor/evaluate.h"

#include <cmath>

#include <gtest/gtest.h>

namespace koers::monitor {
namespace {

SyntheticSetting small() {
  SyntheticSetting setting;
  setting.cities = 8;
  setting.areas = 40;
  setting.indicators = 12;
  return setting;
}

TEST(Evaluate, FindsHalfAsManyMoreAsTheNaiveRuleAtEqualFalseAlarms) {
  const auto found = evaluate(small());
  ASSERT_EQ(found.at_equal_false_alarms.size(), std::size(kFootings));
  for (const EqualFooting& each : found.at_equal_false_alarms) {
    EXPECT_GE(each.power, 1.5 * each.naive_power) << each.false_alarms_per_1000;
    EXPECT_GT(each.power, 0.5) << each.false_alarms_per_1000;
  }
}

TEST(Evaluate, FalseDiscoveriesStayBelowWhatIsPromised) {
  const auto found = evaluate(small());
  EXPECT_LT(found.ours.false_discovery_rate, 0.10);
  EXPECT_LT(found.ours_on_counts.false_discovery_rate, 0.15) << "nothing is promised of a part, but it should not be far off";
  EXPECT_GT(found.naive.false_discovery_rate, 0.9);
}

TEST(Evaluate, WhereNothingHappensHardlyAnythingIsAsked) {
  auto quiet = small();
  quiet.shifted = 0;
  const auto found = evaluate(quiet);
  EXPECT_EQ(found.shifts, 0);
  EXPECT_EQ(found.ours.power, 0);
  EXPECT_LT(found.ours.false_alarms_per_1000, 0.5);
  EXPECT_GT(found.naive.false_alarms_per_1000, 100);
}

TEST(Evaluate, IsTheSameForASeedOnAnyNumberOfThreads) {
  const auto one = evaluate(small(), {}, 1);
  for (const int threads : {2, 5}) {
    const auto more = evaluate(small(), {}, threads);
    EXPECT_EQ(more.ours.power, one.ours.power);
    EXPECT_EQ(more.ours.false_alarms_per_1000, one.ours.false_alarms_per_1000);
    EXPECT_EQ(more.at_equal_false_alarms[1].naive_power, one.at_equal_false_alarms[1].naive_power);
  }
  auto other = small();
  other.seed = 1;
  EXPECT_NE(evaluate(other).naive.false_alarms_per_1000, one.naive.false_alarms_per_1000);
}

TEST(SyntheticPanel, PlantsAsManyShiftsAsItIsTold) {
  const auto found = evaluate(small());
  const double chances = 8.0 * 40 * 12 * 4;
  EXPECT_NEAR(static_cast<double>(found.shifts), 0.01 * chances, 4 * std::sqrt(0.01 * chances));
}

TEST(SyntheticPanel, AShiftMakesWorseAndStays) {
  auto setting = small();
  auto without = setting;
  without.shifted = 0;
  const int share_of_which_more_is_better = 3;
  const auto shifted = synthetic_panel(setting, 0, share_of_which_more_is_better);
  const auto quiet = synthetic_panel(without, 0, share_of_which_more_is_better);
  int areas = 0;
  for (std::size_t i = 0; i < shifted.levels.size(); ++i) {
    areas += shifted.shifted_in[i].has_value();
    for (std::size_t year = 0; year < shifted.levels[i].values.size(); ++year) {
      const TimedValue& now = shifted.levels[i].values[year];
      const bool is_worse = shifted.shifted_in[i] && now.year >= *shifted.shifted_in[i];
      EXPECT_EQ(now.value < quiet.levels[i].values[year].value, is_worse) << "area " << i << ", " << now.year;
    }
  }
  EXPECT_GT(areas, 0);
}

}  // namespace
}  // namespace koers::monitor
