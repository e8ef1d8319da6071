// SPDX-License-Identifier: EUPL-1.2
#include "app/views/city_state.h"

#include <algorithm>

#include "app/monitor/population.h"
#include "monitor/inequality.h"
#include "monitor/mechanism_index.h"

namespace koers::views {
namespace {

/// The members of a set that the package knows, with their weights.
struct Members {
  std::vector<const Indicator*> indicators;
  std::vector<double> weights;
};

Members members_of(const City& city, const IndicatorSet& set) {
  Members members;
  for (const WeightedIndicator& member : set.members) {
    const Indicator* indicator = city.find(member.indicator);
    if (indicator == nullptr) continue;
    members.indicators.push_back(indicator);
    members.weights.push_back(member.weight.to_double());
  }
  return members;
}

/// What the population does and what a programme delivers never go into one number.
bool mixes_kinds(const Members& members) {
  const auto has = [&](IndicatorKind kind) {
    return std::any_of(members.indicators.begin(), members.indicators.end(),
                       [&](const Indicator* each) { return each->kind == kind; });
  };
  return has(IndicatorKind::outcome) && has(IndicatorKind::performance);
}

monitor::Scores scores_of(const MonitorContext& context, const Members& members, const Reference& area) {
  monitor::Scores scores;
  for (const Indicator* indicator : members.indicators) {
    const auto score = latest_score(context, *indicator, area);
    scores.push_back(score ? std::optional(score->value) : std::nullopt);
  }
  return scores;
}

/// Areas like `area`: those that its index is held beside.
std::vector<Reference> peers_of(const City& city, const Reference& area) {
  std::vector<Reference> peers;
  const auto add_all = [&](const auto& documents) {
    for (const auto& each : documents) peers.push_back({area.kind, each.id.str()});
  };
  if (area.kind == Kind::municipality) add_all(city.all<Municipality>());
  if (area.kind == Kind::district) add_all(city.all<District>());
  if (area.kind == Kind::neighbourhood) add_all(city.all<Neighbourhood>());
  return peers;
}

std::optional<SetIndex> index_in(const MonitorContext& context, const Members& members, const Reference& area) {
  const auto peers = peers_of(context.city, area);
  std::vector<monitor::Scores> scores;
  for (const Reference& peer : peers) scores.push_back(scores_of(context, members, peer));
  const auto indices = monitor::mechanism_index(scores, members.weights);
  std::optional<SetIndex> own;
  std::vector<IndexOf> beside;
  for (std::size_t i = 0; i < peers.size(); ++i) {
    if (!indices[i]) continue;
    const Band band = view_of(monitor::band_of(indices[i]->index.value));
    if (peers[i] == area) {
      const auto& rank = indices[i]->rank;
      own = SetIndex{view_of(indices[i]->index), band, indices[i]->weight_present, {rank.value, rank.lower, rank.upper, 0}, {}};
    } else {
      beside.push_back({mentioned(context.city, peers[i]), view_of(indices[i]->index), band});
    }
  }
  if (!own) return std::nullopt;
  own->rank.of = static_cast<int>(beside.size()) + 1;
  own->beside = std::move(beside);
  return own;
}

void add_index(const MonitorContext& context, const Members& members, const Reference& area, SetState& state) {
  if (members.indicators.empty()) {
    state.no_index = NoIndex::no_members;
  } else if (mixes_kinds(members)) {
    state.no_index = NoIndex::mixed_kinds;
  } else {
    state.index = index_in(context, members, area);
    if (!state.index) state.no_index = NoIndex::too_little_weight;
  }
}

std::vector<SetState> states_for(const MonitorContext& context, SetPurpose purpose, const Reference& area) {
  std::vector<SetState> states;
  for (const IndicatorSet& set : context.city.all<IndicatorSet>()) {
    if (set.purpose == purpose) states.push_back(set_state(context, set, area));
  }
  std::stable_sort(states.begin(), states.end(), [](const SetState& a, const SetState& b) { return a.number < b.number; });
  return states;
}

// Differences

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

std::optional<SetIndex> set_index(const MonitorContext& context, const IndicatorSet& set, const Reference& area) {
  const Members members = members_of(context.city, set);
  if (members.indicators.empty() || mixes_kinds(members)) return std::nullopt;
  return index_in(context, members, area);
}

SetState set_state(const MonitorContext& context, const IndicatorSet& set, const Reference& area) {
  SetState state{set.id.str(), set.number, set.title, set.summary, set.purpose, {},         {},
                 set.gap,      {},         {},        {},          {},          set.status, set.sources};
  if (set.subject) state.subject = mentioned(context.city, *set.subject);
  const Mechanism* mechanism = set.subject ? context.city.all<Mechanism>().find(set.subject->id) : nullptr;
  if (mechanism != nullptr && set.subject->kind == Kind::mechanism) state.desired = mechanism->desired;
  const Members members = members_of(context.city, set);
  for (std::size_t i = 0; i < members.indicators.size(); ++i) {
    const Indicator& indicator = *members.indicators[i];
    if (context.series.of(indicator.id, area).empty()) state.without_figures.push_back(mentioned(context.city, indicator.id));
    state.indicators.push_back(indicator_state(context, indicator, area, members.weights[i]));
  }
  add_index(context, members, area, state);
  return state;
}

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

CityState city_state(const City& city, std::chrono::year_month_day today) {
  const SeriesIndex series(city);
  const MonitorContext context{city, series, today};
  const Reference own = own_municipality(city);
  CityState state{to_date(today),
                  mentioned(city, own),
                  states_for(context, SetPurpose::mechanism, own),
                  states_for(context, SetPurpose::core, own),
                  states_for(context, SetPurpose::action_line, own),
                  {}};
  for (const Indicator& indicator : city.all<Indicator>()) {
    if (auto view = inequality_view(context, indicator)) state.differences.push_back(std::move(*view));
  }
  return state;
}

}  // namespace koers::views
