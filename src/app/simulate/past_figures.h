// SPDX-License-Identifier: EUPL-1.2
// What a back-test is made of and held against: figures of the areas of one level at its start, before and after.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/simulate/city_figures.h"

namespace koers {

/// Figures of the areas of a level at one moment.
struct PastMoment {
  int year = 0;
  std::vector<double> values;
};

struct PastFigures {
  std::vector<Reference> areas;
  std::vector<std::string> names;
  std::vector<double> launch;                 ///< inhabitants at the start
  std::vector<double> observed;               ///< inhabitants at the end
  std::optional<PastMoment> earlier;          ///< inhabitants before the start
  std::optional<double> whole;                ///< of these areas at the end, as the city's own line says at the start
  int whole_since = 0;                        ///< the first year of that line
  std::vector<double> dwellings_then;         ///< empty where an area has none
  std::vector<double> dwellings_later;        ///< the same
  std::vector<std::string> dwelling_origins;  ///< of the first area, then and later
};

/// Of the districts of the city. The base period of trends is as near as can be to as long as what is forecast, at most ten
/// years: a convention. `missing_figure` names the area and the year when one has no inhabitants at the start or the end.
[[nodiscard]] Result<PastFigures> past_figures(const City& city, int from, int to);

/// The broad ages of the whole city in one year, in persons: its shares times its inhabitants.
struct PastAges {
  int year = 0;
  std::vector<double> persons;  ///< 0–14, 15–24, 25–44, 45–64, 65 and over
};
/// Of every year after `from` and up to `to` of which all are known, ascending.
[[nodiscard]] std::vector<PastAges> past_ages(const City& city, int from, int to);

}  // namespace koers
