// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace koers {

class Database;

/// One thing that somebody did or tried: logging in, changing rights, exporting. Never a secret, never a whole address.
struct AuditEntry {
  std::int64_t seq = 0;  ///< 1, 2, 3, … given by the store
  Instant at;
  std::string actor;
  std::string action;   ///< such as `login`
  std::string subject;  ///< what it was done to
  std::string outcome;  ///< such as `allowed`, `refused`
  std::optional<std::string> address_prefix;
  bool operator==(const AuditEntry&) const = default;
};

/// Empty: all.
struct AuditFilter {
  std::string actor;
  std::string subject;
};

/// Append-only and hash-chained like the ledger; the database refuses to change it and `Store::verify` checks it.
/// May be used from several threads at once. All functions throw BrokenWorld when the database fails.
class AuditTrail {
 public:
  explicit AuditTrail(Database& database) : database_(&database) {}

  /// Gives it the next `seq`, whatever it had, and a moment not before that of the last one. `bad_input` when a text is not
  /// UTF-8.
  [[nodiscard]] Result<AuditEntry> append(const AuditEntry& entry);
  /// Newest first; `before` is the seq of the last one seen.
  [[nodiscard]] std::vector<AuditEntry> list(const AuditFilter& filter, int limit,
                                             std::optional<std::int64_t> before = std::nullopt) const;

 private:
  Database* database_;
};

}  // namespace koers
