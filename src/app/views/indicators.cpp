// SPDX-License-Identifier: EUPL-1.2
#include "app/views/indicators.h"

#include <algorithm>

#include "app/views/indicator_state.h"

namespace koers::views {
namespace {

bool is_own(const City& city, const Reference& area) {
  return area == own_municipality(city) || area.kind == Kind::district || area.kind == Kind::neighbourhood;
}

/// The city as a whole where it has figures, else the part of it with most.
const Series& main_series(const City& city, const SeriesIndex& series, const Indicator& indicator) {
  const Series* longest = &series.of(indicator.id, own_municipality(city));
  if (!longest->empty()) return *longest;
  for (const auto& [area, each] : series.areas_of(indicator.id)) {
    if (is_own(city, area) && each.size() > longest->size()) longest = &each;
  }
  return *longest;
}

bool has_reference(const City& city, const SeriesIndex& series, const Indicator& indicator) {
  const auto& areas = series.areas_of(indicator.id);
  const bool elsewhere = std::any_of(areas.begin(), areas.end(), [&](const auto& each) { return !is_own(city, each.first); });
  const auto& distributions = city.all<ReferenceDistribution>();
  return elsewhere || std::any_of(distributions.begin(), distributions.end(),
                                  [&](const ReferenceDistribution& each) { return each.indicator == indicator.id; });
}

bool is_contradicted(const City& city, const SeriesIndex& series, const Indicator& indicator) {
  const auto& areas = series.areas_of(indicator.id);
  return std::any_of(areas.begin(), areas.end(), [&](const auto& area) {
    return is_own(city, area.first) &&
           std::any_of(area.second.begin(), area.second.end(), [](const Moment& each) { return !each.others.empty(); });
  });
}

std::vector<IndicatorGap> gaps_of(const City& city, const SeriesIndex& series, const Indicator& indicator, const Series& main,
                                  std::chrono::year_month_day today) {
  std::vector<IndicatorGap> gaps;
  const auto add_if = [&](bool missing, IndicatorGap gap) {
    if (missing) gaps.push_back(gap);
  };
  add_if(main.empty(), IndicatorGap::no_figures);
  add_if(!indicator.owner, IndicatorGap::no_owner);
  add_if(!indicator.next_due, IndicatorGap::no_due_date);
  add_if(is_overdue(indicator, today), IndicatorGap::overdue);
  if (main.empty()) return gaps;
  add_if(indicator.level && series.periods_of(indicator.id, kind_of(*indicator.level)).empty(), IndicatorGap::too_coarse);
  add_if(indicator.kind == IndicatorKind::outcome && !has_reference(city, series, indicator), IndicatorGap::no_reference);
  add_if(main.size() == 1, IndicatorGap::one_moment_only);
  add_if(is_contradicted(city, series, indicator), IndicatorGap::contradicted);
  return gaps;
}

}  // namespace

IndicatorRow indicator_row(const City& city, const SeriesIndex& series, const Indicator& indicator,
                           std::chrono::year_month_day today) {
  const Series& main = main_series(city, series, indicator);
  IndicatorRow row{indicator.id.str(),
                   indicator.title,
                   indicator.definition,
                   indicator.unit,
                   indicator.decimals,
                   indicator.kind,
                   indicator.polarity,
                   indicator.level,
                   indicator.owner,
                   indicator.next_due,
                   {},
                   0,
                   {},
                   {},
                   {},
                   indicator.sources};
  row.sets = mentioned_where<IndicatorSet>(city, [&](const IndicatorSet& set) {
    return std::any_of(set.members.begin(), set.members.end(),
                       [&](const WeightedIndicator& member) { return member.indicator == indicator.id; });
  });
  for (const auto& [area, each] : series.areas_of(indicator.id)) row.figures += static_cast<int>(each.size());
  if (!main.empty()) {
    row.first_period = main.front().period();
    row.last_period = main.back().period();
  }
  row.gaps = gaps_of(city, series, indicator, main, today);
  return row;
}

IndicatorRegister indicator_register(const City& city, std::chrono::year_month_day today) {
  const SeriesIndex series(city);
  IndicatorRegister out{to_date(today), {}, {}};
  for (const Indicator& indicator : city.all<Indicator>()) out.rows.push_back(indicator_row(city, series, indicator, today));
  for (const IndicatorSet& set : city.all<IndicatorSet>()) {
    if (set.gap) out.set_gaps.push_back({mentioned(city, set.id), set.purpose, *set.gap, set.sources});
  }
  return out;
}

}  // namespace koers::views
