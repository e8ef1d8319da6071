// SPDX-License-Identifier: EUPL-1.2
#include "store/copy_tables.h"

#include <string>
#include <vector>

namespace koers {
namespace {

struct Table {
  std::string_view name;
  std::string_view columns;
  int column_count;
  std::string_view order;
};

/// In an order in which references can be kept. A new column or table of the schema needs its place here; a test compares them.
constexpr Table kTables[] = {
    {"revision", "seq, kind, id, rev, at, actor, decision, body, previous_hash, hash", 10, "seq"},
    {"chain_head", "chain, seq, hash, at", 4, "chain"},
    {"observation_batch", "id, at, actor, source, rows_imported, undone_at, undone_by", 7, "id"},
    {"observation",
     "batch, line, indicator, area_kind, area, period, first_day, last_day, units, places, status, citation, section, note, "
     "denominator_units, denominator_places",
     16, "batch, line"},
    {"run", "number, id, engine, version, inputs_hash, parameters, seed, started, finished, state, results", 11, "number"},
    {"report_edition",
     "number, id, kind, label, area, report_date, at, actor, ledger_seq, ledger_hash, observations_version, version, "
     "previous_hash, hash",
     14, "number"},
    {"report_file", "edition, language, format, size, hash, content", 6, "edition, language, format"},
    {"account", "number, id, login, login_folded, display_name, password_hash, disabled, created, revision", 9, "number"},
    {"account_role", "account, role", 2, "account, role"},
    {"session", "token_hash, account, created, last_seen, expires, csrf_hash", 6, "token_hash"},
    {"setup_token", "token_hash, purpose, account, created, expires, used", 6, "token_hash"},
    {"attempt", "attempt_key, window_start, occurrences", 3, "attempt_key"},
    {"audit_entry", "seq, at, actor, action, subject, outcome, address_prefix, previous_hash, hash", 9, "seq"},
};

std::string insertion(const Table& table) {
  std::string marks = "?";
  for (int column = 1; column < table.column_count; ++column) marks += ", ?";
  return "INSERT INTO " + std::string(table.name) + " (" + std::string(table.columns) + ") VALUES (" + marks + ")";
}

/// Every value goes as text: both databases turn it back into what the column holds.
void copy_row(const Rows& rows, const Table& table, Connection& to, const std::string& sql) {
  std::vector<std::optional<std::string>> texts;
  texts.reserve(static_cast<std::size_t>(table.column_count));
  for (int column = 0; column < table.column_count; ++column) texts.push_back(rows.optional_text(column));
  const std::vector<Bind> values(texts.begin(), texts.end());
  to.run_with(sql, values);
}

std::int64_t row_count(Connection& connection) {
  std::int64_t total = 0;
  for (const Table& table : kTables) {
    const auto rows = connection.query("SELECT COUNT(*) FROM " + std::string(table.name));
    if (rows->next()) total += rows->integer(0);
  }
  return total;
}

}  // namespace

Result<void> copy_tables(Connection& from, Connection& to, const Progress& progress, const std::stop_token& stop) {
  constexpr std::int64_t kRowsPerReport = 1000;
  const std::int64_t total = row_count(from);
  std::int64_t done = 0;
  to.run("DELETE FROM chain_head");  // the schema begins with empty chains
  for (const Table& table : kTables) {
    const std::string sql = insertion(table);
    const auto rows = from.stream(
        "SELECT " + std::string(table.columns) + " FROM " + std::string(table.name) + " ORDER BY " + std::string(table.order),
        {});
    while (rows->next()) {
      copy_row(*rows, table, to, sql);
      if (++done % kRowsPerReport != 0 && done != total) continue;
      if (progress) progress(done, total);
      if (stop.stop_requested()) return failure(ErrorCode::cancelled, "The copy was cancelled.");
    }
  }
  return {};
}

void forget_secrets(Connection& connection) {
  for (const char* table : {"session", "setup_token", "attempt"}) connection.run("DELETE FROM " + std::string(table));
}

void drop_tables(Connection& connection) {
  for (const Table& table : kTables) connection.script("DROP TABLE IF EXISTS " + std::string(table.name) + " CASCADE");
  connection.script("DROP TABLE IF EXISTS schema_version; DROP FUNCTION IF EXISTS koers_refuse_change() CASCADE");
}

}  // namespace koers
