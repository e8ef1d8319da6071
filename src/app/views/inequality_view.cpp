// SPDX-License-Identifier: EUPL-1.2
#include "app/views/inequality_view.h"

#include <algorithm>

#include "app/monitor/population.h"
#include "monitor/inequality.h"

namespace koers::views {
namespace {

/// The parts with a value in one period; empty when there are too few to say anything, or a value below nothing.
std::vector<AreaValue> values_in(const MonitorContext& context, const Indicator& indicator, Kind kind, const Period& period) {
  std::vector<AreaValue> values;
  for (const auto& [area, series] : context.series.areas_of(indicator.id)) {
    const Moment* moment = area.kind == kind ? context.series.at(indicator.id, area, period) : nullptr;
    if (moment == nullptr || !moment->value()) continue;
    values.push_back(
        {mentioned(context.city, area), {}, *moment->observation->value, persons_behind(context.series, *moment->observation)});
    if (const auto parent = parent_of(context.city, area)) values.back().within = mentioned(context.city, *parent);
  }
  const bool is_negative = std::any_of(values.begin(), values.end(), [](const AreaValue& each) { return each.value.units < 0; });
  if (is_negative || static_cast<int>(values.size()) < kLeastParts) return {};
  return values;
}

std::vector<monitor::Part> parts_of(const std::vector<AreaValue>& values, bool grouped) {
  std::map<std::string, int> groups;
  std::vector<monitor::Part> parts;
  for (const AreaValue& each : values) {
    const std::string group = grouped && each.within ? each.within->id : "";
    const int number = groups.emplace(group, static_cast<int>(groups.size())).first->second;
    parts.push_back({each.value.to_double(), std::max(each.weight.value_or(1), 1e-9), number});
  }
  return parts;
}

DifferenceMoment moment_of(const Period& period, const std::vector<AreaValue>& values, bool grouped) {
  const auto found = monitor::inequality(parts_of(values, grouped));
  DifferenceMoment moment{period, static_cast<int>(values.size()), view_of(found.gini), {}, {}, {}, {}};
  if (found.theil) moment.theil = view_of(*found.theil);
  if (found.split && grouped) {
    moment.theil_between = found.split->between;
    moment.theil_within = found.split->within;
  }
  if (found.quintile_ratio) moment.quintile_ratio = view_of(*found.quintile_ratio);
  return moment;
}

/// The change between the first and the last period, over the parts that have a value in both.
std::optional<DifferenceChange> change_of(std::vector<AreaValue> before, std::vector<AreaValue> after, const Period& from,
                                          const Period& to, bool grouped) {
  const auto keep_common = [](std::vector<AreaValue>& values, const std::vector<AreaValue>& others) {
    std::erase_if(values, [&](const AreaValue& each) {
      return std::none_of(others.begin(), others.end(), [&](const AreaValue& other) { return other.area.id == each.area.id; });
    });
  };
  keep_common(before, after);
  keep_common(after, before);
  if (static_cast<int>(before.size()) < kLeastParts) return std::nullopt;
  const auto change = monitor::change_of_gini(parts_of(before, grouped), parts_of(after, grouped));
  return DifferenceChange{from, to, static_cast<int>(before.size()), view_of(change)};
}

DifferenceVerdict verdict_of(const std::optional<DifferenceChange>& change) {
  if (!change) return DifferenceVerdict::one_moment_only;
  if (change->gini.lower > 0) return DifferenceVerdict::growing;
  return change->gini.upper < 0 ? DifferenceVerdict::shrinking : DifferenceVerdict::not_shown;
}

/// The finest level with enough parts.
std::optional<AreaLevel> level_of(const MonitorContext& context, const Indicator& indicator) {
  for (const AreaLevel level : {AreaLevel::neighbourhood, AreaLevel::district}) {
    const auto periods = context.series.periods_of(indicator.id, kind_of(level));
    if (!periods.empty() && !values_in(context, indicator, kind_of(level), periods.back()).empty()) return level;
  }
  return std::nullopt;
}

}  // namespace

std::optional<InequalityView> inequality_view(const MonitorContext& context, const Indicator& indicator) {
  const auto level = level_of(context, indicator);
  if (!level || indicator.polarity == Polarity::neutral) return std::nullopt;
  const bool grouped = *level == AreaLevel::neighbourhood;
  InequalityView view{indicator.id.str(),
                      indicator.title,
                      indicator.unit,
                      indicator.decimals,
                      indicator.polarity,
                      *level,
                      {},
                      {},
                      DifferenceVerdict::one_moment_only,
                      {}};
  std::vector<AreaValue> first;
  for (const Period& period : context.series.periods_of(indicator.id, kind_of(*level))) {
    auto values = values_in(context, indicator, kind_of(*level), period);
    if (values.empty()) continue;
    view.moments.push_back(moment_of(period, values, grouped));
    if (first.empty()) first = values;
    view.areas = std::move(values);
  }
  if (view.moments.size() > 1) {
    view.change = change_of(first, view.areas, view.moments.front().period, view.moments.back().period, grouped);
  }
  view.verdict = verdict_of(view.change);
  std::stable_sort(view.areas.begin(), view.areas.end(),
                   [](const AreaValue& a, const AreaValue& b) { return a.value.to_double() < b.value.to_double(); });
  return view;
}

}  // namespace koers::views
