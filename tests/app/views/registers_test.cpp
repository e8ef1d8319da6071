// SPDX-License-Identifier: EUPL-1.2
#include "app/views/registers.h"

#include "app/city_fixture.h"

namespace koers::test {
namespace {

constexpr std::chrono::year_month_day kToday{std::chrono::year(2022), std::chrono::month(3), std::chrono::day(1)};

struct ReviewCase {
  const char* name;
  DocumentState state;
  std::optional<int> year;
  std::optional<int> review_due;
  views::ReviewState expected;
};

class ReviewState : public testing::TestWithParam<ReviewCase> {};

// On 1 March 2022. A document that names no term is looked at again five years after its adoption (model/calendar.h).
TEST_P(ReviewState, FollowsFromStateAndYear) {
  City city;
  PolicyDocument document;
  document.id = Id<PolicyDocument>("stuk");
  document.state = GetParam().state;
  if (GetParam().year) document.year = Year{*GetParam().year};
  if (GetParam().review_due) document.review_due = Year{*GetParam().review_due};
  city.all<PolicyDocument>().put(document);
  const auto rows = views::policy_register(city, kToday).rows;
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(name_of(rows.front().review_state), std::string(name_of(GetParam().expected)));
}

INSTANTIATE_TEST_SUITE_P(
    KnownAnswers, ReviewState,
    testing::Values(ReviewCase{"said_last_year", DocumentState::in_force, 2015, 2021, views::ReviewState::late},
                    ReviewCase{"said_this_year", DocumentState::in_force, 2015, 2022, views::ReviewState::due},
                    ReviewCase{"said_next_year", DocumentState::in_force, 2015, 2023, views::ReviewState::current},
                    ReviewCase{"six_years_old", DocumentState::in_force, 2016, {}, views::ReviewState::late},
                    ReviewCase{"five_years_old", DocumentState::in_force, 2017, {}, views::ReviewState::due},
                    ReviewCase{"new", DocumentState::in_force, 2021, {}, views::ReviewState::current},
                    ReviewCase{"no_year", DocumentState::in_force, {}, {}, views::ReviewState::unknown},
                    ReviewCase{"superseded", DocumentState::superseded, 2008, 2010, views::ReviewState::not_applicable},
                    ReviewCase{"in_preparation", DocumentState::in_preparation, {}, {}, views::ReviewState::not_applicable},
                    ReviewCase{"state_unknown", DocumentState::unknown, 2008, {}, views::ReviewState::unknown}),
    [](const auto& each) { return each.param.name; });

class RegistersTest : public CityTest {};

TEST_F(RegistersTest, EveryPolicyDocumentHasARowWithItsAge) {
  const auto rows = views::policy_register(city(), kToday).rows;
  ASSERT_EQ(rows.size(), city().all<PolicyDocument>().size());
  for (const auto& row : rows) {
    EXPECT_EQ(row.age_years.has_value(), row.year.has_value()) << row.id;
    if (row.year) {
      EXPECT_EQ(*row.age_years, 2022 - row.year->value) << row.id;
    }
    if (row.replaced_by) {
      EXPECT_FALSE(row.replaced_by->title.by_language.empty()) << row.id;
    }
  }
}

TEST_F(RegistersTest, TheLatestDecisionComesFirst) {
  const auto rows = views::decision_register(city()).rows;
  ASSERT_EQ(rows.size(), city().all<Decision>().size());
  EXPECT_TRUE(std::is_sorted(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return b.date < a.date; }));
}

TEST_F(RegistersTest, EveryEffortHasARowWithItsMoney) {
  const auto rows = views::effort_register(city()).rows;
  ASSERT_EQ(rows.size(), city().all<Effort>().size());
  for (const auto& row : rows) {
    const auto money = views::money_of(city(), Id<Effort>(row.id));
    EXPECT_EQ(row.costs, money.costs) << row.id;
    for (const auto& partner : row.partners) EXPECT_FALSE(partner.title.by_language.empty()) << row.id;
  }
}

}  // namespace
}  // namespace koers::test
