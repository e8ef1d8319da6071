// SPDX-License-Identifier: EUPL-1.2
#include "app/monitor/found_signals.h"

#include <algorithm>
#include <array>
#include <set>

#include "app/monitor/population.h"
#include "monitor/expectation.h"
#include "monitor/signals.h"

namespace koers {
namespace {

/// The moment that is judged and the two before it.
constexpr std::size_t kMoments = 3;

/// One indicator over all areas of one kind in the city.
struct Panel {
  const Indicator* indicator = nullptr;
  const IndicatorSet* theme = nullptr;
  int theme_number = 0;
  std::vector<Reference> areas;
  std::vector<int> groups;    ///< the district of each area
  std::vector<double> years;  ///< of the moments to judge, the last first
};

/// An area of a panel at one moment.
struct Judged {
  std::size_t panel = 0;
  std::size_t area = 0;
  monitor::Expectation expectation;
};

bool can_be_judged(const Indicator& indicator) {
  return indicator.polarity != Polarity::neutral && indicator.relevant_step.has_value();
}

monitor::Concern concern_of(const Indicator& indicator) {
  const bool less = indicator.polarity == Polarity::less_is_better;
  return {less ? monitor::Sense::less_is_better : monitor::Sense::more_is_better, indicator.relevant_step->to_double()};
}

/// Units of what is counted one by one among the residents; the figures of all others are levels.
constexpr std::array<std::string_view, 5> kCounted{"cases", "crimes", "dwellings", "households", "persons"};

bool is_count(const Indicator& indicator) {
  return std::find(kCounted.begin(), kCounted.end(), indicator.unit) != kCounted.end();
}

/// A figure of each year in which there is one; of several in one year the last.
std::vector<std::pair<double, const Observation*>> yearly(const Series& series) {
  std::vector<std::pair<double, const Observation*>> out;
  for (const Moment& each : series) {
    if (!each.value()) continue;
    if (!out.empty() && out.back().first == each.year()) out.pop_back();
    out.emplace_back(each.year(), each.observation);
  }
  return out;
}

bool lies_in_city(const City& city, const Reference& area) {
  const auto parent = parent_of(city, area);
  if (!parent) return false;
  return parent->kind == Kind::municipality ? city.manifest() != nullptr && parent->id == city.manifest()->municipality.str()
                                            : lies_in_city(city, *parent);
}

Panel panel_of(const City& city, const SeriesIndex& series, const Indicator& indicator, Kind kind) {
  Panel panel;
  panel.indicator = &indicator;
  std::set<double> years;
  std::vector<std::string> districts;
  for (const auto& [area, moments] : series.areas_of(indicator.id)) {
    if (area.kind != kind || !lies_in_city(city, area)) continue;
    const std::string around = parent_of(city, area)->id;
    auto district = std::find(districts.begin(), districts.end(), around);
    if (district == districts.end()) district = districts.insert(districts.end(), around);
    panel.areas.push_back(area);
    panel.groups.push_back(static_cast<int>(district - districts.begin()));
    for (const auto& [year, figure] : yearly(moments)) years.insert(year);
  }
  for (auto year = years.rbegin(); year != years.rend() && panel.years.size() < kMoments; ++year) panel.years.push_back(*year);
  return panel;
}

/// Of each indicator in the first theme that has it: a figure is tested once.
std::vector<Panel> panels_of(const City& city, const SeriesIndex& series) {
  std::vector<Panel> panels;
  std::set<std::string> seen;
  int number = 0;
  for (const IndicatorSet& set : city.all<IndicatorSet>()) {
    if (set.purpose != SetPurpose::theme) continue;
    ++number;
    for (const WeightedIndicator& member : set.members) {
      const Indicator* indicator = city.find(member.indicator);
      if (indicator == nullptr || member.weight.units == 0 || !can_be_judged(*indicator)) continue;
      if (!seen.insert(indicator->id.str()).second) continue;
      for (const Kind kind : {Kind::district, Kind::neighbourhood}) {
        Panel panel = panel_of(city, series, *indicator, kind);
        if (panel.years.empty()) continue;
        panel.theme = &set;
        panel.theme_number = number;
        panels.push_back(std::move(panel));
      }
    }
  }
  return panels;
}

std::vector<monitor::AreaLevels> levels_of(const SeriesIndex& series, const Panel& panel) {
  std::vector<monitor::AreaLevels> out;
  for (std::size_t i = 0; i < panel.areas.size(); ++i) {
    monitor::AreaLevels area{panel.groups[i], 0, {}};
    for (const auto& [year, figure] : yearly(series.of(panel.indicator->id, panel.areas[i]))) {
      area.values.push_back({year, figure->value->to_double()});
      area.size = persons_behind(series, *figure).value_or(0);  // of the last
    }
    out.push_back(std::move(area));
  }
  return out;
}

/// Counts of which nobody knows of how many people they are cannot be judged.
std::vector<monitor::AreaCounts> counts_of(const SeriesIndex& series, const Panel& panel) {
  std::vector<monitor::AreaCounts> out;
  for (std::size_t i = 0; i < panel.areas.size(); ++i) {
    monitor::AreaCounts area{panel.groups[i], {}};
    for (const auto& [year, figure] : yearly(series.of(panel.indicator->id, panel.areas[i]))) {
      const double exposure = persons_behind(series, *figure).value_or(0);
      const double count = figure->value->to_double();
      if (exposure > 0 && count >= 0) area.counts.push_back({year, count, exposure});
    }
    out.push_back(std::move(area));
  }
  return out;
}

std::vector<std::optional<monitor::Expectation>> expect(const SeriesIndex& series, const Panel& panel, double year) {
  const auto concern = concern_of(*panel.indicator);
  return is_count(*panel.indicator) ? monitor::expect_counts(counts_of(series, panel), year, concern)
                                    : monitor::expect_levels(levels_of(series, panel), year, concern);
}

/// All pairs of one moment that can be judged, and which of them are signals.
struct MomentOfCity {
  std::vector<Judged> judged;
  std::vector<bool> selected;
};

/// `back`: 0 for the last moment of each panel, 1 for the one before it.
MomentOfCity judge(const SeriesIndex& series, const std::vector<Panel>& panels, std::size_t back) {
  MomentOfCity out;
  std::vector<double> p_values;
  for (std::size_t at = 0; at < panels.size(); ++at) {
    if (panels[at].years.size() <= back) continue;
    const auto expected = expect(series, panels[at], panels[at].years[back]);
    for (std::size_t area = 0; area < expected.size(); ++area) {
      if (!expected[area]) continue;
      out.judged.push_back({at, area, *expected[area]});
      p_values.push_back(expected[area]->p_value);
    }
  }
  out.selected = monitor::select_signals(p_values);
  return out;
}

using Pair = std::pair<std::size_t, std::size_t>;  // panel and area

std::set<Pair> selected_before(const SeriesIndex& series, const std::vector<Panel>& panels) {
  std::set<Pair> out;
  for (std::size_t back = 1; back < kMoments; ++back) {
    const MomentOfCity moment = judge(series, panels, back);
    for (std::size_t i = 0; i < moment.judged.size(); ++i) {
      if (moment.selected[i]) out.emplace(moment.judged[i].panel, moment.judged[i].area);
    }
  }
  return out;
}

std::vector<monitor::Alert> alerts_of(const std::vector<Panel>& panels, const MomentOfCity& now, const std::set<Pair>& before) {
  std::vector<monitor::Tested> tested;
  std::vector<Reference> areas;  // districts and neighbourhoods together
  for (std::size_t i = 0; i < now.judged.size(); ++i) {
    const Judged& each = now.judged[i];
    const Panel& panel = panels[each.panel];
    const Reference& area = panel.areas[each.area];
    auto place = std::find(areas.begin(), areas.end(), area);
    if (place == areas.end()) place = areas.insert(areas.end(), area);
    tested.push_back({static_cast<std::size_t>(place - areas.begin()), each.panel, panel.theme_number, now.selected[i],
                      before.contains({each.panel, each.area})});
  }
  return monitor::alerts(tested);
}

FoundSignal found_signal(const SeriesIndex& series, const Panel& panel, const Judged& judged, monitor::Alert alert) {
  FoundSignal out;
  out.indicator = panel.indicator;
  out.theme = panel.theme;
  for (const auto& [year, figure] : yearly(series.of(panel.indicator->id, panel.areas[judged.area]))) {
    if (year == panel.years.front()) out.observation = figure;
  }
  out.level = alert == monitor::Alert::act ? SignalLevel::act : SignalLevel::watch;
  out.expected = judged.expectation.expected.value;
  out.lower = judged.expectation.expected.lower;
  out.upper = judged.expectation.expected.upper;
  out.probability = judged.expectation.probability;
  return out;
}

}  // namespace

SignalSearch find_signals(const City& city, const SeriesIndex& series) {
  const auto panels = panels_of(city, series);
  const MomentOfCity now = judge(series, panels, 0);
  SignalSearch out{{}, static_cast<int>(now.judged.size())};
  if (std::find(now.selected.begin(), now.selected.end(), true) == now.selected.end()) return out;
  const auto alerts = alerts_of(panels, now, selected_before(series, panels));
  for (std::size_t i = 0; i < now.judged.size(); ++i) {
    if (alerts[i] == monitor::Alert::none) continue;
    out.found.push_back(found_signal(series, panels[now.judged[i].panel], now.judged[i], alerts[i]));
  }
  std::stable_sort(out.found.begin(), out.found.end(), [](const FoundSignal& a, const FoundSignal& b) {
    return a.level != b.level ? b.level < a.level : a.probability > b.probability;
  });
  return out;
}

Id<Signal> signal_id(const Id<Indicator>& indicator, const Reference& area, const Period& period) {
  std::string tail = '-' + area.id + '-' + to_string(period);
  std::replace(tail.begin(), tail.end(), '/', '-');
  return Id<Signal>(indicator.str().substr(0, kMaxIdLength - tail.size()) + tail);
}

}  // namespace koers
