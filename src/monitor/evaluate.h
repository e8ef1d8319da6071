// SPDX-License-Identifier: EUPL-1.2
// How well signals are found: measured on cities of which the truth is known, beside the rule that most cities use.
#pragma once
#include "monitor/signals.h"
#include "monitor/synthetic_panel.h"

namespace koers::monitor {

struct RuleQuality {
  double power = 0;                  ///< share of the planted shifts that is found in the year in which they happen
  double false_alarms_per_1000 = 0;  ///< area-years (of one indicator) in which nothing had been planted
  double false_discovery_rate = 0;   ///< share of the alarms, without those about shifts of earlier years
};

struct Evaluation {
  SyntheticSetting setting;
  long quiet_area_years = 0;  ///< of one indicator, judged, in which nothing was planted, then or before
  long shifts = 0;
  RuleQuality ours;             ///< `select_signals` over all pairs of a city and a year
  RuleQuality naive;            ///< worse than last year by more than `kNaiveThreshold`
  RuleQuality naive_as_calm;    ///< the naive rule with the threshold that gives as many false alarms as ours
  RuleQuality ours_as_nervous;  ///< our p value with the threshold that gives as many false alarms as the naive rule
};

inline constexpr double kNaiveThreshold = 0.10;

/// The same for a seed, on any number of threads.
[[nodiscard]] Evaluation evaluate(const SyntheticSetting& setting, const SignalRule& rule = {}, int threads = 1);

/// Power over that of the naive rule, at the number of false alarms of ours.
[[nodiscard]] double power_ratio(const Evaluation& evaluation);

}  // namespace koers::monitor
