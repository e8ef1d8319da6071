// SPDX-License-Identifier: EUPL-1.2
#include "store/observations.h"

#include <array>
#include <limits>
#include <utility>

#include "store/database.h"
#include "store/stored_text.h"

namespace koers {
namespace {

constexpr std::array<std::pair<ObservationStatus, std::string_view>, 5> kStatusNames{
    {{ObservationStatus::final_, "final"},
     {ObservationStatus::provisional, "provisional"},
     {ObservationStatus::estimated, "estimated"},
     {ObservationStatus::suppressed, "suppressed"},
     {ObservationStatus::missing, "missing"}}};

std::string_view status_name(ObservationStatus status) {
  for (const auto& [value, name] : kStatusNames) {
    if (value == status) return name;
  }
  return "missing";
}

ObservationStatus status_of(std::string_view found) {
  for (const auto& [value, name] : kStatusNames) {
    if (name == found) return value;
  }
  throw BrokenWorld("The database holds the unknown status '" + std::string(found) + "'.");
}

std::int64_t day_number(std::chrono::year_month_day day) {
  return std::int64_t{static_cast<int>(day.year())} * 10'000 + static_cast<unsigned>(day.month()) * 100 +
         static_cast<unsigned>(day.day());
}

Period stored_period(const std::string& text) {
  const auto period = parse_period(text);
  if (!period) throw BrokenWorld("The database holds the unknown period '" + text + "'.");
  return *period;
}

constexpr std::string_view kSelectBatch =
    "SELECT id, at, actor, source, rows_imported, undone_at, undone_by FROM observation_batch ";

ObservationBatch read_batch(const Rows& rows) {
  ObservationBatch batch{rows.integer(0), Instant{rows.integer(1)}, rows.text(2), rows.text(3), rows.integer(4), {}, {}};
  if (!rows.is_null(5)) batch.undone_at = Instant{rows.integer(5)};
  batch.undone_by = rows.optional_text(6);
  return batch;
}

Observation read_observation(const Rows& rows) {
  Observation observation;
  observation.indicator = Id<Indicator>(rows.text(0));
  observation.area = {stored_enum<Kind>(rows.text(1)), rows.text(2)};
  observation.period = stored_period(rows.text(3));
  if (!rows.is_null(4)) observation.value = Decimal{rows.integer(4), static_cast<int>(rows.integer(5))};
  observation.status = status_of(rows.text(6));
  observation.source = {Id<Source>(rows.text(7)), rows.text(8)};
  observation.note = rows.text(9);
  if (!rows.is_null(10)) observation.denominator = Decimal{rows.integer(10), static_cast<int>(rows.integer(11))};
  return observation;
}

Result<void> check(std::span<const Observation> observations) {
  for (const Observation& each : observations) {
    auto checked = expect_storable({{each.indicator.str(), "indicator"},
                                    {each.area.id, "area"},
                                    {each.source.source.str(), "source"},
                                    {each.source.section, "section"},
                                    {each.note, "note"}});
    if (!checked) return checked;
  }
  return {};
}

void insert(Connection& connection, std::int64_t batch, std::int64_t line, const Observation& each) {
  const auto units = [](const std::optional<Decimal>& number) { return number ? std::optional(number->units) : std::nullopt; };
  const auto places = [](const std::optional<Decimal>& number) {
    return number ? std::optional(std::int64_t{number->places}) : std::nullopt;
  };
  connection.run(
      "INSERT INTO observation (batch, line, indicator, area_kind, area, period, first_day, last_day, units, places, status, "
      "citation, section, note, denominator_units, denominator_places) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {batch, line, each.indicator.str(), name_of(each.area.kind), each.area.id, to_string(each.period),
       day_number(each.period.from.first_day()), day_number(each.period.to.last_day()), units(each.value), places(each.value),
       status_name(each.status), each.source.source.str(), each.source.section, each.note, units(each.denominator),
       places(each.denominator)});
}

/// SQL and its values, built together.
struct Query {
  std::string sql;
  std::vector<Bind> values;

