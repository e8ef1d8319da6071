// SPDX-License-Identifier: EUPL-1.2
// How well signals are found: measured on cities of which the truth is known, beside the rule that most cities use.
#pragma once
#include <vector>

#include "monitor/signals.h"
#include "monitor/synthetic_panel.h"

namespace koers::monitor {

struct RuleQuality {
  double power = 0;                  ///< share of the planted shifts that is found in the year in which they happen
  double false_alarms_per_1000 = 0;  ///< area-years (of one indicator) in which nothing had been planted
  double false_discovery_rate = 0;   ///< share of the alarms, without those about shifts of earlier years
};

/// Both rules with the thresholds that give so many false alarms.
struct EqualFooting {
  double false_alarms_per_1000 = 0;
  double power = 0;
  double naive_power = 0;
};

struct Evaluation {
  SyntheticSetting setting;
  long quiet_area_years = 0;  ///< of one indicator, judged, in which nothing was planted, then or before
  long shifts = 0;
  RuleQuality ours;  ///< `select_signals` over all pairs of a city and a year
  RuleQuality ours_on_counts;
  RuleQuality ours_on_shares;
  RuleQuality naive;                                ///< worse than last year by more than `kNaiveThreshold`
  std::vector<EqualFooting> at_equal_false_alarms;  ///< at those of `kFootings`, by our p value and by the naive change
};

inline constexpr double kNaiveThreshold = 0.10;
inline constexpr double kFootings[] = {1, 10, 50};  ///< false alarms per 1,000 area-years

/// The same for a seed, on any number of threads.
[[nodiscard]] Evaluation evaluate(const SyntheticSetting& setting, const SignalRule& rule = {}, int threads = 1);

}  // namespace koers::monitor
