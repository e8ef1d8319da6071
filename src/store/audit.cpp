// SPDX-License-Identifier: EUPL-1.2
#include "store/audit.h"

#include <algorithm>
#include <limits>

#include "store/chain.h"
#include "store/database.h"
#include "store/stored_text.h"

namespace koers {
namespace {

Result<void> check(const AuditEntry& entry) {
  return expect_storable({{entry.actor, "actor"},
                          {entry.action, "action"},
                          {entry.subject, "subject"},
                          {entry.outcome, "outcome"},
                          {entry.address_prefix ? *entry.address_prefix : std::string_view(), "address"}});
}

void insert(Connection& connection, const ChainedAuditEntry& chained) {
  const AuditEntry& entry = chained.entry;
  connection.run(
      "INSERT INTO audit_entry (seq, at, actor, action, subject, outcome, address_prefix, previous_hash, hash) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {entry.seq, entry.at, entry.actor, entry.action, entry.subject, entry.outcome, entry.address_prefix, chained.previous_hash,
       chained.hash});
}

}  // namespace

Result<AuditEntry> AuditTrail::append(const AuditEntry& entry) {
  if (const auto checked = check(entry); !checked) return std::unexpected(checked.error());
  return database_->write([&](Connection& connection) {
    LedgerHead head = read_head(connection, kAuditChain);
    ChainedAuditEntry chained{entry, head.hash, {}};
    chained.entry.seq = head.seq + 1;
    chained.entry.at = std::max(entry.at, head.at);
    chained.hash = hash_of(chained);
    insert(connection, chained);
    write_head(connection, kAuditChain, {chained.entry.seq, chained.hash, chained.entry.at});
    return chained.entry;
  });
}

std::vector<AuditEntry> AuditTrail::list(const AuditFilter& filter, int limit, std::optional<std::int64_t> before) const {
  std::string sql = "SELECT " + std::string(kAuditColumns) + " FROM audit_entry WHERE seq < ?";
  std::vector<Bind> values{before.value_or(std::numeric_limits<std::int64_t>::max())};
  if (!filter.actor.empty()) {
    sql += " AND actor = ?";
    values.emplace_back(filter.actor);
  }
  if (!filter.subject.empty()) {
    sql += " AND subject = ?";
    values.emplace_back(filter.subject);
  }
  if (limit <= 0 || !is_storable(filter.actor) || !is_storable(filter.subject)) return {};
  sql += " ORDER BY seq DESC LIMIT ?";
  values.emplace_back(limit);
  return database_->read([&](Connection& connection) {
    std::vector<AuditEntry> entries;
    const auto rows = connection.query_with(sql, values);
    while (rows->next()) entries.push_back(read_chained_audit_entry(*rows).entry);
    return entries;
  });
}

}  // namespace koers
