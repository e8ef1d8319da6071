// SPDX-License-Identifier: EUPL-1.2
#include "monitor/signals.h"

#include <map>
#include <set>
#include <utility>

#include "monitor/multiple_testing.h"

namespace koers::monitor {

std::vector<bool> select_signals(std::span<const double> p_values, const SignalRule& rule) {
  const auto adjusted = adjust_for_number(p_values);
  std::vector<bool> selected(p_values.size());
  for (std::size_t i = 0; i < selected.size(); ++i) {
    selected[i] = adjusted[i] <= rule.false_discoveries && 1 - p_values[i] > rule.probability;
  }
  return selected;
}

std::vector<Alert> alerts(std::span<const Tested> tested) {
  std::map<std::pair<std::size_t, int>, std::set<std::size_t>> of_theme;  // indicators selected now
  for (const Tested& each : tested) {
    if (each.now) of_theme[{each.area, each.theme}].insert(each.indicator);
  }
  std::vector<Alert> found;
  for (const Tested& each : tested) {
    const bool is_act = each.now && (each.before || of_theme[{each.area, each.theme}].size() > 1);
    found.push_back(!each.now ? Alert::none : is_act ? Alert::act : Alert::watch);
  }
  return found;
}

}  // namespace koers::monitor
