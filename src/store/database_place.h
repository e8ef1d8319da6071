// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace koers {

/// Where a database is.
struct DatabasePlace {
  std::filesystem::path file;  ///< absolute; empty for PostgreSQL
  std::string postgres_url;    ///< empty for SQLite
};

/// `sqlite:PATH`, `postgresql://…` or `postgres://…`; `bad_input` for anything else.
[[nodiscard]] Result<DatabasePlace> parse_database_place(std::string_view url);

/// Looks, without SQLite, whether `file` can be a SQLite database that we may write: `bad_input` when it is no file or may not be
/// read or written, `unsupported` when it is empty or something else.
[[nodiscard]] Result<void> check_sqlite_file(const std::filesystem::path& file);

}  // namespace koers
