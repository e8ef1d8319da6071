// SPDX-License-Identifier: EUPL-1.2
// A city package on disk.
#pragma once
#include <filesystem>

#include "model/package.h"

namespace koers {

struct PackageLimits {
  std::size_t files = 500;
  std::size_t total_bytes = 256U << 20U;
};

/// All files of a package. Links are not followed and what has a name that starts with a dot is passed over. `not_found`: no such
/// directory; `too_large`: beyond the limits. Throws BrokenWorld when a file cannot be read.
[[nodiscard]] Result<std::vector<PackageFile>> read_package_directory(const std::filesystem::path& directory,
                                                                      const PackageLimits& limits = {});

/// Writes a package beside `directory` and puts it in place when it is whole. `conflict` when there is something already.
[[nodiscard]] Result<void> write_package_directory(const std::filesystem::path& directory, const std::vector<PackageFile>& files);

}  // namespace koers
