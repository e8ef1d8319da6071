// SPDX-License-Identifier: EUPL-1.2
#include "app/views/vision_tree.h"

#include <algorithm>

namespace koers::views {
namespace {

template <class T>
std::vector<const T*> by_number(const City& city) {
  std::vector<const T*> out;
  for (const T& record : city.all<T>()) out.push_back(&record);
  std::stable_sort(out.begin(), out.end(), [](const T* a, const T* b) { return a->number < b->number; });
  return out;
}

ChallengeCard challenge_card(const City& city, const Challenge& challenge) {
  const auto serves = [&](const auto& record) { return contains(record.challenges, challenge.id); };
  ChallengeCard card{challenge.id.str(),
                     challenge.number,
                     challenge.title,
                     challenge.summary,
                     challenge.figures,
                     challenge.sources,
                     mentioned_where<Effort>(city, serves),
                     mentioned_where<PolicyDocument>(city, serves),
                     mentioned_where<Network>(city, serves),
                     mentioned_where<FocusArea>(city, serves),
                     {},
                     {},
                     {},
                     {}};
  for (const Pillar& pillar : city.all<Pillar>()) {
    if (serves(pillar)) card.pillars.push_back(pillar.id.str());
  }
  for (const Influence& influence : city.all<Influence>()) {
    if (influence.from == Reference{Kind::challenge, challenge.id.str()})
      card.influences.push_back({influence.to.str(), influence.sign});
  }
  for (const Effort& effort : city.all<Effort>()) {
    const auto money = serves(effort) ? money_of(city, effort.id) : Money{};
    if (!money.costs) continue;
    card.costs = card.costs.value_or(Euro{}) + *money.costs;
    card.costs_status = std::max(card.costs_status.value_or(Status::derived), *money.costs_status);
  }
  return card;
}

GuidelineCard guideline_card(const City& city, const Guideline& guideline) {
  GuidelineCard card{guideline.id.str(), guideline.number,  guideline.title,   guideline.summary,
                     guideline.ambition, guideline.figures, guideline.sources, {}};
  for (const Challenge* challenge : by_number<Challenge>(city)) {
    if (challenge->guideline == guideline.id) card.challenges.push_back(challenge_card(city, *challenge));
  }
  return card;
}

FocusAreaCard focus_area_card(const City& city, const FocusArea& area) {
  return {area.id.str(),
          area.title,
          area.summary,
          area.pillar ? std::optional(area.pillar->str()) : std::nullopt,
          all_mentioned(city, area.areas),
          area.challenges,
          area.figures,
          area.sources};
}

VisionCard vision_card(const City& city, const Vision& vision) {
  VisionCard card{vision.id.str(), vision.title, vision.summary, vision.horizon.from, vision.horizon.to,
                  vision.state,    {},           vision.figures, vision.sources};
  if (vision.adopted_by) card.adopted_by = mentioned(city, *vision.adopted_by);
  return card;
}

}  // namespace

std::vector<MechanismCard> mechanism_cards(const City& city) {
  std::vector<MechanismCard> cards;
  for (const Mechanism* mechanism : by_number<Mechanism>(city)) {
    MechanismCard card{mechanism->id.str(), mechanism->number,
                       mechanism->title,    mechanism->summary,
                       mechanism->desired,  mechanism->state_at_baseline,
                       mechanism->figures,  {},
                       mechanism->sources};
    for (const auto& id : mechanism->measured_by) {
      const Indicator* indicator = city.find(id);
      auto measured = indicator ? measurement(city, *indicator, own_municipality(city)) : std::nullopt;
      if (measured) card.measurements.push_back(std::move(*measured));
    }
    cards.push_back(std::move(card));
  }
  return cards;
}

std::vector<OutcomeCard> outcome_cards(const City& city) {
  std::vector<OutcomeCard> cards;
  for (const Outcome* outcome : by_number<Outcome>(city)) {
    cards.push_back({outcome->id.str(), outcome->number, outcome->title, outcome->summary, outcome->target_year,
                     all_mentioned(city, outcome->mechanisms), outcome->sources});
  }
  return cards;
}

bool is_active(const Effort& effort) {
  return effort.state != EffortState::closed && effort.state != EffortState::withdrawn && effort.state != EffortState::evaluated;
}

std::vector<Mentioned> uncovered_challenges(const City& city) {
  std::vector<Mentioned> out;
  for (const Challenge* challenge : by_number<Challenge>(city)) {
    const auto& efforts = city.all<Effort>();
    const bool served = std::any_of(efforts.begin(), efforts.end(), [&](const Effort& effort) {
      return is_active(effort) && contains(effort.challenges, challenge->id);
    });
    if (!served) out.push_back(mentioned(city, challenge->id));
  }
  return out;
}

Result<VisionTree> vision_tree(const City& city) {
  if (city.all<Vision>().empty()) return failure(ErrorCode::not_found, "This city has no vision yet.");
  VisionTree tree;
  tree.vision = vision_card(city, city.all<Vision>().front());
  for (const Guideline* guideline : by_number<Guideline>(city)) tree.guidelines.push_back(guideline_card(city, *guideline));
  for (const Principle* principle : by_number<Principle>(city)) tree.principles.push_back(*principle);
  tree.outcomes = outcome_cards(city);
  for (const Pillar* pillar : by_number<Pillar>(city)) tree.pillars.push_back(*pillar);
  for (const FocusArea& area : city.all<FocusArea>()) tree.focus_areas.push_back(focus_area_card(city, area));
  tree.mechanisms = mechanism_cards(city);
  return tree;
}

Coverage coverage(const City& city) {
  Coverage out;
  for (const Challenge* challenge : by_number<Challenge>(city)) {
    CoverageChallenge row{challenge->id.str(), challenge->number, challenge->title, challenge->guideline.str(), 0};
    for (const Effort& effort : city.all<Effort>()) {
      if (!is_active(effort) || !contains(effort.challenges, challenge->id)) continue;
      out.cells.push_back({challenge->id.str(), effort.id.str()});
      ++row.count;
    }
    out.challenges.push_back(std::move(row));
  }
  for (const Effort& effort : city.all<Effort>()) {
    if (is_active(effort)) out.efforts.push_back({effort.id.str(), effort.title, effort.form, effort.state});
  }
  return out;
}

}  // namespace koers::views
