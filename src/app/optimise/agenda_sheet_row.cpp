// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/agenda_sheet_row.h"

#include <algorithm>

#include "app/optimise/folded_name.h"
#include "base/utf8.h"
#include "gather/names.h"
#include "report/write_csv.h"

namespace koers {
namespace {

const ForeignCell kNoCell;

bool is_blank(const ForeignCell& cell) {
  return cell.kind == CellKind::empty || (cell.kind == CellKind::text && gather::without_blanks(cell.text).empty());
}

std::string listed(const std::vector<Reference>& documents) {
  std::string out;
  for (const Reference& each : documents) out += (out.empty() ? "" : " or ") + to_string(each);
  return out;
}

/// The options of an appraisal, as the faults name them.
std::string options_of(const Appraisal& appraisal) {
  std::string out;
  for (const AppraisalOption& each : appraisal.options)
    out += (out.empty() ? "" : ", ") + word_of(each.form, SheetLanguage::nl) + " (" + word_of(each.form, SheetLanguage::en) + ')';
  return out;
}

const AppraisalOption* option_in(const Appraisal& appraisal, OptionForm form) {
  const auto found =
      std::find_if(appraisal.options.begin(), appraisal.options.end(), [&](const auto& each) { return each.form == form; });
  return found == appraisal.options.end() ? nullptr : &*found;
}

std::string shown(const YearSpan& span) {
  return span.from == span.to ? to_string(span.from) : to_string(span.from) + " to " + to_string(span.to);
}

}  // namespace

bool is_blank_row(const ForeignRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](const ForeignCell& cell) { return is_blank(cell) && !cell.merged; });
}

SheetRowReader::SheetRowReader(const City& city, const AgendaSheetTask& task, SheetFaults& faults)
    : task_(task),
      faults_(faults),
      items_(city, {Kind::effort, Kind::policy_document}),
      means_(city, {Kind::fund, Kind::team}),
      sources_(city, {Kind::source}) {
  for (const Appraisal& each : city.all<Appraisal>()) appraisals_.emplace(each.subject, &each);
}

std::optional<SheetRow> SheetRowReader::read(const ForeignRow& row, const AgendaSheetHeading& heading) {
  row_ = &row;
  heading_ = &heading;
  const std::int64_t faults_before = faults_.count();
  check_cells();
  SheetRow out;
  out.appraisal = find_appraisal();
  const AppraisalOption* option = find_option(out.appraisal);
  const auto unit = find_unit();
  const auto means = find_means(unit);
  const auto start = option != nullptr ? find_start(*out.appraisal, *option) : std::nullopt;
  const auto amounts = read_amounts(unit.value_or(SheetUnit{true, 1}));  // without a unit for its faults alone
  if (start) out.amounts = amounts_of(*option, *start, amounts);
  out.status = find_status();
  out.source = find_source();
  out.names_source = !is_blank(cell(SheetColumn::source));
  if (option != nullptr && means) {
    out.option = option;
    out.means = *means;
    out.start = start.value_or(Year{});
    require_first(out);
  }
  return faults_.count() == faults_before ? std::optional(std::move(out)) : std::nullopt;
}

// ---- A cell -----------------------------------------------------------------------------------------------------------------

const ForeignCell& SheetRowReader::cell(std::size_t column) const {
  return column < row_->cells.size() ? row_->cells[column] : kNoCell;
}

const ForeignCell& SheetRowReader::cell(SheetColumn column) const {
  const auto index = heading_->find(column);
  return index ? cell(*index) : kNoCell;
}

void SheetRowReader::fault_at(const char* rule, std::size_t column, std::string found, std::string expected) {
  faults_.add(rule, row_->number, column, std::move(found), std::move(expected));
}

void SheetRowReader::fault(const char* rule, SheetColumn column, std::string found, std::string expected) {
  fault_at(rule, heading_->find(column).value_or(0), std::move(found), std::move(expected));
}

/// What no row may have, whatever its columns mean.
void SheetRowReader::check_cells() {
  for (std::size_t n = 0; n < row_->cells.size(); ++n) {
    const ForeignCell& each = row_->cells[n];
    if (each.merged) fault_at("merged_cell", n, words_for(each), "a cell of its own in every row and column");
    if (is_blank(each)) continue;
    if (each.hidden)
      fault_at("hidden_cell", n, words_for(each), "rows and columns that can be seen, so that nothing changes unseen");
    const bool has_name = n < heading_->has_name.size() && heading_->has_name[n];
    if (!has_name) fault_at("columns", n, words_for(each), "a heading above it, or nothing");
  }
}

