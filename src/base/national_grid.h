// SPDX-License-Identifier: EUPL-1.2
// The Dutch national grid (RD, EPSG:28992): metres east and north, as most Dutch maps are drawn.
#pragma once
#include <optional>

namespace koers {

/// Longitude and latitude in degrees (WGS 84).
struct LonLat {
  double longitude = 0;
  double latitude = 0;
};

/// Is this within the area for which the grid is made (x -7 to 300 km, y 289 to 629 km)? Elsewhere the numbers are of something
/// else; degrees never look like it.
[[nodiscard]] bool is_on_national_grid(double x, double y);

/// By the polynomials of F.H. Schreutelkamp and G.L. Strang van Hees, "Benaderingsformules voor de transformatie tussen RD- en
/// WGS84-kaartcoördinaten" (2001), table 1. Within the country they are off by less than half a metre: enough for a map of
/// neighbourhoods, not for measuring land. Nothing off the grid.
[[nodiscard]] std::optional<LonLat> from_national_grid(double x, double y);

/// Metres east and north.
struct GridPoint {
  double x = 0;
  double y = 0;
};

/// The other way, by the polynomials of the same paper; as exact. Nothing off the grid.
[[nodiscard]] std::optional<GridPoint> to_national_grid(LonLat degrees);

}  // namespace koers
