// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/past_figures.h"

#include <numeric>

#include "app/city_fixture.h"

namespace koers::test {
namespace {

const City& city() {
  static const City kCity = read_city(zoetermeer()).value();
  return kCity;
}

double sum_of(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

TEST(PastFigures, AreThoseOfTheDistrictsThenAndLater) {
  const PastFigures past = past_figures(city(), 2016, 2022).value();
  ASSERT_EQ(past.areas.size(), 9U);
  EXPECT_EQ(past.names.front(), "Centrum");
  EXPECT_EQ(past.launch.front(), 20'930);
  EXPECT_EQ(past.observed.front(), 21'095);
  EXPECT_EQ(past.dwellings_then.front(), 11'357);
  EXPECT_EQ(past.dwellings_later.front(), 11'553);
  EXPECT_NE(past.dwelling_origins.at(0).find("in 2016"), std::string::npos);
  EXPECT_NE(past.dwelling_origins.at(1).find("in 2022"), std::string::npos);
  EXPECT_FALSE(past.earlier) << "no figure of districts before 2016 is in the package";
}

TEST(PastFigures, TheCityGoesOnAsInTheSixYearsBefore) {
  // 121,580 in 2010 and 124,143 in 2016: 2,563 more in six years, of districts that count 124,045 together.
  const PastFigures past = past_figures(city(), 2016, 2022).value();
  EXPECT_EQ(past.whole_since, 2010);
  EXPECT_NEAR(past.whole.value(), 124'045.0 * (124'143 + 2'563) / 124'143, 1e-6);
}

TEST(PastFigures, AnEarlierFigureOfEveryDistrictIsTheBaseOfATrend) {
  City with = city();
  for (const Observation& each : city().observations) {
    if (each.indicator.str() != "inhabitants" || each.area.kind != Kind::district || each.period.to.year != 2016) continue;
    for (const char* year : {"2007", "2011", "2014"}) {
      with.observations.push_back(each);
      with.observations.back().period = *parse_period(year);
    }
  }
  const PastFigures past = past_figures(with, 2016, 2022).value();
  EXPECT_EQ(past.earlier.value().year, 2011) << "five years is nearest to six";
  EXPECT_EQ(past.earlier->values, past.launch);
}

TEST(PastFigures, ADistrictWithoutInhabitantsIsNamedWithItsYear) {
  for (const auto& [from, to, missing] : {std::tuple(2016, 2021, "2021"), std::tuple(2012, 2022, "2012")}) {
    const auto refused = past_figures(city(), from, to);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::bad_input);
    const Fault& fault = refused.error().faults.at(0);
    EXPECT_EQ(fault.rule, "missing_figure");
    EXPECT_EQ(fault.found, std::string("nothing in ") + missing);
    EXPECT_EQ(fault.expected, std::string("inhabitants of district WK063700 in ") + missing);
  }
}

TEST(PastFigures, WithoutDwellingsOfEveryDistrictThereAreNone) {
  City without = city();
  std::erase_if(without.observations, [](const Observation& each) {
    return each.indicator.str() == "dwellings" && each.area == Reference{Kind::district, "WK063709"} &&
           each.period.to.year == 2022;
  });
  EXPECT_TRUE(past_figures(without, 2016, 2022).value().dwellings_then.empty());
}

TEST(PastAges, AreOfEveryYearThatHasThemAll) {
  const auto ages = past_ages(city(), 2016, 2022);
  ASSERT_EQ(ages.size(), 2U);
  EXPECT_EQ(ages[0].year, 2021);
  EXPECT_NEAR(sum_of(ages[0].persons), 125'265, 15) << "the city has two counts of that day";
  EXPECT_NEAR(ages[0].persons[4], 24'745, 80) << "one decimal of a percentage is 63 persons";
  EXPECT_EQ(ages[1].year, 2022);
  EXPECT_TRUE(past_ages(city(), 2022, 2023).empty());
}

}  // namespace
}  // namespace koers::test
