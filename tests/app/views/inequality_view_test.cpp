// SPDX-License-Identifier: EUPL-1.2
#include "app/views/inequality_view.h"

#include <gtest/gtest.h>

#include "app/monitor_city.h"

namespace koers::test {
namespace {

using namespace std::chrono_literals;

MonitorCity with_districts(const std::vector<std::string>& values, const std::string& period = "2022") {
  MonitorCity made;
  made.indicator("share", Polarity::less_is_better);
  for (std::size_t i = 0; i < values.size(); ++i) made.figure("share", "WK" + std::to_string(i + 1), period, values[i]);
  return made;
}

std::optional<views::InequalityView> differences(const City& city) {
  const SeriesIndex series(city);
  return views::inequality_view({city, series, 2022y / 3 / 1}, *city.all<Indicator>().find("share"));
}

TEST(Differences, NeedFiveParts) {
  EXPECT_FALSE(differences(with_districts({"1", "2", "3", "4"}).city()));
  EXPECT_TRUE(differences(with_districts({"1", "2", "3", "4", "5"}).city()));
}

TEST(Differences, OfOneMomentSayNothingOfAChange) {
  const auto found = differences(with_districts({"1", "2", "3", "4", "5"}).city());
  EXPECT_EQ(found->verdict, views::DifferenceVerdict::one_moment_only);
  EXPECT_NEAR(found->moments[0].gini.value, 4.0 / 15, 1e-12);
  EXPECT_EQ(found->areas.front().area.id, "WK1");
}

TEST(Differences, GrowOnlyWhenTheIntervalExcludesZero) {
  auto apart = with_districts({"10", "10.1", "9.9", "10", "10"}, "2016");
  auto same = with_districts({"1", "2", "3", "4", "5"}, "2016");
  for (int i = 1; i <= 5; ++i) {
    apart.figure("share", "WK" + std::to_string(i), "2022", std::to_string(i * i));
    same.figure("share", "WK" + std::to_string(i), "2022", std::to_string(i));
  }
  EXPECT_EQ(differences(apart.city())->verdict, views::DifferenceVerdict::growing);
  EXPECT_EQ(differences(same.city())->verdict, views::DifferenceVerdict::not_shown);
}

TEST(Differences, AreNotMeasuredOfValuesBelowNothing) {
  EXPECT_FALSE(differences(with_districts({"-1", "2", "3", "4", "5"}).city()));
}

}  // namespace
}  // namespace koers::test
