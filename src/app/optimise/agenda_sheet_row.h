// SPDX-License-Identifier: EUPL-1.2
// One row of a controller's sheet: whose amounts it holds, and the amounts.
#pragma once
#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "app/optimise/agenda_sheet.h"
#include "app/optimise/agenda_sheet_heading.h"
#include "app/optimise/document_names.h"

namespace koers {

struct SheetRow {
  const Appraisal* appraisal = nullptr;
  const AppraisalOption* option = nullptr;
  Reference means;
  Year start;
  std::vector<std::int64_t> amounts;  ///< hundredths, one for each year of the option
  std::optional<Status> status;
  std::optional<Citation> source;  ///< of the row, else of the whole sheet
  bool names_source = false;       ///< it is of the row
};

/// Does nothing stand in it, not even a part of a merged cell?
[[nodiscard]] bool is_blank_row(const ForeignRow& row);

class SheetRowReader {
 public:
  /// All three must outlive it.
  SheetRowReader(const City& city, const AgendaSheetTask& task, SheetFaults& faults);

  /// Nothing when something is wrong with it; all that is wrong is among the faults.
  [[nodiscard]] std::optional<SheetRow> read(const ForeignRow& row, const AgendaSheetHeading& heading);

 private:
  // A cell.
  void check_cells();
  [[nodiscard]] const ForeignCell& cell(std::size_t column) const;
  [[nodiscard]] const ForeignCell& cell(SheetColumn column) const;
  [[nodiscard]] std::string text(SheetColumn column);
  void fault(const char* rule, SheetColumn column, std::string found, std::string expected);
  void fault_at(const char* rule, std::size_t column, std::string found, std::string expected);

  // Whose amounts.
  const Appraisal* find_appraisal();
  const AppraisalOption* find_option(const Appraisal* appraisal);
  std::optional<SheetUnit> find_unit();
  std::optional<Reference> find_means(const std::optional<SheetUnit>& unit);
  std::optional<Reference> only_one(const std::vector<Reference>& found, SheetColumn column, const std::string& expected);
  std::optional<Year> find_start(const Appraisal& appraisal, const AppraisalOption& option);
  std::optional<Status> find_status();
  std::optional<Citation> find_source();
  void require_first(const SheetRow& row);

  // The amounts.
  std::map<int, std::int64_t> read_amounts(const SheetUnit& unit);
  std::vector<std::int64_t> amounts_of(const AppraisalOption& option, Year start, const std::map<int, std::int64_t>& amounts);
  void require_years(Year first, int years);

  const AgendaSheetTask& task_;
  SheetFaults& faults_;
  DocumentNames items_;
  DocumentNames means_;
  DocumentNames sources_;
  std::map<Reference, const Appraisal*> appraisals_;                           // by their subject
  std::map<std::tuple<Reference, OptionForm, Reference>, std::int64_t> seen_;  // with the row
  const ForeignRow* row_ = nullptr;                                            // that is being read
  const AgendaSheetHeading* heading_ = nullptr;
};

}  // namespace koers
