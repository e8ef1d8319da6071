// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/age_pressures.h"

#include <numeric>

#include "app/city_fixture.h"
#include "app/simulate/city_margins.h"
#include "simulate/margins.h"

namespace koers::test {
namespace {

using People = std::vector<std::vector<double>>;
using simulate::kAgeGroups;
using simulate::MarginKind;

const City& city() {
  static const City kCity = read_city(zoetermeer()).value();
  return kCity;
}

/// Men and women of 0–4, 20–24 and 65–69 in one area.
std::vector<double> area(double young, double middle, double old) {
  std::vector<double> out(2 * kAgeGroups, 0);
  for (const std::size_t sex : {0U, 1U}) {
    out[sex * kAgeGroups] = young;
    out[sex * kAgeGroups + 4] = middle;
    out[sex * kAgeGroups + 13] = old;
  }
  return out;
}

double total(const std::vector<double>& area) { return std::accumulate(area.begin(), area.end(), 0.0); }

double total(const People& people, std::size_t group) {
  double sum = 0;
  for (const auto& each : people) sum += each[group] + each[kAgeGroups + group];
  return sum;
}

TEST(AgePressures, OneAreaGetsTheAgesOfTheCity) {
  People people{area(50, 50, 100)};
  move_to({40, 60, 2017, ""}, people);
  EXPECT_NEAR(people[0][0], 40, 1e-9);
  EXPECT_NEAR(people[0][4], 100, 1e-9);
  EXPECT_NEAR(people[0][13], 60, 1e-9);
}

TEST(AgePressures, AreasKeepTheirTotalsAndHowTheyDiffer) {
  People people{area(30, 60, 10), area(10, 40, 50)};
  move_to({40, 30, 2017, ""}, people);
  EXPECT_NEAR(total(people[0]), 200, 1e-9);
  EXPECT_NEAR(total(people[1]), 200, 1e-9);
  EXPECT_NEAR(total(people, 0) / total(people, 4), 0.40, 1e-9);
  EXPECT_NEAR(total(people, 13) / total(people, 4), 0.30, 1e-9);
  const double odds = people[0][0] * people[1][13] / (people[0][13] * people[1][0]);
  EXPECT_NEAR(odds, 30.0 * 50 / (10 * 10), 1e-6);
}

TEST(AgePressures, AnEmptyAreaStaysEmpty) {
  People people{area(30, 60, 10), area(0, 0, 0)};
  move_to({40, 30, 2017, ""}, people);
  EXPECT_EQ(total(people[1]), 0);
}

TEST(AgePressures, OfAYearWithoutAgesTheCityIsAsYoungAndOldAsNearIt) {
  const auto margins = margins_of(city(), 2016).value();
  People people;
  for (const auto& each : margins.areas) people.push_back(each[MarginKind::people].values);
  std::array<double, 3> three{};
  for (std::size_t group = 0; group < kAgeGroups; ++group) three[group < 4 ? 0 : (group < 13 ? 1 : 2)] += total(people, group);
  EXPECT_NEAR(100 * three[0] / three[1], 39, 0.1) << "the green pressure of 2017, but for whole persons";
  EXPECT_NEAR(100 * three[2] / three[1], 29, 0.1) << "the grey pressure";
  EXPECT_NE(margins.areas[0][MarginKind::people].source.find("green-pressure and grey-pressure of municipality GM0637 in 2017"),
            std::string::npos);
}

TEST(AgePressures, AgesOfTheYearItselfAreLeftAsTheyAre) {
  const auto margins = margins_of(city(), 2022).value();
  EXPECT_EQ(margins.areas[0][MarginKind::people].source.find("pressure"), std::string::npos);
}

}  // namespace
}  // namespace koers::test
