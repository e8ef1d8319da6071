// SPDX-License-Identifier: EUPL-1.2
// Answers of PDOK: the first byte chooses the service, the rest is the pages. A layer that is given has each area once, with a
// geometry that is read again as the same.
#include <cstdint>
#include <set>

#include "fetch/feature_page.h"
#include "fetch/pdok.h"
#include "pages.h"
#include "require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  koers::fuzz::InputPages pages({reinterpret_cast<const char*>(data) + 1, size - 1});
  koers::fetch::BoundaryRequest request;
  request.municipality = "GM9901";
  request.year = 2024;
  request.service = data[0] == 'w' ? koers::fetch::PdokService::wfs : koers::fetch::PdokService::ogc_api;
  request.page_features = 1;
  const auto boundaries = koers::fetch::read_boundaries(pages, request);
  if (!boundaries) {
    require(!boundaries.error().message.empty());
    return 0;
  }
  std::set<std::string> codes;
  for (const koers::ForeignFeature& feature : boundaries->layer.features) {
    require(codes.insert(feature.properties.at("buurtcode")).second);
    const std::string page = R"({"features":[{"properties":{},"geometry":)" + feature.geometry + "}]}";
    const auto again = koers::fetch::read_feature_page(page, "again");
    require(again && !again->is_converted && again->features.front().geometry == feature.geometry);
  }
  return 0;
}
