// SPDX-License-Identifier: EUPL-1.2
#include "store/ledger.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "store/chain.h"
#include "store/database.h"
#include "store/stored_text.h"

namespace koers {
namespace {

constexpr std::size_t kMaxBodyBytes = 64U << 20U;

std::string select(std::string_view rest) {
  return "SELECT " + std::string(kRevisionColumns) + " FROM revision " + std::string(rest);
}

Revision read_revision(const Rows& rows) {
  StoredRevision stored = read_stored_revision(rows);
  stored.revision.kind = stored_enum<Kind>(stored.kind);
  return std::move(stored.revision);
}

std::optional<Revision> first_of(Rows& rows) {
  if (!rows.next()) return std::nullopt;
  return read_revision(rows);
}

std::vector<Revision> all_of(Rows& rows) {
  std::vector<Revision> revisions;
  while (rows.next()) revisions.push_back(read_revision(rows));
  return revisions;
}

std::string name_of_document(const Draft& draft) { return std::string(name_of(draft.kind)) + "/" + draft.id; }

Result<void> check_draft(const Draft& draft) {
  if (draft.id.empty()) return failure(ErrorCode::bad_input, "A document needs an id.");
  if (draft.based_on < 0) return failure(ErrorCode::bad_input, "A change is based on a revision, or on 0 for a new document.");
  if (draft.body && draft.body->size() > kMaxBodyBytes) {
    return failure(ErrorCode::too_large, name_of_document(draft) + " is larger than 64 MiB.");
  }
  return expect_storable({{draft.id, "id of a document"}, {draft.body ? *draft.body : std::string_view(), "text of a document"}});
}

Result<void> check_context(const WriteContext& context) {
  return expect_storable({{context.actor, "name of the actor"},
                          {context.decision ? *context.decision : std::string_view(), "name of the decision"}});
}

struct Latest {
  int rev = 0;  // 0: there is none
  bool withdrawn = false;
};

Latest latest_of(Connection& connection, const Draft& draft) {
  const auto rows = connection.query(
      "SELECT rev, CASE WHEN body IS NULL THEN 1 ELSE 0 END FROM revision "
      "WHERE kind = ? AND id = ? ORDER BY rev DESC LIMIT 1",
      {name_of(draft.kind), draft.id});
  if (!rows->next()) return {};
  return {static_cast<int>(rows->integer(0)), rows->integer(1) == 1};
}

/// Does the draft follow on the latest revision?
Result<void> check_follows(const Draft& draft, const Latest& latest) {
  const std::string document = name_of_document(draft);
  const std::string found = std::to_string(latest.rev);
  if (draft.based_on == 0) {
    if (latest.rev == 0 && !draft.body) return failure(ErrorCode::bad_input, document + " cannot be withdrawn: it never was.");
    if (latest.rev == 0) return {};
    if (latest.withdrawn) {
      return failure(ErrorCode::conflict, document + " was withdrawn in revision " + found + "; base the change on that.");
    }
    return failure(ErrorCode::conflict, document + " exists already, at revision " + found + ".");
  }
  if (latest.rev == 0) return failure(ErrorCode::not_found, "There is no " + document + " to change.");
  if (latest.rev != draft.based_on) {
    return failure(ErrorCode::stale, document + " is at revision " + found + "; the change was based on revision " +
                                         std::to_string(draft.based_on) + ".");
  }
  if (latest.withdrawn && !draft.body) return failure(ErrorCode::conflict, document + " is withdrawn already.");
  return {};
}

void insert(Connection& connection, const Revision& revision) {
  connection.run(
      "INSERT INTO revision (seq, kind, id, rev, at, actor, decision, body, previous_hash, hash) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {revision.seq, name_of(revision.kind), revision.id, revision.rev, revision.at, revision.actor, revision.decision,
       revision.body, revision.previous_hash, revision.hash});
}

Result<std::vector<Revision>> append_all(Connection& connection, std::span<const Draft> drafts, const WriteContext& context) {
  LedgerHead head = read_head(connection, kLedgerChain);
  head.at = std::max(head.at, context.at);
  std::vector<Revision> written;
  written.reserve(drafts.size());
  for (const Draft& draft : drafts) {
    const Latest latest = latest_of(connection, draft);
    if (const auto follows = check_follows(draft, latest); !follows) return std::unexpected(follows.error());
    Revision revision{head.seq + 1,  draft.kind,       draft.id,   latest.rev + 1, head.at,
                      context.actor, context.decision, draft.body, head.hash,      {}};
    revision.hash = hash_of(revision);
    insert(connection, revision);
    head.seq = revision.seq;
    head.hash = revision.hash;
    written.push_back(std::move(revision));
  }
  write_head(connection, kLedgerChain, head);
  return written;
}

}  // namespace

