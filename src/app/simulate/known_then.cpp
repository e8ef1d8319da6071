// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/known_then.h"

#include <set>
#include <utility>

#include "app/simulate/city_figures.h"

namespace koers {
namespace {

using About = std::pair<std::string, Reference>;

About about(const Observation& each) { return {each.indicator.str(), each.area}; }

}  // namespace

City known_then(const City& city, int year) {
  std::set<About> known;
  for (const Observation& each : city.observations) {
    const int age = year - each.period.to.year;
    if (each.value && age >= 0 && age <= kFarYears) known.insert(about(each));
  }
  City out = city;
  std::erase_if(out.observations,
                [&](const Observation& each) { return each.period.to.year > year && known.contains(about(each)); });
  return out;
}

}  // namespace koers
