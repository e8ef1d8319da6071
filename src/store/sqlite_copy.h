// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <stop_token>

#include "base/result.h"
#include "store/verify.h"

namespace koers {

/// Fills the existing, empty file `to` with one consistent state of the database `from`, page by page, also while others write
/// to that. Progress counts pages; `cancelled` when `stop` asks for it. Throws BrokenWorld when either file fails.
[[nodiscard]] Result<void> copy_sqlite(const std::filesystem::path& from, const std::filesystem::path& to,
                                       const Progress& progress, const std::stop_token& stop);

/// Leaves `file` with its write-ahead log merged and removed, ready to be replaced; false when a program has it open. What is
/// damaged already is only stripped of its log.
[[nodiscard]] bool retire_sqlite(const std::filesystem::path& file);

/// Turns a closed file made `alone` into one for many readers and a writer.
void make_shareable_sqlite(const std::filesystem::path& file);

}  // namespace koers
