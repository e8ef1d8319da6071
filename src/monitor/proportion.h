// SPDX-License-Identifier: EUPL-1.2
// How far a share of a few cases can be trusted.
#pragma once
#include "monitor/order_statistics.h"

namespace koers::monitor {

/// Normal quantile of a two-sided interval of 90 %, as all intervals of the monitor.
inline constexpr double kNinetyPercent = 1.6448536269514722;

/// The score interval of a share: `successes` of `count` cases (Wilson, Probable inference, the law of succession, and
/// statistical inference, JASA 22, 1927; method 3 of Newcombe, Statistics in Medicine 17, 1998). Never outside 0…1, also for a
/// few cases. `count` is above zero, `successes` from 0 to `count`.
[[nodiscard]] Interval wilson_interval(int successes, int count, double quantile = kNinetyPercent);

}  // namespace koers::monitor
