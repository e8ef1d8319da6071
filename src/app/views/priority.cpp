// SPDX-License-Identifier: EUPL-1.2
#include "app/views/priority.h"

#include <algorithm>

#include "app/monitor/population.h"
#include "monitor/priority.h"

namespace koers::views {
namespace {

struct ThemeInUse {
  const IndicatorSet* set;
  std::vector<const Indicator*> indicators;
  std::vector<double> weights;
};

bool scores_somewhere(const MonitorContext& context, const Indicator& indicator) {
  const auto& districts = context.city.all<District>();
  return std::any_of(districts.begin(), districts.end(), [&](const District& district) {
    return latest_score(context, indicator, {Kind::district, district.id.str()}).has_value();
  });
}

std::vector<ThemeInUse> themes_in_use(const MonitorContext& context) {
  std::vector<ThemeInUse> themes;
  for (const IndicatorSet& set : context.city.all<IndicatorSet>()) {
    if (set.purpose != SetPurpose::theme) continue;
    ThemeInUse theme{&set, {}, {}};
    for (const WeightedIndicator& member : set.members) {
      const Indicator* indicator = context.city.find(member.indicator);
      if (member.weight.units == 0 || indicator == nullptr || !scores_somewhere(context, *indicator)) continue;
      theme.indicators.push_back(indicator);
      theme.weights.push_back(member.weight.to_double());
    }
    if (!theme.indicators.empty()) themes.push_back(std::move(theme));
  }
  return themes;
}

/// Weighted mean over the indicators of a theme that have a score here.
std::optional<double> theme_score(const MonitorContext& context, const ThemeInUse& theme, const Reference& area) {
  monitor::Scores scores;
  for (const Indicator* indicator : theme.indicators) {
    const auto score = latest_score(context, *indicator, area);
    scores.push_back(score ? std::optional(score->value) : std::nullopt);
  }
  const bool has_any = std::any_of(scores.begin(), scores.end(), [](const auto& score) { return score.has_value(); });
  return has_any ? monitor::weighted_score(scores, theme.weights, 0) : std::nullopt;
}

monitor::ProblemArea problem_area(const MonitorContext& context, const std::vector<ThemeInUse>& themes, const Reference& area) {
  const double persons = residents_of(context.series, area, static_cast<int>(context.today.year())).value_or(0);
  monitor::ProblemArea out{persons, {}};
  for (const ThemeInUse& theme : themes) out.themes.push_back(theme_score(context, theme, area));
  return out;
}

PriorityTheme theme_view(const MonitorContext& context, const ThemeInUse& theme) {
  PriorityTheme view{mentioned(context.city, theme.set->id), {}, {}};
  for (const Indicator* indicator : theme.indicators) {
    view.indicators.push_back(mentioned(context.city, indicator->id));
    const auto periods = context.series.periods_of(indicator->id, Kind::district);
    if (std::find(view.periods.begin(), view.periods.end(), periods.back()) == view.periods.end()) {
      view.periods.push_back(periods.back());
    }
  }
  return view;
}

PriorityRow row_of(const City& city, const Reference& area, const monitor::ProblemArea& problem, const monitor::ProblemSize& size,
                   const std::vector<ThemeInUse>& themes, int of) {
  PriorityRow row{mentioned(city, area), problem.persons, size.total, {}, {}};
  if (size.rank.value > 0) row.rank = RankInterval{size.rank.value, size.rank.lower, size.rank.upper, of};
  for (std::size_t i = 0; i < themes.size(); ++i) {
    row.themes.push_back({mentioned(city, themes[i].set->id), problem.themes[i], size.by_theme[i]});
  }
  return row;
}

}  // namespace

PriorityView district_priority(const City& city, std::chrono::year_month_day today, double norm) {
  const SeriesIndex series(city);
  const MonitorContext context{city, series, today};
  const auto themes = themes_in_use(context);
  PriorityView out{to_date(today), norm, {}, {}};
  if (themes.empty()) return out;
  std::vector<Reference> areas;
  std::vector<monitor::ProblemArea> problems;
  for (const District& district : city.all<District>()) {
    areas.push_back({Kind::district, district.id.str()});
    problems.push_back(problem_area(context, themes, areas.back()));
  }
  monitor::PriorityParameters parameters;
  parameters.norm = norm;
  const auto sizes = monitor::problem_sizes(problems, std::vector<double>(themes.size(), 1.0), parameters);
  const auto judged = std::count_if(sizes.begin(), sizes.end(), [](const auto& size) { return size.rank.value > 0; });
  for (const ThemeInUse& theme : themes) out.themes.push_back(theme_view(context, theme));
  for (std::size_t i = 0; i < areas.size(); ++i) {
    out.rows.push_back(row_of(city, areas[i], problems[i], sizes[i], themes, static_cast<int>(judged)));
  }
  std::stable_sort(out.rows.begin(), out.rows.end(), [](const PriorityRow& a, const PriorityRow& b) { return a.size > b.size; });
  return out;
}

}  // namespace koers::views
