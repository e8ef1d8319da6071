// SPDX-License-Identifier: EUPL-1.2
#include "monitor/evaluate.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>

#include "base/parallel.h"

namespace koers::monitor {
namespace {

enum class Truth : std::uint8_t { quiet, shifts_now, shifted_before };

/// One area in one year, by one indicator.
struct Case {
  Truth truth{};
  double p_value = 1;
  double worsening = 0;  ///< against last year, as a share of last year
  bool is_count = false;
  bool is_selected = false;
};

Truth truth_of(const SyntheticPanel& panel, std::size_t area, double year) {
  if (!panel.shifted_in[area] || *panel.shifted_in[area] > year) return Truth::quiet;
  return *panel.shifted_in[area] == year ? Truth::shifts_now : Truth::shifted_before;
}

double relative_worsening(double now, double before, Sense sense) {
  const double worse = sense == Sense::more_is_better ? before - now : now - before;
  if (before > 0) return worse / before;
  return worse > 0 ? std::numeric_limits<double>::infinity() : 0;
}

double worsening_of(const SyntheticPanel& panel, std::size_t area, std::size_t year) {
  if (panel.counts.empty()) {
    const auto& values = panel.levels[area].values;
    return relative_worsening(values[year].value, values[year - 1].value, panel.concern.sense);
  }
  const auto& counts = panel.counts[area].counts;
  return relative_worsening(counts[year].count / counts[year].exposure, counts[year - 1].count / counts[year - 1].exposure,
                            panel.concern.sense);
}

void add_cases(std::vector<Case>& cases, const SyntheticPanel& panel, int year) {
  const double calendar_year = kFirstSyntheticYear + year;
  const auto expected = panel.expectations(calendar_year);
  for (std::size_t area = 0; area < expected.size(); ++area) {
    if (!expected[area]) continue;
    cases.push_back({truth_of(panel, area, calendar_year), expected[area]->p_value,
                     worsening_of(panel, area, static_cast<std::size_t>(year)), !panel.counts.empty(), false});
  }
}

void select(std::span<Case> cases, const SignalRule& rule) {
  std::vector<double> p_values;
  for (const Case& each : cases) p_values.push_back(each.p_value);
  const auto selected = select_signals(p_values, rule);
  for (std::size_t i = 0; i < cases.size(); ++i) cases[i].is_selected = selected[i];
}

/// What a city sees each year is selected together.
std::vector<Case> cases_of(const SyntheticSetting& setting, int city, const SignalRule& rule) {
  std::vector<SyntheticPanel> panels;
  for (int i = 0; i < setting.indicators; ++i) panels.push_back(synthetic_panel(setting, city, i));
  std::vector<Case> cases;
  for (int year = setting.years - setting.judged_years; year < setting.years; ++year) {
    const std::size_t first = cases.size();
    for (const SyntheticPanel& panel : panels) add_cases(cases, panel, year);
    select(std::span(cases).subspan(first), rule);
  }
  return cases;
}

std::vector<Case> all_cases(const SyntheticSetting& setting, const SignalRule& rule, int threads) {
  std::vector<std::vector<Case>> by_city(static_cast<std::size_t>(setting.cities));
  for_each_index(by_city.size(), threads,
                 [&](std::size_t city) { by_city[city] = cases_of(setting, static_cast<int>(city), rule); });
  std::vector<Case> all;
  for (const auto& own : by_city) all.insert(all.end(), own.begin(), own.end());
  return all;
}

long count_of(std::span<const Case> cases, Truth truth) {
  return std::count_if(cases.begin(), cases.end(), [&](const Case& each) { return each.truth == truth; });
}

template <class Alarms>
RuleQuality quality_of(std::span<const Case> cases, Alarms alarms) {
  const auto alarms_of = [&](Truth truth) {
    return static_cast<double>(
        std::count_if(cases.begin(), cases.end(), [&](const Case& each) { return each.truth == truth && alarms(each); }));
  };
  const auto share = [](double part, double whole) { return whole > 0 ? part / whole : 0; };
  const double hits = alarms_of(Truth::shifts_now);
  const double false_alarms = alarms_of(Truth::quiet);
  return {share(hits, static_cast<double>(count_of(cases, Truth::shifts_now))),
          1000 * share(false_alarms, static_cast<double>(count_of(cases, Truth::quiet))),
          share(false_alarms, hits + false_alarms)};
}

/// Power of the rule "at least so alarming" with at most so many false alarms.
template <class Alarm>
double power_at(std::span<const Case> cases, double per_1000, Alarm alarm_of) {
  std::vector<double> quiet;
  for (const Case& each : cases) {
    if (each.truth == Truth::quiet) quiet.push_back(alarm_of(each));
  }
  const auto allowed = static_cast<std::size_t>(per_1000 / 1000 * static_cast<double>(quiet.size()));
  if (allowed >= quiet.size()) return 1;
  std::sort(quiet.begin(), quiet.end(), std::greater<>());
  const double threshold = quiet[allowed];
  return quality_of(cases, [&](const Case& each) { return alarm_of(each) > threshold; }).power;
}

RuleQuality quality_on(const std::vector<Case>& cases, bool counts) {
  std::vector<Case> own;
  std::copy_if(cases.begin(), cases.end(), std::back_inserter(own), [&](const Case& each) { return each.is_count == counts; });
  return quality_of(own, [](const Case& each) { return each.is_selected; });
}

}  // namespace

Evaluation evaluate(const SyntheticSetting& setting, const SignalRule& rule, int threads) {
  const auto cases = all_cases(setting, rule, threads);
  Evaluation out{setting, count_of(cases, Truth::quiet), count_of(cases, Truth::shifts_now), {}, {}, {}, {}, {}};
  out.ours = quality_of(cases, [](const Case& each) { return each.is_selected; });
  out.ours_on_counts = quality_on(cases, true);
  out.ours_on_shares = quality_on(cases, false);
  out.naive = quality_of(cases, [](const Case& each) { return each.worsening > kNaiveThreshold; });
  for (const double false_alarms : kFootings) {
    out.at_equal_false_alarms.push_back({false_alarms,
                                         power_at(cases, false_alarms, [](const Case& each) { return -each.p_value; }),
                                         power_at(cases, false_alarms, [](const Case& each) { return each.worsening; })});
  }
  return out;
}

}  // namespace koers::monitor
