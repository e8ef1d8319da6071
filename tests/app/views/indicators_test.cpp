// SPDX-License-Identifier: EUPL-1.2
#include "app/views/indicators.h"

#include "app/city_fixture.h"
#include "app/monitor_city.h"
#include "app/views/indicator_profile.h"

namespace koers::test {
namespace {

using namespace std::chrono_literals;
using views::IndicatorGap;
constexpr auto kToday = 2022y / 3 / 1;

std::vector<IndicatorGap> gaps_of(const City& city) { return views::indicator_register(city, kToday).rows.front().gaps; }

bool has(const std::vector<IndicatorGap>& gaps, IndicatorGap gap) { return views::contains(gaps, gap); }

TEST(IndicatorRegister, SaysWhatIsMissingOfWhatWasNeverMeasured) {
  MonitorCity made;
  made.indicator("share", Polarity::more_is_better);
  EXPECT_EQ(gaps_of(made.city()), (std::vector{IndicatorGap::no_figures, IndicatorGap::no_owner, IndicatorGap::no_due_date}));
}

TEST(IndicatorRegister, FindsNothingMissingOfACompleteIndicator) {
  MonitorCity made;
  made.indicator("share", Polarity::more_is_better).distribution("share", AreaLevel::municipality, "1", "1");
  made.figure("share", "GM1", "2020", "1").figure("share", "GM1", "2021", "2");
  Indicator complete = *made.city().all<Indicator>().find("share");
  complete.owner = "Bureau";
  complete.next_due = Date{2022, 6, 0};
  complete.level = AreaLevel::municipality;
  made->all<Indicator>().put(complete);
  EXPECT_TRUE(gaps_of(made.city()).empty());
  complete.next_due = Date{2022, 2, 0};
  complete.level = AreaLevel::district;
  made->all<Indicator>().put(complete);
  EXPECT_EQ(gaps_of(made.city()), (std::vector{IndicatorGap::overdue, IndicatorGap::too_coarse}));
}

TEST(IndicatorRegister, FindsContradictionsAndSingleMoments) {
  MonitorCity made;
  made.indicator("share", Polarity::more_is_better)
      .figure("share", "GM1", "2020", "1")
      .figure("share", "GM1", "2020", "2", "paper");
  const auto gaps = gaps_of(made.city());
  EXPECT_TRUE(has(gaps, IndicatorGap::contradicted));
  EXPECT_TRUE(has(gaps, IndicatorGap::one_moment_only));
  EXPECT_TRUE(has(gaps, IndicatorGap::no_reference));
}

TEST(IndicatorRegister, IsDueUntilTheEndOfTheMonthThatItNames) {
  Indicator indicator;
  EXPECT_FALSE(views::is_overdue(indicator, kToday));
  indicator.next_due = Date{2022, 3, 0};
  EXPECT_FALSE(views::is_overdue(indicator, 2022y / 3 / 31));
  EXPECT_TRUE(views::is_overdue(indicator, 2022y / 4 / 1));
}

class ZoetermeerIndicatorsTest : public CityTest {};

TEST_F(ZoetermeerIndicatorsTest, EveryIndicatorHasARowAndAProfile) {
  const auto rows = views::indicator_register(city(), kToday).rows;
  ASSERT_EQ(rows.size(), city().all<Indicator>().size());
  for (const auto& row : rows) {
    const auto profile = views::indicator_profile(city(), row.id, kToday);
    ASSERT_TRUE(profile) << row.id;
    EXPECT_EQ(profile->indicator.figures, row.figures);
    std::size_t figures = profile->state.series.size();
    for (const auto& area : profile->areas) figures += area.series.size();
    EXPECT_EQ(figures, static_cast<std::size_t>(row.figures)) << row.id;
  }
  EXPECT_EQ(views::indicator_profile(city(), "none", kToday).error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace koers::test
