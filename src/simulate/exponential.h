// SPDX-License-Identifier: EUPL-1.2
// Waiting times: a unit exponential out of 32 random bits, the same to the last bit on every processor. The C library picks its
// logarithm by processor (with and without fused multiplication), so that one of its results may differ in the last bit.
#pragma once
#include <array>
#include <bit>
#include <cstdint>
#include <numbers>

namespace koers::simulate {

/// What the logarithm takes from a table: per 128th of [1, 2) an inverse of 20 bits, and the logarithm of what it is the inverse
/// of.
struct LogarithmTable {
  struct Row {
    double inverse = 0;
    double logarithm = 0;
  };
  std::array<Row, 128> rows{};

  constexpr LogarithmTable() {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const double middle = 1 + (static_cast<double>(i) + 0.5) / 128;
      const double inverse = static_cast<double>(static_cast<std::int64_t>(0x1.0p20 / middle + 0.5)) * 0x1.0p-20;
      rows[i] = {inverse, minus_logarithm(inverse)};
    }
  }

  /// log x = 2 artanh((x − 1) / (x + 1)); for x in [½, 1] twenty terms are more than a double can hold.
  static constexpr double minus_logarithm(double x) {
    const double y = (1 - x) / (1 + x);
    double sum = 0;
    for (int term = 39; term > 0; term -= 2) sum = sum * y * y + 1.0 / term;
    return 2 * y * sum;
  }
};
inline constexpr LogarithmTable kLogarithmTable;

/// −log u with u = `unit(bits)`: exponential with mean 1, between 2⁻³³ and 22.9; off by at most 3.2e-16 × max(1, itself),
/// measured over the range. With u = z 2⁻ᵏ, z in [1, 2) and c the inverse in the table: log z = log(1 + (z c − 1)) − log c. z has
/// 33 bits and c 20, so z c − 1 is exact, and as it is below 2⁻⁷·⁹ seven terms of the series are enough (Tang, ACM Transactions
/// on Mathematical Software 16, 1990).
[[nodiscard]] inline double unit_exponential(std::uint32_t bits) {
  const auto whole = static_cast<double>(2 * std::int64_t{bits} + 1);
  const auto image = std::bit_cast<std::uint64_t>(whole);
  const auto power = static_cast<std::int64_t>(image >> 52U) - 1023 - 33;
  const auto z = std::bit_cast<double>((image & 0x000fffffffffffffULL) | 0x3ff0000000000000ULL);
  const LogarithmTable::Row& row = kLogarithmTable.rows[(image >> 45U) & 127U];
  const double r = z * row.inverse - 1;
  const double series = r - r * r * (1.0 / 2 - r * (1.0 / 3 - r * (1.0 / 4 - r * (1.0 / 5 - r * (1.0 / 6 - r * (1.0 / 7))))));
  return static_cast<double>(-power) * std::numbers::ln2 - row.logarithm - series;
}

}  // namespace koers::simulate
