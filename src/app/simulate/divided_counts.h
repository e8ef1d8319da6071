// SPDX-License-Identifier: EUPL-1.2
// Numbers of persons, dwellings or households of each neighbourhood, out of the lowest level that has them.
#pragma once
#include <string>
#include <vector>

#include "app/simulate/city_figures.h"
#include "simulate/margins.h"

namespace koers {

struct DividedCount {
  double count = 0;  ///< whole
  simulate::Standing standing = simulate::Standing::published;
  double error = 0;  ///< a fraction of the count
  std::string source;
  int latest_year = 0;  ///< of the figures that it is made of
};

/// For each of `figures.areas()`. Where all neighbourhoods of a district have the figure in the year itself, those; else that of
/// the district, divided as `by` is, in the nearest year in which all neighbourhoods of the city have one; where a district has
/// none, that of the whole city. Parts add up to what was divided. The error is how far districts, of which both are known, are
/// apart in their ratio. `bad_input` names the figure that is missing.
[[nodiscard]] Result<std::vector<DividedCount>> divided_counts(const CityFigures& figures, std::string_view indicator,
                                                               std::string_view by);

}  // namespace koers
