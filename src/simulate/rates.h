// SPDX-License-Identifier: EUPL-1.2
// The rates of life courses that are published for the Netherlands, by single year of age.
#pragma once
#include <array>
#include <cstddef>
#include <string>
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
  std::string rate;
  std::string source;  ///< whose figures, and of which period
  std::string method;  ///< what was done with them
};

/// The newest that there are.
[[nodiscard]] const Rates& netherlands();
/// With births and deaths of the last five years that were over when `year` began; of the first that there are, before that.
[[nodiscard]] const Rates& netherlands_known_in(int year);
[[nodiscard]] std::vector<RateSource> rate_sources_known_in(int year);

}  // namespace koers::simulate
