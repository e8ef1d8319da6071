// SPDX-License-Identifier: EUPL-1.2
#include "store/runs.h"

#include <limits>

#include "store/database.h"
#include "store/stored_text.h"

namespace koers {
namespace {

constexpr std::string_view kSelect =
    "SELECT number, id, engine, version, inputs_hash, parameters, seed, started, finished, state, results FROM run ";
constexpr std::string_view kSelectWithoutResults =
    "SELECT number, id, engine, version, inputs_hash, parameters, seed, started, finished, state, NULL FROM run ";

ListedRun read_run(const Rows& rows) {
  ListedRun listed;
  listed.cursor = rows.integer(0);
  RunRecord& run = listed.run;
  run.id = Id<RunRecord>(rows.text(1));
  run.engine = rows.text(2);
  run.version = rows.text(3);
  run.inputs_hash = rows.text(4);
  run.parameters = rows.text(5);
  run.seed = static_cast<std::uint64_t>(rows.integer(6));  // the databases have no unsigned numbers
  run.started = Instant{rows.integer(7)};
  if (!rows.is_null(8)) run.finished = Instant{rows.integer(8)};
  run.state = stored_enum<RunState>(rows.text(9));
  run.results = rows.optional_text(10);
  return listed;
}

std::optional<RunRecord> find_run(Connection& connection, const Id<RunRecord>& id) {
  const auto rows = connection.query(std::string(kSelect) + "WHERE id = ?", {id.str()});
  if (!rows->next()) return std::nullopt;
  return read_run(*rows).run;
}

void insert(Connection& connection, const RunRecord& run) {
  connection.run(
      "INSERT INTO run (number, id, engine, version, inputs_hash, parameters, seed, started, finished, state, results) "
      "SELECT COALESCE(MAX(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM run",
      {run.id.str(), run.engine, run.version, run.inputs_hash, run.parameters, static_cast<std::int64_t>(run.seed), run.started,
       run.finished, name_of(run.state), run.results});
}

Result<void> check(const RunRecord& run) {
  if (run.id.str().empty()) return failure(ErrorCode::bad_input, "A run needs an id.");
  return expect_storable({{run.id.str(), "id of the run"},
                          {run.engine, "name of the engine"},
                          {run.version, "version"},
                          {run.inputs_hash, "hash of the inputs"},
                          {run.parameters, "text of the parameters"},
                          {run.results ? *run.results : std::string_view(), "text of the results"}});
}

}  // namespace

Result<void> Runs::add(const RunRecord& run) {
  if (auto checked = check(run); !checked) return checked;
  return database_->write([&](Connection& connection) -> Result<void> {
    if (find_run(connection, run.id)) return failure(ErrorCode::conflict, "There is a run " + run.id.str() + " already.");
    insert(connection, run);
    return {};
  });
}

Result<RunRecord> Runs::finish(const Id<RunRecord>& id, RunState state, Instant finished,
                               const std::optional<std::string>& results) {
  if (state == RunState::running) return failure(ErrorCode::bad_input, "A run ends as finished, failed or cancelled.");
  const auto checked = expect_storable({{id.str(), "id"}, {results ? *results : std::string_view(), "text of the results"}});
  if (!checked) return std::unexpected(checked.error());
  return database_->write([&](Connection& connection) -> Result<RunRecord> {
    auto run = find_run(connection, id);
    if (!run) return failure(ErrorCode::not_found, "There is no run " + id.str() + ".");
    if (run->state != RunState::running) {
      return failure(ErrorCode::conflict, "The run " + id.str() + " has ended already: " + name_of(run->state) + ".");
    }
    connection.run("UPDATE run SET state = ?, finished = ?, results = ? WHERE id = ?",
                   {name_of(state), finished, results, id.str()});
    run->state = state;
    run->finished = finished;
    run->results = results;
    return *run;
  });
}

std::optional<RunRecord> Runs::get(const Id<RunRecord>& id) const {
  if (!is_storable(id.str())) return std::nullopt;
  return database_->read([&](Connection& connection) { return find_run(connection, id); });
}

std::vector<ListedRun> Runs::list(std::string_view engine, int limit, std::optional<std::int64_t> before) const {
  std::string sql = std::string(kSelectWithoutResults) + "WHERE number < ?";
  std::vector<Bind> values{before.value_or(std::numeric_limits<std::int64_t>::max())};
  if (!engine.empty()) {
    sql += " AND engine = ?";
    values.emplace_back(engine);
  }
  if (limit <= 0 || !is_storable(engine)) return {};
  sql += " ORDER BY number DESC LIMIT ?";
  values.emplace_back(limit);
  return database_->read([&](Connection& connection) {
    std::vector<ListedRun> runs;
    const auto rows = connection.query_with(sql, values);
    while (rows->next()) runs.push_back(read_run(*rows));
    return runs;
  });
}

}  // namespace koers
