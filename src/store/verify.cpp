// SPDX-License-Identifier: EUPL-1.2
#include "store/verify.h"

#include <utility>

#include "store/chain.h"

namespace koers {
namespace {

constexpr std::int64_t kEntriesPerReport = 1000;

/// What both chains have in common of an entry.
struct Link {
  LedgerHead head;  ///< as stored
  std::string previous_hash;
  std::string computed_hash;
};

/// Follows one chain and says where it breaks first.
class ChainWalk {
 public:
  explicit ChainWalk(std::string_view chain) : chain_(chain) {}

  [[nodiscard]] std::optional<BrokenLink> step(const Link& link) {
    const LedgerHead expected = std::exchange(last_, link.head);
    const std::int64_t seq = expected.seq + 1;
    if (link.head.seq != seq) {
      return broken(seq, BrokenLinkKind::sequence_gap, "is missing; after it comes " + std::to_string(link.head.seq));
    }
    if (link.previous_hash != expected.hash) {
      return broken(seq, BrokenLinkKind::previous_hash_mismatch, "does not follow on the entry before it");
    }
    if (link.computed_hash != link.head.hash) {
      return broken(seq, BrokenLinkKind::hash_mismatch, "was changed after it was written");
    }
    if (link.head.at < expected.at) return broken(seq, BrokenLinkKind::time_reversed, "is older than the entry before it");
    return std::nullopt;
  }

  /// Is the last entry the one that was recorded as the head?
  [[nodiscard]] std::optional<BrokenLink> finish(const std::optional<LedgerHead>& recorded) const {
    if (!recorded) return broken(last_.seq, BrokenLinkKind::head_mismatch, "should be the end, but no end is recorded");
    if (recorded->seq > last_.seq) {
      return broken(last_.seq + 1, BrokenLinkKind::truncated,
                    "is missing, and all after it up to " + std::to_string(recorded->seq));
    }
    if (*recorded != last_) return broken(last_.seq, BrokenLinkKind::head_mismatch, "is not the end that was recorded");
    return std::nullopt;
  }

  [[nodiscard]] BrokenLink broken(std::int64_t seq, BrokenLinkKind kind, const std::string& what) const {
    return {std::string(chain_), seq, kind, "Entry " + std::to_string(seq) + " of the " + std::string(chain_) + " " + what + "."};
  }

 private:
  std::string_view chain_;
  LedgerHead last_;
};

std::optional<LedgerHead> recorded_head(Connection& connection, std::string_view chain) {
  const auto rows = connection.query("SELECT seq, hash, at FROM chain_head WHERE chain = ?", {chain});
  if (!rows->next()) return std::nullopt;
  return LedgerHead{rows->integer(0), rows->text(1), Instant{rows->integer(2)}};
}

std::int64_t count_of(Connection& connection, std::string_view sql) {
  const auto rows = connection.query(sql);
  return rows->next() ? rows->integer(0) : 0;
}

/// Reports and asks whether to stop, once in a while.
class Pace {
 public:
  Pace(const Progress& progress, const std::stop_token& stop, std::int64_t total)
      : progress_(progress), stop_(stop), total_(total) {}
  /// False: stop.
  [[nodiscard]] bool step() {
    if (++done_ % kEntriesPerReport != 0 && done_ != total_) return true;
    if (progress_) progress_(done_, total_);
    return !stop_.stop_requested();
  }

 private:
  const Progress& progress_;
  const std::stop_token& stop_;
  std::int64_t total_;
  std::int64_t done_ = 0;
};

std::unexpected<Error> cancelled() { return failure(ErrorCode::cancelled, "The verification was cancelled."); }

Result<std::optional<BrokenLink>> walk_ledger(Connection& connection, Pace& pace, VerifyReport& report) {
  ChainWalk walk(kLedgerChain);
  // The last column: the seq of the document's revision before this one.
  const auto rows = connection.stream(
      "SELECT r.seq, r.kind, r.id, r.rev, r.at, r.actor, r.decision, r.body, r.previous_hash, r.hash, "
      "(SELECT p.seq FROM revision p WHERE p.kind = r.kind AND p.id = r.id AND p.rev = r.rev - 1) FROM revision r ORDER BY r.seq",
      {});
  while (rows->next()) {
    const StoredRevision stored = read_stored_revision(*rows);
    const Revision& revision = stored.revision;
    auto broken = walk.step({{revision.seq, revision.hash, revision.at}, revision.previous_hash, hash_of(stored)});
    if (broken) return broken;
    const bool follows = revision.rev == 1 ? rows->is_null(10) : !rows->is_null(10) && rows->integer(10) < revision.seq;
    if (!follows) return walk.broken(revision.seq, BrokenLinkKind::revision_gap, "skips a revision of its document");
    ++report.revisions_checked;
    if (!pace.step()) return cancelled();
  }
  return walk.finish(recorded_head(connection, kLedgerChain));
}

Result<std::optional<BrokenLink>> walk_audit(Connection& connection, Pace& pace, VerifyReport& report) {
  ChainWalk walk(kAuditChain);
  const auto rows = connection.stream("SELECT " + std::string(kAuditColumns) + " FROM audit_entry ORDER BY seq", {});
  while (rows->next()) {
    const ChainedAuditEntry chained = read_chained_audit_entry(*rows);
    auto broken = walk.step({{chained.entry.seq, chained.hash, chained.entry.at}, chained.previous_hash, hash_of(chained)});
    if (broken) return broken;
    ++report.audit_entries_checked;
    if (!pace.step()) return cancelled();
  }
  return walk.finish(recorded_head(connection, kAuditChain));
}

Result<void> walk_both(Connection& connection, Pace& pace, VerifyReport& report) {
  for (const auto walk : {&walk_ledger, &walk_audit}) {
    auto broken = walk(connection, pace, report);
    if (!broken) return std::unexpected(broken.error());
    report.first_broken = std::move(*broken);
    if (report.first_broken) break;
  }
  return {};
}

}  // namespace

Result<VerifyReport> verify_chains(Connection& connection, const Progress& progress, const std::stop_token& stop) {
  VerifyReport report;
  report.storage_fault = connection.storage_fault();
  try {
    Pace pace(progress, stop,
              count_of(connection, "SELECT COUNT(*) FROM revision") + count_of(connection, "SELECT COUNT(*) FROM audit_entry"));
    if (stop.stop_requested()) return cancelled();
    if (const auto walked = walk_both(connection, pace, report); !walked) return std::unexpected(walked.error());
  } catch (const BrokenWorld&) {
    // A file that is known to be damaged may be unreadable too; the report says why.
    if (!report.storage_fault) throw;
  }
  return report;
}

}  // namespace koers
