// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>

namespace koers::open_data {

/// Where a licence can be read, by its SPDX identifier: the addresses that data.overheid.nl uses for Creative Commons, else the
/// page of SPDX.
[[nodiscard]] std::string licence_address(const std::string& spdx);

}  // namespace koers::open_data
