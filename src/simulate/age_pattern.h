// SPDX-License-Identifier: EUPL-1.2
// How many of each age there are within broad ages, in a year for which only the broad ages are known.
#pragma once
#include <array>

#include "simulate/patterns.h"
#include "simulate/rates.h"

namespace koers::simulate {

using AgePattern = std::array<double, 2 * kAgeGroups>;
inline constexpr int kAgePatternYear = 2021;
/// Farther than this from its year the pattern is not moved: births and moves have made another one by then.
inline constexpr int kFarthestPattern = 15;

/// `kAgePattern` as its cohorts were or will be on 1 January of a year: those of each year of birth are as many, but for those
/// who died in between; nobody moves, and later births are those of its youngest. Five years earlier a bulge of 60-year-olds is
/// one of 55-year-olds. Those of 85 and over keep their proportion to those of 80–84.
[[nodiscard]] AgePattern age_pattern(int year, const Rates& rates = netherlands());

}  // namespace koers::simulate
