// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/enum.hpp>

#include "base/date.h"
#include "base/result.h"
#include "base/strong_id.h"

namespace koers {

class Database;

/// Stored by name; append only.
enum class RunState : std::uint8_t { running = 1, finished = 2, failed = 3, cancelled = 4 };
BOOST_DESCRIBE_ENUM(RunState, running, finished, failed, cancelled)

/// One run of an engine with all that is needed to repeat it.
struct RunRecord {
  Id<RunRecord> id;  ///< chosen by the caller
  std::string engine;
  std::string version;  ///< of the program
  std::string inputs_hash;
  std::string parameters;  ///< JSON
  std::uint64_t seed = 0;
  Instant started;
  std::optional<Instant> finished;
  RunState state = RunState::running;
  std::optional<std::string> results;  ///< JSON
  bool operator==(const RunRecord&) const = default;
};

/// A page of the list: give the `cursor` of the last one to get the next.
struct ListedRun {
  std::int64_t cursor = 0;
  RunRecord run;  ///< without `results`, which may be large
};

/// May be used from several threads at once. All functions throw BrokenWorld when the database fails.
class Runs {
 public:
  explicit Runs(Database& database) : database_(&database) {}

  /// `conflict` when the id exists.
  [[nodiscard]] Result<void> add(const RunRecord& run);
  /// Once only: from `running` to one of the others. `not_found`; `conflict` when it has ended already.
  [[nodiscard]] Result<RunRecord> finish(const Id<RunRecord>& id, RunState state, Instant finished,
                                         const std::optional<std::string>& results);
  [[nodiscard]] std::optional<RunRecord> get(const Id<RunRecord>& id) const;
  /// Newest first. `engine` empty: all.
  [[nodiscard]] std::vector<ListedRun> list(std::string_view engine, int limit,
                                            std::optional<std::int64_t> before = std::nullopt) const;

 private:
  Database* database_;
};

}  // namespace koers
