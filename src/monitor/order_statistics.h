// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <span>
#include <vector>

namespace koers::monitor {

/// An estimate with the two ends of an interval around it.
struct Interval {
  double value = 0;
  double lower = 0;
  double upper = 0;
};

/// The sample quantile of definition 7 of Hyndman and Fan (Sample quantiles in statistical packages, 1996), as R gives it.
/// `values` is not empty; `probability` is from 0 to 1.
[[nodiscard]] double quantile(std::vector<double> values, double probability);

/// The same of values that ascend already.
[[nodiscard]] double quantile_of_sorted(std::span<const double> values, double probability);

[[nodiscard]] double median(std::vector<double> values);

/// `value` with the central interval of the draws that holds `coverage` of them.
[[nodiscard]] Interval central_interval(double value, const std::vector<double>& draws, double coverage = 0.9);

}  // namespace koers::monitor
