// SPDX-License-Identifier: EUPL-1.2
// What a trend says about a later year, and how good forecasts turned out to be.
#pragma once
#include <cstdint>
#include <span>

#include "monitor/trend.h"

namespace koers::monitor {

/// The trend carried on to `year`, with an interval of about 90 %. Its half width is √(a² + b²): a, what the slope leaves open
/// (half of its own interval × the years from the middle of the series), and b, how the moments lie around the line
/// (1.645 × 1.4826 × the median absolute residual: the normal equivalent of Hampel, JASA 69, 1974).
[[nodiscard]] Interval forecast(const Trend& trend, std::span<const TimedValue> series, double year);

/// Is a target within reach?
enum class Reach : std::uint8_t { on_course = 1, uncertain = 2, off_course = 3 };

/// On course: the whole interval is at least as good as the target; off course: none of it is. `sense` is +1 where more is better
/// and -1 where less is.
[[nodiscard]] Reach reach_of(const Interval& forecast, double target, double sense);

/// Continuous ranked probability score of a normal forecast, in the unit of the value; 0 is perfect (Gneiting and Raftery,
/// Strictly proper scoring rules, JASA 102, 2007, formula 21). `deviation` is above zero.
[[nodiscard]] double crps_of_normal(double mean, double deviation, double observed);

/// The same of a forecast by draws (their formula 20); `draws` is not empty.
[[nodiscard]] double crps_of_draws(std::vector<double> draws, double observed);

/// Share of the observed values that lay within the interval that was forecast; 0 when there are none.
[[nodiscard]] double coverage(std::span<const Interval> forecasts, std::span<const double> observed);

}  // namespace koers::monitor