  template <class List, class Text>
  void add_list(std::string_view column, const List& list, Text text_of) {
    if (list.empty()) return;
    sql += " AND " + std::string(column) + " IN (";
    bool first = true;
    for (const auto& each : list) {
      sql += first ? "?" : ", ?";
      first = false;
      values.emplace_back(text_of(each));
    }
    sql += ")";
  }
};

/// The latest batch of each source, as seen at the filter's moment.
void add_batches_in_force(Query& query, const ObservationFilter& filter) {
  query.sql += " batch IN (SELECT MAX(id) FROM observation_batch WHERE ";
  if (filter.as_of) {
    query.sql += "at <= ? AND (undone_at IS NULL OR undone_at > ?)";
    query.values.insert(query.values.end(), {Bind(*filter.as_of), Bind(*filter.as_of)});
  } else {
    query.sql += "undone_at IS NULL";
  }
  query.add_list("source", filter.sources, [](const std::string& source) { return Bind(source); });
  query.sql += " GROUP BY source)";
}

/// By kind, because codes of different kinds of areas might be the same.
void add_areas(Query& query, const std::vector<Reference>& areas) {
  if (areas.empty()) return;
  query.sql += " AND (1 = 0";
  for (const Kind kind : {Kind::region, Kind::municipality, Kind::district, Kind::neighbourhood}) {
    std::vector<std::string_view> ids;
    for (const Reference& area : areas) {
      if (area.kind == kind) ids.emplace_back(area.id);
    }
    if (ids.empty()) continue;
    query.sql += " OR (area_kind = '" + std::string(name_of(kind)) + "'";
    query.add_list("area", ids, [](std::string_view id) { return Bind(id); });
    query.sql += ")";
  }
  query.sql += ")";
}

Query query_for(std::string_view what, const ObservationFilter& filter) {
  Query query{"SELECT " + std::string(what) + " FROM observation WHERE", {}};
  add_batches_in_force(query, filter);
  query.add_list("indicator", filter.indicators, [](const Id<Indicator>& id) { return Bind(id.str()); });
  add_areas(query, filter.areas);
  if (filter.from) {
    query.sql += " AND first_day >= ?";
    query.values.emplace_back(day_number(filter.from->first_day()));
  }
  if (filter.to) {
    query.sql += " AND last_day <= ?";
    query.values.emplace_back(day_number(filter.to->last_day()));
  }
  return query;
}

}  // namespace

Result<ObservationBatch> Observations::replace(std::string_view source, std::span<const Observation> observations,
                                               const WriteContext& context) {
  if (source.empty()) return failure(ErrorCode::bad_input, "A batch of observations needs the name of its source.");
  if (const auto checked = expect_storable({{source, "name of the source"}, {context.actor, "actor"}}); !checked) {
    return std::unexpected(checked.error());
  }
  if (const auto checked = check(observations); !checked) return std::unexpected(checked.error());
  return database_->write([&](Connection& connection) {
    const auto rows = connection.query("SELECT COALESCE(MAX(id), 0) + 1 FROM observation_batch");
    ObservationBatch batch{rows->next() ? rows->integer(0) : 1,
                           context.at,
                           context.actor,
                           std::string(source),
                           static_cast<std::int64_t>(observations.size()),
                           {},
                           {}};
    connection.run("INSERT INTO observation_batch (id, at, actor, source, rows_imported) VALUES (?, ?, ?, ?, ?)",
                   {batch.id, batch.at, batch.actor, batch.source, batch.count});
    std::int64_t line = 0;
    for (const Observation& each : observations) insert(connection, batch.id, ++line, each);
    return batch;
  });
}

Result<ObservationBatch> Observations::undo(std::int64_t batch, const WriteContext& context) {
  if (const auto checked = expect_storable({{context.actor, "actor"}}); !checked) return std::unexpected(checked.error());
  return database_->write([&](Connection& connection) -> Result<ObservationBatch> {
    const auto rows = connection.query(std::string(kSelectBatch) + "WHERE id = ?", {batch});
    if (!rows->next()) return failure(ErrorCode::not_found, "There is no batch " + std::to_string(batch) + ".");
    ObservationBatch found = read_batch(*rows);
    if (found.undone_at) return failure(ErrorCode::conflict, "The batch " + std::to_string(batch) + " was undone already.");
    connection.run("UPDATE observation_batch SET undone_at = ?, undone_by = ? WHERE id = ?", {context.at, context.actor, batch});
    found.undone_at = context.at;
    found.undone_by = context.actor;
    return found;
  });
}

std::vector<ObservationBatch> Observations::batches(int limit, std::optional<std::int64_t> before) const {
  if (limit <= 0) return {};
  return database_->read([&](Connection& connection) {
    std::vector<ObservationBatch> batches;
    const auto rows = connection.query(std::string(kSelectBatch) + "WHERE id < ? ORDER BY id DESC LIMIT ?",
                                       {before.value_or(std::numeric_limits<std::int64_t>::max()), limit});
    while (rows->next()) batches.push_back(read_batch(*rows));
    return batches;
  });
}

std::vector<Observation> Observations::find(const ObservationFilter& filter) const {
  std::vector<Observation> found;
  visit(filter, [&](const Observation& each) { return found.push_back(each), true; });
  return found;
}

void Observations::visit(const ObservationFilter& filter, const std::function<bool(const Observation&)>& visit) const {
  Query query = query_for(
      "indicator, area_kind, area, period, units, places, status, citation, section, note, "
      "denominator_units, denominator_places",
      filter);
  query.sql += " ORDER BY batch, line";
  database_->read_snapshot([&](Connection& connection) {
    const auto rows = connection.stream(query.sql, query.values);
    while (rows->next()) {
      if (!visit(read_observation(*rows))) return;
    }
  });
}

std::int64_t Observations::count(const ObservationFilter& filter) const {
  const Query query = query_for("COUNT(*)", filter);
  return database_->read_snapshot([&](Connection& connection) {
    const auto rows = connection.stream(query.sql, query.values);
    return rows->next() ? rows->integer(0) : 0;
  });
}

std::int64_t Observations::version() const {
  return database_->read([](Connection& connection) {
    const auto rows = connection.query("SELECT COUNT(*) + COUNT(undone_at) FROM observation_batch");
    return rows->next() ? rows->integer(0) : 0;
  });
}

}  // namespace koers
