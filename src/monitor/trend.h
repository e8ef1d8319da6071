// SPDX-License-Identifier: EUPL-1.2
// Which way a series goes, without believing that it is a straight line with normal errors.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "monitor/order_statistics.h"

namespace koers::monitor {

struct TimedValue {
  double year = 0;
  double value = 0;
};

inline constexpr std::size_t kLeastForTrend = 4;  ///< fewer moments can never show a trend at 10 %

struct Trend {
  Interval slope;        ///< per year, with its 90 % interval
  double intercept = 0;  ///< value in year 0: median of value − slope × year
  double p_value = 1;    ///< two-sided, that there is no trend
  std::size_t count = 0;
  [[nodiscard]] bool is_shown(double level = 0.1) const { return p_value < level; }
  [[nodiscard]] double at(double year) const { return intercept + slope.value * year; }
};

/// The slope is the median of those of all pairs (Theil 1950; Sen, Estimates of the regression coefficient based on Kendall's
/// tau, JASA 63, 1968, with his interval). The test is that of Mann and Kendall with correction for ties (Kendall, Rank
/// correlation methods, 1970): exact up to ten moments without ties, else normal with continuity correction. None with fewer than
/// `kLeastForTrend` moments of different years.
[[nodiscard]] std::optional<Trend> trend_of(std::span<const TimedValue> series);

/// Of the distance to a reference: what is left of `series` − `reference` in the years that both have. Positive: it rises against
/// the reference.
[[nodiscard]] std::optional<Trend> relative_trend(std::span<const TimedValue> series, std::span<const TimedValue> reference);

/// Two-sided p value of the Mann–Kendall test of values in order of time.
[[nodiscard]] double mann_kendall(std::span<const double> values);

}  // namespace koers::monitor
