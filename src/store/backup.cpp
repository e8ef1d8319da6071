// SPDX-License-Identifier: EUPL-1.2
#include "store/copy_tables.h"
#include "store/database.h"
#include "store/new_file.h"
#include "store/sqlite_copy.h"
#include "store/sqlite_driver.h"
#include "store/store.h"

namespace koers {
namespace {

/// A new SQLite file with what `source` shows in its running transaction.
Result<void> copy_server(Connection& source, const std::filesystem::path& file, const Progress& progress,
                         const std::stop_token& stop) {
  const auto copy = open_sqlite(file, SqliteUse::alone);
  if (auto migrated = migrate(*copy); !migrated) return migrated;
  Transaction transaction(*copy, Access::write);
  auto copied = copy_tables(source, *copy, progress, stop);
  if (copied) transaction.commit();
  return copied;
}

}  // namespace

Result<void> Store::backup(const std::filesystem::path& file, const Progress& progress, const std::stop_token& stop) const {
  const auto absolute = std::filesystem::absolute(file).lexically_normal();
  const auto taken = failure(ErrorCode::conflict, "There is a file " + absolute.string() + " already.");
  if (std::filesystem::exists(std::filesystem::symlink_status(absolute))) return taken;
  auto made = NewFile::beside(absolute);
  if (!made) return std::unexpected(made.error());
  const auto copied = database_->read_snapshot([&](Connection& connection) {
    const auto source = connection.file();
    return source.empty() ? copy_server(connection, made->path(), progress, stop)
                          : copy_sqlite(source, made->path(), progress, stop);
  });
  if (!copied) return copied;
  if (!made->publish()) return taken;
  return {};
}

}  // namespace koers
