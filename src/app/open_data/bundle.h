// SPDX-License-Identifier: EUPL-1.2
// All open data of a city in one archive.
#pragma once
#include <chrono>
#include <string>

#include "model/city.h"

namespace koers::open_data {

/// A ZIP with the figures, indicators and sources as CSV, the areas with their latest figures as GeoJSON, what each column means
/// (Data Package 1.0, frictionlessdata.io) and a text on licences and use. The same city and day give the same bytes.
[[nodiscard]] std::string bundle(const City& public_city, std::chrono::year_month_day day);

}  // namespace koers::open_data
