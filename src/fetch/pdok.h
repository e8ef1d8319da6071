// SPDX-License-Identifier: EUPL-1.2
// Boundaries of municipalities, districts and neighbourhoods from PDOK, of one year, over OGC API Features or WFS.
#pragma once
#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

#include "base/foreign_table.h"
#include "base/result.h"
#include "fetch/address.h"
#include "fetch/cbs.h"
#include "fetch/page_source.h"

namespace koers::fetch {

enum class PdokService : std::uint8_t { ogc_api, wfs };
enum class BoundaryLevel : std::uint8_t { municipality, district, neighbourhood };

/// The names that PDOK gives to a level: collection `buurten`, `buurtcode`, `buurtnaam`.
struct BoundaryNames {
  std::string_view collection;
  std::string_view code;
  std::string_view name;
};
[[nodiscard]] const BoundaryNames& names_of(BoundaryLevel level);

struct BoundaryRequest {
  std::string municipality;  ///< GM and four digits
  int year = 0;
  BoundaryLevel level = BoundaryLevel::neighbourhood;
  PdokService service = PdokService::ogc_api;
  std::string ogc_base = "https://api.pdok.nl/cbs";
  std::string wfs_base = "https://service.pdok.nl/cbs";
  int page_features = 1'000;  ///< the most that the services give
  int max_pages = 200;
  AddressRules rules;
};

struct Boundaries {
  /// Land only. Properties as text under PDOK's own names; what PDOK marks as missing (null, or -99990 and below) is left out.
  /// The geometry is a GeoJSON Polygon or MultiPolygon in longitude and latitude.
  ForeignLayer layer;
  std::vector<std::string> remarks;  ///< oddities that a person should see, one English sentence each
};

/// Each area of the municipality once; none at all is an error (`not_found`).
[[nodiscard]] Result<Boundaries> read_boundaries(PageSource& pages, const BoundaryRequest& request,
                                                 const FetchProgress& progress = {}, const std::stop_token& stop = {});

}  // namespace koers::fetch
