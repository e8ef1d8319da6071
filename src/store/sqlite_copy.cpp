// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite_copy.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "store/sqlite_fault.h"

namespace koers {
namespace {

constexpr int kPagesPerStep = 500;
constexpr int kPatientMilliseconds = 30'000;
constexpr int kImpatientMilliseconds = 1'000;

/// A database on a read-only disk can be copied too.
SQLite::Database open_source(const std::filesystem::path& file) {
  try {
    return SQLite::Database(file.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, kPatientMilliseconds);
  } catch (const SQLite::Exception&) {
    return SQLite::Database(file.string(), SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, kPatientMilliseconds);
  }
}

Result<void> copy_pages(SQLite::Database& source, SQLite::Database& target, const Progress& progress,
                        const std::stop_token& stop) {
  SQLite::Backup backup(target, source);
  while (true) {
    if (stop.stop_requested()) return failure(ErrorCode::cancelled, "The copy was cancelled.");
    const int outcome = backup.executeStep(kPagesPerStep);
    const int total = backup.getTotalPageCount();
    if (progress) progress(total - backup.getRemainingPageCount(), total);
    if (outcome == SQLITE_DONE) return {};
    if (outcome != SQLITE_OK) sqlite3_sleep(10);  // busy: somebody holds a lock for a moment
  }
}

}  // namespace

Result<void> copy_sqlite(const std::filesystem::path& from, const std::filesystem::path& to, const Progress& progress,
                         const std::stop_token& stop) {
  return with_sqlite_faults(from, [&]() -> Result<void> {
    SQLite::Database source = open_source(from);
    // A read transaction around all steps: without it, each write by another program would start the copy again.
    source.exec("BEGIN; SELECT 1 FROM sqlite_schema LIMIT 1");
    return with_sqlite_faults(to, [&]() -> Result<void> {
      SQLite::Database target(to.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, kPatientMilliseconds);
      target.exec("PRAGMA synchronous=FULL");
      if (auto copied = copy_pages(source, target, progress, stop); !copied) return copied;
      target.exec("PRAGMA journal_mode=DELETE");
      return {};
    });
  });
}

bool retire_sqlite(const std::filesystem::path& file) {
  try {
    SQLite::Database database(file.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, kImpatientMilliseconds);
    database.exec("PRAGMA journal_mode=DELETE");
  } catch (const SQLite::Exception& fault) {
    const int code = fault.getErrorCode() & 0xff;
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) return false;
  }
  // A log that stayed behind would be applied to the file that comes instead.
  for (const char* suffix : {"-wal", "-shm", "-journal"}) {
    std::error_code ignored;
    std::filesystem::remove(file.string() + suffix, ignored);
  }
  return true;
}

void make_shareable_sqlite(const std::filesystem::path& file) {
  with_sqlite_faults(file, [&] {
    SQLite::Database database(file.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, kPatientMilliseconds);
    database.exec("PRAGMA journal_mode=WAL");
  });
}

}  // namespace koers