Result<std::vector<Revision>> Ledger::append(std::span<const Draft> drafts, const WriteContext& context) {
  if (const auto checked = check_context(context); !checked) return std::unexpected(checked.error());
  for (const Draft& draft : drafts) {
    if (const auto checked = check_draft(draft); !checked) return std::unexpected(checked.error());
  }
  if (drafts.empty()) return std::vector<Revision>{};
  return database_->write([&](Connection& connection) { return append_all(connection, drafts, context); });
}

std::optional<Revision> Ledger::current(Kind kind, std::string_view id) const {
  static const std::string kSql = select("WHERE kind = ? AND id = ? ORDER BY rev DESC LIMIT 1");
  if (!is_storable(id)) return std::nullopt;
  return database_->read([&](Connection& connection) { return first_of(*connection.query(kSql, {name_of(kind), id})); });
}

std::optional<Revision> Ledger::revision(Kind kind, std::string_view id, int rev) const {
  static const std::string kSql = select("WHERE kind = ? AND id = ? AND rev = ?");
  if (!is_storable(id)) return std::nullopt;
  return database_->read([&](Connection& connection) { return first_of(*connection.query(kSql, {name_of(kind), id, rev})); });
}

std::optional<Revision> Ledger::as_of(Kind kind, std::string_view id, Instant instant) const {
  static const std::string kSql = select("WHERE kind = ? AND id = ? AND at <= ? ORDER BY at DESC, rev DESC LIMIT 1");
  if (!is_storable(id)) return std::nullopt;
  return database_->read([&](Connection& connection) { return first_of(*connection.query(kSql, {name_of(kind), id, instant})); });
}

std::vector<Revision> Ledger::history(Kind kind, std::string_view id, int limit, std::optional<int> before) const {
  static const std::string kSql = select("WHERE kind = ? AND id = ? AND rev < ? ORDER BY rev DESC LIMIT ?");
  if (!is_storable(id) || limit <= 0) return {};
  return database_->read([&](Connection& connection) {
    return all_of(*connection.query(kSql, {name_of(kind), id, before.value_or(std::numeric_limits<int>::max()), limit}));
  });
}

void Ledger::all_current(const CurrentFilter& filter, const std::function<bool(const Revision&)>& visit) const {
  // Walks the first revisions in their order and looks up the one to show for each: both by index, nothing is sorted.
  std::string sql =
      "SELECT r.seq, r.kind, r.id, r.rev, r.at, r.actor, r.decision, r.body, r.previous_hash, r.hash "
      "FROM revision f JOIN revision r ON r.seq = (SELECT s.seq FROM revision s WHERE s.kind = f.kind AND s.id = f.id "
      "AND s.at <= ? ORDER BY s.at DESC, s.rev DESC LIMIT 1) WHERE f.rev = 1";
  std::vector<Bind> values{filter.as_of.value_or(Instant{std::numeric_limits<std::int64_t>::max()})};
  if (filter.kind) {
    sql += " AND f.kind = ?";
    values.emplace_back(name_of(*filter.kind));
  }
  sql += " ORDER BY f.seq";
  database_->read_snapshot([&](Connection& connection) {
    const auto rows = connection.stream(sql, values);
    while (rows->next()) {
      if (!visit(read_revision(*rows))) return;
    }
  });
}

LedgerHead Ledger::head() const {
  return database_->read([](Connection& connection) { return read_head(connection, kLedgerChain); });
}

std::vector<Revision> Ledger::since(std::int64_t seq, int limit) const {
  static const std::string kSql = select("WHERE seq > ? ORDER BY seq LIMIT ?");
  if (limit <= 0) return {};
  return database_->read([&](Connection& connection) { return all_of(*connection.query(kSql, {seq, limit})); });
}

}  // namespace koers
