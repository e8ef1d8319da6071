// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <memory>

#include "store/connection.h"

namespace koers {

enum class SqliteUse : std::uint8_t {
  write,  ///< write-ahead log, full sync on commit
  read,   ///< refuses to write
  alone   ///< a file that nobody else knows yet: ordinary journal, so that the closed file is all there is
};

/// Opens a file that exists. Waits up to 30 s for another program's write. Throws BrokenWorld, also when the file is damaged or
/// no database.
[[nodiscard]] std::unique_ptr<Connection> open_sqlite(const std::filesystem::path& file, SqliteUse use);

}  // namespace koers
