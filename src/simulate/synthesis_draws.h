// SPDX-License-Identifier: EUPL-1.2
// What the synthesis draws for, and numbers that are nearly normal out of sums alone.
#pragma once
#include <cstdint>

#include "simulate/draws.h"

namespace koers::simulate {

/// Items of `DrawSite::synthesis`. Append only.
enum class SynthesisItem : std::uint8_t {
  error = 1,  ///< of estimated margins
  positions = 2,
  dwellings = 3,
  households = 4,
  vacancies = 5,
  ages = 6,
  pairing = 7,
  families = 8,
  parents = 9,
  segments = 10,
  housing = 11,
  education = 12,
  work = 13,
  talent = 14,
  wealth = 15,
  durations = 16,
  prices = 17,
  country = 18
};

[[nodiscard]] constexpr std::uint32_t item_of(SynthesisItem item) { return static_cast<std::uint32_t>(item) * 16; }

/// Mean 0, variance 1, between −3.47 and 3.47: the sum of four uniforms, which takes no function whose last digit differs between
/// processors.
[[nodiscard]] constexpr double normal(const Block& bits) {
  constexpr double kRootOfThree = 1.7320508075688772;
  return (unit(bits[0]) + unit(bits[1]) + unit(bits[2]) + unit(bits[3]) - 2) * kRootOfThree;
}

}  // namespace koers::simulate
