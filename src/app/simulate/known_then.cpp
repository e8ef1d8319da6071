// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/known_then.h"

#include <set>
#include <utility>

namespace koers {
namespace {

using Place = std::pair<std::string, Reference>;

Place place_of(const Observation& each) { return {each.indicator.str(), each.area}; }

}  // namespace

City known_then(const City& city, int year) {
  std::set<Place> known;
  for (const Observation& each : city.observations) {
    if (each.value && each.period.to.year <= year) known.insert(place_of(each));
  }
  City out = city;
  std::erase_if(out.observations,
                [&](const Observation& each) { return each.period.to.year > year && known.contains(place_of(each)); });
  return out;
}

}  // namespace koers
