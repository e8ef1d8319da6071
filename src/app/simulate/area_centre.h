// SPDX-License-Identifier: EUPL-1.2
// Where an area lies, as one point.
#pragma once
#include <optional>

#include "base/national_grid.h"
#include "model/area.h"

namespace koers {

/// The centre of gravity of its polygons, holes left out (by the shoelace formula); none without any area or off the grid.
[[nodiscard]] std::optional<GridPoint> centre_of(const MultiPolygon& polygons);

}  // namespace koers
