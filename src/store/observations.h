// SPDX-License-Identifier: EUPL-1.2
// Statistics, imported in batches. A batch replaces the earlier ones of its source; undoing it brings those back.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "model/indicator.h"
#include "store/ledger.h"

namespace koers {

struct ObservationBatch {
  std::int64_t id = 0;  ///< 1, 2, 3, …
  Instant at;
  std::string actor;
  std::string source;  ///< name of the feed, such as the file in the package; not necessarily a citation's source
  std::int64_t count = 0;
  std::optional<Instant> undone_at;
  std::optional<std::string> undone_by;
  bool operator==(const ObservationBatch&) const = default;
};

/// Empty lists and absent bounds mean: all; conditions are joined by "and". Lists of at most a few thousand.
struct ObservationFilter {
  std::vector<Id<Indicator>> indicators = {};
  std::vector<Reference> areas = {};      ///< regions, municipalities, districts, neighbourhoods
  std::optional<Date> from = {};          ///< the period begins on or after the first day of this
  std::optional<Date> to = {};            ///< the period ends on or before the last day of this
  std::vector<std::string> sources = {};  ///< of the batch
  std::optional<Instant> as_of = {};      ///< as a reader at that moment would have seen it
};

/// May be used from several threads at once. All functions throw BrokenWorld when the database fails.
class Observations {
 public:
  explicit Observations(Database& database) : database_(&database) {}

  /// One new batch that supersedes all earlier ones of `source`; an empty span leaves the source without observations.
  /// All or nothing, on disk when it returns. `bad_input`: empty source or text that is not UTF-8.
  [[nodiscard]] Result<ObservationBatch> replace(std::string_view source, std::span<const Observation> observations,
                                                 const WriteContext& context);
  /// Makes the batch as if it had not come; the one before it is seen again. `not_found`; `conflict` when undone already.
  [[nodiscard]] Result<ObservationBatch> undo(std::int64_t batch, const WriteContext& context);
  /// Newest first.
  [[nodiscard]] std::vector<ObservationBatch> batches(int limit, std::optional<std::int64_t> before = std::nullopt) const;

  /// In the order in which they were imported: batch by batch, row by row.
  [[nodiscard]] std::vector<Observation> find(const ObservationFilter& filter) const;
  /// The same without holding them all; `visit` returns false to stop.
  void visit(const ObservationFilter& filter, const std::function<bool(const Observation&)>& visit) const;
  [[nodiscard]] std::int64_t count(const ObservationFilter& filter) const;
  /// Changes whenever what `find` gives may have changed; cheap, for caches.
  [[nodiscard]] std::int64_t version() const;

 private:
  Database* database_;
};

}  // namespace koers
