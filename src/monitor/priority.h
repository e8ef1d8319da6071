// SPDX-License-Identifier: EUPL-1.2
// Which districts come first (mission F6): by the size of their problems, which is persons × depth.
#pragma once
#include "monitor/mechanism_index.h"

namespace koers::monitor {

/// A district, or a part of one.
struct ProblemArea {
  double persons = 0;
  Scores themes;  ///< one place per theme; more is better
};

struct PriorityParameters {
  double norm = 0;  ///< a score; only what lies below it is a problem
  int draws = 2000;
  double concentration = 50;
  std::uint64_t seed = 2040;
};

struct ProblemSize {
  std::vector<double> by_theme;  ///< persons × how far the score lies below the norm; 0 without a score
  double total = 0;              ///< weighted mean of these over the themes with a score
  Rank rank;                     ///< 1: the largest problem; in 90 % of the draws of the weights
};

/// One per area, in their order. The shape is that of the poverty gap (Foster, Greer and Thorbecke, A class of decomposable
/// poverty measures, Econometrica 52, 1984, with α = 1), with persons in an area for persons in poverty.
[[nodiscard]] std::vector<ProblemSize> problem_sizes(const std::vector<ProblemArea>& areas, std::span<const double> weights,
                                                     const PriorityParameters& parameters = {});

}  // namespace koers::monitor
