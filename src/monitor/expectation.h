// SPDX-License-Identifier: EUPL-1.2
// What a figure of a small area can be expected to be this year, and how surprising the one that came is. Small areas jump about
// by chance: what an area was is drawn towards its district, and what happened to the whole city is no news of an area.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "monitor/score.h"
#include "monitor/trend.h"

namespace koers::monitor {

/// What counts as worse, and by how much before it matters.
struct Concern {
  Sense sense = Sense::more_is_better;  ///< of `neither` nothing is worse, and nothing is expected
  double step = 0;                      ///< the relevant step, in the unit of the figure; a smaller change is no news
};

struct Expectation {
  double value = 0;        ///< that came
  Interval expected;       ///< with the interval in which 90 % of the figures would lie
  double p_value = 1;      ///< of a figure at least this bad where the area is worse than expected by just the step
  double probability = 0;  ///< that it is worse than expected by more than the step, before any belief about that: 1 − p
};

/// Rates, shares and means of one area.
struct AreaLevels {
  int group = 0;                   ///< the district that it lies in
  double size = 0;                 ///< persons behind a figure; 0 when unknown, and then all areas count as equally noisy
  std::vector<TimedValue> values;  ///< ascending in time, at most one a year
};

inline constexpr std::size_t kLeastAreas = 4;        ///< fewer do not show what the city does
inline constexpr std::size_t kLeastPastFigures = 2;  ///< of the area itself

/// For the figure of `year` of every area: none without that figure or with fewer than `kLeastPastFigures` before it; none at all
/// with fewer than `kLeastAreas` areas.
///
/// A figure is city + area + chance. The city moves by the median change of its areas, which one area cannot move. What is left
/// of an area is a level that drifts: a local level model (Harvey, Forecasting, structural time series models and the Kalman
/// filter, 1989, 4.1.2) that begins at the mean of its district, as far from it as the areas of a district lie apart (empirical
/// Bayes: Efron and Morris, Stein's estimation rule and its competitors, JASA 68, 1973). Chance is inversely proportional to the
/// size. The variances of drift and chance are those that give the mean square of the yearly changes and the mean product of two
/// in a row (moments of Harvey 1989, 2.4.2), over all areas and all years before `year`: what is judged does not widen its own
/// yardstick. A figure is held against Student's t with the number of those changes as degrees of freedom.
[[nodiscard]] std::vector<std::optional<Expectation>> expect_levels(std::span<const AreaLevels> areas, double year,
                                                                    const Concern& concern);

struct TimedCount {
  double year = 0;
  double count = 0;     ///< not negative
  double exposure = 0;  ///< persons, households or dwellings that it is a count of; above 0
};

struct AreaCounts {
  int group = 0;
  std::vector<TimedCount> counts;  ///< ascending in time, at most one a year
};

/// The same for counts of events. An area has a risk relative to the city's rate of each year; risks in a district are
/// Gamma distributed, counts Poisson given the risk, so a new count is negative binomial (Clayton and Kaldor, Empirical Bayes
/// estimates of age-standardized relative risks, Biometrics 43, 1987), with the moments of Marshall (Mapping disease and
/// mortality rates using empirical Bayes estimators, Applied Statistics 40, 1991). Risks also vary from year to year, by as much
/// as earlier counts lay farther from their expectation than chance explains (Breslow, Extra-Poisson variation in log-linear
/// models, Applied Statistics 33, 1984). `concern.step` is a number of events.
[[nodiscard]] std::vector<std::optional<Expectation>> expect_counts(std::span<const AreaCounts> areas, double year,
                                                                    const Concern& concern);

}  // namespace koers::monitor
