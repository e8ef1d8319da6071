// SPDX-License-Identifier: EUPL-1.2
// The append-only, hash-chained ledger: every document of the city as a sequence of revisions. Nothing is updated in place, so
// every moment of the past can be read back, and a change by other hands breaks the chain.
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
#include "model/kind.h"

namespace koers {

class Database;

/// One revision of one document. `body` is absent when this revision withdraws the document.
struct Revision {
  std::int64_t seq = 0;  ///< place in the ledger, 1, 2, 3, … without gaps
  Kind kind{};
  std::string id;
  int rev = 0;  ///< revision of this document, 1, 2, 3, … without gaps
  Instant at;   ///< never before that of an earlier seq
  std::string actor;
  std::optional<std::string> decision;
  std::optional<std::string> body;  ///< canonical JSON, stored verbatim
  std::string previous_hash;        ///< `hash` of seq − 1; kGenesisHash for the first
  std::string hash;                 ///< `hash_of` this revision
  bool operator==(const Revision&) const = default;
};

/// What the first revision of a ledger is chained to: 64 zeros.
inline constexpr std::string_view kGenesisHash = "0000000000000000000000000000000000000000000000000000000000000000";

/// BLAKE2b-256, as 64 hexadecimal digits, over all fields but `hash`, each with its length before it.
[[nodiscard]] std::string hash_of(const Revision& revision);

/// A wish to write one revision.
struct Draft {
  Kind kind{};
  std::string id;
  std::optional<std::string> body;  ///< canonical JSON text; absent: withdraw the document
  int based_on = 0;                 ///< the revision that the writer saw; 0: the document must not exist yet
};

/// Who writes when, and by which decision.
struct WriteContext {
  Instant at;
  std::string actor;
  std::optional<std::string> decision;
};

/// The end of the chain. An empty ledger has seq 0, kGenesisHash and Instant 0.
struct LedgerHead {
  std::int64_t seq = 0;
  std::string hash{kGenesisHash};
  Instant at;
  bool operator==(const LedgerHead&) const = default;
};

struct CurrentFilter {
  std::optional<Instant> as_of = {};  ///< absent: now
  std::optional<Kind> kind = {};      ///< absent: all kinds
};

/// May be used from several threads at once. Reads see what was committed when they began and never wait for a write.
/// All functions throw BrokenWorld when the database fails, `append` also CommitInDoubt (store/commit_in_doubt.h).
class Ledger {
 public:
  explicit Ledger(Database& database) : database_(&database) {}

  /// Writes all drafts, in their order, or none. When it returns, they are on disk. Drafts of the same document may follow each
  /// other in one call, each based on the one before. `context.at` before the head's moment is raised to it: time in the
  /// ledger never runs backwards, also when a clock does.
  /// Refuses: `stale` (the document moved on; the message names kind/id, revision found and given), `conflict` (it exists
  /// already and based_on is 0, or is withdrawn already), `not_found` (based_on > 0 and there is no such document),
  /// `bad_input` (based_on < 0, empty id, withdrawing what never was, text that is not UTF-8 or holds a NUL).
  [[nodiscard]] Result<std::vector<Revision>> append(std::span<const Draft> drafts, const WriteContext& context);

  /// The latest revision; it may be a withdrawal (no body). Absent: the document never existed.
  [[nodiscard]] std::optional<Revision> current(Kind kind, std::string_view id) const;
  [[nodiscard]] std::optional<Revision> revision(Kind kind, std::string_view id, int rev) const;
  /// The latest revision with `at` ≤ `instant`.
  [[nodiscard]] std::optional<Revision> as_of(Kind kind, std::string_view id, Instant instant) const;
  /// Newest first, at most `limit`, only those with rev < `before` when given.
  [[nodiscard]] std::vector<Revision> history(Kind kind, std::string_view id, int limit,
                                              std::optional<int> before = std::nullopt) const;

  /// Gives each document's latest revision to `visit`, withdrawals included, in the order in which the documents first
  /// appeared. One consistent state: writes during the walk are not seen. `visit` returns false to stop.
  void all_current(const CurrentFilter& filter, const std::function<bool(const Revision&)>& visit) const;

  /// Cheap (one row): lets a server notice that another process wrote.
  [[nodiscard]] LedgerHead head() const;
  /// Revisions with a greater seq, oldest first, at most `limit`.
  [[nodiscard]] std::vector<Revision> since(std::int64_t seq, int limit = 1000) const;

 private:
  Database* database_;
};

}  // namespace koers
