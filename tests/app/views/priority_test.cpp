// SPDX-License-Identifier: EUPL-1.2
#include "app/views/priority.h"

#include "app/city_fixture.h"
#include "app/monitor_city.h"

namespace koers::test {
namespace {

using namespace std::chrono_literals;
constexpr auto kToday = 2022y / 3 / 1;

TEST(DistrictPriority, IsPersonsTimesDepthOverTheThemes) {
  MonitorCity made;
  made.indicator("low", Polarity::less_is_better).distribution("low", AreaLevel::district, "40", "5");
  made.set("income", SetPurpose::theme, {{"low", "1"}});
  made.figure("inhabitants", "WK1", "2022", "1000").figure("inhabitants", "WK2", "2022", "9000");
  made.figure("low", "WK1", "2022", "50").figure("low", "WK2", "2022", "45").figure("low", "WK3", "2022", "30");
  const auto view = views::district_priority(made.city(), kToday);
  ASSERT_EQ(view.rows.size(), 5U);
  EXPECT_EQ(view.rows[0].area.id, "WK2") << "half as deep, nine times as many";
  EXPECT_DOUBLE_EQ(view.rows[0].size, 9000);
  EXPECT_DOUBLE_EQ(view.rows[1].size, 2000);
  EXPECT_EQ(view.rows[0].rank->of, 3);
  EXPECT_FALSE(view.rows[4].rank) << "nothing is known of it";
}

TEST(DistrictPriority, IsEmptyWithoutThemes) { EXPECT_TRUE(views::district_priority(MonitorCity().city(), kToday).rows.empty()); }

class ZoetermeerPriorityTest : public CityTest {};

// Visie 3.2 names Meerzicht, Buytenwegh and Seghwaert, in that order. It is not typed in anywhere: the figures say so.
TEST_F(ZoetermeerPriorityTest, TheFiguresPutTheDistrictsOfTheVisionInItsOrder) {
  std::vector<std::string> order;
  for (const auto& row : views::district_priority(city(), kToday).rows) {
    const bool is_named = row.area.id == "WK063701" || row.area.id == "WK063702" || row.area.id == "WK063703";
    if (is_named) order.push_back(row.area.id);
  }
  EXPECT_EQ(order, (std::vector<std::string>{"WK063701", "WK063702", "WK063703"}));
  EXPECT_EQ(views::district_priority(city(), kToday).rows.front().area.id, "WK063701");
}

}  // namespace
}  // namespace koers::test
