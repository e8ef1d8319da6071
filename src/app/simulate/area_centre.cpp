// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/area_centre.h"

#include <cmath>

namespace koers {
namespace {

struct Moments {
  double area = 0;  ///< twice
  double x = 0;     ///< six times
  double y = 0;
};

/// Relative to the first point: over a neighbourhood degrees differ by thousandths, which large products would lose.
Moments moments_of(const Ring& ring) {
  Moments out;
  const Position& origin = ring.front();
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    const double x = ring[i][0] - origin[0];
    const double y = ring[i][1] - origin[1];
    const double next_x = ring[i + 1][0] - origin[0];
    const double next_y = ring[i + 1][1] - origin[1];
    const double cross = x * next_y - next_x * y;
    out.area += cross;
    out.x += (x + next_x) * cross;
    out.y += (y + next_y) * cross;
  }
  return {out.area, out.x + 3 * origin[0] * out.area, out.y + 3 * origin[1] * out.area};
}

}  // namespace

std::optional<GridPoint> centre_of(const MultiPolygon& polygons) {
  Moments all;
  for (const Polygon& polygon : polygons) {
    for (std::size_t i = 0; i < polygon.size(); ++i) {
      if (polygon[i].empty()) continue;
      const Moments ring = moments_of(polygon[i]);
      // Outer rings count, holes are taken away, whichever way round they are written.
      const double sign = (ring.area < 0 ? -1.0 : 1.0) * (i == 0 ? 1.0 : -1.0);
      all.area += sign * ring.area;
      all.x += sign * ring.x;
      all.y += sign * ring.y;
    }
  }
  if (!(all.area > 0)) return std::nullopt;
  return to_national_grid({all.x / (3 * all.area), all.y / (3 * all.area)});
}

}  // namespace koers
