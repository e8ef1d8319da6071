// SPDX-License-Identifier: EUPL-1.2
// A hash chain in the database, and the hash that links it. The ledger is one, the audit trail another.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/audit.h"
#include "store/connection.h"
#include "store/ledger.h"

namespace koers {

/// BLAKE2b-256 over fields, each with its length before it, so that no two lists of fields give the same bytes.
class FieldHash {
 public:
  /// `purpose` keeps the hashes of different things apart.
  explicit FieldHash(std::string_view purpose);
  FieldHash& add(std::string_view text);
  FieldHash& add(std::int64_t number);
  FieldHash& add(const std::optional<std::string>& text);
  [[nodiscard]] std::string hexadecimal() const;

 private:
  void add_number(std::uint64_t number);
  std::string bytes_;
};

inline constexpr std::string_view kLedgerChain = "ledger";
inline constexpr std::string_view kAuditChain = "audit";
inline constexpr std::string_view kReportChain = "report";

/// The recorded end of a chain; an error of ours or a damaged database (BrokenWorld) when there is none.
[[nodiscard]] LedgerHead read_head(Connection& connection, std::string_view chain);
void write_head(Connection& connection, std::string_view chain, const LedgerHead& head);

/// An audit entry with its links.
struct ChainedAuditEntry {
  AuditEntry entry;
  std::string previous_hash;
  std::string hash;
};
[[nodiscard]] std::string hash_of(const ChainedAuditEntry& chained);

inline constexpr std::string_view kRevisionColumns = "seq, kind, id, rev, at, actor, decision, body, previous_hash, hash";
inline constexpr std::string_view kAuditColumns = "seq, at, actor, action, subject, outcome, address_prefix, previous_hash, hash";
/// A revision whose kind is a text still: verification must not stumble over a name that was tampered with.
struct StoredRevision {
  Revision revision;
  std::string kind;
};
[[nodiscard]] std::string hash_of(const StoredRevision& stored);
/// Rows that begin with kRevisionColumns, kAuditColumns.
[[nodiscard]] StoredRevision read_stored_revision(const Rows& rows);
[[nodiscard]] ChainedAuditEntry read_chained_audit_entry(const Rows& rows);

}  // namespace koers
