// SPDX-License-Identifier: EUPL-1.2
#include "app/monitor/population.h"

#include <cmath>

namespace koers {

std::optional<double> residents_of(const SeriesIndex& series, const Reference& area, double year) {
  const Moment* nearest = nullptr;
  for (const Moment& each : series.of(Id<Indicator>(kPopulationIndicator), area)) {
    if (!each.value()) continue;
    if (nearest == nullptr || std::abs(each.year() - year) < std::abs(nearest->year() - year)) nearest = &each;
  }
  return nearest == nullptr ? std::nullopt : nearest->value();
}

std::optional<double> persons_behind(const SeriesIndex& series, const Observation& observation) {
  if (observation.denominator) return observation.denominator->to_double();
  return residents_of(series, observation.area, year_of(observation.period));
}

std::optional<Reference> parent_of(const City& city, const Reference& area) {
  if (area.kind == Kind::neighbourhood) {
    const Neighbourhood* found = city.all<Neighbourhood>().find(area.id);
    if (found != nullptr) return Reference{Kind::district, found->district.str()};
  }
  if (area.kind == Kind::district) {
    const District* found = city.all<District>().find(area.id);
    if (found != nullptr) return Reference{Kind::municipality, found->municipality.str()};
  }
  return std::nullopt;
}

}  // namespace koers
