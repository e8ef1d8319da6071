// SPDX-License-Identifier: EUPL-1.2
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "store/database.h"
#include "store/database_place.h"
#include "store/new_file.h"
#include "store/postgres_driver.h"
#include "store/sqlite_copy.h"
#include "store/sqlite_driver.h"
#include "store/store.h"

namespace koers {
namespace {

Result<void> no_database(const std::string& where) {
  return failure(ErrorCode::not_found, "There is no Koers database at " + where + ".");
}

/// Made whole beside its place, so that nobody ever sees half of it; of several programs at once, one comes first.
Result<void> create_sqlite(const std::filesystem::path& file) {
  auto made = NewFile::beside(file);
  if (!made) return std::unexpected(made.error());
  {
    const auto connection = open_sqlite(made->path(), SqliteUse::alone);
    if (auto migrated = migrate(*connection); !migrated) return migrated;
  }
  make_shareable_sqlite(made->path());
  (void)made->publish();
  return {};
}

/// Reads only: a file that is not ours is not touched.
Result<void> expect_koers_file(const std::filesystem::path& file) {
  if (auto checked = check_sqlite_file(file); !checked) return checked;
  // Reading in this mode too needs the right to write: the shared index of the log is a file.
  if (::access(file.c_str(), W_OK) != 0 || ::access(file.parent_path().c_str(), W_OK) != 0) {
    return failure(ErrorCode::bad_input,
                   "The database " + file.string() + " and its folder must be writable (" + std::strerror(errno) + ").");
  }
  const auto connection = open_sqlite(file, SqliteUse::read);
  const auto version = schema_version(*connection);
  if (!version) return std::unexpected(version.error());
  if (*version == 0) {
    return failure(ErrorCode::unsupported,
                   "The file " + file.string() + " is a SQLite database without tables, not one of Koers.");
  }
  return {};
}

Result<void> prepare_sqlite(const std::filesystem::path& file, OpenMode mode) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (status.type() == std::filesystem::file_type::not_found) {
    if (mode == OpenMode::open_existing) return no_database(file.string());
    if (auto created = create_sqlite(file); !created) return created;
  }
  return expect_koers_file(file);
}

Result<void> prepare_postgres(Connection& connection, OpenMode mode) {
  if (mode == OpenMode::open_or_create) return {};
  const auto version = schema_version(connection);
  if (!version) return std::unexpected(version.error());
  if (*version == 0) return no_database(connection.description());
  return {};
}

}  // namespace

Result<std::unique_ptr<Store>> open_store(std::string_view url, OpenMode mode) {
  const auto target = parse_database_place(url);
  if (!target) return std::unexpected(target.error());
  Database::Opener open;
  std::unique_ptr<Connection> connection;
  Result<void> prepared;
  if (target->file.empty()) {
    open = [server = target->postgres_url](Access) { return open_postgres(server); };
    connection = open(Access::write);
    prepared = prepare_postgres(*connection, mode);
  } else {
    open = [file = target->file](Access access) {
      return open_sqlite(file, access == Access::read ? SqliteUse::read : SqliteUse::write);
    };
    prepared = prepare_sqlite(target->file, mode);
    if (prepared) connection = open(Access::write);
  }
  if (!prepared) return std::unexpected(prepared.error());
  if (auto migrated = migrate(*connection); !migrated) return std::unexpected(migrated.error());
  return std::make_unique<Store>(std::make_unique<Database>(std::move(open)));
}

}  // namespace koers
