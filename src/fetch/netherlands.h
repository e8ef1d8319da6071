// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>

namespace koers::fetch {

enum class Written { lon_lat, lat_lon, national_grid };

/// How a pair of coordinates of a place in the Netherlands (in Europe) is written: the ranges of the three do not overlap.
/// Nothing for a pair that is no such place.
[[nodiscard]] std::optional<Written> how_written(double first, double second);

}  // namespace koers::fetch