/// Empty when nothing stands there, and after a fault. A number is no name: a sheet that has one there has moved a column.
std::string SheetRowReader::text(SheetColumn column) {
  const ForeignCell& found = cell(column);
  if (is_blank(found)) return {};
  const bool may_be_number = column == SheetColumn::section || column == SheetColumn::start;
  if (found.kind != CellKind::text && !(found.kind == CellKind::number && may_be_number)) {
    fault("type", column, words_for(found), "a text");
    return {};
  }
  std::string out(gather::without_blanks(found.text));
  // The apostrophe with which a CSV file keeps a text from becoming a formula.
  if (task_.numbers == NumberStyle::text && out.size() > 1 && out == report::without_formula(out.substr(1))) out.erase(0, 1);
  return out;
}

// ---- Whose amounts ----------------------------------------------------------------------------------------------------------

std::optional<Reference> SheetRowReader::only_one(const std::vector<Reference>& found, SheetColumn column,
                                                  const std::string& expected) {
  if (found.size() == 1) return found.front();
  const std::string what = words_for(cell(column));
  if (found.empty()) {
    fault(is_blank(cell(column)) ? "missing_field" : "unknown_reference", column, what, expected);
  } else {
    fault("unknown_reference", column, what + ", which can be " + listed(found), "one of these");
  }
  return std::nullopt;
}

const Appraisal* SheetRowReader::find_appraisal() {
  const std::int64_t faults_before = faults_.count();
  const std::string name = text(SheetColumn::item);
  if (faults_.count() > faults_before) return nullptr;
  const auto item = only_one(items_.find(name), SheetColumn::item, "the title or id of an effort or policy document");
  if (!item) return nullptr;
  const auto found = appraisals_.find(*item);
  if (found != appraisals_.end()) return found->second;
  fault("unknown_reference", SheetColumn::item, to_string(*item) + ", which has no appraisal",
        "what has one: a sheet cannot say what an option brings");
  return nullptr;
}

const AppraisalOption* SheetRowReader::find_option(const Appraisal* appraisal) {
  const std::string word = text(SheetColumn::option);
  const auto form = sheet_option(word);
  if (!word.empty() && !form) {
    fault("unknown_reference", SheetColumn::option, in_quotes(word), appraisal != nullptr ? options_of(*appraisal) : "an option");
    return nullptr;
  }
  if (appraisal == nullptr) return nullptr;
  const AppraisalOption* kept = option_in(*appraisal, OptionForm::keep);
  const AppraisalOption* found = form              ? option_in(*appraisal, *form)
                                 : kept != nullptr ? kept
                                                   : option_in(*appraisal, OptionForm::base);
  if (found == nullptr) {
    fault("unknown_reference", SheetColumn::option,
          words_for(cell(SheetColumn::option)) + ", which is no option of " + to_string(appraisal->subject),
          options_of(*appraisal));
  }
  return found;
}

std::optional<SheetUnit> SheetRowReader::find_unit() {
  const auto unit = sheet_unit(text(SheetColumn::unit));
  if (!unit)
    fault(is_blank(cell(SheetColumn::unit)) ? "missing_field" : "unknown_unit", SheetColumn::unit,
          words_for(cell(SheetColumn::unit)), "EUR, k€ or fte");
  return unit;
}

/// A fund and a team may be called the same; the unit says which is meant.
std::optional<Reference> SheetRowReader::find_means(const std::optional<SheetUnit>& unit) {
  const std::int64_t faults_before = faults_.count();
  auto found = means_.find(text(SheetColumn::means));
  if (faults_.count() > faults_before) return std::nullopt;
  const std::vector<Reference> all = found;
  if (unit) std::erase_if(found, [&](const Reference& each) { return (each.kind == Kind::fund) != unit->is_money; });
  if (found.empty() && !all.empty()) {
    fault("unit", SheetColumn::unit, words_for(cell(SheetColumn::unit)) + " of " + listed(all),
          unit->is_money ? "fte, the unit of a team" : "EUR or k€, the unit of a fund");
    return std::nullopt;
  }
  return only_one(found, SheetColumn::means, "the title or id of a fund or team");
}

