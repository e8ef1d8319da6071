// SPDX-License-Identifier: EUPL-1.2
#include "app/views/parts.h"

#include "app/city_fixture.h"

namespace koers::test {
namespace {

std::vector<Decimal> decimals(const std::vector<std::string>& texts) {
  std::vector<Decimal> out;
  for (const auto& text : texts) out.push_back(parse_decimal(text).value());
  return out;
}

struct SpreadCase {
  const char* name;
  std::vector<std::string> values;
  const char* lowest;
  double median;
  const char* highest;
};

class SpreadOf : public testing::TestWithParam<SpreadCase> {};

TEST_P(SpreadOf, IsLowestMedianAndHighest) {
  const auto spread = views::spread_of(decimals(GetParam().values));
  ASSERT_TRUE(spread);
  EXPECT_EQ(spread->count, static_cast<int>(GetParam().values.size()));
  EXPECT_EQ(to_string(spread->lowest), GetParam().lowest);
  EXPECT_DOUBLE_EQ(spread->median, GetParam().median);
  EXPECT_EQ(to_string(spread->highest), GetParam().highest);
}

INSTANTIATE_TEST_SUITE_P(KnownAnswers, SpreadOf,
                         testing::Values(SpreadCase{"one", {"7"}, "7", 7, "7"},
                                         SpreadCase{"even", {"4", "1", "3", "2"}, "1", 2.5, "4"},
                                         SpreadCase{"odd", {"9", "-1", "0.5"}, "-1", 0.5, "9"},
                                         SpreadCase{"equal", {"2", "2", "2", "2"}, "2", 2, "2"},
                                         SpreadCase{"one_to_hundred",
                                                    [] {
                                                      std::vector<std::string> all;
                                                      for (int i = 100; i >= 1; --i) all.push_back(std::to_string(i));
                                                      return all;
                                                    }(),
                                                    "1", 50.5, "100"}),
                         [](const auto& each) { return each.param.name; });

TEST(SpreadOfNothing, IsNothing) { EXPECT_FALSE(views::spread_of({})); }

class PartsTest : public CityTest {
 protected:
  [[nodiscard]] views::Measurement measured(const std::string& indicator, const Reference& area) const {
    return views::measurement(city(), *city().all<Indicator>().find(indicator), area).value();
  }
};

// Known answers read from cities/zoetermeer/statistics/cbs-kwb-2022.csv by hand.
TEST_F(PartsTest, TheHomeValueOfMeerzichtStandsBesideTheCityAndTheOthers) {
  const auto value = measured("woz-value", {Kind::district, "WK063701"});
  EXPECT_EQ(to_string(value.value.value()), "239000");
  EXPECT_EQ(to_string(value.period), "2022");
  EXPECT_EQ(value.status, ObservationStatus::final_);
  EXPECT_EQ(value.source.source.str(), "cbs-kwb-2022");
  EXPECT_EQ(to_string(value.city.value()), "290000");
  ASSERT_TRUE(value.districts);
  EXPECT_EQ(value.districts->count, 9);
  EXPECT_EQ(to_string(value.districts->lowest), "239000");
  EXPECT_DOUBLE_EQ(value.districts->median, 331000);
  EXPECT_EQ(to_string(value.districts->highest), "590000");
}

TEST_F(PartsTest, TheNewTownsAndTheNeighboursAreApart) {
  const auto value = measured("woz-value", views::own_municipality(city()));
  ASSERT_TRUE(value.new_towns && value.neighbours);
  int others = 0;
  for (const Municipality& each : city().all<Municipality>()) others += each.role != MunicipalityRole::own ? 1 : 0;
  EXPECT_EQ(value.new_towns->count + value.neighbours->count, others);
}

TEST_F(PartsTest, WhatWasNeverMeasuredHasNoMeasurement) {
  Indicator unknown = city().all<Indicator>().front();
  unknown.id = Id<Indicator>("nooit-gemeten");
  EXPECT_FALSE(views::measurement(city(), unknown, views::own_municipality(city())));
}

TEST_F(PartsTest, TheLatestOfSeveralPeriodsCounts) {
  const Observation* found = views::latest(city(), "jobs", views::own_municipality(city()));
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(to_string(found->period), "2022-01-01");
  EXPECT_EQ(to_string(found->value.value()), "54419");
}

// Known answers from Actieagenda Economie 2020-2022, Kosten en budget: costs 830, cover 630, shortfall 200 thousand euros.
TEST_F(PartsTest, TheMoneyOfTheEconomicAgendaIsWhatItsEffortsAddUpTo) {
  const Budget* budget = city().all<Budget>().find("actieagenda-economie-2020-2022");
  ASSERT_NE(budget, nullptr);
  Euro costs;
  for (const BudgetLine& line : budget->lines) {
    if (line.kind == BudgetLineKind::cost && line.effort) costs += views::money_of(city(), *line.effort).costs.value_or(Euro{});
  }
  EXPECT_EQ(costs.cents, 830'000'00);
  EXPECT_EQ(budget->total_costs.cents, 830'000'00);
  EXPECT_EQ(budget->total_cover.cents, 630'000'00);
  EXPECT_EQ(budget->shortfall.cents, 200'000'00);
}

TEST_F(PartsTest, AnEffortWhoseAmountIsToBeDeterminedHasNoCostsAndNotZero) {
  EXPECT_FALSE(views::money_of(city(), Id<Effort>("economische-monitor")).costs);
  EXPECT_EQ(views::money_of(city(), Id<Effort>("een-leven-lang-ontwikkelen")).costs, Euro{200'000'00});
}

}  // namespace
}  // namespace koers::test
