// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "base/result.h"

namespace koers {

class Connection;

enum class SchemaDialect : std::uint8_t { any = 1, sqlite = 2, postgres = 3 };

/// One file of src/store/schema/, built into the program.
struct SchemaFile {
  int version = 0;
  std::string_view name;
  SchemaDialect dialect{};
  std::string_view sql;
};

/// In the order in which they are applied.
[[nodiscard]] std::span<const SchemaFile> schema_files();
/// The version that this program writes.
[[nodiscard]] int newest_schema_version();
/// 0: there is no table at all. `unsupported`: there are tables of something else.
[[nodiscard]] Result<int> schema_version(Connection& connection);
/// Brings an empty or older database to `version` in one transaction; `unsupported` when it is newer.
[[nodiscard]] Result<void> migrate(Connection& connection, int version = newest_schema_version());
/// The same within the transaction that is running.
[[nodiscard]] Result<void> migrate_within_transaction(Connection& connection, int version);

}  // namespace koers
