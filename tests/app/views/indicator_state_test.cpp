// SPDX-License-Identifier: EUPL-1.2
#include "app/views/indicator_state.h"

#include <gtest/gtest.h>

#include "app/monitor_city.h"

namespace koers::test {
namespace {

using namespace std::chrono_literals;
constexpr auto kToday = 2022y / 3 / 1;

views::IndicatorState state_of(const City& city, const std::string& area = "GM1") {
  const SeriesIndex series(city);
  const Reference at{area.starts_with("GM") ? Kind::municipality : Kind::district, area};
  return views::indicator_state({city, series, kToday}, *city.all<Indicator>().find("share"), at);
}

MonitorCity rising(Polarity polarity) {
  MonitorCity made;
  made.indicator("share", polarity);
  for (int year = 2012; year <= 2021; ++year) {
    made.figure("share", "GM1", std::to_string(year), std::to_string(year - 2000));
    made.figure("share", "NL", std::to_string(year), std::to_string(2 * (year - 2000)));
  }
  return made;
}

TEST(IndicatorState, IsHeldAgainstTheDistributionOfItsOwnLevel) {
  MonitorCity made;
  made.indicator("share", Polarity::less_is_better).figure("share", "GM1", "2022", "44").figure("share", "WK1", "2022", "30");
  made.distribution("share", AreaLevel::municipality, "40", "4").distribution("share", AreaLevel::district, "40", "5");
  EXPECT_DOUBLE_EQ(state_of(made.city()).score->value, -1);
  EXPECT_EQ(state_of(made.city()).score->band, views::Band::below);
  EXPECT_DOUBLE_EQ(state_of(made.city(), "WK1").score->value, 2);
}

TEST(IndicatorState, HasNoScoreWhereNeitherMoreNorLessIsBetter) {
  MonitorCity made;
  made.indicator("share", Polarity::neutral).figure("share", "GM1", "2022", "44");
  made.distribution("share", AreaLevel::municipality, "40", "4");
  EXPECT_FALSE(state_of(made.city()).score);
}

TEST(IndicatorState, ARisingShareImprovesOrWorsensByItsPolarity) {
  EXPECT_EQ(state_of(rising(Polarity::more_is_better).city()).trend->course, views::Course::improving);
  EXPECT_EQ(state_of(rising(Polarity::less_is_better).city()).trend->course, views::Course::worsening);
  EXPECT_EQ(state_of(rising(Polarity::neutral).city()).trend->course, views::Course::rising) << "neither better nor worse";
}

TEST(IndicatorState, LosesGroundOnACountryThatRisesFaster) {
  const auto state = state_of(rising(Polarity::more_is_better).city());
  ASSERT_TRUE(state.relative_trend);
  EXPECT_EQ(state.relative_trend->reference.id, "NL");
  EXPECT_EQ(state.relative_trend->trend.course, views::Course::worsening);
  EXPECT_DOUBLE_EQ(state.relative_trend->trend.slope.value, -1);
}

TEST(IndicatorState, SaysWhetherATargetIsWithinReach) {
  auto made = rising(Polarity::more_is_better);
  made.target("share", 2030, "25").target("share", 2040, "90").target("share", 2020, "19");
  const auto targets = state_of(made.city()).targets;
  ASSERT_EQ(targets.size(), 3U);
  EXPECT_EQ(targets[0].course, views::TargetCourse::reached) << "its year has passed";
  EXPECT_EQ(targets[1].course, views::TargetCourse::on_course);
  EXPECT_EQ(targets[2].course, views::TargetCourse::off_course);
  EXPECT_DOUBLE_EQ(targets[1].forecast->value, 30);
}

TEST(IndicatorState, TakesATargetRelativeToAnotherAreaFromItsLatestFigure) {
  auto made = rising(Polarity::more_is_better);
  made.target("share", 2030, "-20", Reference{Kind::region, "NL"});
  const auto target = state_of(made.city()).targets.front();
  EXPECT_DOUBLE_EQ(*target.absolute, 42 - 20);
  EXPECT_EQ(target.course, views::TargetCourse::on_course);
}

TEST(IndicatorState, SeesNoTrendInThreeMoments) {
  MonitorCity made;
  made.indicator("share", Polarity::more_is_better).target("share", 2030, "9");
  for (const char* year : {"2019", "2020", "2021"}) made.figure("share", "GM1", year, "5");
  EXPECT_FALSE(state_of(made.city()).trend);
  EXPECT_EQ(state_of(made.city()).targets.front().course, views::TargetCourse::no_trend);
}

TEST(IndicatorState, OfWhatWasNeverMeasuredIsEmpty) {
  MonitorCity made;
  made.indicator("share", Polarity::more_is_better).target("share", 2030, "9");
  const auto state = state_of(made.city());
  EXPECT_TRUE(state.series.empty());
  EXPECT_FALSE(state.score || state.trend || state.relative_trend);
  EXPECT_EQ(state.targets.front().course, views::TargetCourse::no_figures);
}

}  // namespace
}  // namespace koers::test
