// SPDX-License-Identifier: EUPL-1.2
#include "simulate/age_pattern.h"

#include <algorithm>

namespace koers::simulate {
namespace {

constexpr std::size_t kYears = 5;  // in a group
constexpr std::size_t kSingleAges = kYears * kAgeGroups;
constexpr std::size_t kLastMoved = 16;  // the group of 80–84
using SingleAges = std::array<double, kSingleAges>;

SingleAges spread(const double* groups) {
  SingleAges out{};
  for (std::size_t age = 0; age < kSingleAges; ++age) out[age] = groups[age / kYears] / kYears;
  return out;
}

/// A year later: everybody who lives is a year older.
SingleAges later(const SingleAges& ages, const ByAge& death) {
  SingleAges out{};
  out[0] = ages[0];
  for (std::size_t age = 1; age < kSingleAges; ++age) out[age] = ages[age - 1] * (1 - death[age]);
  return out;
}

/// A year earlier: those of the next age, and those of them who died. Nobody knows how many the oldest were.
SingleAges earlier(const SingleAges& ages, const ByAge& death) {
  SingleAges out = ages;
  for (std::size_t age = 0; age + 1 < kSingleAges; ++age) out[age] = ages[age + 1] / (1 - death[age + 1]);
  return out;
}

void move(double* groups, int years, const ByAge& death) {
  SingleAges ages = spread(groups);
  for (int i = 0; i < years; ++i) ages = later(ages, death);
  for (int i = 0; i > years; --i) ages = earlier(ages, death);
  const double before = groups[kLastMoved];
  for (std::size_t group = 0; group <= kLastMoved; ++group) {
    groups[group] = 0;
    for (std::size_t i = 0; i < kYears; ++i) groups[group] += ages[group * kYears + i];
  }
  for (std::size_t group = kLastMoved + 1; group < kAgeGroups; ++group) groups[group] *= groups[kLastMoved] / before;
}

}  // namespace

AgePattern age_pattern(int year, const Rates& rates) {
  AgePattern out = kAgePattern;
  const int years = std::clamp(year - kAgePatternYear, -kFarthestPattern, kFarthestPattern);
  for (std::size_t sex = 0; sex < rates.death.size(); ++sex) move(out.data() + sex * kAgeGroups, years, rates.death[sex]);
  return out;
}

}  // namespace koers::simulate
