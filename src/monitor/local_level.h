// SPDX-License-Identifier: EUPL-1.2
// A level that drifts, seen through chance: the part of the expectation that concerns one area after another.
#pragma once
#include <span>
#include <vector>

#include "monitor/trend.h"

namespace koers::monitor {

/// The deviations of one area from the city, ascending in time.
struct Deviations {
  double noise = 1;  ///< how much noisier than the average area: a factor of the variance of chance
  std::vector<TimedValue> values;
};

struct LevelVariances {
  double drift = 0;   ///< of the level, per year
  double chance = 0;  ///< of a figure around its level, of the average area
  int changes = 0;    ///< yearly changes that this rests on
};

/// The variances that give the mean square of the changes between figures in a row, and the mean product of two changes in a row
/// (Harvey 1989, 2.4.2); never negative. With no two changes in a row all of it is taken for chance.
[[nodiscard]] LevelVariances level_variances(std::span<const Deviations> areas);

/// A normal belief about a level.
struct LevelBelief {
  double mean = 0;
  double variance = 0;
};

/// What is believed of the level in `year`, having begun with `start` and seen `area` (Kalman filter: Harvey 1989, 3.2.1).
[[nodiscard]] LevelBelief level_in(double year, const Deviations& area, const LevelBelief& start,
                                   const LevelVariances& variances);

}  // namespace koers::monitor
