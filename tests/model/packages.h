// SPDX-License-Identifier: EUPL-1.2
// The two packages that the tests of the model read: small-city/ beside this file, and cities/zoetermeer/.
#pragma once
#include <string_view>

#include "model/check.h"
#include "model/package.h"

namespace koers {

using Files = std::vector<PackageFile>;

/// In the order of their names.
[[nodiscard]] const Files& small_city_files();
[[nodiscard]] const Files& zoetermeer_files();

/// Both without faults; they are read once.
[[nodiscard]] const City& small_city();
[[nodiscard]] const City& zoetermeer();

/// The files with `from`, which must be there exactly once, replaced in one of them. An empty `from` replaces the whole file.
[[nodiscard]] Files with(Files files, std::string_view file, std::string_view from, std::string_view to);

/// Every fault of a package, of form or else of content, each on one line.
[[nodiscard]] std::vector<std::string> faults_of(const Files& files);

[[nodiscard]] Files by_name(Files files);

}  // namespace koers
