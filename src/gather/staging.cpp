// SPDX-License-Identifier: EUPL-1.2
#include "gather/staging.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.h"
#include "gather/known_areas.h"
#include "gather/names.h"
#include "gather/numbers.h"
#include "gather/spread.h"
#include "model/read_record.h"
#include "model/units.h"

namespace koers::gather {
namespace {

constexpr std::int64_t kRowsBetweenReports = 256;
const ForeignCell kNoCell;

/// A column of figures that the table has.
struct Column {
  std::size_t index = 0;
  std::optional<std::size_t> denominator;
  const FigureColumn* mapped = nullptr;
  const Indicator* indicator = nullptr;
  std::string section;
  std::optional<Period> period;  // of all its figures
};

class Staging {
 public:
  Staging(const ForeignTable& table, const Mapping& mapping, const City& city, const StagingTask& task, std::string year)
      : table_(table), mapping_(mapping), city_(city), task_(task), year_(std::move(year)), areas_(city, mapping) {}

  Result<Staged> run(const StagingProgress& progress, const std::stop_token& stop);

 private:
  // The heading.
  void find_columns();
  std::optional<std::size_t> find_column(const ColumnNames& names, const char* what, bool required);
  std::vector<std::size_t> columns_called(std::string_view name) const;
  void add_figure_column(const FigureColumn& figure);
  void check_unit(const Column& column);
  void list_unused_columns();
  void make_source();
  std::string filled(std::string_view text) const { return filled_in(text, year_, task_.table); }

  // A row.
  void stage_row(const ForeignRow& row);
  bool is_of_interest(const ForeignRow& row, const std::string& code, const std::string& name, const KnownArea* area);
  void leave_out(const ForeignRow& row, const std::string& code, const std::string& name, LeftOut reason);
  bool name_agrees(const ForeignRow& row, const KnownArea& area, const std::string& name);
  std::optional<Period> row_period(const ForeignRow& row);
  ObservationStatus row_status(const ForeignRow& row) const;
  bool is_first(const ForeignRow& row, const std::string& code, const std::optional<Period>& period);
  void stage_figures(const ForeignRow& row, const std::string& code, const KnownArea* area, const std::optional<Period>& period);
  void keep(Observation figure, const std::string& code, const KnownArea* area);

  // A cell.
  bool is_usable(const ForeignRow& row, std::size_t column);
  std::optional<ObservationStatus> without_value(const ForeignCell& cell) const;
  std::optional<Observation> figure_of(const ForeignRow& row, const Column& column, ObservationStatus status);
  bool read_value(const ForeignRow& row, const Column& column, Observation& figure);
  bool read_denominator(const ForeignRow& row, const Column& column, Observation& figure);
  static void make_share(const Column& column, Observation& figure);
  bool is_possible(const ForeignRow& row, const Column& column, const Decimal& value);

  void finish();
  void define_scope();

  static const ForeignCell& cell(const ForeignRow& row, std::size_t column) {
    return column < row.cells.size() ? row.cells[column] : kNoCell;
  }
  static std::string text_of(const ForeignRow& row, std::optional<std::size_t> column) {
    if (!column || cell(row, *column).kind == CellKind::empty) return {};
    return std::string(without_blanks(cell(row, *column).text));
  }
  void fault(const char* rule, std::int64_t row, std::size_t column, std::string found, std::string expected);
  void fault_of_cell(const char* rule, const ForeignRow& row, std::size_t column, std::string expected);

