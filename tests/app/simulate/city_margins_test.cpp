// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/city_margins.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "app/city_fixture.h"
#include "app/simulate/area_centre.h"

namespace koers::test {
namespace {

using simulate::MarginKind;
using simulate::Standing;

const City& city() {
  static const City kCity = read_city(zoetermeer()).value();
  return kCity;
}

/// Zoetermeer without any figure of these indicators.
City city_without(const std::set<std::string>& indicators) {
  City out = city();
  std::erase_if(out.observations, [&](const Observation& each) { return indicators.contains(each.indicator.str()); });
  return out;
}

const simulate::Margins& margins() {
  static const simulate::Margins kMargins = margins_of(city(), 2022).value();
  return kMargins;
}

double total(MarginKind kind, const std::string& prefix = "BU") {
  double sum = 0;
  for (const auto& area : margins().areas) sum += area.code.starts_with(prefix) ? area[kind].total() : 0;
  return sum;
}

std::string refused(const City& city) {
  const auto made = margins_of(city, 2022);
  if (made) return "made";
  EXPECT_EQ(made.error().code, ErrorCode::bad_input);
  return made.error().message;
}

TEST(CityMargins, NeighbourhoodsAddUpToThePublishedTotals) {
  EXPECT_EQ(margins().areas.size(), 26U);
  EXPECT_NEAR(total(MarginKind::people), 125'770, 1e-6) << "the sum of the rounded districts; the city counts 125,767";
  EXPECT_NEAR(total(MarginKind::dwelling_types), 56'668, 1e-6);
  EXPECT_NEAR(total(MarginKind::households), 56'355, 1e-6);
  EXPECT_NEAR(total(MarginKind::people, "BU063706"), 23'360, 1e-6) << "a district";
  EXPECT_NEAR(total(MarginKind::dwelling_types, "BU063706"), 8'647, 1e-6);
}

TEST(CityMargins, EveryEstimateHasAnErrorAndNamesTheFigureItIsMadeOf) {
  for (const auto& area : margins().areas) {
    for (std::size_t i = 0; i < simulate::kMarginKinds; ++i) {
      const auto& margin = area.margins[i];
      if (margin.values.empty()) continue;
      SCOPED_TRACE(area.code + " " + std::string(simulate::describe(static_cast<MarginKind>(i)).name));
      EXPECT_TRUE(margin.source.ends_with('.')) << margin.source;
      EXPECT_NE(margin.source.find(" in 20"), std::string::npos) << margin.source;
      EXPECT_TRUE(margin.standing == Standing::published || margin.error > 0);
    }
  }
}

TEST(CityMargins, OnlyRoomsAreNotKnownAnywhereInZoetermeer) {
  for (const auto& area : margins().areas) {
    for (std::size_t i = 0; i < simulate::kMarginKinds; ++i)
      EXPECT_EQ(area.margins[i].values.empty(), static_cast<MarginKind>(i) == MarginKind::rooms) << area.code << ' ' << i;
  }
}

TEST(CityMargins, AFigureOfTheDistrictIsAsUncertainAsDistrictsDiffer) {
  const auto& area = *std::ranges::find(margins().areas, "BU06370601", &simulate::AreaMargins::code);
  const auto& work = area[MarginKind::work];
  EXPECT_DOUBLE_EQ(work.values.front(), 0.68);
  EXPECT_EQ(work.standing, Standing::estimated);
  EXPECT_GT(work.error, 2);
  EXPECT_LT(work.error, 5);
  EXPECT_NE(work.source.find("district WK063706 in 2022 (Kerncijfers wijken en buurten 2022"), std::string::npos) << work.source;
}

TEST(CityMargins, APublishedFigureOfTheNeighbourhoodGoesBeforeThatOfItsDistrict) {
  City with = city();
  Observation figure =
      *std::ranges::find(with.observations, "net-participation", [](const Observation& each) { return each.indicator.str(); });
  figure.area = {Kind::neighbourhood, "BU06370601"};
  figure.period = *parse_period("2022");
  figure.value = *parse_decimal("71");
  with.observations.push_back(figure);
  const auto made = margins_of(with, 2022).value();
  const auto& work = (*std::ranges::find(made.areas, "BU06370601", &simulate::AreaMargins::code))[MarginKind::work];
  EXPECT_DOUBLE_EQ(work.values.front(), 0.71);
  EXPECT_EQ(work.standing, Standing::published);
}

TEST(CityMargins, TheShareOfAPeriodOverTheCityIsThatOfItsFigure) {
  double inside = 0;
  for (const auto& area : margins().areas)
    inside += area[MarginKind::periods].values[2] * area[MarginKind::dwelling_types].total();
  EXPECT_NEAR(inside / 56'668, 0.481, 1e-6);
}

TEST(CityMargins, SocialRentedAndOtherRentedDwellingsAreTakenAsTheyAreWhereTheyAreKnown) {
  City with = city();
  for (const auto& [indicator, value] : {std::pair("corporation-dwellings", "30"), std::pair("other-rented-dwellings", "5")}) {
    Observation figure =
        *std::ranges::find(with.observations, "owner-occupied", [](const Observation& each) { return each.indicator.str(); });
    figure.indicator = Id<Indicator>(indicator);
    figure.area = {Kind::district, "WK063706"};
    figure.period = *parse_period("2022-01-01");
    figure.value = *parse_decimal(value);
    with.observations.push_back(figure);
  }
  const auto made = margins_of(with, 2022).value();
  const auto& tenures = (*std::ranges::find(made.areas, "BU06370601", &simulate::AreaMargins::code))[MarginKind::tenures];
  EXPECT_EQ(tenures.values, (std::vector<double>{64, 30, 5}));
  EXPECT_EQ(tenures.source.find("illustrative"), std::string::npos) << tenures.source;
}

TEST(CityMargins, ACityThatLacksAnEssentialFigureIsRefusedWithItsName) {
  for (const std::string missing : {"inhabitants", "dwellings", "households", "age-25-44", "one-person-households"}) {
    const std::string message = refused(city_without({missing}));
    const std::string named = missing == "age-25-44" ? "age-0-14" : missing;  // the first of a group that must be there together
    EXPECT_NE(message.find(named), std::string::npos) << message;
    EXPECT_NE(message.find("2022"), std::string::npos) << message;
  }
  EXPECT_NE(refused(city_without({"apartments"})).find("apartments of neighbourhood BU06370001"), std::string::npos);
}

TEST(CityMargins, ACityWithoutBoundariesIsRefused) {
  City without = city();
  without.all<Boundary>().remove("BU06370100");
  EXPECT_NE(refused(without).find("BU06370100 has no boundary"), std::string::npos);
}

TEST(CityMargins, WithoutFiguresOfDistrictsThoseOfTheCityAreDivided) {
  City coarse = city();
  std::erase_if(coarse.observations, [](const Observation& each) {
    return each.area.kind == Kind::district && each.period.to.year == 2022 && each.indicator.str() == "dwellings";
  });
  const auto made = margins_of(coarse, 2022).value();
  double sum = 0;
  for (const auto& area : made.areas) sum += area[MarginKind::dwelling_types].total();
  EXPECT_NEAR(sum, 56'668, 1e-6);
  EXPECT_NE(made.areas.front()[MarginKind::dwelling_types].source.find("dwellings of municipality GM0637"), std::string::npos);
}

TEST(CityMargins, NeighbourhoodsLieWhereTheyAreAndScoresAreStandard) {
  double people = 0;
  double mean = 0;
  for (const auto& area : margins().areas) {
    EXPECT_NEAR(area.x_km, 93, 6) << area.code;
    EXPECT_NEAR(area.y_km, 452, 6) << area.code;
    people += area[MarginKind::people].total();
    mean += area[MarginKind::people].total() * static_cast<double>(area.access);
  }
  EXPECT_NEAR(mean / people, 0, 1e-6);
}

TEST(CityMargins, TheLatestYearIsTheLastWithInhabitantsAndDwellings) { EXPECT_EQ(latest_year(city()).value(), 2022); }

TEST(AreaCentre, IsThatOfTheAreaWithoutItsHoles) {
  const auto ring = [](double west, double east) {
    return Ring{{west, 52}, {east, 52}, {east, 52.01}, {west, 52.01}, {west, 52}};
  };
  const auto whole = centre_of({{ring(4.4, 4.6)}}).value();
  const auto holed = centre_of({{ring(4.4, 4.6), ring(4.5, 4.6)}}).value();
  const auto half = centre_of({{ring(4.4, 4.5)}}).value();
  EXPECT_NEAR(holed.x, half.x, 1);
  EXPECT_NEAR(holed.y, half.y, 1);
  EXPECT_GT(whole.x, half.x + 3'000);
  EXPECT_FALSE(centre_of({}));
}

}  // namespace
}  // namespace koers::test
