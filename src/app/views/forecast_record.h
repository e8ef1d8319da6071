// SPDX-License-Identifier: EUPL-1.2
// The report card of the forecasts: what the trend would have said at every earlier moment, held against what came (mission F5).
#pragma once
#include <optional>
#include <vector>

#include <boost/describe/class.hpp>

#include "app/monitor/series.h"

namespace koers::views {

struct ForecastRecord {
  int forecasts = 0;   ///< that could be judged
  int within = 0;      ///< came out within their 90 % interval
  double skill = 0;    ///< against "nothing changes": above 0 is better
  double nearest = 0;  ///< years ahead
  double farthest = 0;
};
BOOST_DESCRIBE_STRUCT(ForecastRecord, (), (forecasts, within, skill, nearest, farthest))

/// Of one series; none when no forecast could have been made and judged.
[[nodiscard]] std::optional<ForecastRecord> forecast_record(const Series& series);

/// Over all series of an area: of forecasts up to 1, up to 3, and more years ahead; those without any are left out.
[[nodiscard]] std::vector<ForecastRecord> forecast_records(const City& city, const SeriesIndex& series, const Reference& area);

}  // namespace koers::views
