// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/strong_id.h"

namespace koers {

class Database;

/// A file of a frozen report, without its bytes.
struct ReportFile {
  std::string language;
  std::string format;
  std::int64_t size = 0;  ///< bytes
  std::string hash;       ///< BLAKE2b-256 over the bytes
  bool operator==(const ReportFile&) const = default;
};

struct NewReportFile {
  std::string language;
  std::string format;
  std::string bytes;
};

/// A report that was frozen: who, when, from which data, with which program, and which files.
struct ReportEdition {
  std::int64_t number = 0;  ///< given by the store
  Id<ReportEdition> id;     ///< the same: kind, area and label, made unique
  std::string kind;
  std::string label;
  std::optional<std::string> area;
  std::string report_date;
  Instant at;
  std::string actor;
  std::int64_t ledger_seq = 0;
  std::string ledger_hash;
  std::int64_t observations_version = 0;
  std::string version;
  std::vector<ReportFile> files;  ///< by language and format; given by the store
  std::string previous_hash;      ///< given by the store
  std::string hash;               ///< given by the store
  bool operator==(const ReportEdition&) const = default;
};

/// What the hashes say of an edition; empty `fault`: it is as it was frozen.
struct EditionCheck {
  Id<ReportEdition> id;
  std::string fault;
};

/// Append-only: the database refuses to change an edition, and the hashes show it when somebody went round it. May be used from
/// several threads at once. All functions throw BrokenWorld when the database fails.
class ReportEditions {
 public:
  explicit ReportEditions(Database& database) : database_(&database) {}

  /// With all of its files. `bad_input` without a file, or with two of one language and format.
  [[nodiscard]] Result<ReportEdition> add(ReportEdition edition, const std::vector<NewReportFile>& files);
  /// Newest first; `kind` empty: all.
  [[nodiscard]] std::vector<ReportEdition> list(std::string_view kind = {}) const;
  [[nodiscard]] std::optional<ReportEdition> get(const Id<ReportEdition>& id) const;
  /// The bytes of a file; none when the edition has no such file. Throws BrokenWorld when they are not what was frozen.
  [[nodiscard]] std::optional<std::string> bytes(const Id<ReportEdition>& id, std::string_view language,
                                                 std::string_view format) const;
  /// Computes all hashes again, the oldest edition first.
  [[nodiscard]] std::vector<EditionCheck> verify() const;

 private:
  Database* database_;
};

}  // namespace koers
