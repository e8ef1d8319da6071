// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>

namespace koers::fetch {

/// Longitude and latitude in degrees (WGS 84).
struct LonLat {
  double longitude = 0;
  double latitude = 0;
};

/// From the national grid (RD, EPSG:28992), in metres, accurate to about a metre. The published approximation of Schreutelkamp
/// and Strang van Hees, "Benaderingsformules voor de transformatie tussen RD- en WGS84-kaartcoördinaten" (Geodesia, 2001).
[[nodiscard]] LonLat from_national_grid(double x, double y);

enum class Written { lon_lat, lat_lon, national_grid };

/// How a pair of coordinates of a place in the Netherlands (in Europe) is written: the ranges of the three do not overlap.
/// Nothing for a pair that is no such place.
[[nodiscard]] std::optional<Written> how_written(double first, double second);

}  // namespace koers::fetch
