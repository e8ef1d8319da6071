// SPDX-License-Identifier: EUPL-1.2
#include "store/schema.h"

#include <algorithm>
#include <string>

#include "store/connection.h"

namespace koers {
namespace {

/// Which files were applied, and by which version of the program.
constexpr std::string_view kVersionTable =
    "CREATE TABLE schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL, koers_version TEXT NOT NULL)";

void apply(Connection& connection, int version) {
  std::string_view name;
  for (const SchemaFile& file : schema_files()) {
    if (file.version != version) continue;
    if (file.dialect != SchemaDialect::any && file.dialect != connection.dialect()) continue;
    if (name.empty()) name = file.name;
    connection.script(file.sql);
  }
  connection.run("INSERT INTO schema_version (version, name, koers_version) VALUES (?, ?, ?)", {version, name, KOERS_VERSION});
}

Result<void> refuse_newer(Connection& connection, int found) {
  std::string writer = "unknown";
  {
    const auto rows = connection.query("SELECT koers_version FROM schema_version ORDER BY version DESC LIMIT 1");
    if (rows->next()) writer = rows->text(0);
  }
  return failure(ErrorCode::unsupported, "This database (" + connection.description() + ") has version " + std::to_string(found) +
                                             " and was made by Koers " + writer +
                                             "; this is Koers " KOERS_VERSION ", which reads up to version " +
                                             std::to_string(newest_schema_version()) + ". Please use the newer program.");
}

}  // namespace

int newest_schema_version() { return std::ranges::max(schema_files(), {}, &SchemaFile::version).version; }

Result<int> schema_version(Connection& connection) {
  if (!connection.has_column("schema_version", "koers_version")) {
    if (connection.table_count() == 0) return 0;
    return failure(ErrorCode::unsupported,
                   "This database (" + connection.description() + ") holds something else than Koers; give another one.");
  }
  const auto rows = connection.query("SELECT COALESCE(MAX(version), 0) FROM schema_version");
  return rows->next() ? static_cast<int>(rows->integer(0)) : 0;
}

Result<void> migrate_within_transaction(Connection& connection, int version) {
  const auto found = schema_version(connection);
  if (!found) return std::unexpected(found.error());
  if (*found > newest_schema_version()) return refuse_newer(connection, *found);
  if (*found == 0) connection.script(kVersionTable);
  for (int next = *found + 1; next <= version; ++next) apply(connection, next);
  return {};
}

Result<void> migrate(Connection& connection, int version) {
  const auto found = schema_version(connection);
  if (!found) return std::unexpected(found.error());
  if (*found == version) return {};  // without waiting for a writer
  Transaction transaction(connection, Access::write);
  auto done = migrate_within_transaction(connection, version);
  if (done) transaction.commit();
  return done;
}

}  // namespace koers
