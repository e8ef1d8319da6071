// SPDX-License-Identifier: EUPL-1.2
// One number for several indicators, with what the choice of weights leaves open.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "monitor/order_statistics.h"

namespace koers::monitor {

/// Scores of one area: one place per indicator, none where there is no score.
using Scores = std::vector<std::optional<double>>;

struct IndexParameters {
  double least_weight = 0.6;  ///< share of the weights that must have a score, else there is no index
  int draws = 2000;           ///< from a Dirichlet distribution around the weights
  double concentration = 50;  ///< of that distribution: a weight of 0.25 then has a standard deviation of 0.06
  std::uint64_t seed = 2040;
};

/// Rank 1 is the best.
struct Rank {
  int value = 0;
  int lower = 0;
  int upper = 0;
};

struct AreaIndex {
  Interval index;  ///< weighted mean of the scores, and where it lies in 90 % of the draws of the weights
  Rank rank;       ///< among the areas with an index, and where it lies in 90 % of the draws
  double weight_present = 0;
};

/// The weighted mean of the scores that are there; none when too little of the weight is (OECD and JRC, Handbook on constructing
/// composite indicators, 2008, steps 3 and 6).
[[nodiscard]] std::optional<double> weighted_score(const Scores& scores, std::span<const double> weights, double least_weight);

/// One place per area. `areas[i]` has as many places as `weights`; weights are not negative and not all zero. The interval shows
/// how much hangs on the weights (the same handbook, step 7), nothing else.
[[nodiscard]] std::vector<std::optional<AreaIndex>> mechanism_index(const std::vector<Scores>& areas,
                                                                    std::span<const double> weights,
                                                                    const IndexParameters& parameters = {});

}  // namespace koers::monitor
