// SPDX-License-Identifier: EUPL-1.2
// How good the forecasts of a method would have been: each is made from what was known then, and held against what came.
#pragma once
#include <span>
#include <vector>

#include "monitor/trend.h"

namespace koers::monitor {

/// One forecast that can be judged.
struct JudgedForecast {
  double origin = 0;  ///< year of the last moment that it knew
  double year = 0;    ///< that it was about
  Interval forecast;
  double observed = 0;
  double last_known = 0;  ///< what the simplest method says: that nothing changes

  [[nodiscard]] double horizon() const { return year - origin; }
  [[nodiscard]] bool is_within() const { return observed >= forecast.lower && observed <= forecast.upper; }
};

/// A forecast of every later moment from every moment with enough before it (rolling origin: Tashman, Out-of-sample tests of
/// forecasting accuracy, International Journal of Forecasting 16, 2000). `series` is ascending in time.
[[nodiscard]] std::vector<JudgedForecast> backtest(std::span<const TimedValue> series);

/// The report card of forecasts that were judged; they overlap in time, so their number says less than as many separate ones.
struct ForecastRecord {
  int count = 0;
  int within = 0;    ///< came out within their 90 % interval
  double skill = 0;  ///< 1 − sum of the CRPS ÷ that of "nothing changes": above 0 is better than that, 1 is perfect
};

/// The CRPS takes a forecast as normal with the width of its interval; that of "nothing changes" is its absolute error. Each
/// series is divided by the mean absolute error of "nothing changes" in it, so that units do not weigh (mean absolute scaled
/// error: Hyndman and Koehler, Another look at measures of forecast accuracy, IJF 22, 2006); a series that never changed counts
/// as it is. Skill 0 when there is nothing to judge.
[[nodiscard]] ForecastRecord record_of(std::span<const std::vector<JudgedForecast>> by_series);

}  // namespace koers::monitor
