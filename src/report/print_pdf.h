// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <filesystem>
#include <string>

#include "base/result.h"

namespace koers::report {

struct PrintOptions {
  std::string program = "chromium";  ///< a name on the PATH, or a path
  std::chrono::seconds timeout{90};
  std::filesystem::path temporary = std::filesystem::temp_directory_path();
};

/// HTML as tagged PDF, printed by headless Chromium: with a profile of its own that is gone afterwards, and without network (a
/// name resolves to nothing, the proxy is a closed door, and where the system allows it a network space without any way out).
/// `unsupported` when Chromium is not installed or will not run here, with what it said; `cancelled` after the timeout.
[[nodiscard]] Result<std::string> print_pdf(const std::string& html, const PrintOptions& options = {});

}  // namespace koers::report
