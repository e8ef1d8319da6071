// SPDX-License-Identifier: EUPL-1.2
#include "zoetermeer_margins.h"

#include <array>
#include <cmath>

#include "simulate/fitting.h"

namespace koers::simulate {
namespace {

struct DistrictFacts {
  const char* code;
  double inhabitants;
  std::array<double, 5> ages;  ///< % 0–14, 15–24, 25–44, 45–64, 65 and over
  double dwellings;
  double value;     ///< thousands of euros
  double owners;    ///< %
  double working;   ///< % of 15–74
  double lowest;    ///< % of persons in the lowest 40 % of incomes
  double highest;   ///< % in the highest 20 %
  double educated;  ///< % of 15–74 with high education
  double households;
  std::array<double, 3> types;  ///< % one person, without, with children
};

// Statistics Netherlands, key figures of districts 2022 (85318NED); households and their types estimated by regression on 133
// districts of the province of Utrecht and scaled to the city's 35/28/37 %: 2 to 3 points off.
constexpr std::array<DistrictFacts, 9> kFacts{
    {{"WK063700", 21095, {14, 10, 29, 24, 24}, 11553, 240, 41, 63, 37, 17.2, 27, 11490, {49.6, 24.8, 25.6}},
     {"WK063701", 15490, {18, 12, 25, 24, 22}, 7289, 239, 45, 59, 43.4, 14.5, 24, 7250, {38.7, 26.0, 35.3}},
     {"WK063702", 19715, {17, 10, 23, 25, 25}, 9110, 269, 51, 59, 37.7, 19.9, 32, 9060, {36.3, 28.0, 35.7}},
     {"WK063703", 16185, {17, 12, 27, 26, 18}, 7366, 266, 59, 64, 35, 19.7, 31, 7325, {35.9, 27.6, 36.5}},
     {"WK063704", 8490, {16, 11, 22, 32, 20}, 3505, 336, 66, 64, 34.5, 25.6, 28, 3485, {27.2, 31.2, 41.6}},
     {"WK063705", 20605, {15, 10, 21, 32, 22}, 8870, 331, 68, 65, 31.9, 26.4, 35, 8820, {30.1, 31.4, 38.5}},
     {"WK063706", 23360, {21, 14, 26, 27, 12}, 8647, 378, 64, 68, 34.4, 28.5, 32, 8600, {18.9, 29.3, 51.8}},
     {"WK063708", 435, {14, 16, 16, 31, 21}, 181, 353, 80, 66, 42.9, 23.5, 38, 180, {26.5, 33.6, 39.9}},
     {"WK063709", 395, {15, 14, 16, 35, 18}, 147, 590, 87, 70, 34.8, 38.2, 57, 145, {16.8, 35.7, 47.5}}}};

struct NeighbourhoodFacts {
  const char* code;
  std::size_t district;
  double inhabitants;
  double dwellings;
  std::array<double, 4> types;  ///< shares of flats, terraced, semi-detached, detached
};

// Statistics Netherlands, key figures of neighbourhoods 2016 (83487NED): inhabitants; dwellings and types: Quintel, from the
// register of buildings, 2016.
constexpr std::array<NeighbourhoodFacts, 26> kNeighbourhoods{{{"BU06370001", 0, 4945, 2543, {0.4499, 0.4228, 0.0928, 0.0346}},
                                                              {"BU06370002", 0, 3735, 2614, {0.8803, 0.1197, 0.0, 0.0}},
                                                              {"BU06370003", 0, 6000, 2788, {0.7421, 0.2486, 0.0043, 0.005}},
                                                              {"BU06370004", 0, 6250, 3412, {0.818, 0.1650, 0.0088, 0.0082}},
                                                              {"BU06370100", 1, 9245, 4136, {0.472, 0.4984, 0.0099, 0.0198}},
                                                              {"BU06370101", 1, 5780, 3104, {0.8254, 0.1608, 0.0045, 0.0093}},
                                                              {"BU06370200", 2, 10260, 4729, {0.4777, 0.5083, 0.0025, 0.0114}},
                                                              {"BU06370201", 2, 9355, 4321, {0.2648, 0.7075, 0.0106, 0.0171}},
                                                              {"BU06370300", 3, 7265, 3550, {0.3806, 0.6071, 0.0065, 0.0059}},
                                                              {"BU06370301", 3, 9110, 3872, {0.2699, 0.7164, 0.0044, 0.0093}},
                                                              {"BU06370400", 4, 3230, 1406, {0.1828, 0.7518, 0.01, 0.0555}},
                                                              {"BU06370401", 4, 5355, 2099, {0.1663, 0.7856, 0.0262, 0.0219}},
                                                              {"BU06370500", 5, 8040, 3430, {0.3589, 0.6067, 0.0146, 0.0198}},
                                                              {"BU06370501", 5, 12725, 5123, {0.1524, 0.8080, 0.0172, 0.0224}},
                                                              {"BU06370600", 6, 6265, 2379, {0.2013, 0.6957, 0.0513, 0.0517}},
                                                              {"BU06370601", 6, 15670, 6016, {0.3482, 0.5498, 0.0555, 0.0464}},
                                                              {"BU06370800", 7, 240, 57, {0.0351, 0.7193, 0.1754, 0.0702}},
                                                              {"BU06370801", 7, 80, 42, {0.0952, 0.7619, 0.0714, 0.0714}},
                                                              {"BU06370802", 7, 40, 17, {0.0, 0.4117, 0.1176, 0.4706}},
                                                              {"BU06370803", 7, 145, 59, {0.0, 0.2033, 0.6102, 0.1864}},
                                                              {"BU06370902", 8, 25, 10, {0.0, 0.0000, 0.2, 0.8}},
                                                              {"BU06370903", 8, 70, 24, {0.0833, 0.0000, 0.0417, 0.875}},
                                                              {"BU06370904", 8, 120, 44, {0.1591, 0.1591, 0.2955, 0.3864}},
                                                              {"BU06370905", 8, 75, 20, {0.1, 0.0000, 0.0, 0.9}},
                                                              {"BU06370906", 8, 15, 8, {0.0, 0.0000, 0.0, 1.0}},
                                                              {"BU06370907", 8, 5, 3, {0.0, 0.0000, 0.0, 1.0}}}};

// Statistics Netherlands 83502NED, 1 January 2021: the city by sex and five years of age.
constexpr std::array<std::array<double, 20>, 2> kAgeSex{
    {{3305, 3670, 3820, 3730, 3540, 3750, 3870, 3860, 3685, 3735, 4105, 4310, 4270, 4010, 3635, 1915, 1220, 555, 180, 40},
     {3205, 3470, 3560, 3575, 3270, 3640, 4200, 4085, 3885, 4100, 4500, 4705, 4675, 4140, 3795, 2250, 1525, 960, 395, 120}}};

// EP-online and PBL, modelled by Quintel (2023): the city by type and period.
constexpr std::array<std::array<double, kPeriods>, kDwellingTypes> kPeriodsOfTypes{
    {{61, 523, 13298, 6748, 3408}, {142, 446, 10093, 9747, 2536}, {338, 363, 3406, 2817, 1130}, {144, 49, 237, 391, 480}}};

// The split of rented dwellings is not published for the city: illustrative.
constexpr double kSocialOfRented = 0.75;

std::size_t broad_age(std::size_t group) { return group < 3 ? 0 : group < 5 ? 1 : group < 9 ? 2 : group < 13 ? 3 : 4; }

/// District × sex × age group: the city's ages and sexes fitted to the districts' broad ages.
std::vector<double> people_by_district() {
  DenseTable seed{{9, 2, 20}, {}};
  MarginTable city{"city", {1, 2}, {}};
  MarginTable districts{"districts", {0}, {}};
  double total = 0;
  for (const DistrictFacts& facts : kFacts) {
    double percent = 0;
    for (const double age : facts.ages) percent += age;
    std::array<double, 5> of_city{};
    for (std::size_t i = 0; i < 40; ++i) of_city[broad_age(i % 20)] += kAgeSex[i / 20][i % 20];
    for (std::size_t i = 0; i < 40; ++i) {
      const std::size_t broad = broad_age(i % 20);
      seed.cells.push_back(facts.inhabitants * facts.ages[broad] / percent * kAgeSex[i / 20][i % 20] / of_city[broad]);
    }
    districts.cells.push_back(facts.inhabitants);
    total += facts.inhabitants;
  }
  double counted = 0;
  for (const auto& sex : kAgeSex) {
    for (const double count : sex) counted += count;
  }
  for (std::size_t i = 0; i < 40; ++i) city.cells.push_back(kAgeSex[i / 20][i % 20] * total / counted);
  return fit(std::move(seed), std::vector{city, districts})->table.cells;
}

struct Part {
  std::string code;
  std::size_t district;
  double of_inhabitants;  ///< share of its district
  double of_dwellings;
  std::array<double, 4> types;
};

std::vector<Part> neighbourhood_parts() {
  std::vector<Part> parts;
  for (const NeighbourhoodFacts& facts : kNeighbourhoods) {
    double inhabitants = 0;
    double dwellings = 0;
    for (const NeighbourhoodFacts& other : kNeighbourhoods) {
      if (other.district != facts.district) continue;
      inhabitants += other.inhabitants;
      dwellings += other.dwellings;
    }
    parts.push_back({facts.code, facts.district, facts.inhabitants / inhabitants, facts.dwellings / dwellings, facts.types});
  }
  return parts;
}

std::vector<Part> district_parts() {
  std::vector<Part> parts;
  for (std::size_t district = 0; district < kFacts.size(); ++district) {
    Part whole{kFacts[district].code, district, 1, 1, {}};
    for (const Part& part : neighbourhood_parts()) {
      if (part.district != district) continue;
      for (std::size_t type = 0; type < 4; ++type) whole.types[type] += part.of_dwellings * part.types[type];
    }
    parts.push_back(whole);
  }
  return parts;
}

/// By type: those of the district, with fewer single persons where there are more inhabitants per dwelling.
std::vector<double> households_of(const Part& part) {
  const DistrictFacts& facts = kFacts[part.district];
  const double size = facts.inhabitants / facts.households * (part.of_inhabitants / part.of_dwellings - 1);
  const double single = std::max(5.0, facts.types[0] - 44.4 * size);
  const double with = std::max(2.0, facts.types[2] + 30.0 * size);
  const double without = std::max(8.0, 100 - single - with);
  const double total = facts.households * part.of_dwellings / (single + with + without);
  return {total * single, total * without, total * with};
}

std::vector<double> periods_of(const Part& part) {
  std::vector<double> shares(kPeriods);
  for (std::size_t type = 0; type < kDwellingTypes; ++type) {
    double total = 0;
    for (const double count : kPeriodsOfTypes[type]) total += count;
    for (std::size_t i = 0; i < kPeriods; ++i) shares[i] += part.types[type] * kPeriodsOfTypes[type][i] / total;
  }
  return shares;
}

Margin estimated(std::vector<double> values, ErrorKind kind, double error, const char* source) {
  return {std::move(values), Standing::estimated, kind, error, source};
}
Margin published(std::vector<double> values) {
  return {std::move(values), Standing::published, ErrorKind::relative, 0, "CBS 85318NED, 2022"};
}

AreaMargins area_of(const Part& part, const std::vector<double>& people) {
  const DistrictFacts& facts = kFacts[part.district];
  AreaMargins area;
  area.code = part.code;
  area.district = static_cast<std::uint16_t>(part.district);
  std::vector<double> ages(people.begin() + static_cast<std::ptrdiff_t>(part.district) * 40,
                           people.begin() + static_cast<std::ptrdiff_t>(part.district) * 40 + 40);
  for (double& count : ages) count *= part.of_inhabitants;
  std::vector<double> types(part.types.begin(), part.types.end());
  double sum = 0;
  for (const double share : types) sum += share;
  const double dwellings = std::round(facts.dwellings * part.of_dwellings);
  for (double& share : types) share *= dwellings / sum;
  const double rented = 100 - facts.owners;
  using enum MarginKind;
  area[MarginKind::people] =
      estimated(std::move(ages), ErrorKind::relative, 0.05, "Ages of the city fitted to broad ages of districts");
  area[households] = estimated(households_of(part), ErrorKind::percentage_points, 2.5, "Regression on districts of Utrecht");
  area[dwelling_types] = estimated(std::move(types), ErrorKind::relative, 0.03, "Types of 2016, dwellings of 2022");
  area[tenures] = estimated({facts.owners, rented * kSocialOfRented, rented * (1 - kSocialOfRented)},
                            ErrorKind::percentage_points, 5, "Owners published; split of rents illustrative");
  area[periods] = estimated(periods_of(part), ErrorKind::percentage_points, 8, "Periods of the city by type");
  area[incomes] = published({facts.lowest, 100 - facts.lowest - facts.highest, facts.highest});
  area[education] = published({facts.educated / 100});
  area[work] = published({facts.working / 100});
  area[value] = published({facts.value});
  return area;
}

}  // namespace

Margins zoetermeer_margins(Level level) {
  Margins margins;
  margins.year = 2022;
  margins.regions = {"GM0637"};
  for (const DistrictFacts& facts : kFacts) margins.districts.emplace_back(facts.code);
  const auto people = people_by_district();
  for (const Part& part : level == Level::districts ? district_parts() : neighbourhood_parts()) {
    margins.areas.push_back(area_of(part, people));
  }
  return margins;
}

}  // namespace koers::simulate
