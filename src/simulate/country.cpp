// SPDX-License-Identifier: EUPL-1.2
#include "simulate/country.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "simulate/numerics.h"
#include "simulate/patterns.h"
#include "simulate/synthesis_draws.h"

namespace koers::simulate {
namespace {

constexpr double kPersons = 18e6;
constexpr double kDwellings = 8.3e6;

// Statistics Netherlands, key figures 2022 of all 3,340 districts and 345 municipalities (85318NED), by the five classes of
// urbanity from extremely to not urbanised. Own summary.
constexpr std::size_t kUrbanities = 5;
constexpr std::array<std::size_t, kUrbanities> kMunicipalitiesOf{23, 72, 77, 124, 49};
/// Districts of a municipality, and inhabitants of a district, at these shares of all.
constexpr std::array<double, 7> kDistrictsAt{0, .10, .25, .50, .75, .90, 1};
constexpr std::array<std::array<double, 7>, kUrbanities> kDistrictsOf{{{3, 8, 9, 11, 20, 39.4, 99},
                                                                       {1, 4, 6, 10, 15, 22, 71},
                                                                       {1, 1, 3, 5, 10, 13.4, 25},
                                                                       {1, 2, 3.8, 5, 10, 17.7, 51},
                                                                       {1, 2, 6, 8, 15, 18.2, 41}}};
constexpr std::array<double, 10> kInhabitantsAt{0, .05, .10, .25, .50, .75, .90, .95, .99, 1};
constexpr std::array<std::array<double, 10>, kUrbanities> kInhabitantsOf{
    {{0, 1636, 3023, 5590, 8420, 13562, 19587, 28704, 64397, 95625},
     {10, 1382, 2210, 3868, 6795, 11420, 19230, 24960, 37214, 78590},
     {0, 101, 932, 3135, 6120, 11776, 16400, 20665, 29005, 35345},
     {0, 55, 189, 1605, 5200, 8425, 11366, 13147, 17714, 23350},
     {0, 80, 160, 485, 1228, 2336, 3985, 4906, 7798, 14515}}};
/// Urbanity of the districts of a municipality by its own.
constexpr std::array<std::array<double, kUrbanities>, kUrbanities> kMix{{{.597, .219, .077, .061, .046},
                                                                         {.114, .425, .160, .134, .167},
                                                                         {.004, .203, .223, .164, .406},
                                                                         {0, .009, .088, .211, .692},
                                                                         {0, 0, .004, .096, .900}}};

/// What varies between districts, in this order: % of 0–14, 15–24, 25–44, 65 and over; ln of mean value (thousands of euros); %
/// owner-occupied, with work (15–74), in the lowest 40 % and the highest 20 % of incomes, with high education (15–74); persons
/// per dwelling.
enum Feature : std::size_t {
  kYoung,
  kStudents,
  kAdults,
  kOld,
  kLnValue,
  kOwners,
  kAtWork,
  kLowest,
  kHighest,
  kEducated,
  kPerDwelling
};
constexpr std::size_t kFeatures = 11;
using Features = std::array<double, kFeatures>;
// Of 2,783 districts with 500 inhabitants or more.
constexpr std::array<Features, kUrbanities> kMean{{{13.29, 13.74, 32.08, 16.93, 5.74, 40.31, 63.11, 40.08, 21.37, 40.62, 1.96},
                                                   {15.74, 11.81, 24.64, 20.62, 5.67, 56.61, 63.59, 39.81, 19.93, 31.18, 2.19},
                                                   {16.14, 11.18, 23.03, 21.51, 5.72, 65.03, 65.34, 38.52, 20.73, 30.51, 2.27},
                                                   {15.90, 11.37, 21.58, 22.34, 5.79, 70.35, 66.86, 38.54, 21.36, 29.84, 2.34},
                                                   {14.96, 11.75, 20.31, 21.86, 5.80, 77.09, 67.71, 39.39, 19.34, 26.16, 2.40}}};
constexpr std::array<Features, kUrbanities> kDeviation{{{4.15, 5.96, 7.90, 6.34, .36, 15.58, 5.03, 7.58, 9.22, 15.44, .27},
                                                        {3.72, 3.48, 4.98, 6.88, .32, 15.38, 5.41, 6.53, 8.10, 11.59, .28},
                                                        {3.73, 1.83, 5.10, 7.43, .30, 12.60, 5.33, 5.40, 7.27, 10.06, .26},
                                                        {3.14, 1.53, 4.04, 5.39, .29, 9.60, 4.03, 4.47, 6.69, 10.55, .23},
                                                        {3.08, 2.09, 3.11, 4.58, .26, 8.23, 4.22, 3.36, 4.85, 8.18, .27}}};
/// The lower Cholesky factor of their correlations within a class of urbanity.
constexpr std::array<Features, kFeatures> kFactor{{{1},
                                                   {.04, 1},
                                                   {.32, .07, .94},
                                                   {-.57, -.46, -.47, .49},
                                                   {.20, .07, -.27, -.20, .92},
                                                   {.24, .02, -.39, -.31, .21, .81},
                                                   {.45, .25, .16, -.27, .40, .27, .63},
                                                   {-.25, .21, -.07, .30, -.59, -.28, -.17, .58},
                                                   {.26, -.06, -.13, -.26, .74, .08, -.04, -.37, .39},
                                                   {.03, -.08, -.10, -.12, .65, .03, -.10, -.32, .23, .62},
                                                   {.64, .35, -.16, -.24, .20, .20, -.04, .05, -.09, -.09, .53}}};
/// Part of the variance that districts of a municipality share. Illustrative.
constexpr double kShared = 0.35;

// Types and periods of dwellings by urbanity: EP-online and PBL, modelled by Quintel (2023), means of municipalities.
constexpr std::array<std::array<double, kDwellingTypes>, kUrbanities> kTypesOf{{{.552, .304, .122, .022},
                                                                                {.334, .371, .223, .072},
                                                                                {.213, .352, .283, .152},
                                                                                {.150, .267, .319, .264},
                                                                                {.115, .194, .317, .374}}};
constexpr std::array<std::array<double, kPeriods>, kUrbanities> kPeriodsOf{{{.234, .165, .279, .200, .122},
                                                                            {.135, .150, .331, .252, .132},
                                                                            {.122, .130, .352, .252, .144},
                                                                            {.136, .150, .344, .236, .134},
                                                                            {.197, .145, .320, .224, .114}}};
/// How districts differ in them, in ln of a share; social rent of all that is rented; households beside dwellings. Illustrative.
constexpr double kTypeSpread = 0.45;
constexpr double kPeriodSpread = 0.8;
constexpr double kSocialOfRented = 0.68;
constexpr double kLeastOccupied = 0.978;
constexpr double kMostOccupied = 0.992;

/// Between the points of a table.
template <std::size_t N>
double quantile(const std::array<double, N>& at, const std::array<double, N>& values, double share) {
  std::size_t i = 0;
  while (i + 2 < N && share > at[i + 1]) ++i;
  return values[i] + (values[i + 1] - values[i]) * (share - at[i]) / (at[i + 1] - at[i]);
}

struct Municipality {
  std::size_t urbanity = 0;
  std::size_t districts = 1;
};

/// With the numbers of districts of the Netherlands, at evenly spread shares of all.
std::vector<Municipality> municipalities_of(double scale) {
  std::vector<Municipality> out;
  for (std::size_t urbanity = 0; urbanity < kUrbanities; ++urbanity) {
    const auto count = static_cast<std::size_t>(std::llround(scale * static_cast<double>(kMunicipalitiesOf[urbanity])));
    for (std::size_t i = 0; i < count; ++i) {
      const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(count);
      out.push_back({urbanity, static_cast<std::size_t>(std::llround(quantile(kDistrictsAt, kDistrictsOf[urbanity], share)))});
    }
  }
  if (out.empty()) out.push_back({1, 10});
  return out;
}

/// One district more or less for some, until there are as many as asked for.
void make_total(std::vector<Municipality>& municipalities, std::size_t wanted) {
  std::size_t total = 0;
  for (const Municipality& each : municipalities) total += each.districts;
  for (std::size_t i = 0; total != wanted; i = (i + 1) % municipalities.size()) {
    std::size_t& districts = municipalities[i].districts;
    if (total < wanted) ++districts, ++total;
    if (total > wanted && districts > 1) --districts, --total;
    if (wanted < municipalities.size()) return;
  }
}

std::string code(const char* prefix, std::size_t number, std::size_t digits) {
  std::string text = std::to_string(number);
  return prefix + std::string(digits - std::min(digits, text.size()), '0') + text;
}

/// What is drawn for one municipality or district: draws by item.
class Place {
 public:
  Place(Stream stream, std::uint64_t key) : stream_(stream), key_(key) {}
  [[nodiscard]] Block bits(std::uint32_t item) const { return draw(stream_, key_, 0, DrawSite::country, item); }
  [[nodiscard]] double uniform(std::uint32_t item) const { return unit(bits(item)[0]); }
  [[nodiscard]] double deviate(std::uint32_t item) const { return normal(bits(item)); }

