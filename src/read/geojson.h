// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string_view>

#include "read/answer.h"

namespace koers::reader {

/// A FeatureCollection (RFC 7946) as one layer, feature by feature. The `crs` of the older form is heeded where it is one that is
/// understood. Features are numbered from 1; an `id` becomes a property where there is none of that name.
void read_geojson(std::string_view text, Answer& answer);

}  // namespace koers::reader
