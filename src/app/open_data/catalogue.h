// SPDX-License-Identifier: EUPL-1.2
// The open data of a city as DCAT-AP-NL 3.0 describes them (Geonovum, on DCAT-AP 3 and W3C DCAT 3), in JSON-LD.
#pragma once
#include <chrono>
#include <string>

#include "model/city.h"

namespace koers::open_data {

/// `base`: scheme and host at which this is asked for, such as `https://koers.example.nl`. `day`: when the data last changed.
[[nodiscard]] std::string catalogue(const City& public_city, const std::string& base, std::chrono::year_month_day day);

}  // namespace koers::open_data
