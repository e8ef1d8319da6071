// SPDX-License-Identifier: EUPL-1.2
#include "monitor/order_statistics.h"

#include <algorithm>
#include <cmath>

namespace koers::monitor {

double quantile(std::vector<double> values, double probability) {
  std::sort(values.begin(), values.end());
  return quantile_of_sorted(values, probability);
}

double quantile_of_sorted(std::span<const double> values, double probability) {
  const double place = static_cast<double>(values.size() - 1) * probability;
  const auto below = static_cast<std::size_t>(std::floor(place));
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
}

double median(std::vector<double> values) { return quantile(std::move(values), 0.5); }

Interval central_interval(double value, const std::vector<double>& draws, double coverage) {
  const double tail = (1 - coverage) / 2;
  std::vector<double> sorted = draws;
  std::sort(sorted.begin(), sorted.end());
  return {value, quantile_of_sorted(sorted, tail), quantile_of_sorted(sorted, 1 - tail)};
}

}  // namespace koers::monitor
