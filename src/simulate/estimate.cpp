// SPDX-License-Identifier: EUPL-1.2
#include "simulate/estimate.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <boost/math/distributions/students_t.hpp>

namespace koers::simulate {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
constexpr double kTail = 0.05;

double percentile(const std::vector<double>& sorted, double p) {
  const double place = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const double above = sorted[std::min(below + 1, sorted.size() - 1)];
  return sorted[below] + (place - static_cast<double>(below)) * (above - sorted[below]);
}

/// Half of the prediction interval of a normal.
double reach(const std::vector<double>& values, double mean) {
  const auto n = static_cast<double>(values.size());
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  const boost::math::students_t distribution(n - 1);
  return quantile(complement(distribution, kTail)) * std::sqrt(squares / (n - 1) * (1 + 1 / n));
}

}  // namespace

Estimate estimate_of(std::vector<double> values) {
  std::erase_if(values, [](double value) { return std::isnan(value); });
  if (values.empty()) return {kUnknown, kUnknown, kUnknown};
  if (values.size() == 1) return {values.front(), kUnknown, kUnknown};
  std::ranges::sort(values);
  if (values.front() == values.back()) return {values.front(), values.front(), values.front()};
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  if (values.size() >= kEnoughForPercentiles) return {mean, percentile(values, kTail), percentile(values, 1 - kTail)};
  const double half = reach(values, mean);
  return {mean, mean - half, mean + half};
}

}  // namespace koers::simulate
