// SPDX-License-Identifier: EUPL-1.2
// Observations as CSV files, one per source.
#pragma once
#include "model/package.h"

namespace koers {

void read_statistics(const PackageFile& file, PackageReading& reading);
[[nodiscard]] std::vector<PackageFile> write_statistics(const City& city);

/// `final_` is `final` on paper.
[[nodiscard]] std::string_view name_of_status(ObservationStatus status);

}  // namespace koers
