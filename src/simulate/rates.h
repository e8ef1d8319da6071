// SPDX-License-Identifier: EUPL-1.2
// The rates of life courses that are published for the Netherlands, by single year of age.
#pragma once
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace koers::simulate {

inline constexpr std::size_t kAges = 111;  ///< 0…110; who would be older counts as 110
using ByAge = std::array<double, kAges>;

struct Rates {
  std::array<ByAge, 2> death{};         ///< probability within a year, by sex (man, woman)
  ByAge birth{};                        ///< births per woman and year
  std::array<ByAge, 2> leaving_home{};  ///< probability within a year for those who live with their parents, by sex
  ByAge moves_within{};                 ///< persons that move within their municipality, per person and year
  ByAge moves_between{};                ///< … to another municipality
  ByAge emigration{};                   ///< … out of the country
};

struct RateSource {
  std::string_view rate;
  std::string_view source;  ///< whose figures, and of which period
  std::string_view method;  ///< what was done with them
};

[[nodiscard]] const Rates& netherlands();
[[nodiscard]] const std::vector<RateSource>& rate_sources();

}  // namespace koers::simulate
