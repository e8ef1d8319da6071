// SPDX-License-Identifier: EUPL-1.2
#include "simulate/life_tables.h"

#include <algorithm>

#include "simulate/draws.h"
#include "simulate/family.h"

namespace koers::simulate {
namespace {

struct Step {
  std::size_t from_age;
  double hazard;
};

// Illustrative, in line with: an average hazard of separation of 0.0237 a year over the first twelve years and 0.056 in the first
// five of a first union (Statistics Netherlands 2019).
constexpr std::array kSeparation{Step{0, 0.045},  Step{30, 0.030}, Step{40, 0.020},
                                 Step{50, 0.012}, Step{60, 0.004}, Step{75, 0.001}};
// Illustrative: who has no partner and looks for one in this year.
constexpr std::array kSeeking{Step{0, 0.0},   Step{18, 0.06}, Step{21, 0.10},  Step{25, 0.15}, Step{35, 0.10},
                              Step{45, 0.06}, Step{55, 0.03}, Step{65, 0.012}, Step{75, 0.003}};
// Illustrative: moves to a nursing home.
constexpr std::array kInstitutionAlone{Step{0, 0.0}, Step{75, 0.006}, Step{80, 0.02}, Step{85, 0.06}, Step{90, 0.12}};
constexpr std::array kInstitutionCouple{Step{0, 0.0}, Step{75, 0.003}, Step{80, 0.008}, Step{85, 0.025}, Step{90, 0.05}};

template <std::size_t n>
OddsByAge odds(const std::array<Step, n>& steps, double scale) {
  OddsByAge out{};
  std::size_t step = 0;
  for (std::size_t age = 0; age < kAges; ++age) {
    while (step + 1 < n && steps[step + 1].from_age <= age) ++step;
    out[age] = odds_of(steps[step].hazard * scale);
  }
  return out;
}

/// The rate of those who reach an age in the year: half of it they have the age before.
double in_year_of(const ByAge& rates, std::size_t age) { return age == 0 ? rates[0] : (rates[age - 1] + rates[age]) / 2; }

OddsByAge odds(const ByAge& rates, double scale) {
  OddsByAge out{};
  for (std::size_t age = 0; age < kAges; ++age) out[age] = odds_of(in_year_of(rates, age) * scale);
  out.back() = odds_of(rates.back() * scale);
  return out;
}

/// Women of the age groups of five years, without and with a partner.
std::array<std::array<double, 2>, kAges / 5 + 1> women_by_group(const Population& start) {
  std::array<std::array<double, 2>, kAges / 5 + 1> count{};
  for (PersonIndex i = 0; i < start.persons.rows(); ++i) {
    const HouseholdIndex household = start.persons.household[i];
    if (household == kNone || start.persons.sex[i] != Sex::woman) continue;
    const int age = std::clamp(start.year - start.persons.birth_year[i], 0, static_cast<int>(kAges) - 1);
    const bool partnered = is_adult_role(start.persons.role[i]) && has_partner(start, household);
    ++count[static_cast<std::size_t>(age) / 5][partnered ? 1 : 0];
  }
  return count;
}

std::array<OddsByAge, 2> birth_odds(const Rates& rates, const Parameters& parameters, const Population& start) {
  std::array<OddsByAge, 2> out{};
  const auto women = women_by_group(start);
  for (std::size_t age = 0; age < kAges; ++age) {
    const auto& [alone, partnered] = women[age / 5];
    const double weighted = partnered + parameters.lone_birth_ratio * alone;
    const double rate = in_year_of(rates.birth, age);
    const double of_couples = weighted > 0 ? rate * (alone + partnered) / weighted : rate;
    out[0][age] = odds_of(of_couples * parameters.lone_birth_ratio * parameters.birth_scale);
    out[1][age] = odds_of(of_couples * parameters.birth_scale);
  }
  return out;
}

}  // namespace

LifeTables life_tables(const Rates& rates, const Parameters& parameters, const Population& start) {
  LifeTables out;
  for (std::size_t sex = 0; sex < 2; ++sex) {
    out.death[sex] = odds(rates.death[sex], parameters.death_scale);
    out.leaving_home[sex] = odds(rates.leaving_home[sex], parameters.leaving_scale * parameters.search_per_leaver);
  }
  out.birth = birth_odds(rates, parameters, start);
  out.separation = odds(kSeparation, parameters.separation_scale);
  out.seeking = odds(kSeeking, parameters.union_scale);
  out.institution = {odds(kInstitutionAlone, parameters.institution_scale),
                     odds(kInstitutionCouple, parameters.institution_scale)};
  return out;
}

}  // namespace koers::simulate
