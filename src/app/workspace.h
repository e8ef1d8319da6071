// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <memory>
#include <mutex>

#include "app/public_part.h"
#include "store/search_index.h"
#include "store/store.h"

namespace koers {

/// Which revision of a document a city holds.
struct DocumentVersion {
  int revision = 0;
  Instant changed_at;
  std::string actor;
};

/// Something that refers to a document, and where.
struct Mention {
  Reference from;
  std::string path;
};

/// Who refers to a document. Sources are left out: nearly everything has them.
using Mentions = std::map<Reference, std::vector<Mention>>;
[[nodiscard]] Mentions find_mentions(const City& city);

/// A city at one moment with all that the pages need beside it. Never changed after it is made, so that any thread may keep it.
struct Snapshot {
  City city;  ///< its observations are those that may be seen (app/monitor/published.h)
  /// What everybody may see: without documents in a state that is not public, and without all that points at one.
  std::shared_ptr<const City> public_city;
  std::set<Reference> hidden;  ///< the documents that only those who work on them may see
  std::map<Reference, DocumentVersion> versions;
  Mentions mentions;
  LedgerHead head;
  std::int64_t observations_version = 0;
  std::shared_ptr<const SearchIndex> public_search;  // shared between snapshots that differ in nothing it holds
};

/// The city as it was at the end of a moment, with all observations as they stood in the database then: for its owner. What goes
/// to others is made with `published_observations`.
[[nodiscard]] City load_city(const Store& store, std::optional<Instant> as_of = std::nullopt);

/// The present city with the observations that may be seen, as the pages show it.
[[nodiscard]] City load_published_city(const Store& store);

/// The present city, kept up with the database. From any thread.
class Workspace {
 public:
  explicit Workspace(Store& store);

  [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() const;
  /// Looks whether anybody, also another process, has written, and takes it in. Cheap when nobody has.
  std::shared_ptr<const Snapshot> refresh();
  [[nodiscard]] Store& store() { return store_; }

 private:
  Store& store_;
  mutable std::mutex mutex_;                 // guards `current_`
  std::mutex refresh_mutex_;                 // one refresh at a time
  std::shared_ptr<const Snapshot> current_;  // readers may still hold an older one
};

}  // namespace koers
