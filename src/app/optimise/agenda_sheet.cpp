// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/agenda_sheet.h"

#include <set>

#include "app/optimise/agenda_sheet_heading.h"
#include "app/optimise/agenda_sheet_row.h"
#include "base/utf8.h"

namespace koers {
namespace {

std::optional<OptionSeries> held_series(const SheetRow& row) {
  for (OptionSeries& each : series_of(*row.option)) {
    if (each.means == row.means) return std::move(each);
  }
  return std::nullopt;
}

/// Does the row say something that was not said before? Then it needs a source: the old one does not say it.
bool says_anew(const SheetRow& row, const std::optional<OptionSeries>& held) {
  return !held || held->amounts != row.amounts || (row.status && *row.status != held->status);
}

OptionSeries new_series(const SheetRow& row, const std::optional<OptionSeries>& held) {
  OptionSeries out{row.means, row.amounts, Status::source, {}};
  if (held) out.status = held->status;
  if (held) out.sources = held->sources;
  // The source of the sheet is not that of amounts which stood there already.
  if (row.source && (row.names_source || says_anew(row, held))) out.sources = {*row.source};
  const bool has_other = !held || held->amounts != out.amounts || held->sources != out.sources;
  if (row.source && has_other) out.status = Status::source;
  if (row.status) out.status = *row.status;
  return out;
}

class SheetApplication {
 public:
  SheetApplication(const ForeignSheet& sheet, const City& city, const AgendaSheetTask& task)
      : sheet_(sheet), city_(city), task_(task), faults_(sheet), rows_(city, task_, faults_) {
    preview_.file = sheet.file;
    preview_.sheet = sheet.name;
    if (task_.section.empty()) task_.section = sheet.name.empty() ? sheet.file : sheet.name;
    if (task_.source && task_.source->section.empty()) task_.source->section = task_.section;
  }

  Result<AgendaSheetPreview> run() {
    const ForeignRow* heading_row = find_heading_row(sheet_);
    if (heading_row == nullptr) return no_heading();
    const auto heading = read_heading(*heading_row, faults_);
    for (const ForeignRow* row = heading_row + 1; heading && row != sheet_.rows.data() + sheet_.rows.size(); ++row) {
      if (is_blank_row(*row)) continue;
      if (++preview_.rows > kMaxSheetRows)
        return failure(ErrorCode::too_large, sheet_.file + " has more than " + std::to_string(kMaxSheetRows) + " rows.");
      take(*row, *heading);
    }
    return finish();
  }

 private:
  [[nodiscard]] std::unexpected<Error> no_heading() const {
    const std::string where = sheet_.name.empty() ? sheet_.file : "The sheet " + in_quotes(sheet_.name);
    return failure(ErrorCode::bad_input, where + " has no heading that names a column `onderdeel` or `item`.",
                   {{"columns",
                     {sheet_.file, 1, 1},
                     sheet_.name,
                     "no such heading",
                     "onderdeel or item in one of the first " + std::to_string(kLastHeadingRow) + " rows"}});
  }

  void take(const ForeignRow& row, const AgendaSheetHeading& heading) {
    const auto read = rows_.read(row, heading);
    if (!read) return;
    const auto held = held_series(*read);
    OptionSeries after = new_series(*read, held);
    if (held == after) {
      ++preview_.same;
      return;
    }
    if (needs_source(*read, held, after)) {
      faults_.add("missing_source", row.number, heading.find(SheetColumn::source).value_or(*heading.find(SheetColumn::item)),
                  "something new without a source",
                  "a source of the city, here or for the whole sheet, or the status illustrative");
      return;
    }
    preview_.changes.push_back(
        {row.number, read->appraisal->id, read->appraisal->subject, read->option->form, read->start, held, std::move(after)});
  }

  static bool needs_source(const SheetRow& row, const std::optional<OptionSeries>& held, const OptionSeries& after) {
    return !row.source && after.status != Status::illustrative && says_anew(row, held);
  }

  AgendaSheetPreview finish() {
    preview_.faults = faults_.faults();
    preview_.fault_count = faults_.count();
    if (preview_.is_acceptable()) make_appraisals();
    return std::move(preview_);
  }

  void make_appraisals() {
    std::set<std::string> changed;
    for (const AgendaSheetChange& each : preview_.changes) changed.insert(each.appraisal.str());
    for (const std::string& id : changed) preview_.appraisals.push_back(changed_appraisal(*city_.all<Appraisal>().find(id)));
  }

  [[nodiscard]] Appraisal changed_appraisal(Appraisal appraisal) const {
    for (const AgendaSheetChange& each : preview_.changes) {
      if (each.appraisal != appraisal.id) continue;
      for (AppraisalOption& option : appraisal.options) {
        if (option.form == each.option) put_series(option, each.after);
      }
    }
    return appraisal;
  }

  const ForeignSheet& sheet_;
  const City& city_;
  AgendaSheetTask task_;
  SheetFaults faults_;
  SheetRowReader rows_;
  AgendaSheetPreview preview_;
};

}  // namespace

Result<AgendaSheetPreview> read_agenda_sheet(const ForeignSheet& sheet, const City& city, const AgendaSheetTask& task) {
  return SheetApplication(sheet, city, task).run();
}

}  // namespace koers
