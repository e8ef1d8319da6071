// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <string_view>

#include "base/result.h"

namespace koers {

/// Writes a file under another name first, so that a file of this name is whole or not there. `broken_world` when it cannot be
/// written.
[[nodiscard]] Result<void> write_whole(const std::filesystem::path& file, std::string_view bytes);

}  // namespace koers
