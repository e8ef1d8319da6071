// SPDX-License-Identifier: EUPL-1.2
// What a city's own figures say of its moments, and the dwellings that came while they were measured.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/city.h"
#include "simulate/moments.h"
#include "simulate/plan.h"

namespace koers {

struct CityTarget {
  simulate::MomentKind kind = simulate::MomentKind::births;
  simulate::Target target;
  std::string source;
};

struct CityTargets {
  std::vector<CityTarget> used;
  std::vector<std::string> missing;  ///< names of moments that neither the city nor the country has a figure of
};

/// The city's own figure nearest to the year, whatever its age; else the national one.
[[nodiscard]] CityTargets targets_of(const City& city, const simulate::Population& start);

/// Dwellings added a year, demolition subtracted, by the city's figure; 0 when there is none.
[[nodiscard]] double net_new_dwellings(const City& city, int year);

/// A plan that adds as many dwellings each year, spread over neighbourhoods as the present ones are. Flows of a year were
/// measured with what was built in it, so a run that is compared with them must have it too.
[[nodiscard]] std::vector<simulate::PlanStep> building_as_usual(const simulate::Population& start, double per_year, int years);

}  // namespace koers
