// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <string>

#include "report/document.h"

namespace koers::report {

/// An XLSX file (ECMA-376): a sheet with the texts, then one for each table. `folder` is for a file that is gone afterwards.
/// Throws BrokenWorld when that cannot be written.
[[nodiscard]] std::string write_xlsx(const Document& document, const std::filesystem::path& folder);

}  // namespace koers::report
