// SPDX-License-Identifier: EUPL-1.2
// When a step for the worse is taken, without the exp and log of a machine, which differ from one to the other.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

namespace koers::optimise {

/// ln x for x in (0, 1]: 2 artanh((x − 1)/(x + 1)) after halving has brought x above ½.
[[nodiscard]] constexpr double ln_of(double x) {
  constexpr double kLn2 = 0.69314718055994530942;
  double halvings = 0;
  while (x < 0.5) {
    x *= 2;
    ++halvings;
  }
  const double ratio = (x - 1) / (x + 1);
  double power = ratio;
  double sum = 0;
  for (int odd = 1; odd < 40; odd += 2) {
    sum += power / odd;
    power *= ratio * ratio;
  }
  return 2 * sum - halvings * kLn2;
}

inline constexpr std::size_t kThresholdBits = 11;

/// ln u at the middles of 2048 equal parts of (0, 1): a step that changes the objective by d ≤ 0 is taken at temperature T when
/// d ≥ T ln u (Metropolis e.a. 1953).
inline constexpr std::array<double, 1U << kThresholdBits> kLnUniform = [] {
  std::array<double, 1U << kThresholdBits> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = ln_of((static_cast<double>(i) + 0.5) / static_cast<double>(out.size()));
  return out;
}();

/// q with qⁿ = `ratio`, 0 < ratio < 1, by halving the interval.
[[nodiscard]] constexpr double root_of(double ratio, std::int64_t n) {
  double low = 0;
  double high = 1;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    double power = 1;
    double square = middle;
    for (std::int64_t left = n; left > 0; left /= 2) {
      if (left % 2 == 1) power *= square;
      square *= square;
    }
    (power < ratio ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace koers::optimise
