// SPDX-License-Identifier: EUPL-1.2
// Everything about one indicator: what it means, who answers for it, its figures everywhere, trend, targets, differences, gaps.
#pragma once
#include "app/views/city_state.h"
#include "app/views/indicators.h"

namespace koers::views {

struct AreaSeries {
  Mentioned area;
  std::optional<Mentioned> within;
  std::vector<Point> series;
  std::optional<Score> score;  ///< of the last figure
};
BOOST_DESCRIBE_STRUCT(AreaSeries, (), (area, within, series, score))

struct IndicatorProfile {
  IndicatorRow indicator;
  std::optional<std::string> licence;
  std::optional<Decimal> relevant_step;
  IndicatorState state;           ///< in the city as a whole
  std::vector<AreaSeries> areas;  ///< all others with a figure: parts of the city, other municipalities, regions
  std::vector<ReferenceDistribution> distributions;
  std::optional<InequalityView> differences;
};
BOOST_DESCRIBE_STRUCT(IndicatorProfile, (), (indicator, licence, relevant_step, state, areas, distributions, differences))

/// `not_found` for an unknown id.
[[nodiscard]] Result<IndicatorProfile> indicator_profile(const City& city, const std::string& id,
                                                         std::chrono::year_month_day today);

}  // namespace koers::views
