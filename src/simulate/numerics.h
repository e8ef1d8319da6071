// SPDX-License-Identifier: EUPL-1.2
// ln and eˣ of plain sums and products. Those of the C library differ in their last digit between versions and processors, and
// one digit can turn a choice; these give the same bytes everywhere, and a compiler can put several in one vector.
#pragma once
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace koers::simulate {

/// ln x for normal x > 0, to 2·10⁻¹⁵ relative (2·artanh of (m − 1)/(m + 1), m between √½ and √2: Abramowitz and Stegun 4.1.27).
[[nodiscard]] constexpr double ln(double x) {
  constexpr std::uint64_t kHalfRoot = 0x3fe6a09e667f3bcdULL;  // √½
  const auto bits = std::bit_cast<std::uint64_t>(x);
  const std::uint64_t shifted = bits - kHalfRoot;
  const auto exponent = static_cast<std::int64_t>(shifted) >> 52U;
  const double m = std::bit_cast<double>(bits - (static_cast<std::uint64_t>(exponent) << 52U));
  const double s = (m - 1) / (m + 1);
  const double q = s * s;
  const double series =
      1 +
      q * (1.0 / 3 + q * (1.0 / 5 + q * (1.0 / 7 + q * (1.0 / 9 + q * (1.0 / 11 + q * (1.0 / 13 + q * (1.0 / 15 + q / 17)))))));
  return static_cast<double>(exponent) * 0.693147180559945309417 + 2 * s * series;
}

/// 1/k!, the coefficients of eˣ.
inline constexpr std::array<double, 14> kInverseFactorials = [] {
  std::array<double, 14> out{1};
  for (std::size_t k = 1; k < out.size(); ++k) out[k] = out[k - 1] / static_cast<double>(k);
  return out;
}();

/// eˣ, to 10⁻¹⁴ relative within ±40 and 10⁻¹³ beyond; x is held within ±700.
[[nodiscard]] constexpr double exp_of(double x) {
  const double held = x < -700 ? -700 : (x > 700 ? 700 : x);
  const double scaled = held * 1.44269504088896340736;
  const auto k = static_cast<std::int64_t>(scaled + (scaled < 0 ? -0.5 : 0.5));
  const double r = held - static_cast<double>(k) * 0.693147180559945309417;
  double sum = kInverseFactorials.back();
  for (std::size_t term = kInverseFactorials.size() - 1; term-- > 0;) sum = sum * r + kInverseFactorials[term];
  return sum * std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52U);
}

/// A standard Gumbel variate, −ln(−ln u). The largest of V + such a variate is a choice by the logit (McFadden, Conditional logit
/// analysis of qualitative choice behavior, 1974).
[[nodiscard]] constexpr double gumbel(double u) { return -ln(-ln(u)); }

/// Gumbel variates at 4,097 even steps of u. Between two of them a straight line is off by less than 3·10⁻⁵ where it is used.
struct GumbelTable {
  static constexpr std::uint32_t kSteps = 4096;
  std::array<float, kSteps + 1> values{};
  constexpr GumbelTable() {
    for (std::uint32_t i = 1; i < kSteps; ++i) values[i] = static_cast<float>(gumbel(static_cast<double>(i) / kSteps));
  }
};
inline constexpr GumbelTable kGumbelTable;

/// A standard Gumbel variate out of 32 random bits: by the table, and by the formula in both tails of a 64th.
[[nodiscard]] inline float gumbel_of(std::uint32_t bits) {
  const std::uint32_t step = bits >> 20U;
  if (step - 64 >= GumbelTable::kSteps - 128) return static_cast<float>(gumbel((bits + 0.5) * 0x1.0p-32));
  const float low = kGumbelTable.values[step];
  return low + (kGumbelTable.values[step + 1] - low) * (static_cast<float>(bits & 0xfffffU) * 0x1.0p-20F);
}

/// 1 / (1 + e⁻ˣ).
[[nodiscard]] constexpr double logistic(double x) { return 1 / (1 + exp_of(-x)); }

}  // namespace koers::simulate
