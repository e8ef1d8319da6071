// SPDX-License-Identifier: EUPL-1.2
// Boundaries as one GeoJSON file (RFC 7946), a feature a line.
#pragma once
#include "model/package.h"

namespace koers {

inline constexpr std::string_view kBoundariesFile = "boundaries.geojson";

void read_boundaries(const PackageFile& file, PackageReading& reading);
[[nodiscard]] PackageFile write_boundaries(const City& city);

}  // namespace koers