 private:
  Stream stream_;
  std::uint64_t key_;
};

enum Item : std::uint32_t {
  kFeatureItem = 0,
  kUrbanityItem = 16,
  kSizeItem,
  kXItem,
  kYItem,
  kSpaceItem,
  kOccupiedItem,
  kTypeItem = 32,
  kPeriodItem = 40
};

std::size_t drawn_urbanity(std::size_t of_municipality, double share) {
  std::size_t urbanity = 0;
  for (double sum = kMix[of_municipality][0]; share > sum && urbanity + 1 < kUrbanities; sum += kMix[of_municipality][urbanity])
    ++urbanity;
  return urbanity;
}

Features drawn_features(std::size_t urbanity, const Place& municipality, const Place& district) {
  Features z{};
  for (std::uint32_t i = 0; i < kFeatures; ++i) {
    z[i] =
        std::sqrt(kShared) * municipality.deviate(kFeatureItem + i) + std::sqrt(1 - kShared) * district.deviate(kFeatureItem + i);
  }
  Features out{};
  for (std::size_t i = 0; i < kFeatures; ++i) {
    const double value = std::inner_product(z.begin(), z.end(), kFactor[i].begin(), 0.0);
    out[i] = kMean[urbanity][i] + kDeviation[urbanity][i] * value;
  }
  for (const std::size_t i : {kYoung, kStudents, kAdults, kOld}) out[i] = std::max(out[i], 4.0);
  for (const std::size_t i : {kLowest, kHighest, kEducated}) out[i] = std::clamp(out[i], 3.0, 75.0);
  out[kOwners] = std::clamp(out[kOwners], 8.0, 97.0);
  out[kAtWork] = std::clamp(out[kAtWork], 40.0, 80.0);
  out[kPerDwelling] = std::clamp(out[kPerDwelling], 1.45, 3.2);
  return out;
}

std::vector<double> people_of(const Features& features, double inhabitants) {
  std::array<double, 5> broad{features[kYoung], features[kStudents], features[kAdults], 0, features[kOld]};
  broad[3] = std::max(10.0, 100 - std::accumulate(broad.begin(), broad.end(), 0.0));
  const double all = std::accumulate(broad.begin(), broad.end(), 0.0);
  std::array<double, 5> pattern{};
  for (std::size_t i = 0; i < kAgePattern.size(); ++i) pattern[broad_age(i % kAgeGroups)] += kAgePattern[i];
  std::vector<double> people;
  for (std::size_t i = 0; i < kAgePattern.size(); ++i) {
    const std::size_t age = broad_age(i % kAgeGroups);
    people.push_back(std::round(inhabitants * broad[age] / all * kAgePattern[i] / pattern[age]));
  }
  return people;
}

/// Shares of types of households in %, by regression on 133 districts of the province of Utrecht (2022, with children: R² 0.92)
/// and on 341 municipalities (2023, one person: R² 0.94), own estimate on figures of Statistics Netherlands.
std::vector<double> households_of(const Features& features, const std::vector<double>& people, double households) {
  const double inhabitants = std::accumulate(people.begin(), people.end(), 0.0);
  double children = 0;
  for (std::size_t i = 0; i < people.size(); ++i) children += broad_age(i % kAgeGroups) == 0 ? people[i] : 0;
  const double size = inhabitants / std::max(1.0, households);
  const double with = std::clamp(-19.1 + 19.85 * size + 25.07 * children / std::max(1.0, households), 2.0, 80.0);
  const double one =
      std::clamp(103.5 - 10.08 * size - 0.647 * with - 0.218 * features[kOwners] - 0.452 * features[kOld], 8.0, 85.0);
  const double without = std::max(8.0, 100 - with - one);
  const double each = households / (one + without + with);
  const double singles = std::round(one * each);
  const double couples = std::round(without * each);
  return {singles, couples, std::max(0.0, households - singles - couples)};
}

template <std::size_t N>
std::vector<double> spread(const std::array<double, N>& shares, double deviation, const Place& district, std::uint32_t item) {
  std::vector<double> out;
  for (std::size_t i = 0; i < N; ++i)
    out.push_back(shares[i] * exp_of(deviation * district.deviate(item + static_cast<std::uint32_t>(i))));
  return out;
}

std::vector<double> types_of(std::size_t urbanity, double owners_z, const Place& district, double dwellings) {
  std::vector<double> types = spread(kTypesOf[urbanity], kTypeSpread, district, kTypeItem);
  types[0] *= exp_of(-0.4 * owners_z);  // fewer flats where more is owned; illustrative
  const double sum = std::accumulate(types.begin(), types.end(), 0.0);
  double rest = dwellings;
  for (std::size_t i = kDwellingTypes - 1; i > 0; --i) rest -= types[i] = std::round(dwellings * types[i] / sum);
  types[0] = std::max(0.0, rest);
  return types;
}

Margin known(std::vector<double> values) { return {std::move(values), Standing::published, ErrorKind::relative, 0, "Drawn."}; }

/// An area before its margins are made: its size depends on all others.
struct Drawn {
  std::size_t municipality = 0;
  std::size_t urbanity = 0;
  std::uint64_t key = 0;
  double inhabitants = 0;
  double dwellings = 0;
  Features features{};
};

void fill(AreaMargins& area, const Drawn& drawn, const Place& district) {
  const Features& features = drawn.features;
  const std::size_t urbanity = drawn.urbanity;
  const double dwellings = std::round(drawn.dwellings);
  const double occupied = kLeastOccupied + (kMostOccupied - kLeastOccupied) * district.uniform(kOccupiedItem);
  const double owners_z = (features[kOwners] - kMean[urbanity][kOwners]) / kDeviation[urbanity][kOwners];
  const double rented = 100 - features[kOwners];
  using enum MarginKind;
  area[people] = known(people_of(features, drawn.inhabitants));
  area[households] = known(households_of(features, area[people].values, std::round(dwellings * occupied)));
  // What does not go with the ages gives way.
  area[households].standing = Standing::estimated;
  area[dwelling_types] = known(types_of(urbanity, owners_z, district, dwellings));
  area[tenures] = known({features[kOwners], rented * kSocialOfRented, rented * (1 - kSocialOfRented)});
  area[periods] = known(spread(kPeriodsOf[urbanity], kPeriodSpread, district, kPeriodItem));
  area[incomes] = known({features[kLowest], std::max(1.0, 100 - features[kLowest] - features[kHighest]), features[kHighest]});
  area[education] = known({features[kEducated] / 100});
  area[work] = known({features[kAtWork] / 100});
  area[value] = known({exp_of(features[kLnValue])});
}

std::uint64_t key_of(std::uint32_t level, std::size_t index) {
  return derived_key(area_hash("country"), level, static_cast<std::uint32_t>(index));
}

Drawn drawn_district(std::size_t municipality, std::size_t urbanity, std::size_t index, Stream stream) {
  Drawn out;
  out.municipality = municipality;
  out.key = key_of(1, index);
  const Place place(stream, out.key);
  out.urbanity = drawn_urbanity(urbanity, place.uniform(kUrbanityItem));
  out.inhabitants = quantile(kInhabitantsAt, kInhabitantsOf[out.urbanity], place.uniform(kSizeItem));
  out.features = drawn_features(out.urbanity, Place(stream, key_of(0, municipality)), place);
  out.dwellings = out.inhabitants / out.features[kPerDwelling];
  return out;
}

/// With these totals, but for rounding.
std::vector<Drawn> drawn_districts(const std::vector<Municipality>& municipalities, Stream stream, double persons,
                                   double dwellings) {
  std::vector<Drawn> out;
  double all_persons = 0;
  double all_dwellings = 0;
  for (std::size_t m = 0; m < municipalities.size(); ++m) {
    for (std::size_t i = 0; i < municipalities[m].districts; ++i) {
      out.push_back(drawn_district(m, municipalities[m].urbanity, out.size(), stream));
      all_persons += out.back().inhabitants;
      all_dwellings += out.back().dwellings;
    }
  }
  for (Drawn& each : out) {
    each.inhabitants *= persons / all_persons;
    each.dwellings *= dwellings / all_dwellings;
  }
  return out;
}

/// Municipalities lie on a lattice of the size of the country, shaken; districts around them.
void locate(AreaMargins& area, const Drawn& drawn, std::size_t municipalities, const Place& municipality, const Place& district) {
  constexpr double kWidth = 200;
  constexpr double kHeight = 300;
  constexpr double kReach = 12;  // km, of the districts of a municipality
  const auto columns = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(municipalities) * kWidth / kHeight)));
  const std::size_t lines = (municipalities + columns - 1) / columns;
  // A step that has no divisor in common with their number mixes large and small ones.
  const std::size_t place = drawn.municipality * 101 % (columns * lines);
  const double x = (static_cast<double>(place % columns) + municipality.uniform(kXItem)) / static_cast<double>(columns);
  const double y = (static_cast<double>(place / columns) + municipality.uniform(kYItem)) / static_cast<double>(lines);
  area.x_km = static_cast<float>(40 + kWidth * x + kReach * (district.uniform(kXItem) - 0.5));
  area.y_km = static_cast<float>(310 + kHeight * y + kReach * (district.uniform(kYItem) - 0.5));
}

}  // namespace

