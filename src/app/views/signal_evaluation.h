// SPDX-License-Identifier: EUPL-1.2
// How good the rule of signals is where the truth is known: on made-up cities (`monitor/synthetic_panel.h` says which).
#pragma once
#include <cstdint>
#include <vector>

#include <boost/describe/class.hpp>

namespace koers::views {

struct RuleQuality {
  double power = 0;                 ///< share of the areas that got worse that it finds in that year
  double false_alarms_per1000 = 0;  ///< area-years in which nothing happened
  double false_discoveries = 0;     ///< share of its signals
};
BOOST_DESCRIBE_STRUCT(RuleQuality, (), (power, false_alarms_per1000, false_discoveries))

struct EqualFooting {
  double false_alarms_per1000 = 0;
  double power = 0;
  double naive_power = 0;
  double ratio = 0;  ///< 0 where the naive rule finds nothing
};
BOOST_DESCRIBE_STRUCT(EqualFooting, (), (false_alarms_per1000, power, naive_power, ratio))

/// What was made up.
struct MadeCities {
  int cities = 0;
  int areas = 0;  ///< of each
  int indicators = 0;
  int years = 0;
  int judged_years = 0;
  double shifted = 0;           ///< chance that an area gets worse, per judged year and indicator
  std::int64_t shifts = 0;      ///< so many there were
  std::int64_t area_years = 0;  ///< of one indicator, judged, in which nothing happened
  std::int64_t seed = 0;
};
BOOST_DESCRIBE_STRUCT(MadeCities, (), (cities, areas, indicators, years, judged_years, shifted, shifts, area_years, seed))

/// The figures of the rule itself stand at the top; the naive rule is "worse than last year by more than 10 %".
struct SignalEvaluation {
  double power = 0;
  double false_alarms_per1000 = 0;
  double false_discoveries = 0;
  RuleQuality on_counts;
  RuleQuality on_shares;
  RuleQuality naive;
  double power_at_equal_false_alarms = 0;  ///< over that of the naive rule, at 10 false alarms per 1,000
  std::vector<EqualFooting> at_equal_false_alarms;
  MadeCities made;
};
BOOST_DESCRIBE_STRUCT(SignalEvaluation, (),
                      (power, false_alarms_per1000, false_discoveries, on_counts, on_shares, naive, power_at_equal_false_alarms,
                       at_equal_false_alarms, made))

/// The same for a seed, on any number of threads.
[[nodiscard]] SignalEvaluation signal_evaluation(std::uint64_t seed, int threads);

}  // namespace koers::views
