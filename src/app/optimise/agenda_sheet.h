// SPDX-License-Identifier: EUPL-1.2
// A controller's sheet against a city: a row for each item, option and fund or team, a column for each calendar year. What it
// would change is shown before anything is written; with one thing wrong nothing is.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/optimise/option_series.h"
#include "app/optimise/sheet_amount.h"
#include "base/foreign_table.h"
#include "base/result.h"
#include "model/city.h"

namespace koers {

inline constexpr std::int64_t kMaxSheetRows = 50'000;  ///< below the heading: 1,000 items with five options and ten means

struct AgendaSheetTask {
  YearSpan years;  ///< of the agenda: what is kept begins in the first
  /// Of what is new in rows that do not name one themselves.
  std::optional<Citation> source = {};
  /// Where in a source the amounts stand, when a row names a source only. Empty: the name of the sheet, else of the file.
  std::string section = {};
  NumberStyle numbers = NumberStyle::cells;
};

/// The series of one option from one fund or team that would be another.
struct AgendaSheetChange {
  std::int64_t row = 0;
  Id<Appraisal> appraisal;
  Reference item;
  OptionForm option{};
  Year start;                          ///< of the first amount
  std::optional<OptionSeries> before;  ///< absent: the option had nothing of it
  OptionSeries after;
};

struct AgendaSheetPreview {
  std::string file;
  std::string sheet;
  std::int64_t rows = 0;  ///< with something in them
  std::int64_t same = 0;  ///< of them that change nothing
  std::vector<AgendaSheetChange> changes;
  std::vector<Appraisal> appraisals;  ///< as they would be, of those that change; none when there is a fault
  std::vector<Fault> faults;          ///< the first `kMaxFaults`
  std::int64_t fault_count = 0;
  [[nodiscard]] bool is_acceptable() const { return fault_count == 0; }
};

/// `bad_input` when no heading can be found; `too_large` beyond `kMaxSheetRows`. What is wrong with a row is in
/// `AgendaSheetPreview::faults`. Options that are not in the sheet, and what they have from others than its funds and teams, stay
/// as they are; an item or option that the city does not weigh is a fault, since a sheet of amounts cannot say what it would
/// bring.
[[nodiscard]] Result<AgendaSheetPreview> read_agenda_sheet(const ForeignSheet& sheet, const City& city,
                                                           const AgendaSheetTask& task);

}  // namespace koers
