// SPDX-License-Identifier: EUPL-1.2
#include "simulate/exponential.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "simulate/draws.h"

namespace koers::simulate {
namespace {

long double true_exponential(std::uint32_t bits) { return -std::log((2.0L * bits + 1) * 0x1.0p-33L); }

double error_of(std::uint32_t bits) {
  const long double truth = true_exponential(bits);
  return static_cast<double>(std::abs(unit_exponential(bits) - truth) / std::max(1.0L, truth));
}

TEST(UnitExponential, IsTheLogarithmToTheLastPlaces) {
  double worst = 0;
  for (std::uint64_t bits = 0; bits <= 0xffffffffU; bits += 9973) {
    worst = std::max(worst, error_of(static_cast<std::uint32_t>(bits)));
  }
  EXPECT_LT(worst, 3.2e-16);
}

TEST(UnitExponential, HoldsAtTheEndsAndAroundPowersOfTwo) {
  EXPECT_LT(error_of(0), 3.2e-16);
  EXPECT_LT(error_of(0xffffffffU), 3.2e-16);
  EXPECT_GT(unit_exponential(0xffffffffU), 0);
  for (std::uint32_t power = 1; power != 0; power <<= 1U) {
    EXPECT_LT(error_of(power - 1), 3.2e-16) << power;
    EXPECT_LT(error_of(power), 3.2e-16) << power;
  }
}

TEST(UnitExponential, FallsAsItsBitsRise) {
  double previous = unit_exponential(0);
  for (std::uint64_t bits = 65536; bits <= 0xffffffffU; bits += 65536) {
    const double next = unit_exponential(static_cast<std::uint32_t>(bits));
    EXPECT_LT(next, previous);
    previous = next;
  }
}

TEST(UnitExponential, HasMeanAndVarianceOne) {
  constexpr int kDraws = 400'000;
  double sum = 0;
  double squares = 0;
  for (std::uint64_t i = 0; i < kDraws / 4; ++i) {
    for (const std::uint32_t bits : draw({3, 0}, i, 0, DrawSite::risk_paths)) {
      const double value = unit_exponential(bits);
      sum += value;
      squares += value * value;
    }
  }
  // The variance of one is 1, of its square 24 − 4.
  EXPECT_NEAR(sum / kDraws, 1, 3 * std::sqrt(1.0 / kDraws));
  EXPECT_NEAR(squares / kDraws, 2, 3 * std::sqrt(20.0 / kDraws));
}

}  // namespace
}  // namespace koers::simulate
