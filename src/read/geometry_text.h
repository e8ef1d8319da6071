// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "read/answer.h"

namespace koers::reader {

/// The systems of coordinates that are understood; everything else is refused by name.
enum class Coordinates : std::uint8_t { wgs84 = 1, dutch_grid = 2 };

/// `EPSG` and 4326 or 28992; `OGC` and CRS84 (in GeoPackage the same as 4326: longitude comes first in both).
[[nodiscard]] std::optional<Coordinates> coordinates_of(std::string_view organisation, std::string_view code);

struct GeometryType {
  std::string_view name;
  std::uint32_t number;  ///< in well-known binary
  int nesting;           ///< of its coordinates: 0 is one position
};
inline constexpr std::array<GeometryType, 6> kGeometryTypes = {{{"Point", 1, 0},
                                                                {"LineString", 2, 1},
                                                                {"Polygon", 3, 2},
                                                                {"MultiPoint", 4, 1},
                                                                {"MultiLineString", 5, 2},
                                                                {"MultiPolygon", 6, 3}}};
inline constexpr std::string_view kGeometryCollection = "GeometryCollection";
inline constexpr std::uint32_t kGeometryCollectionNumber = 7;

/// Adds positions to a text of GeoJSON in WGS 84; height and measure are left out. Counts them over the whole file.
class Positions {
 public:
  Positions(Coordinates coordinates, Answer& answer) : coordinates_(coordinates), answer_(answer) {}
  /// From here on the positions are of another system.
  void use(Coordinates coordinates) { coordinates_ = coordinates; }
  /// Refuses what is nowhere: no number, or outside the system.
  void add(std::string& out, double x, double y);

 private:
  Coordinates coordinates_;
  Answer& answer_;
  std::int64_t count_ = 0;
};

}  // namespace koers::reader
