// SPDX-License-Identifier: EUPL-1.2
// A preview of an import as a person sees it: the counts of everything, and the first of each long list.
#pragma once
#include "app/import_statistics.h"
#include "app/views/parts.h"

namespace koers::views {

struct ImportFault {
  std::string rule;
  std::string file;
  int row = 0;
  int column = 0;
  std::string path;  ///< sheet and column by name
  std::string found;
  std::string expected;
};
BOOST_DESCRIBE_STRUCT(ImportFault, (), (rule, file, row, column, path, found, expected))

/// At most `most`; a place is a row and a column here.
[[nodiscard]] std::vector<ImportFault> first_faults(const std::vector<Fault>& faults, std::size_t most);

struct ImportLeftOutCount {
  gather::LeftOut reason{};
  std::int64_t rows = 0;
};
BOOST_DESCRIBE_STRUCT(ImportLeftOutCount, (), (reason, rows))

struct ImportLeftOutRow {
  std::int64_t row = 0;
  std::string code;
  std::string name;
  gather::LeftOut reason{};
};
BOOST_DESCRIBE_STRUCT(ImportLeftOutRow, (), (row, code, name, reason))

struct ImportFigure {
  std::optional<Decimal> value;
  std::optional<Decimal> denominator;
  ObservationStatus status{};
};
BOOST_DESCRIBE_STRUCT(ImportFigure, (), (value, denominator, status))

struct ImportChange {
  gather::Change change{};
  Mentioned indicator;
  std::string unit;
  Mentioned area;
  Period period;
  std::optional<ImportFigure> before;
  std::optional<ImportFigure> after;
};
BOOST_DESCRIBE_STRUCT(ImportChange, (), (change, indicator, unit, area, period, before, after))

struct StatisticsPreviewView {
  bool acceptable = false;
  std::string source;
  std::string source_title;
  bool adds_source = false;
  std::string origin;
  std::string table;
  std::int64_t rows = 0;
  std::int64_t figures = 0;
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t same = 0;
  std::int64_t gone = 0;
  std::int64_t fault_count = 0;
  std::vector<ImportFault> faults;
  std::vector<ImportLeftOutCount> left_out;
  std::vector<ImportLeftOutRow> left_out_rows;
  std::vector<ImportChange> changes;  ///< changed and gone before new ones
  std::vector<Mentioned> not_in_source;
  std::vector<std::string> columns_not_used;
  std::vector<std::string> remarks;
};
BOOST_DESCRIBE_STRUCT(StatisticsPreviewView, (),
                      (acceptable, source, source_title, adds_source, origin, table, rows, figures, added, changed, same, gone,
                       fault_count, faults, left_out, left_out_rows, changes, not_in_source, columns_not_used, remarks))

/// At most `most` of each list; all counts are of the whole.
[[nodiscard]] StatisticsPreviewView preview_view(const StatisticsPreview& preview, const City& city, std::size_t most);

struct BoundaryPreviewView {
  bool acceptable = false;
  std::string source;
  std::string source_title;
  std::string origin;
  int added = 0;
  int changed = 0;
  int same = 0;
  std::vector<ImportFault> faults;
  std::vector<std::string> left_out;
  std::vector<std::string> remarks;
};
BOOST_DESCRIBE_STRUCT(BoundaryPreviewView, (),
                      (acceptable, source, source_title, origin, added, changed, same, faults, left_out, remarks))

[[nodiscard]] BoundaryPreviewView preview_view(const BoundaryPreview& preview, std::size_t most);

}  // namespace koers::views
