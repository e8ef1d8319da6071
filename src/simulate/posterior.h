// SPDX-License-Identifier: EUPL-1.2
// Approximate Bayesian computation: which parameters agree with the moments, out of draws over a box that count as equally likely
// before.
#pragma once
#include <vector>

#include "simulate/experiment.h"

namespace koers::simulate {

struct Interval {
  double low = 0;
  double middle = 0;
  double high = 0;
};

struct Posterior {
  std::vector<Point> draws;         ///< accepted and adjusted
  std::vector<double> weights;      ///< of draws; add up to 1
  std::vector<Interval> intervals;  ///< of parameters: 5th, 50th and 95th percentile
};

/// Keeps the share `accepted` of the draws with moments nearest to the targets (and at least twice as many as the regression has
/// terms), weighs them by nearness (Epanechnikov) and moves
/// each along a local-linear regression to where it would be if its moments were exactly the targets (Beaumont, Zhang and Balding
/// 2002), on the logit scale of the box, so that no draw leaves it. The moments must have the errors of the targets in them, by
/// `with_errors` or because the model draws its own data: otherwise the targets are taken for exact.
[[nodiscard]] Posterior posterior_of(const Box& box, const std::vector<Point>& draws, const std::vector<Point>& moments,
                                     const std::vector<Target>& targets, double accepted);

/// Moments off by normal deviates of the errors of the targets.
[[nodiscard]] std::vector<Point> with_errors(std::vector<Point> moments, const std::vector<Target>& targets, Stream stream);

/// The smallest value below or at which the share `at` of the weight lies.
[[nodiscard]] double weighted_quantile(const std::vector<double>& values, const std::vector<double>& weights, double at);

}  // namespace koers::simulate