  const ForeignTable& table_;
  const Mapping& mapping_;
  const City& city_;
  const StagingTask& task_;
  std::string year_;
  KnownAreas areas_;
  std::optional<std::size_t> code_;
  std::optional<std::size_t> name_;
  std::optional<std::size_t> period_;
  std::optional<std::size_t> status_;
  std::optional<Period> fixed_period_;
  std::vector<Column> columns_;
  std::unordered_set<std::string> crosswalk_codes_;
  std::vector<ForeignFigure> foreign_;
  std::unordered_map<std::string, std::int64_t> seen_;  // area and period, with the row
  std::set<Kind> kinds_;
  Staged out_;
};

// ---- The heading ------------------------------------------------------------------------------------------------------------

void Staging::fault(const char* rule, std::int64_t row, std::size_t column, std::string found, std::string expected) {
  if (++out_.fault_count > static_cast<std::int64_t>(kMaxFaults)) return;
  const std::string& name = column < table_.columns.size() ? table_.columns[column] : table_.name;
  out_.faults.push_back(
      {rule,
       {table_.origin, static_cast<int>(row), column < table_.columns.size() ? static_cast<int>(column) + 1 : 0},
       table_.name.empty() || name == table_.name ? name : table_.name + ", " + name,
       std::move(found),
       std::move(expected)});
}

void Staging::fault_of_cell(const char* rule, const ForeignRow& row, std::size_t column, std::string expected) {
  const std::string& text = cell(row, column).text;
  fault(rule, row.number, column, text.empty() ? "nothing" : in_quotes(text), std::move(expected));
}

std::vector<std::size_t> Staging::columns_called(std::string_view name) const {
  std::vector<std::size_t> exact;
  std::vector<std::size_t> by_stem;
  for (std::size_t n = 0; n < table_.columns.size(); ++n) {
    const std::string_view column = without_blanks(table_.columns[n]);
    if (column == name) exact.push_back(n);
    if (without_position(column) == name) by_stem.push_back(n);
  }
  return exact.empty() ? by_stem : exact;
}

std::optional<std::size_t> Staging::find_column(const ColumnNames& names, const char* what, bool required) {
  for (const std::string& name : names) {
    const auto found = columns_called(name);
    if (found.size() > 1) {
      fault("columns", 0, found[1], in_quotes(table_.columns[found[0]]) + " and " + in_quotes(table_.columns[found[1]]),
            "one column that is called " + in_quotes(name) + ", for " + what);
    }
    if (!found.empty()) return found.front();
  }
  if (required && !names.empty()) {
    fault("columns", 0, table_.columns.size(), "no column for " + std::string(what),
          "a column called " + in_quotes(names.front()));
  }
  return std::nullopt;
}

void Staging::find_columns() {
  code_ = find_column(mapping_.area.code, "the code of the area", true);
  name_ = find_column(mapping_.area.name, "the name of the area", true);
  period_ = find_column(mapping_.period.column, "the period", true);
  if (mapping_.status) status_ = find_column(mapping_.status->column, "the status", false);
  if (mapping_.period.fixed) fixed_period_ = parse_period(filled(*mapping_.period.fixed));
  for (const FigureColumn& figure : mapping_.figures) add_figure_column(figure);
  if (columns_.empty()) {
    fault("columns", 0, table_.columns.size(), "no column of figures that the mapping knows", "at least one of its columns");
  }
}

void Staging::add_figure_column(const FigureColumn& figure) {
  const Indicator* indicator = city_.find(figure.indicator);
  const auto index = find_column(figure.column, figure.indicator.str().c_str(), figure.required.value_or(false));
  if (!index || indicator == nullptr) {
    out_.not_in_source.push_back(figure.indicator);
    return;
  }
  Column column{*index, {}, &figure, indicator, task_.table + ", " + table_.columns[*index], {}};
  if (!figure.share_of.empty()) column.denominator = find_column(figure.share_of, "the whole", false);
  if (!figure.share_of.empty() && !column.denominator) {
    out_.not_in_source.push_back(figure.indicator);
    return;
  }
  if (!figure.denominator.empty()) column.denominator = find_column(figure.denominator, "the denominator", true);
  if (figure.period) column.period = parse_period(filled(*figure.period));
  check_unit(column);
  out_.columns_used.push_back(table_.columns[*index]);
  columns_.push_back(std::move(column));
}

/// `x 1 000 euro` and `1 000 euro` are written by the same source.
std::string bare_unit(std::string_view unit) {
  std::string bare;
  for (const char c : without_blanks(unit)) {
    if (c != ' ') bare += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return bare.starts_with("x1") ? bare.substr(1) : bare;
}

void Staging::check_unit(const Column& column) {
  const auto given = task_.units.find(table_.columns[column.index]);
  const auto& units = column.mapped->units;
  if (given == task_.units.end() || given->second.empty() || units.empty()) return;
  const bool known = std::any_of(units.begin(), units.end(),
                                 [&](const std::string& unit) { return bare_unit(unit) == bare_unit(given->second); });
  if (!known) fault("unit", 0, column.index, "figures in " + in_quotes(given->second), "figures in " + in_quotes(units.front()));
}

void Staging::list_unused_columns() {
  std::set<std::size_t> used;
  for (const auto& column : {code_, name_, period_, status_}) {
    if (column) used.insert(*column);
  }
  for (const Column& column : columns_) {
    used.insert(column.index);
    if (column.denominator) used.insert(*column.denominator);
  }
  for (std::size_t n = 0; n < table_.columns.size(); ++n) {
    if (!used.contains(n) && !table_.columns[n].empty()) out_.columns_not_used.push_back(table_.columns[n]);
  }
}

void Staging::make_source() {
  const SourceTemplate& from = mapping_.source;
  out_.source.id = Id<Source>(filled(from.id));
  out_.source.title = filled(from.title);
  out_.source.publisher = from.publisher;
  out_.source.published.year = task_.year ? task_.year->value : task_.today.year;
  if (const auto year = parse_year(year_)) out_.source.published.year = year->value;
  if (from.url) out_.source.url = filled(*from.url);
  out_.source.licence = from.licence;
  for (const std::string& language : city_.languages()) out_.source.summary.by_language[language] = out_.source.title;
  if (mapping_.summary) {
    for (const auto& [language, words] : mapping_.summary->by_language) out_.source.summary.by_language[language] = filled(words);
  }
}

// ---- A row ------------------------------------------------------------------------------------------------------------------

void Staging::leave_out(const ForeignRow& row, const std::string& code, const std::string& name, LeftOut reason) {
  out_.left_out.push_back({row.number, code, name, reason});
  ++out_.left_out_counts[reason];
}

bool Staging::is_of_interest(const ForeignRow& row, const std::string& code, const std::string& name, const KnownArea* area) {
  if (area != nullptr) {
    if (task_.municipality.empty() || area->municipality == task_.municipality) return true;
    leave_out(row, code, name, LeftOut::other_municipality);
    return false;
  }
  const std::string& asked = task_.municipality.empty() ? areas_.own_municipality() : task_.municipality;
  if (code_lies_in(code, asked) || code.size() < 4) {
    fault_of_cell("unknown_reference", row, *code_,
                  "the code of an area of this city; add the area first, or map it with a crosswalk");
  } else if (code.starts_with("GM") || code.starts_with("WK") || code.starts_with("BU") || code.starts_with("NL")) {
    leave_out(row, code, name, task_.municipality.empty() ? LeftOut::unknown_elsewhere : LeftOut::other_municipality);
  } else {
    fault_of_cell("unknown_reference", row, *code_, "a code of an area, such as WK063700");
  }
  return false;
}

bool Staging::name_agrees(const ForeignRow& row, const KnownArea& area, const std::string& name) {
  if (!name_) return true;
  if (area.called.contains(bare_area_name(name))) return true;
  fault("reused_code", row.number, *name_, area.reference.id + " called " + in_quotes(name),
        in_quotes(area.name) + ": the same code can be another place in another year");
  return false;
}

std::optional<Period> Staging::row_period(const ForeignRow& row) {
  if (!period_) return fixed_period_;
  const auto period = period_of(text_of(row, period_));
  if (!period) {
    fault_of_cell("type", row, *period_, "a period such as 2022, 2022-01-01 or 2022JJ00");
    return std::nullopt;
  }
  if (to_date(period->from.first_day()) > task_.today) {
    fault_of_cell("future", row, *period_, "a period that has begun by " + to_string(task_.today));
    return std::nullopt;
  }
  return period;
}

ObservationStatus Staging::row_status(const ForeignRow& row) const {
  const auto holds = [](const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  const std::string word = text_of(row, status_);
  if (status_ && holds(mapping_.status->estimated, word)) return ObservationStatus::estimated;
  if (task_.provisional || (status_ && holds(mapping_.status->provisional, word))) return ObservationStatus::provisional;
  return ObservationStatus::final_;
}

bool Staging::is_first(const ForeignRow& row, const std::string& code, const std::optional<Period>& period) {
  const auto [place, is_new] = seen_.emplace(code + ' ' + (period ? to_string(*period) : ""), row.number);
  if (is_new) return true;
  fault("double_id", row.number, *code_, code + " a second time, first in row " + std::to_string(place->second),
        "one row an area and period");
  return false;
}

void Staging::stage_row(const ForeignRow& row) {
  const std::string code = text_of(row, code_);
  const std::string name = text_of(row, name_);
  if (code.empty()) {
    const bool has_figures = std::any_of(columns_.begin(), columns_.end(),
                                         [&](const Column& column) { return cell(row, column.index).kind == CellKind::number; });
    if (has_figures) return fault_of_cell("missing_field", row, *code_, "the code of the area that these figures are about");
    return leave_out(row, code, name, LeftOut::no_area);
  }
  if (crosswalk_codes_.contains(code)) {
    const auto period = row_period(row);
    if ((period || !period_) && is_first(row, code, period)) stage_figures(row, code, nullptr, period);
    return;
  }
  const KnownArea* area = areas_.find(code);
  if (!is_of_interest(row, code, name, area)) return;
  if (!is_usable(row, *code_) || !name_agrees(row, *area, name)) return;
  const auto period = row_period(row);
  if (period_ && !period) return;
  if (is_first(row, code, period)) stage_figures(row, code, area, period);
}

void Staging::stage_figures(const ForeignRow& row, const std::string& code, const KnownArea* area,
                            const std::optional<Period>& period) {
  const ObservationStatus status = row_status(row);
  for (const Column& column : columns_) {
    auto figure = figure_of(row, column, status);
    if (!figure) continue;
    figure->period = column.period ? *column.period : period.value_or(Period{});
    keep(std::move(*figure), code, area);
  }
}

void Staging::keep(Observation figure, const std::string& code, const KnownArea* area) {
  if (area == nullptr) {
    foreign_.push_back({code, std::move(figure)});
    return;
  }
  figure.area = area->reference;
  kinds_.insert(area->reference.kind);
  out_.observations.push_back(std::move(figure));
}

// ---- A cell -----------------------------------------------------------------------------------------------------------------

bool Staging::is_usable(const ForeignRow& row, std::size_t column) {
  const ForeignCell& found = cell(row, column);
  if (found.merged)
    fault_of_cell("merged_cell", row, column, "a cell of its own: of a merged block nobody can say where it belongs");
  if (found.hidden && !mapping_.hidden.value_or(false)) {
    fault_of_cell("hidden_cell", row, column, "a cell that can be seen; `hidden: true` in the mapping takes hidden ones too");
    return false;
  }
  if (found.formula && !mapping_.formulas.value_or(false)) {
    fault_of_cell("formula", row, column, "a value; `formulas: true` in the mapping takes what a spreadsheet computed too");
    return false;
  }
  return !found.merged;
}

/// What the cell says instead of a figure; `final_` when it says nothing at all.
std::optional<ObservationStatus> Staging::without_value(const ForeignCell& found) const {
  if (found.kind != CellKind::empty && found.kind != CellKind::text) return std::nullopt;
  const std::string text(without_blanks(found.text));
  const auto marks = [&](const std::vector<std::string>& list) {
    return std::find(list.begin(), list.end(), text) != list.end();
  };
  if (!text.empty() && marks(mapping_.secret)) return ObservationStatus::suppressed;
  if (!text.empty() && marks(mapping_.missing)) return ObservationStatus::missing;
  if (!text.empty()) return std::nullopt;
  switch (mapping_.empty_cell.value_or(EmptyCell::nothing)) {
    case EmptyCell::missing:
      return ObservationStatus::missing;
    case EmptyCell::secret:
      return ObservationStatus::suppressed;
    case EmptyCell::nothing:
      break;
  }
  return ObservationStatus::final_;
}

ObservationStatus status_of(FigureStatus status) {
  switch (status) {
    case FigureStatus::provisional:
      return ObservationStatus::provisional;
    case FigureStatus::estimated:
      return ObservationStatus::estimated;
    case FigureStatus::final:
      break;
  }
  return ObservationStatus::final_;
}

std::optional<Observation> Staging::figure_of(const ForeignRow& row, const Column& column, ObservationStatus status) {
  if (!is_usable(row, column.index)) return std::nullopt;
  Observation figure;
  figure.indicator = column.indicator->id;
  figure.source = {out_.source.id, column.section};
  const auto absent = without_value(cell(row, column.index));
  if (absent == ObservationStatus::final_) return std::nullopt;
  figure.status = absent.value_or(column.mapped->status ? status_of(*column.mapped->status) : status);
  if (!absent && !read_value(row, column, figure)) return std::nullopt;
  if (!read_denominator(row, column, figure)) return std::nullopt;
  if (!figure.value) return figure;
  if (!column.mapped->share_of.empty()) make_share(column, figure);
  if (figure.value && !is_possible(row, column, *figure.value)) return std::nullopt;
  return figure;
}

/// A share of nothing, or of what is not known, is not known either.
void Staging::make_share(const Column& column, Observation& figure) {
  const double whole = figure.denominator ? figure.denominator->to_double() : 0;
  if (whole > 0) {
    figure.value = rounded(100 * figure.value->to_double() / whole, column.indicator->decimals);
  } else {
    figure.value.reset();
    figure.status = ObservationStatus::missing;
  }
}

bool Staging::read_value(const ForeignRow& row, const Column& column, Observation& figure) {
  const DecimalSign sign = mapping_.decimal_sign.value_or(DecimalSign::point);
  const auto number = number_of(cell(row, column.index), sign);
  if (!number) {
    fault_of_cell("type", row, column.index, sign == DecimalSign::comma ? "a number such as 12,5" : "a number such as 12.5");
    return false;
  }
  figure.value = column.mapped->factor ? product(*number, *column.mapped->factor) : number;
  if (!figure.value) {
    fault_of_cell("range", row, column.index, "a number that can be multiplied with " + to_string(*column.mapped->factor));
    return false;
  }
  return true;
}

bool Staging::read_denominator(const ForeignRow& row, const Column& column, Observation& figure) {
  if (!column.denominator || without_value(cell(row, *column.denominator))) return true;
  if (!is_usable(row, *column.denominator)) return false;
  figure.denominator = number_of(cell(row, *column.denominator), mapping_.decimal_sign.value_or(DecimalSign::point));
  if (!figure.denominator || figure.denominator->units < 0) {
    fault_of_cell("type", row, *column.denominator, "a number from 0: how many answers are behind the figure");
    return false;
  }
  if (column.mapped->smallest && figure.denominator->to_double() < column.mapped->smallest->to_double()) {
    figure.value.reset();
    figure.status = ObservationStatus::suppressed;
  }
  return true;
}

/// Only these can be below zero, or above a hundred, without a range that says so.
bool may_be_negative(std::string_view unit) { return unit == "EUR" || unit == "index" || unit == "score" || unit == "ratio"; }

bool Staging::is_possible(const ForeignRow& row, const Column& column, const Decimal& value) {
  const Indicator& indicator = *column.indicator;
  const double number = value.to_double();
  if (indicator.range) {
    const Range& range = *indicator.range;
    if (number >= range.lowest.to_double() && number <= range.highest.to_double()) return true;
    const std::string factor = column.mapped->factor ? ", after × " + to_string(*column.mapped->factor) : "";
    fault_of_cell("range", row, column.index,
                  to_string(range.lowest) + " to " + to_string(range.highest) + ' ' + indicator.unit + factor);
    return false;
  }
  if (number < 0 && !may_be_negative(indicator.unit)) {
    fault_of_cell("range", row, column.index, "a number from 0");
    return false;
  }
  if (indicator.unit == "%" && number > 100) {
    fault_of_cell("range", row, column.index, "a percentage from 0 to 100");
    return false;
  }
  return true;
}

// ---- The whole --------------------------------------------------------------------------------------------------------------

/// All areas of the kinds that came, inside what was asked for: a part of the city that is not in the source any more is gone.
void Staging::define_scope() {
  const std::string& asked = task_.municipality.empty() ? areas_.own_municipality() : task_.municipality;
  for (const auto& [code, area] : areas_) {
    if (kinds_.contains(area.reference.kind) && area.municipality == asked) out_.scope.areas.insert(area.reference);
  }
  for (const Observation& each : out_.observations) {
    out_.scope.areas.insert(each.area);
    out_.scope.figures.emplace(each.indicator, each.period);
  }
}

void Staging::finish() {
  if (mapping_.area.crosswalk) {
    const Crosswalk* crosswalk = city_.find(*mapping_.area.crosswalk);
    for (Observation& each : spread(foreign_, *crosswalk, city_)) {
      kinds_.insert(each.area.kind);
      out_.observations.push_back(std::move(each));
    }
  }
  if (out_.fault_count == 0 && out_.observations.empty()) {
    fault("empty", 0, table_.columns.size(), "no figure of an area of this city", "at least one figure");
  }
  define_scope();
  list_unused_columns();
}

Result<Staged> Staging::run(const StagingProgress& progress, const std::stop_token& stop) {
  make_source();
  find_columns();
  if (mapping_.area.crosswalk) {
    for (const CrosswalkShare& share : city_.find(*mapping_.area.crosswalk)->shares) crosswalk_codes_.insert(share.from);
  }
  if (fixed_period_ && to_date(fixed_period_->from.first_day()) > task_.today) {
    fault("future", 0, table_.columns.size(), to_string(*fixed_period_), "a period that has begun by " + to_string(task_.today));
  }
  out_.rows = static_cast<std::int64_t>(table_.rows.size());
  std::int64_t done = 0;
  for (const ForeignRow& row : table_.rows) {
    if (done % kRowsBetweenReports == 0) {
      if (stop.stop_requested()) return failure(ErrorCode::cancelled, "The import was cancelled; nothing has changed.");
      if (progress) progress(done, out_.rows);
    }
    ++done;
    if (code_) stage_row(row);
  }
  finish();
  if (progress) progress(out_.rows, out_.rows);
  return std::move(out_);
}

}  // namespace

Result<Staged> stage(const ForeignTable& table, const Mapping& mapping, const City& city, const StagingTask& task,
                     const StagingProgress& progress, const std::stop_token& stop) {
  const auto year = task.year ? task.year : mapping.year_of(task.table);
  const auto asks_for_year = [](const std::string& text) { return text.find("{year}") != std::string::npos; };
  const bool needs_year = asks_for_year(mapping.source.id) || (mapping.period.fixed && asks_for_year(*mapping.period.fixed));
  if (needs_year && !year) {
    return failure(ErrorCode::bad_input, "The year of " + in_quotes(task.table) + " is not known; say which one it is (--year).");
  }
  return Staging(table, mapping, city, task, year ? to_string(*year) : "").run(progress, stop);
}

}  // namespace koers::gather
