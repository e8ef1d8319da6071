// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>

namespace koers::reader {

struct Degrees {
  double longitude = 0;
  double latitude = 0;
};

/// From the Dutch grid (RD, EPSG:28992, metres) to WGS 84, with the polynomials of F.H. Schreutelkamp and G.L. Strang van Hees,
/// "Benaderingsformules voor de transformatie tussen RD- en WGS84-kaartcoördinaten" (2001), table 1. Within the country they are
/// off by less than half a metre: enough for a map of neighbourhoods, not for measuring land. Nothing outside the area for which
/// the grid is made (x -7 to 300 km, y 289 to 629 km): there the numbers are of something else.
[[nodiscard]] std::optional<Degrees> from_dutch_grid(double x, double y);

}  // namespace koers::reader
