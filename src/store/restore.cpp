// SPDX-License-Identifier: EUPL-1.2
#include "store/copy_tables.h"
#include "store/database_place.h"
#include "store/new_file.h"
#include "store/postgres_driver.h"
#include "store/sqlite_copy.h"
#include "store/sqlite_driver.h"
#include "store/store.h"

namespace koers {
namespace {

std::unexpected<Error> taken(const std::string& where) {
  return failure(ErrorCode::conflict, "The database " + where + " holds something already.");
}

std::unexpected<Error> not_whole(const VerifyReport& report) {
  return failure(ErrorCode::bad_input,
                 "The backup is not whole: " + (report.first_broken ? report.first_broken->message : *report.storage_fault));
}

/// Brings the copy up to date, takes the secrets out and verifies it.
Result<VerifyReport> prepare_copy(Connection& copy, const Progress& progress, const std::stop_token& stop) {
  const auto version = schema_version(copy);
  if (!version) return std::unexpected(version.error());
  if (*version == 0) return failure(ErrorCode::unsupported, "The backup holds no tables.");
  if (auto migrated = migrate(copy); !migrated) return std::unexpected(migrated.error());
  copy.script("PRAGMA secure_delete=ON");  // also out of the free pages of the file
  Transaction transaction(copy, Access::write);
  forget_secrets(copy);
  auto report = verify_chains(copy, progress, stop);
  if (!report) return report;
  if (!report->is_whole()) return not_whole(*report);
  transaction.commit();
  return report;
}

Result<VerifyReport> make_copy(const std::filesystem::path& backup, const std::filesystem::path& copy, const Progress& progress,
                               const std::stop_token& stop) {
  try {
    if (const auto copied = copy_sqlite(backup, copy, {}, stop); !copied) return std::unexpected(copied.error());
    const auto connection = open_sqlite(copy, SqliteUse::alone);
    return prepare_copy(*connection, progress, stop);
  } catch (const BrokenWorld& fault) {
    // Damage of the backup is not the world's fault: another backup may do.
    return failure(ErrorCode::bad_input, "The backup " + backup.string() + " cannot be restored: " + fault.what());
  }
}

Result<VerifyReport> restore_sqlite(const std::filesystem::path& backup, const std::filesystem::path& file,
                                    const RestoreOptions& options, const Progress& progress, const std::stop_token& stop) {
  const bool exists = std::filesystem::exists(std::filesystem::symlink_status(file));
  if (exists && !options.overwrite) return taken(file.string());
  if (exists && !std::filesystem::is_regular_file(file)) return failure(ErrorCode::bad_input, file.string() + " is not a file.");
  if (exists && std::filesystem::equivalent(backup, file)) {
    return failure(ErrorCode::bad_input, "The backup and the database are the same file.");
  }
  auto made = NewFile::beside(file);
  if (!made) return std::unexpected(made.error());
  auto report = make_copy(backup, made->path(), progress, stop);
  if (!report) return report;
  make_shareable_sqlite(made->path());
  if (!exists) return made->publish() ? report : Result<VerifyReport>(taken(file.string()));
  if (!retire_sqlite(file)) {
    return failure(ErrorCode::conflict, "A program has the database " + file.string() + " open; stop it first.");
  }
  made->replace();
  return report;
}

Result<void> make_room(Connection& server, const RestoreOptions& options) {
  if (server.table_count() == 0) return {};
  const auto version = schema_version(server);
  if (!version && version.error().code == ErrorCode::unsupported) return std::unexpected(version.error());
  if (!options.overwrite) return taken(server.description());
  drop_tables(server);
  return {};
}

Result<VerifyReport> restore_postgres(const std::filesystem::path& backup, const std::string& url, const RestoreOptions& options,
                                      const Progress& progress, const std::stop_token& stop) {
  auto made = NewFile::beside(std::filesystem::temp_directory_path() / "koers-restore");
  if (!made) return std::unexpected(made.error());
  const auto server = open_postgres(url);
  if (const auto prepared = make_copy(backup, made->path(), progress, stop); !prepared) return prepared;
  const auto copy = open_sqlite(made->path(), SqliteUse::alone);
  Transaction reading(*copy, Access::read);
  Transaction writing(*server, Access::write);
  if (const auto room = make_room(*server, options); !room) return std::unexpected(room.error());
  if (const auto made_tables = migrate_within_transaction(*server, newest_schema_version()); !made_tables) {
    return std::unexpected(made_tables.error());
  }
  if (const auto copied = copy_tables(*copy, *server, progress, stop); !copied) return std::unexpected(copied.error());
  auto report = verify_chains(*server, progress, stop);
  if (!report) return report;
  if (!report->is_whole()) return not_whole(*report);
  writing.commit();
  return report;
}

}  // namespace

Result<VerifyReport> restore(const std::filesystem::path& backup, std::string_view url, const RestoreOptions& options,
                             const Progress& progress, const std::stop_token& stop) {
  const auto target = parse_database_place(url);
  if (!target) return std::unexpected(target.error());
  if (auto checked = check_sqlite_file(backup); !checked) {
    checked.error().code = ErrorCode::bad_input;
    return std::unexpected(checked.error());
  }
  return target->file.empty() ? restore_postgres(backup, target->postgres_url, options, progress, stop)
                              : restore_sqlite(backup, target->file, options, progress, stop);
}

}  // namespace koers
