// SPDX-License-Identifier: EUPL-1.2
// Ages of areas moved to how young and how old the city as a whole was in another year.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/simulate/city_figures.h"

namespace koers {

/// Persons of 0–19 and of 65 and over per 100 of 20–64, in the whole city.
struct AgePressures {
  double green = 0;
  double grey = 0;
  int year = 0;
  std::string origin;
};

/// Those near the year (indicators `green-pressure` and `grey-pressure`, both of one year); none where the city has none.
[[nodiscard]] std::optional<AgePressures> pressures_of(const CityFigures& figures);

/// `people` of each area, in the cells of `MarginKind::people`: every area keeps its total, all together get the three broad ages
/// of the pressures, and within those and between areas ratios stay (iterative proportional fitting).
void move_to(const AgePressures& pressures, std::vector<std::vector<double>>& people);

}  // namespace koers
