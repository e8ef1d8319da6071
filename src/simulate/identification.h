// SPDX-License-Identifier: EUPL-1.2
// What the moments say about each parameter, beside what its range says already.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "simulate/experiment.h"

namespace koers::simulate {

/// By rows.
using Matrix = std::vector<std::vector<double>>;

enum class Identified : std::uint8_t { yes = 0, weakly = 1, no = 2 };
[[nodiscard]] std::string_view name_of(Identified verdict);  ///< `identified`, `weakly`, `not_identified`

/// A direction in which parameters may move together, in standard deviations of their ranges. Below 1 the moments say less about
/// it than the ranges do.
struct Direction {
  double singular_value = 0;
  std::vector<double> parts;  ///< by parameter; length 1
};

struct Identification {
  Matrix jacobian;                    ///< [moment][parameter]: standard errors per standard deviation of the range
  std::vector<Direction> directions;  ///< most informed first
  /// Standard deviation with the moments beside that of an even range: 1 when they say nothing. That of a normal posterior with
  /// information JᵀJ and a prior of deviation range/√12.
  std::vector<double> remaining;
  std::vector<Identified> verdicts;
};

/// Below which remaining deviation a parameter is identified, and from which on it is not.
inline constexpr double kIdentifiedBelow = 1.0 / 3;
inline constexpr double kNotIdentifiedFrom = 0.8;

/// By central differences of `step` of each range around `at` (one-sided at the border of the box).
[[nodiscard]] Result<Identification> identify(const Model& model, const Box& box, const Point& at,
                                              const std::vector<Target>& targets, double step, int threads);

}  // namespace koers::simulate
