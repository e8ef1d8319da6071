// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/programme_proposals.h"

#include <algorithm>

#include "app/optimise/item_groups.h"

namespace koers {
namespace {

constexpr std::size_t kMostDistricts = 5;

bool is_proposed(EffortState state) {
  return state == EffortState::proposed || state == EffortState::framed || state == EffortState::drafted ||
         state == EffortState::consented;
}

bool is_under_way(EffortState state) { return state == EffortState::adopted || state == EffortState::running; }

ChallengeEvidence evidence_for(const City& city, const Challenge& challenge) {
  ChallengeEvidence out{&challenge, {}, {}, {}};
  const Reference self{Kind::challenge, challenge.id.str()};
  const Reference guideline{Kind::guideline, challenge.guideline.str()};
  for (const Influence& each : city.all<Influence>()) {
    if (each.from == self || each.from == guideline) out.influences.push_back(&each);
  }
  for (const Effort& effort : city.all<Effort>()) {
    if (std::ranges::find(effort.challenges, challenge.id) == effort.challenges.end()) continue;
    if (is_proposed(effort.state)) out.proposed.push_back(&effort);
    if (is_under_way(effort.state)) out.under_way.push_back(&effort);
  }
  return out;
}

/// The districts in which the pillar has a focus area; all when it has none.
std::vector<views::PriorityRow> districts_for(const City& city, const Pillar& pillar, const views::PriorityView& priority) {
  const auto is_focus = [&](const views::PriorityRow& row) {
    const Reference district{Kind::district, row.area.id};
    return std::ranges::any_of(city.all<FocusArea>(), [&](const FocusArea& focus) {
      return focus.pillar && *focus.pillar == pillar.id && std::ranges::any_of(focus.areas, [&](const Reference& area) {
               if (area == district) return true;
               const Neighbourhood* place = area.kind == Kind::neighbourhood ? city.all<Neighbourhood>().find(area.id) : nullptr;
               return place != nullptr && place->district.str() == district.id;
             });
    });
  };
  std::vector<views::PriorityRow> out;
  std::ranges::copy_if(priority.rows, std::back_inserter(out), is_focus);
  if (out.empty()) out = priority.rows;
  if (out.size() > kMostDistricts) out.resize(kMostDistricts);
  return out;
}

}  // namespace

std::vector<ProgrammeProposal> programme_proposals(const City& city, std::chrono::year_month_day today) {
  const views::PriorityView priority = views::district_priority(city, today);
  std::vector<ProgrammeProposal> out;
  for (const Pillar& pillar : city.all<Pillar>()) {
    ProgrammeProposal proposal{&pillar, {}, districts_for(city, pillar, priority), {}};
    for (const Id<Challenge>& id : pillar.challenges) {
      if (const Challenge* challenge = city.find(id)) proposal.challenges.push_back(evidence_for(city, *challenge));
    }
    std::ranges::stable_sort(proposal.challenges, {}, [](const ChallengeEvidence& each) { return !each.proposed.empty(); });
    for (const Effort& effort : city.all<Effort>()) {
      const bool is_programme = effort.form == EffortForm::policy_programme || effort.form == EffortForm::area_programme;
      if (is_programme && is_proposed(effort.state) && effort.pillar && *effort.pillar == pillar.id)
        proposal.programmes.push_back(&effort);
    }
    out.push_back(std::move(proposal));
  }
  std::ranges::sort(out, {}, [](const ProgrammeProposal& each) { return each.pillar->number; });
  return out;
}

}  // namespace koers