Margins drawn_country(Stream stream, double scale) {
  const double part = std::clamp(scale, 1e-3, 1.0);
  auto municipalities = municipalities_of(part);
  make_total(municipalities, static_cast<std::size_t>(std::llround(part * static_cast<double>(kDistricts))));
  Margins margins;
  margins.year = 2022;
  for (std::size_t i = 0; i < municipalities.size(); ++i) margins.regions.push_back(code("XM", i, 4));
  for (const Drawn& drawn : drawn_districts(municipalities, stream, kPersons * part, kDwellings * part)) {
    const Place municipality(stream, key_of(0, drawn.municipality));
    const Place district(stream, drawn.key);
    AreaMargins area;
    area.code = code("XD", margins.areas.size(), 5);
    area.district = static_cast<std::uint16_t>(margins.areas.size());
    area.region = static_cast<std::uint16_t>(drawn.municipality);
    locate(area, drawn, municipalities.size(), municipality, district);
    area.access = static_cast<float>(0.8 * (2 - static_cast<double>(drawn.urbanity)));
    area.public_space = static_cast<float>(district.deviate(kSpaceItem));
    fill(area, drawn, district);
    margins.districts.push_back(area.code);
    margins.areas.push_back(std::move(area));
  }
  return margins;
}

}  // namespace koers::simulate
