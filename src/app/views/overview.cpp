// SPDX-License-Identifier: EUPL-1.2
#include "app/views/overview.h"

#include <algorithm>
#include <array>

#include "model/check.h"

namespace koers::views {
namespace {

constexpr std::size_t kDecisionsShown = 6;
constexpr std::size_t kDueShown = 12;

template <class T, class Test>
int count_where(const City& city, Test test) {
  const auto& all = city.all<T>();
  return static_cast<int>(std::count_if(all.begin(), all.end(), test));
}

std::map<std::string, int> counts_of(const City& city, Quadrant quadrant, const std::vector<PolicyRow>& policy) {
  const auto size = [](const auto& documents) { return static_cast<int>(documents.size()); };
  switch (quadrant) {
    case Quadrant::vision_and_agenda:
      return {{"challenge", size(city.all<Challenge>())},
              {"uncovered_challenge", size(uncovered_challenges(city))},
              {"agenda", size(city.all<Agenda>())}};
    case Quadrant::frameworks:
      return {{"policy_document", size(city.all<PolicyDocument>())},
              {"review_late",
               static_cast<int>(std::count_if(policy.begin(), policy.end(),
                                              [](const PolicyRow& row) { return row.review_state == ReviewState::late; }))},
              {"framework", size(city.all<Framework>())}};
    case Quadrant::realisation:
      return {
          {"effort", size(city.all<Effort>())},
          {"running_effort", count_where<Effort>(city, [](const Effort& each) { return each.state == EffortState::running; })},
          {"partner", size(city.all<Partner>())}};
    case Quadrant::feedback:
      return {{"indicator", size(city.all<Indicator>())},
              {"observation", static_cast<int>(city.observations.size())},
              {"process", size(city.all<Process>())}};
  }
  return {};
}

QuadrantView quadrant_view(const City& city, Quadrant quadrant, const std::vector<DueView>& due,
                           const std::vector<PolicyRow>& policy) {
  const auto count = [&](DueState state) {
    return static_cast<int>(std::count_if(due.begin(), due.end(),
                                          [&](const DueView& each) { return each.quadrant == quadrant && each.state == state; }));
  };
  return {quadrant, count(DueState::late), count(DueState::due), counts_of(city, quadrant, policy)};
}

/// Policy that is late for review is counted by the ring and listed in its register; the list of the day is for the cycle itself.
std::vector<DueView> due_today(const std::vector<DueView>& all) {
  std::vector<DueView> shown;
  for (const DueView& each : all) {
    const bool register_of_its_own = each.subject && each.subject->kind == Kind::policy_document;
    if (each.state != DueState::not_yet && !register_of_its_own && shown.size() < kDueShown) shown.push_back(each);
  }
  return shown;
}

std::vector<MechanismIndex> mechanism_indices(const City& city, std::chrono::year_month_day today) {
  const SeriesIndex series(city);
  const MonitorContext context{city, series, today};
  std::vector<MechanismIndex> out;
  for (const IndicatorSet& set : city.all<IndicatorSet>()) {
    if (set.purpose != SetPurpose::mechanism) continue;
    const auto index = set_index(context, set, own_municipality(city));
    if (index) out.push_back({set.subject->id, index->index, index->band, index->rank, set.status});
  }
  return out;
}

}  // namespace

CalendarView calendar_view(const City& city, std::chrono::year_month_day today) {
  CalendarView out{to_date(today), {}};
  for (DueItem& item : calendar(city, today)) {
    DueView view{item.document.id,       std::move(item.title), item.quadrant, item.state, item.reason,
                 item.due_from,          item.due_by,           item.days,     {},         item.status,
                 std::move(item.sources)};
    const bool about_itself = item.document.kind != Kind::cycle_activity;
    if (about_itself || item.subject) view.subject = mentioned(city, about_itself ? item.document : *item.subject);
    out.items.push_back(std::move(view));
  }
  return out;
}

CityView city_view(const City& city, const LedgerHead& head) {
  CityView view;
  if (const CityManifest* manifest = city.manifest()) {
    view.id = manifest->id.str();
    view.name = manifest->name;
    view.languages = manifest->languages;
    view.licence = manifest->licence;
  }
  view.counts = count_by_kind(city);
  view.observations = static_cast<int>(city.observations.size());
  view.sequence = head.seq;
  view.changed_at = head.at;
  view.version = KOERS_VERSION;
  return view;
}

Overview overview(const City& city, const LedgerHead& head, std::chrono::year_month_day today) {
  const auto due = calendar_view(city, today).items;
  const auto policy = policy_register(city, today).rows;
  Overview out{to_date(today),      city_view(city, head),        {},
               due_today(due),      mechanism_cards(city),        mechanism_indices(city, today),
               outcome_cards(city), decision_register(city).rows, uncovered_challenges(city)};
  for (const Quadrant quadrant : {Quadrant::vision_and_agenda, Quadrant::frameworks, Quadrant::realisation, Quadrant::feedback}) {
    out.quadrants.push_back(quadrant_view(city, quadrant, due, policy));
  }
  if (out.decisions.size() > kDecisionsShown) out.decisions.resize(kDecisionsShown);
  return out;
}

}  // namespace koers::views
