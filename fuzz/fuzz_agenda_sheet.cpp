// SPDX-License-Identifier: EUPL-1.2
// A controller's sheet, as `koers-read` could have found it: the first byte chooses where numbers come from and whether the sheet
// has a source, then each line is a row with `|` between its cells. What is accepted fits the city, changes nothing a second
// time, and comes back from the sheet that is written of it.
#include <cstdint>

#include "app/edit_documents.h"
#include "app/optimise/agenda_workbook.h"
#include "app/optimise/sheet_city.h"
#include "base/utf8.h"
#include "require.h"

namespace {

using namespace koers;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    lines.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return lines;
}

/// The written table as a spreadsheet gives it back.
ForeignSheet sheet_of_table(const report::Table& table) {
  ForeignSheet sheet{"w.xlsx", table.id, false, {}};
  ForeignRow& heading = sheet.rows.emplace_back(ForeignRow{1, {}});
  for (const report::Column& each : table.columns) heading.cells.push_back({each.title, CellKind::text});
  for (const auto& row : table.rows) {
    ForeignRow& out = sheet.rows.emplace_back(ForeignRow{std::ssize(sheet.rows) + 1, {}});
    for (const report::Cell& each : row)
      out.cells.push_back({each.text, each.number ? CellKind::number : each.text.empty() ? CellKind::empty : CellKind::text});
  }
  return sheet;
}

void check_faults(const AgendaSheetPreview& preview) {
  require(preview.fault_count >= std::ssize(preview.faults) && (preview.fault_count == 0) == preview.faults.empty());
  for (const Fault& each : preview.faults)
    require(each.place.line > 0 && each.place.column > 0 && !each.place.file.empty() && !each.expected.empty());
}

void check_city_after(const ForeignSheet& sheet, const AgendaSheetTask& task, const AgendaSheetPreview& preview) {
  City after = test::sheet_city();
  for (const Appraisal& each : preview.appraisals) after.all<Appraisal>().put(each);
  require(require_fit(test::sheet_city(), after, {Kind::appraisal, ""}).has_value());
  const auto again = read_agenda_sheet(sheet, after, task);
  require(again && again->is_acceptable() && again->changes.empty() && again->same == preview.rows);
  const auto workbook = agenda_workbook(after, "agenda-2023", SheetLanguage::nl);
  const auto written = read_agenda_sheet(sheet_of_table(*report::tables_of(workbook.value()).front().table), after,
                                         {test::kSheetYears, {}, {}, NumberStyle::cells});
  require(written && written->is_acceptable() && written->changes.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (first_invalid_utf8(text) || first_control_character(text)) return 0;  // the reader lets none of these through
  AgendaSheetTask task{test::kSheetYears, {}, {}, (data[0] & 1U) != 0 ? NumberStyle::text : NumberStyle::cells};
  if ((data[0] & 2U) != 0) task.source = Citation{Id<Source>("begroting"), ""};
  const ForeignSheet sheet = test::sheet_of(lines_of(text));
  const auto preview = read_agenda_sheet(sheet, test::sheet_city(), task);
  if (!preview) {
    require(!preview.error().message.empty());
    return 0;
  }
  check_faults(*preview);
  require(preview->is_acceptable() || preview->appraisals.empty());
  if (preview->is_acceptable()) check_city_after(sheet, task, *preview);
  return 0;
}
