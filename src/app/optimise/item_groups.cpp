// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/item_groups.h"

#include <algorithm>

namespace koers {
namespace {

template <class T>
bool has(const std::vector<T>& list, const T& item) {
  return std::ranges::find(list, item) != list.end();
}

const Effort* effort_of(const City& city, const Reference& item) {
  return item.kind == Kind::effort ? city.all<Effort>().find(item.id) : nullptr;
}

bool is_in_area(const City& city, const Reference& place, const Reference& area) {
  if (place == area) return true;
  if (place.kind != Kind::neighbourhood || area.kind != Kind::district) return false;
  const Neighbourhood* found = city.all<Neighbourhood>().find(place.id);
  return found != nullptr && found->district.str() == area.id;
}

bool has_area(const City& city, const Reference& item, const Reference& area) {
  const Effort* effort = effort_of(city, item);
  return effort != nullptr &&
         std::ranges::any_of(effort->areas, [&](const Reference& place) { return is_in_area(city, place, area); });
}

bool has_guideline(const City& city, const Reference& item, const std::string& guideline) {
  return std::ranges::any_of(challenges_of(city, item), [&](const Id<Challenge>& id) {
    const Challenge* challenge = city.find(id);
    return challenge != nullptr && challenge->guideline.str() == guideline;
  });
}

}  // namespace

std::vector<Id<Challenge>> challenges_of(const City& city, const Reference& item) {
  if (const Effort* effort = effort_of(city, item)) return effort->challenges;
  const PolicyDocument* document = item.kind == Kind::policy_document ? city.all<PolicyDocument>().find(item.id) : nullptr;
  return document == nullptr ? std::vector<Id<Challenge>>{} : document->challenges;
}

bool belongs_to(const City& city, const Reference& item, const Reference& group) {
  switch (group.kind) {
    case Kind::pillar: {
      const Pillar* pillar = city.all<Pillar>().find(group.id);
      return pillar != nullptr && part_of_pillar(city, item, *pillar) > 0;
    }
    case Kind::guideline:
      return has_guideline(city, item, group.id);
    case Kind::challenge:
      return has(challenges_of(city, item), Id<Challenge>(group.id));
    default:
      return has_area(city, item, group);
  }
}

double part_of_pillar(const City& city, const Reference& item, const Pillar& pillar) {
  const Effort* effort = effort_of(city, item);
  if (effort != nullptr && effort->pillar) return *effort->pillar == pillar.id ? 1 : 0;
  const auto challenges = challenges_of(city, item);
  if (challenges.empty()) return 0;
  const auto shared = std::ranges::count_if(challenges, [&](const Id<Challenge>& id) { return has(pillar.challenges, id); });
  return static_cast<double>(shared) / static_cast<double>(challenges.size());
}

}  // namespace koers
