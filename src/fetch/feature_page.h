// SPDX-License-Identifier: EUPL-1.2
// One answer of a service of maps: a GeoJSON FeatureCollection (RFC 7946) of areas.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/foreign_table.h"
#include "base/result.h"

namespace koers::fetch {

struct FeaturePage {
  std::vector<ForeignFeature> features;
  std::string next_link;                ///< of OGC API Features; empty on the last page
  std::optional<std::int64_t> matched;  ///< features of the whole list, where the service says it
  bool is_converted = false;            ///< coordinates came in another form than longitude and latitude
};

/// Polygons and multipolygons within the Netherlands, brought to longitude and latitude where they are in the national grid or
/// the other way round. Properties that are null, or numbers of -99990 and below (which mean "missing"), are left out.
[[nodiscard]] Result<FeaturePage> read_feature_page(std::string_view body, const std::string& address);

}  // namespace koers::fetch
