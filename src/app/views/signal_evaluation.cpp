// SPDX-License-Identifier: EUPL-1.2
#include "app/views/signal_evaluation.h"

#include "monitor/evaluate.h"

namespace koers::views {
namespace {

constexpr double kHeadline = 10;  // false alarms per 1,000 area-years

RuleQuality shown(const monitor::RuleQuality& quality) {
  return {quality.power, quality.false_alarms_per_1000, quality.false_discovery_rate};
}

MadeCities shown(const monitor::Evaluation& found) {
  const auto& made = found.setting;
  return {made.cities,
          made.areas,
          made.indicators,
          made.years,
          made.judged_years,
          made.shifted,
          found.shifts,
          found.quiet_area_years,
          static_cast<std::int64_t>(made.seed)};
}

}  // namespace

SignalEvaluation signal_evaluation(std::uint64_t seed, int threads) {
  monitor::SyntheticSetting setting;
  setting.seed = seed;
  const auto found = monitor::evaluate(setting, {}, threads);
  SignalEvaluation view;
  view.power = found.ours.power;
  view.false_alarms_per1000 = found.ours.false_alarms_per_1000;
  view.false_discoveries = found.ours.false_discovery_rate;
  view.on_counts = shown(found.ours_on_counts);
  view.on_shares = shown(found.ours_on_shares);
  view.naive = shown(found.naive);
  for (const auto& each : found.at_equal_false_alarms) {
    const double ratio = each.naive_power > 0 ? each.power / each.naive_power : 0;
    view.at_equal_false_alarms.push_back({each.false_alarms_per_1000, each.power, each.naive_power, ratio});
    if (each.false_alarms_per_1000 == kHeadline) view.power_at_equal_false_alarms = ratio;
  }
  view.made = shown(found);
  return view;
}

}  // namespace koers::views
