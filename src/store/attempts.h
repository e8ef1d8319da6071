// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string_view>

#include "base/date.h"

namespace koers {

class Database;

/// Counts events per key in fixed windows of time, over all processes on the database: the brake on guessing passwords.
/// May be used from several threads at once. All functions throw BrokenWorld when the database fails.
class Attempts {
 public:
  explicit Attempts(Database& database) : database_(&database) {}

  /// Counts one more and gives the count so far, this one included. A window begins with its first event and lasts
  /// `window_microseconds`; after that counting starts again at 1.
  std::int64_t record(std::string_view key, Instant now, std::int64_t window_microseconds);
  /// The count in the running window; 0 when there is none.
  [[nodiscard]] std::int64_t count(std::string_view key, Instant now, std::int64_t window_microseconds) const;
  void clear(std::string_view key);
  /// Forgets windows that began before `before`; how many there were.
  int purge(Instant before);

 private:
  Database* database_;
};

}  // namespace koers
