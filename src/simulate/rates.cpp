// SPDX-License-Identifier: EUPL-1.2
#include "simulate/rates.h"

#include <algorithm>

#include "simulate/numerics.h"

namespace koers::simulate {
namespace {

/// What a period of five years is known for: central death rates for ages 0, 1–4, 5–9, 10–14 … 95–99, 100+ of men and of women;
/// births per 1,000 women and year for ages 15–19 … 45–49.
struct VitalRates {
  int ends;  ///< in the middle of this year
  std::array<double, 22> death_men;
  std::array<double, 22> death_women;
  std::array<double, 7> births;
};
constexpr int kPeriod = 5;

// United Nations, World Population Prospects 2024, Netherlands.
constexpr std::array<VitalRates, 3> kVitalRates{{
    {2015,
     {0.003948,   0.00016976, 9.28e-05,   0.0001078,  0.00026657, 0.00039339, 0.00046158, 0.00054876,
      0.00075452, 0.00116019, 0.00192669, 0.00337515, 0.00571237, 0.00911694, 0.01507351, 0.02488808,
      0.04405124, 0.08027634, 0.14063784, 0.24069673, 0.37487665, 0.53953305},
     {0.003286,   0.00012576, 6.62e-05,   8.4e-05,    0.0001534,  0.0001784,  0.00023019, 0.00033619,
      0.00051834, 0.00088904, 0.00159442, 0.00267773, 0.0042382,  0.00642706, 0.00971954, 0.01528544,
      0.02692787, 0.05267679, 0.10269478, 0.19234582, 0.32515595, 0.50247267},
     {4.296, 33.731, 106.814, 132.951, 58.274, 8.978, 0.411}},
    {2020,
     {0.003851,   0.00015025, 6.56e-05,   9.32e-05,   0.00024858, 0.00038379, 0.00043559, 0.00053818,
      0.00073914, 0.00112392, 0.00179339, 0.00299881, 0.0050603,  0.00859106, 0.01386584, 0.02299097,
      0.03975438, 0.07409166, 0.13923281, 0.24161994, 0.38265123, 0.55313047},
     {0.003197,   0.00012026, 6.64e-05,   6.92e-05,   0.00014359, 0.0001798,  0.00023059, 0.00034078,
      0.00048455, 0.00079626, 0.00133003, 0.00233047, 0.00387897, 0.00622584, 0.00942519, 0.01513252,
      0.02624298, 0.0504159,  0.10310119, 0.19761531, 0.34024676, 0.52673544},
     {2.735, 26.031, 93.938, 128.132, 61.725, 10.431, 0.499}},
    {2025,
     {0.00365335, 0.00013441, 5.34e-05,   8.97e-05,   0.00022169, 0.00037666, 0.00042376, 0.00051617,
      0.00071665, 0.0010766,  0.00174867, 0.00295425, 0.00492617, 0.00808509, 0.01332466, 0.02208279,
      0.03916388, 0.07245182, 0.14024646, 0.25058634, 0.40621894, 0.59696108},
     {0.00305909, 0.00011271, 6.375e-05,  6.231e-05,  0.00012317, 0.00017042, 0.00021952, 0.00034272,
      0.00046432, 0.00077876, 0.00127462, 0.00218153, 0.00360913, 0.00598706, 0.0093247,  0.01455951,
      0.0258656,  0.0488836,  0.10175824, 0.19959023, 0.34765964, 0.54355748},
     {2.021, 19.958, 84.297, 125.05, 62.016, 11.656, 0.665}},
}};
// Statistics Netherlands 2021/49: share that lives with parents on 1 January 2021 by age 18…30, as the hazard between two ages.
constexpr std::array<double, 12> kLeavingMen{0.0736, 0.0735, 0.0832, 0.095,  0.1327, 0.1548,
                                             0.1853, 0.2067, 0.2182, 0.2125, 0.2063, 0.18};
constexpr std::array<double, 12> kLeavingWomen{0.1144, 0.1151, 0.1329, 0.1583, 0.204,  0.2338,
                                               0.2597, 0.2675, 0.2695, 0.2459, 0.2283, 0.2254};
// Statistics Netherlands, Statistische Trends 2020: percentages of persons of age 0…73 that moved in 2017.
constexpr std::array<double, 74> kWithin{
    7.32, 8.58, 8.65, 8.02,  7.55,  7.2,   6.85,  6.51,  6.26,  5.87,  5.47,  5.11,  4.89, 4.56, 4.37, 4.05, 3.89, 3.82, 5.13,
    6.21, 7.82, 9.61, 10.87, 12.74, 13.82, 14.22, 14.17, 13.67, 12.92, 11.95, 11.22, 10.4, 9.89, 9.31, 8.81, 8.25, 7.71, 7.44,
    7.03, 6.63, 6.26, 5.94,  5.69,  5.19,  4.92,  4.57,  4.26,  4.0,   3.82,  3.51,  3.36, 3.25, 3.02, 2.91, 2.82, 2.7,  2.61,
    2.53, 2.41, 2.34, 2.24,  2.19,  2.16,  2.13,  2.12,  2.18,  2.22,  2.15,  2.11,  2.11, 2.24, 2.18, 2.16, 2.19};
constexpr std::array<double, 74> kBetween{
    5.8,  6.24,  6.08,  5.33,  4.76,  4.01,  3.58,  3.34,  3.02,  2.82, 2.63, 2.41, 2.52, 2.41, 2.33, 2.57, 2.76, 3.4,  6.88,
    9.36, 10.32, 11.37, 12.02, 12.97, 13.45, 13.03, 12.15, 11.13, 10.2, 9.26, 8.57, 8.11, 7.45, 6.95, 6.45, 5.98, 5.51, 5.05,
    4.67, 4.41,  3.98,  3.7,   3.45,  3.19,  3.05,  2.85,  2.73,  2.61, 2.45, 2.43, 2.4,  2.3,  2.25, 2.23, 2.19, 2.15, 2.09,
    1.99, 1.84,  1.76,  1.8,   1.69,  1.64,  1.57,  1.61,  1.62,  1.69, 1.54, 1.47, 1.42, 1.33, 1.27, 1.22, 1.2};
constexpr std::array<double, 74> kEmigrated{
    0.86, 1.01, 0.97, 0.93, 0.82, 0.88, 0.75, 0.64, 0.59, 0.52, 0.5,  0.42, 0.38, 0.38, 0.35, 0.31, 0.3,  0.32, 0.5,
    0.94, 1.62, 2.88, 3.41, 3.41, 3.56, 3.5,  3.2,  2.96, 2.77, 2.54, 2.33, 2.16, 1.93, 1.78, 1.67, 1.56, 1.4,  1.29,
    1.16, 1.11, 1.02, 0.94, 0.91, 0.83, 0.77, 0.64, 0.59, 0.58, 0.53, 0.52, 0.48, 0.46, 0.41, 0.44, 0.39, 0.38, 0.34,
    0.36, 0.31, 0.29, 0.3,  0.27, 0.25, 0.24, 0.23, 0.21, 0.32, 0.23, 0.19, 0.17, 0.16, 0.12, 0.11, 0.11};

/// Which of the 22 abridged age groups an age is in.
constexpr std::size_t abridged(std::size_t age) { return age == 0 ? 0 : (age < 5 ? 1 : std::min<std::size_t>(age / 5 + 1, 21)); }

ByAge death_probabilities(const std::array<double, 22>& central) {
  ByAge out{};
  // A central rate m that is constant within the year leaves e^−m alive.
  for (std::size_t age = 0; age < kAges; ++age) out[age] = 1 - exp_of(-central[abridged(age)]);
  out.back() = 1;  // nobody becomes 111
  return out;
}

ByAge birth_rates(const std::array<double, 7>& per_thousand) {
  ByAge out{};
  for (std::size_t age = 15; age < 50; ++age) out[age] = per_thousand[(age - 15) / 5] / 1000;
  return out;
}

/// Few leave before 18, and what is published ends at 29: both ends are carried on.
ByAge leaving_hazards(const std::array<double, 12>& from_18) {
  ByAge out{};
  out[16] = from_18[0] / 3;
  out[17] = from_18[0] / 2;
  for (std::size_t age = 18; age < kAges; ++age) out[age] = age < 30 ? from_18[age - 18] : from_18.back() * 0.8;
  return out;
}

ByAge shares(const std::array<double, 74>& percentages) {
  ByAge out{};
  for (std::size_t age = 0; age < kAges; ++age) out[age] = percentages[std::min<std::size_t>(age, 73)] / 100;
  return out;
}

/// The last period that has ended when a year begins, or the first that there is.
std::size_t period_known_in(int year) {
  std::size_t out = 0;
  for (std::size_t i = 1; i < kVitalRates.size(); ++i) {
    if (kVitalRates[i].ends < year) out = i;
  }
  return out;
}

Rates rates_of(const VitalRates& vital) {
  return {{death_probabilities(vital.death_men), death_probabilities(vital.death_women)},
          birth_rates(vital.births),
          {leaving_hazards(kLeavingMen), leaving_hazards(kLeavingWomen)},
          shares(kWithin),
          shares(kBetween),
          shares(kEmigrated)};
}

const Rates& rates_of_period(std::size_t period) {
  static const std::array<Rates, kVitalRates.size()> kRates{rates_of(kVitalRates[0]), rates_of(kVitalRates[1]),
                                                            rates_of(kVitalRates[2])};
  return kRates.at(period);
}

}  // namespace

const Rates& netherlands() { return rates_of_period(kVitalRates.size() - 1); }
const Rates& netherlands_known_in(int year) { return rates_of_period(period_known_in(year)); }

std::vector<RateSource> rate_sources_known_in(int year) {
  const int ends = kVitalRates.at(period_known_in(year)).ends;
  const std::string vital = "United Nations, World Population Prospects 2024, Netherlands, " + std::to_string(ends - kPeriod) +
                            '-' + std::to_string(ends);
  return {{"death", vital, "central rates of five-year groups, constant within a group; nobody becomes 111"},
          {"birth", vital,
           "rates of five-year groups; women with a partner and without one by their ratio in the starting population"},
          {"leaving_home", "Statistics Netherlands 2021/49, 1 January 2021",
           "hazard between two ages of a cross-section, net of returns; at 16 and 17 a third and half of that at 18, from 30 on "
           "four fifths of that at 29: estimated"},
          {"moves", "Statistics Netherlands, Statistische Trends 2020, figures of 2017",
           "persons by age; from 74 on as at 73, where what is published ends: estimated"}};
}

}  // namespace koers::simulate
