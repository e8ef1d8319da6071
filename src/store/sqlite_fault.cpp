// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite_fault.h"

#include <sqlite3.h>

#include <string>

#include "base/result.h"

namespace koers {
namespace {

constexpr int kPrimaryCode = 0xff;  // an extended code holds its primary code in the low byte

std::string sentence_for(int code, const std::string& file) {
  switch (code & kPrimaryCode) {
    case SQLITE_FULL:
      return "There is no room left on the disk for the database " + file + "; nothing of this change was kept";
    case SQLITE_CORRUPT:
      return "The database file " + file + " is damaged; restore a backup";
    case SQLITE_NOTADB:
      return "The file " + file + " is not a SQLite database, or its beginning is damaged";
    case SQLITE_IOERR:
      return "The disk failed while the database " + file + " was read or written; nothing of this change was kept";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "Another program has kept the database " + file + " busy for too long; try again";
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return "The database " + file + " cannot be written; look at its permissions";
    case SQLITE_CANTOPEN:
      return "The database " + file + " cannot be opened; look at the path and its permissions";
    case SQLITE_NOMEM:
      return "There is not enough memory to work with the database " + file;
    default:
      return "The database " + file + " failed";
  }
}

}  // namespace

void throw_sqlite_fault(const SQLite::Exception& fault, const std::filesystem::path& file) {
  throw BrokenWorld(sentence_for(fault.getErrorCode(), file.string()) + " (SQLite: " + fault.what() + ", code " +
                    std::to_string(fault.getExtendedErrorCode()) + ").");
}

}  // namespace koers
