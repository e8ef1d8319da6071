// SPDX-License-Identifier: EUPL-1.2
#include "monitor/backtest.h"

#include <cmath>

#include "monitor/forecast.h"

namespace koers::monitor {
namespace {

constexpr double kHalfWidthOfNormal90 = 1.6448536269514722;  // in standard deviations

double crps_of(const JudgedForecast& each) {
  const double deviation = (each.forecast.upper - each.forecast.lower) / 2 / kHalfWidthOfNormal90;
  const double error = std::abs(each.observed - each.forecast.value);
  return deviation > 0 ? crps_of_normal(each.forecast.value, deviation, each.observed) : error;
}

double error_of_no_change(const JudgedForecast& each) { return std::abs(each.observed - each.last_known); }

/// What an error in this series is divided by.
double scale_of(const std::vector<JudgedForecast>& series) {
  double sum = 0;
  for (const JudgedForecast& each : series) sum += error_of_no_change(each);
  return sum > 0 ? sum / static_cast<double>(series.size()) : 1;
}

}  // namespace

std::vector<JudgedForecast> backtest(std::span<const TimedValue> series) {
  std::vector<JudgedForecast> judged;
  for (std::size_t known = kLeastForTrend; known < series.size(); ++known) {
    const auto past = series.first(known);
    const auto trend = trend_of(past);
    if (!trend) continue;
    for (const TimedValue& later : series.subspan(known)) {
      judged.push_back({past.back().year, later.year, forecast(*trend, past, later.year), later.value, past.back().value});
    }
  }
  return judged;
}

ForecastRecord record_of(std::span<const std::vector<JudgedForecast>> by_series) {
  ForecastRecord record;
  double crps = 0;
  double no_change = 0;
  for (const auto& series : by_series) {
    const double scale = scale_of(series);
    for (const JudgedForecast& each : series) {
      ++record.count;
      record.within += each.is_within();
      crps += crps_of(each) / scale;
      no_change += error_of_no_change(each) / scale;
    }
  }
  if (no_change > 0) record.skill = 1 - crps / no_change;
  return record;
}

}  // namespace koers::monitor
