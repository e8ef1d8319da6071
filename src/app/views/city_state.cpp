// SPDX-License-Identifier: EUPL-1.2
#include "app/views/city_state.h"

#include <algorithm>

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

CityState city_state(const City& city, std::chrono::year_month_day today) {
  const SeriesIndex series(city);
  const MonitorContext context{city, series, today};
  const Reference own = own_municipality(city);
  CityState state{to_date(today),
                  mentioned(city, own),
                  states_for(context, SetPurpose::mechanism, own),
                  states_for(context, SetPurpose::core, own),
                  states_for(context, SetPurpose::action_line, own),
                  {},
                  forecast_records(city, series, own)};
  for (const Indicator& indicator : city.all<Indicator>()) {
    if (auto view = inequality_view(context, indicator)) state.differences.push_back(std::move(*view));
  }
  return state;
}

}  // namespace koers::views
