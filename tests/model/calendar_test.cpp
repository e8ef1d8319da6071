// SPDX-License-Identifier: EUPL-1.2
#include "model/calendar.h"

#include <gtest/gtest.h>

#include "packages.h"

namespace koers {
namespace {

using namespace std::chrono_literals;
using Day = std::chrono::year_month_day;

/// `late 2022-01-01…2022-12-31 -5`: a due item on one line.
std::string line_of(const DueItem& item) {
  return std::string(name_of(item.state)) + ' ' + to_string(item.due_from) + ".." + to_string(item.due_by) + ' ' +
         std::to_string(item.days);
}

std::string due(const City& city, Day today, const std::string& document) {
  for (const DueItem& item : calendar(city, today)) {
    if (to_string(item.document) == document) return line_of(item);
  }
  return "nothing";
}

City city_with(const CycleActivity& activity) {
  City city;
  city.all<CycleActivity>().add(activity);
  return city;
}

CycleActivity activity(int min, int max, std::optional<int> month, std::optional<Date> done) {
  CycleActivity out{};
  out.id = Id<CycleActivity>("a");
  out.every_years_min = min;
  out.every_years_max = max;
  out.month = month;
  out.last_done = done;
  return out;
}

std::string due(const CycleActivity& each, Day today) { return due(city_with(each), today, "cycle_activity/a"); }

TEST(Calendar, waits_until_a_quarter_before_the_first_day) {
  const auto each = activity(4, 8, {}, Date{2022, 1, 31});
  EXPECT_EQ(due(each, 2025y / 9 / 30), "not_yet 2026-01-01..2030-01-31 1584");
  EXPECT_EQ(due(each, 2025y / 10 / 1), "upcoming 2026-01-01..2030-01-31 1583") << "92 days before";
  EXPECT_EQ(due(each, 2025y / 12 / 31), "upcoming 2026-01-01..2030-01-31 1492");
}

TEST(Calendar, is_due_from_the_first_day_until_the_last) {
  const auto each = activity(4, 8, {}, Date{2022, 1, 31});
  EXPECT_EQ(due(each, 2026y / 1 / 1), "due 2026-01-01..2030-01-31 1491");
  EXPECT_EQ(due(each, 2030y / 1 / 31), "due 2026-01-01..2030-01-31 0");
}

TEST(Calendar, is_late_from_the_day_after) {
  EXPECT_EQ(due(activity(4, 8, {}, Date{2022, 1, 31}), 2030y / 2 / 1), "late 2026-01-01..2030-01-31 -1");
}

TEST(Calendar, comes_back_in_the_fixed_month_of_an_activity) {
  EXPECT_EQ(due(activity(1, 1, 2, Date{2023, 6, 1}), 2024y / 2 / 29), "due 2024-02-01..2024-02-29 0");
  EXPECT_EQ(due(activity(1, 1, 2, Date{2023, 6, 1}), 2024y / 3 / 1), "late 2024-02-01..2024-02-29 -1");
}

TEST(Calendar, spans_the_whole_year_when_only_the_year_is_known) {
  EXPECT_EQ(due(activity(2, 3, {}, Date{2020, 0, 0}), 2021y / 1 / 1), "not_yet 2022-01-01..2023-12-31 1094");
}

TEST(Calendar, has_what_was_never_done_at_its_next_turn) {
  EXPECT_EQ(due(activity(1, 1, 5, {}), 2022y / 5 / 31), "due 2022-05-01..2022-05-31 0");
  EXPECT_EQ(due(activity(1, 1, 5, {}), 2022y / 6 / 1), "not_yet 2023-05-01..2023-05-31 364");
  EXPECT_EQ(due(activity(4, 4, {}, {}), 2022y / 6 / 1), "due 2022-01-01..2022-12-31 213");
}

PolicyDocument policy(std::optional<Year> made, std::optional<Year> until, std::optional<Year> review) {
  PolicyDocument out{};
  out.year = made;
  out.runs_until = until;
  out.review_due = review;
  return out;
}

TEST(ReviewYear, is_what_the_document_says_or_else_five_years_after_it_was_made) {
  EXPECT_EQ(review_year(policy(Year{2015}, Year{2020}, Year{2018})), Year{2018});
  EXPECT_EQ(review_year(policy(Year{2015}, Year{2020}, {})), Year{2020});
  EXPECT_EQ(review_year(policy(Year{2015}, {}, {})), Year{2020});
  EXPECT_FALSE(review_year(policy({}, {}, {})));
}

TEST(Calendar, has_policy_in_force_and_running_efforts) {
  const City& city = small_city();
  EXPECT_EQ(due(city, 2022y / 1 / 1, "policy_document/woonvisie"), "late 2020-01-01..2020-12-31 -366");
  EXPECT_EQ(due(city, 2022y / 1 / 1, "policy_document/woonagenda"), "nothing") << "it is superseded";
  EXPECT_EQ(due(city, 2024y / 6 / 30, "effort/bouwprogramma"), "due 2024-06-30..2024-06-30 0");
  EXPECT_EQ(due(city, 2024y / 6 / 30, "effort/eerste-plan"), "nothing") << "it does not run";
}

TEST(Calendar, says_when_a_term_is_its_own_rule_and_not_the_source) {
  for (const DueItem& item : calendar(small_city(), 2022y / 1 / 1)) {
    if (item.document.kind == Kind::policy_document) {
      EXPECT_EQ(item.status, Status::derived);
      EXPECT_EQ(item.sources, (std::vector<Citation>{{Id<Source>("visie"), "4"}}));
    }
  }
}

TEST(Calendar, says_why_something_is_in_it) {
  const auto why = [](const City& city, const std::string& document) -> std::string {
    for (const DueItem& item : calendar(city, 2022y / 1 / 1)) {
      if (to_string(item.document) == document) return name_of(item.reason);
    }
    return "nothing";
  };
  EXPECT_EQ(why(city_with(activity(1, 1, 2, Date{2021, 2, 1})), "cycle_activity/a"), "comes_round");
  EXPECT_EQ(why(city_with(activity(1, 1, 2, {})), "cycle_activity/a"), "never_done");
  const auto of_policy = [&](const PolicyDocument& document) {
    City city;
    PolicyDocument held = document;
    held.id = Id<PolicyDocument>("p");
    held.state = DocumentState::in_force;
    city.all<PolicyDocument>().add(held);
    return why(city, "policy_document/p");
  };
  EXPECT_EQ(of_policy(policy(Year{2015}, Year{2020}, Year{2018})), "own_review");
  EXPECT_EQ(of_policy(policy(Year{2015}, Year{2020}, {})), "end_of_term");
  EXPECT_EQ(of_policy(policy(Year{2015}, {}, {})), "review_rule");
  EXPECT_EQ(why(small_city(), "effort/bouwprogramma"), "planned_end");
}

TEST(Calendar, puts_the_earliest_first_and_gives_the_same_twice) {
  const auto items = calendar(zoetermeer(), 2024y / 3 / 15);
  const auto again = calendar(zoetermeer(), 2024y / 3 / 15);
  ASSERT_GT(items.size(), 20U);
  ASSERT_EQ(again.size(), items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    EXPECT_EQ(items[i].document, again[i].document);
    EXPECT_EQ(line_of(items[i]), line_of(again[i]));
    if (i > 0) {
      EXPECT_LE(items[i - 1].due_by, items[i].due_by);
    }
  }
}

TEST(Calendar, reviews_the_vision_of_zoetermeer_between_2026_and_2030) {
  EXPECT_EQ(due(zoetermeer(), 2026y / 1 / 1, "cycle_activity/visie-herijken"), "due 2026-01-01..2030-01-31 1491");
}

}  // namespace
}  // namespace koers
