// SPDX-License-Identifier: EUPL-1.2
#include "app/views/overview.h"

#include "app/city_fixture.h"

namespace koers::test {
namespace {

constexpr std::chrono::year_month_day kToday{std::chrono::year(2022), std::chrono::month(3), std::chrono::day(1)};

class OverviewTest : public CityTest {
 protected:
  [[nodiscard]] views::Overview shown() const { return views::overview(city(), workspace_->snapshot()->head, kToday); }
};

TEST_F(OverviewTest, TheRingHasItsFourQuadrantsInOrder) {
  std::vector<Quadrant> found;
  for (const auto& each : shown().quadrants) found.push_back(each.quadrant);
  EXPECT_EQ(found, (std::vector{Quadrant::vision_and_agenda, Quadrant::frameworks, Quadrant::realisation, Quadrant::feedback}));
}

TEST_F(OverviewTest, ItsNumbersAreThoseOfTheRegisters) {
  const auto view = shown();
  EXPECT_EQ(view.quadrants[0].counts.at("challenge"), 17);
  EXPECT_EQ(view.quadrants[0].counts.at("uncovered_challenge"), static_cast<int>(view.uncovered_challenges.size()));
  int late = 0;
  for (const auto& row : views::policy_register(city(), kToday).rows)
    late += row.review_state == views::ReviewState::late ? 1 : 0;
  EXPECT_EQ(view.quadrants[1].counts.at("review_late"), late);
  EXPECT_EQ(view.quadrants[2].counts.at("effort"), static_cast<int>(city().all<Effort>().size()));
  EXPECT_EQ(view.quadrants[3].counts.at("observation"), static_cast<int>(city().observations.size()));
}

TEST_F(OverviewTest, TheCityTellsWhoItIsAndHowFarItsLedgerGoes) {
  const auto view = shown().city;
  EXPECT_EQ(view.id, "zoetermeer");
  EXPECT_EQ(view.languages, (std::vector<std::string>{"nl", "en"}));
  EXPECT_EQ(view.sequence, store().ledger().head().seq);
}

TEST_F(OverviewTest, WhatIsDueIsSortedAndNotYetDueIsLeftOut) {
  const auto due = shown().due;
  EXPECT_FALSE(due.empty());
  for (const auto& each : due) EXPECT_NE(each.state, DueState::not_yet) << each.id;
  EXPECT_TRUE(std::is_sorted(due.begin(), due.end(), [](const auto& a, const auto& b) { return a.due_by < b.due_by; }));
}

TEST_F(OverviewTest, TheDaysOfACalendarItemAreNegativeExactlyWhenItIsLate) {
  for (const auto& each : views::calendar_view(city(), kToday).items) {
    EXPECT_EQ(each.days < 0, each.state == DueState::late) << each.id;
  }
}

TEST_F(OverviewTest, AnEmptyCityHasAnOverviewToo) {
  const auto view = views::overview(City{}, {}, kToday);
  EXPECT_TRUE(view.due.empty() && view.mechanisms.empty() && view.city.id.empty());
}

}  // namespace
}  // namespace koers::test
