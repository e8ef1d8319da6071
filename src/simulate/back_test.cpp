// SPDX-License-Identifier: EUPL-1.2
#include "simulate/back_test.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace koers::simulate {
namespace {

double sum_of(std::span<const double> values) { return std::accumulate(values.begin(), values.end(), 0.0); }

}  // namespace

std::vector<double> linear_trend(const BasePeriod& base, double years_ahead) {
  std::vector<double> out;
  for (std::size_t i = 0; i < base.launch.size(); ++i) {
    const double change = (base.launch[i] - base.earlier[i]) / base.years;
    out.push_back(std::max(0.0, base.launch[i] + years_ahead * change));
  }
  return out;
}

std::vector<double> constant_share(std::span<const double> launch, double whole) {
  const double all = sum_of(launch);
  std::vector<double> out;
  for (const double value : launch) out.push_back(all > 0 ? whole * value / all : 0);
  return out;
}

std::vector<double> shift_share(const BasePeriod& base, double years_ahead, double whole) {
  const std::vector<double> earlier = constant_share(base.earlier, 1);
  const std::vector<double> launch = constant_share(base.launch, 1);
  std::vector<double> out = linear_trend({earlier, launch, base.years}, years_ahead);
  for (double& share : out) share *= whole;
  return out;
}

std::vector<double> in_proportion(std::span<const double> launch, std::span<const double> dwellings_then,
                                  std::span<const double> dwellings_later) {
  std::vector<double> out;
  for (std::size_t i = 0; i < launch.size(); ++i)
    out.push_back(dwellings_then[i] > 0 ? launch[i] * dwellings_later[i] / dwellings_then[i] : launch[i]);
  return out;
}

ForecastScores scores_of(std::span<const double> forecast, std::span<const double> observed) {
  ForecastScores out;
  const auto areas = static_cast<double>(observed.size());
  double absolute = 0;
  for (std::size_t i = 0; i < observed.size(); ++i) {
    const double error = forecast[i] - observed[i];
    const double percentage = 100 * error / observed[i];
    absolute += std::abs(error);
    out.rmse += error * error / areas;
    out.mape += std::abs(percentage) / areas;
    out.malpe += percentage / areas;
    if (i == 0 || std::abs(percentage) > std::abs(out.worst_error)) {
      out.worst = i;
      out.worst_error = percentage;
    }
  }
  out.mae = absolute / areas;
  out.wape = 100 * absolute / sum_of(observed);
  out.rmse = std::sqrt(out.rmse);
  out.total = 100 * (sum_of(forecast) / sum_of(observed) - 1);
  return out;
}

}  // namespace koers::simulate