std::optional<Year> SheetRowReader::find_start(const Appraisal& appraisal, const AppraisalOption& option) {
  const YearSpan possible = start_years(appraisal, option, task_.years);
  const std::int64_t faults_before = faults_.count();
  const std::string word = text(SheetColumn::start);
  if (faults_.count() > faults_before) return std::nullopt;
  if (word.empty()) return possible.from;
  const auto year = parse_year(word);
  if (!year) {
    fault("type", SheetColumn::start, words_for(cell(SheetColumn::start)), "a year such as " + to_string(possible.from));
    return std::nullopt;
  }
  if (*year >= possible.from && *year <= possible.to) return year;
  fault("range", SheetColumn::start, word, shown(possible) + ", when " + word_of(option.form, SheetLanguage::en) + " can begin");
  return std::nullopt;
}

std::optional<Status> SheetRowReader::find_status() {
  const std::string word = text(SheetColumn::status);
  const auto status = sheet_status(word);
  if (!word.empty() && !status)
    fault("type", SheetColumn::status, in_quotes(word), "bron (source), afgeleid (derived) or illustratief (illustrative)");
  return status;
}

std::optional<Citation> SheetRowReader::find_source() {
  const std::string name = text(SheetColumn::source);
  const std::string section = text(SheetColumn::section);
  std::optional<Citation> out = task_.source;
  if (!name.empty()) {
    const auto source = only_one(sources_.find(name), SheetColumn::source, "the title or id of a source that the city knows");
    if (!source) return std::nullopt;
    out = Citation{Id<Source>(source->id), task_.section};
  }
  if (!section.empty() && !out)
    fault("missing_source", SheetColumn::section, "a section without its source", "the source, here or for the whole sheet");
  if (!section.empty() && out) out->section = section;
  return out;
}

void SheetRowReader::require_first(const SheetRow& row) {
  const auto [first, is_new] = seen_.emplace(std::tuple{row.appraisal->subject, row.option->form, row.means}, row_->number);
  if (is_new) return;
  fault("twice", SheetColumn::item,
        to_string(row.appraisal->subject) + ", " + word_of(row.option->form, SheetLanguage::en) + ", " + to_string(row.means) +
            " a second time",
        "one row, which is row " + std::to_string(first->second));
}

// ---- The amounts ------------------------------------------------------------------------------------------------------------

std::map<int, std::int64_t> SheetRowReader::read_amounts(const SheetUnit& unit) {
  std::map<int, std::int64_t> out;
  for (const YearColumn& each : heading_->years) {
    const ForeignCell& found = cell(each.index);
    if (is_blank(found)) continue;
    const auto amount = amount_of(found, unit, task_.numbers);
    if (!amount) fault_at(amount.error().rule, each.index, words_for(found), amount.error().expected);
    out[each.year.value] = amount.value_or(0);  // after a fault, so that the year does not count as a hole too
  }
  return out;
}

void SheetRowReader::require_years(Year first, int years) {
  for (int year = first.value; year < first.value + years; ++year) {
    if (heading_->find(Year{year})) continue;
    fault_at("length", heading_->years.back().index, "no column for " + std::to_string(year),
             "a column for each of the " + std::to_string(years) + " years from " + to_string(first) + " that the option takes");
    return;
  }
}

std::vector<std::int64_t> SheetRowReader::amounts_of(const AppraisalOption& option, Year start,
                                                     const std::map<int, std::int64_t>& amounts) {
  require_years(start, option.years);
  std::vector<std::int64_t> out;
  const int end = start.value + option.years;
  for (int year = start.value; year < end; ++year) {
    const auto found = amounts.find(year);
    const auto column = heading_->find(Year{year});
    if (found == amounts.end() && column)
      fault_at("missing_field", *column, "nothing", "an amount, or 0, in each year of the option");
    out.push_back(found == amounts.end() ? 0 : found->second);
  }
  for (const auto& [year, amount] : amounts) {
    if (amount == 0 || (year >= start.value && year < end)) continue;  // nothing is nothing, in any year
    fault_at("outside_duration", *heading_->find(Year{year}), words_for(cell(*heading_->find(Year{year}))),
             "amounts from " + to_string(start) + " to " + std::to_string(end - 1) + ", the years of the option");
  }
  return out;
}

}  // namespace koers
