// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/known_then.h"

#include "app/city_fixture.h"
#include "app/simulate/city_margins.h"

namespace koers::test {
namespace {

using simulate::MarginKind;

Observation figure(const std::string& indicator, const std::string& period, std::optional<int> value) {
  Observation out;
  out.indicator = Id<Indicator>(indicator);
  out.area = {Kind::district, "D1"};
  out.period = *parse_period(period);
  if (value) out.value = *parse_decimal(std::to_string(*value));
  return out;
}

std::vector<int> years_of(const City& city, const std::string& indicator) {
  std::vector<int> out;
  for (const Observation& each : city.observations) {
    if (each.indicator.str() == indicator) out.push_back(each.period.to.year);
  }
  return out;
}

TEST(KnownThen, WhatIsKnownByTheYearHidesWhatCameLater) {
  City city;
  city.observations = {figure("a", "2014", 1),
                       figure("a", "2016-01-01", 2),
                       figure("a", "2017", 3),
                       figure("b", "2017", 4),
                       figure("c", "2015", std::nullopt),
                       figure("c", "2022", 5),
                       figure("d", "2005", 6),
                       figure("d", "2017", 7)};
  const City then = known_then(city, 2016);
  EXPECT_EQ(years_of(then, "a"), (std::vector{2014, 2016}));
  EXPECT_EQ(years_of(then, "b"), std::vector{2017}) << "nothing else is known of it";
  EXPECT_EQ(years_of(then, "c"), (std::vector{2015, 2022})) << "a figure without a value hides nothing";
  EXPECT_EQ(years_of(then, "d"), (std::vector{2005, 2017})) << "eleven years is too long ago to be of use";
}

TEST(KnownThen, AnotherAreaHidesNothing) {
  City city;
  city.observations = {figure("a", "2014", 1), figure("a", "2022", 2)};
  city.observations[0].area.id = "D2";
  EXPECT_EQ(years_of(known_then(city, 2016), "a"), (std::vector{2014, 2022}));
}

TEST(KnownThen, MarginsTellTheLatestYearThatTheyAreMadeOf) {
  const City city = read_city(zoetermeer()).value();
  const auto margins = margins_of(known_then(city, 2016), 2016).value();
  for (const auto& area : margins.areas) {
    EXPECT_EQ(area[MarginKind::dwelling_types].latest_year, 2016) << area.code;
    EXPECT_EQ(area[MarginKind::households].latest_year, 2017) << area.code;
    EXPECT_EQ(area[MarginKind::people].latest_year, 2022) << area.code;
    EXPECT_EQ(area[MarginKind::periods].latest_year, 2019) << area.code;
    EXPECT_EQ(area[MarginKind::rooms].latest_year, 0) << "nothing is known of rooms";
    EXPECT_EQ(area.scores_year, 2016) << area.code;
  }
  const auto later = margins_of(city, 2022).value();
  EXPECT_EQ(later.areas[0][MarginKind::dwelling_types].latest_year, 2022) << "types of 2016, dwellings of 2022";
}

}  // namespace
}  // namespace koers::test
