// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>

#include "read/geometry_text.h"

namespace koers::reader {

struct GeoPackageGeometry {
  std::int32_t reference_system = 0;  ///< the number that the blob itself gives
  std::string geojson;                ///< empty when the geometry is
};

/// A geometry as GeoPackage stores it (OGC 12-128r19, clause 2.1.3): a header, then ISO well-known binary. Straight lines only:
/// curves and surfaces are refused.
[[nodiscard]] GeoPackageGeometry read_geopackage_geometry(std::string_view blob, Positions& positions, Answer& answer);

}  // namespace koers::reader
