// SPDX-License-Identifier: EUPL-1.2
// What a controller's sheet would change, as a person sees it: the counts of everything, and the first of each long list.
#pragma once
#include "app/optimise/agenda_sheet.h"
#include "app/statistics_preview_view.h"

namespace koers::views {

/// In euros or fte.
struct AgendaSheetAmount {
  Year year;
  std::optional<Decimal> before;
  Decimal after;
};
BOOST_DESCRIBE_STRUCT(AgendaSheetAmount, (), (year, before, after))

struct AgendaSheetChangeView {
  std::int64_t row = 0;
  std::string appraisal;
  Mentioned item;
  OptionForm option{};
  Mentioned means;
  std::string unit;  ///< EUR or fte
  std::vector<AgendaSheetAmount> amounts;
  std::optional<Status> status_before;
  Status status{};
  std::vector<Citation> sources_before;
  std::vector<Citation> sources;
};
BOOST_DESCRIBE_STRUCT(AgendaSheetChangeView, (),
                      (row, appraisal, item, option, means, unit, amounts, status_before, status, sources_before, sources))

struct AgendaSheetView {
  bool acceptable = false;
  std::string file;
  std::string sheet;
  std::int64_t rows = 0;
  std::int64_t same = 0;
  std::int64_t changed = 0;
  std::vector<AgendaSheetChangeView> changes;
  std::vector<std::string> appraisals;  ///< ids of those that would be written
  std::int64_t fault_count = 0;
  std::vector<ImportFault> faults;
};
BOOST_DESCRIBE_STRUCT(AgendaSheetView, (),
                      (acceptable, file, sheet, rows, same, changed, changes, appraisals, fault_count, faults))

/// At most `most` changes and faults; all counts are of the whole.
[[nodiscard]] AgendaSheetView agenda_sheet_view(const AgendaSheetPreview& preview, const City& city, std::size_t most);

}  // namespace koers::views
