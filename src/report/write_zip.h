// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace koers::report {

struct ZipEntry {
  std::string name;  ///< as in the archive, with slashes
  std::string bytes;
};

/// An archive with the entries in the order given, all dated `day`: the same entries give the same bytes. `folder` is
/// for a file that is gone afterwards. Throws BrokenWorld when that cannot be written.
[[nodiscard]] std::string write_zip(const std::vector<ZipEntry>& entries, std::chrono::year_month_day day,
                                    const std::filesystem::path& folder);

}  // namespace koers::report
