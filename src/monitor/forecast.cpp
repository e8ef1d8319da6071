// SPDX-License-Identifier: EUPL-1.2
#include "monitor/forecast.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <boost/math/distributions/normal.hpp>

namespace koers::monitor {
namespace {

constexpr double kNormalFromMedianDeviation = 1.4826;
constexpr double kNormal90 = 1.6448536269514722;

}  // namespace

Interval forecast(const Trend& trend, std::span<const TimedValue> series, double year) {
  std::vector<double> residuals;
  std::vector<double> years;
  for (const TimedValue& each : series) {
    residuals.push_back(std::abs(each.value - trend.at(each.year)));
    years.push_back(each.year);
  }
  const double of_slope = (trend.slope.upper - trend.slope.lower) / 2 * std::abs(year - median(std::move(years)));
  const double of_moments = kNormal90 * kNormalFromMedianDeviation * median(std::move(residuals));
  const double half = std::hypot(of_slope, of_moments);
  const double value = trend.at(year);
  return {value, value - half, value + half};
}

Reach reach_of(const Interval& forecast, double target, double sense) {
  const double worst = std::min(sense * forecast.lower, sense * forecast.upper);
  const double best = std::max(sense * forecast.lower, sense * forecast.upper);
  if (worst >= sense * target) return Reach::on_course;
  return best < sense * target ? Reach::off_course : Reach::uncertain;
}

double crps_of_normal(double mean, double deviation, double observed) {
  const boost::math::normal standard;
  const double z = (observed - mean) / deviation;
  return deviation *
         (z * (2 * boost::math::cdf(standard, z) - 1) + 2 * boost::math::pdf(standard, z) - 1 / std::sqrt(std::numbers::pi));
}

double crps_of_draws(std::vector<double> draws, double observed) {
  std::sort(draws.begin(), draws.end());
  const auto n = static_cast<double>(draws.size());
  double distance = 0;
  double spread = 0;  // half of the mean distance between two draws, from their order
  for (std::size_t i = 0; i < draws.size(); ++i) {
    distance += std::abs(draws[i] - observed) / n;
    spread += (2 * static_cast<double>(i) + 1 - n) * draws[i] / (n * n);
  }
  return distance - spread;
}

double coverage(std::span<const Interval> forecasts, std::span<const double> observed) {
  if (observed.empty()) return 0;
  int within = 0;
  for (std::size_t i = 0; i < observed.size(); ++i) {
    within += observed[i] >= forecasts[i].lower && observed[i] <= forecasts[i].upper;
  }
  return within / static_cast<double>(observed.size());
}

}  // namespace koers::monitor
