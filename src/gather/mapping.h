// SPDX-License-Identifier: EUPL-1.2
// How a feed or a sheet is to be read: a file that somebody who knows the source wrote, and that says which column is what.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/city.h"

namespace koers::gather {

/// Names of a column, the preferred one first: feeds change them from year to year.
using ColumnNames = std::vector<std::string>;

/// The decimal sign of numbers that are text; a cell that is a number of itself needs none.
enum class DecimalSign : std::uint8_t { point = 1, comma = 2 };
BOOST_DESCRIBE_ENUM(DecimalSign, point, comma)

/// What a column of figures may say of its status.
enum class FigureStatus : std::uint8_t { final = 1, provisional = 2, estimated = 3 };
BOOST_DESCRIBE_ENUM(FigureStatus, final, provisional, estimated)

/// What a cell means in which the source has nothing at all, not even a mark.
enum class EmptyCell : std::uint8_t { nothing = 1, missing = 2, secret = 3 };
BOOST_DESCRIBE_ENUM(EmptyCell, nothing, missing, secret)

/// The citation of every figure. `{year}` and `{table}` stand for those of the import. Where the city has no such source yet,
/// accepting adds it.
struct SourceTemplate {
  std::string id;
  std::string title;
  std::string publisher;
  std::optional<std::string> url;
  std::optional<std::string> licence;
};
BOOST_DESCRIBE_STRUCT(SourceTemplate, (), (id, title, publisher, url, licence))

/// Another name of an area, of which somebody has made sure that it is the same place.
struct AreaAlias {
  Reference area;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(AreaAlias, (), (area, name))

/// A code alone is not enough: the CBS re-uses codes for other places (WK063705 is Rokkeveen in 2024 and Meerzicht in 2025), so
/// the name must agree too, where a column has it.
struct AreaColumns {
  ColumnNames code;
  ColumnNames name;
  std::vector<AreaAlias> also_called;
  std::optional<Id<Crosswalk>> crosswalk;  ///< codes are those of another division; figures are mapped and become estimates
};
BOOST_DESCRIBE_STRUCT(AreaColumns, (), (code, name, also_called, crosswalk))

/// Either a column, or one period for all rows.
struct PeriodColumns {
  ColumnNames column;
  std::optional<std::string> fixed;  ///< `{year}-01-01`
};
BOOST_DESCRIBE_STRUCT(PeriodColumns, (), (column, fixed))

/// Words in a column that make a row provisional or estimated; all other words are final.
struct StatusColumns {
  ColumnNames column;
  std::vector<std::string> provisional;
  std::vector<std::string> estimated;
};
BOOST_DESCRIBE_STRUCT(StatusColumns, (), (column, provisional, estimated))

/// Which year a table of the feed is about, where the feed does not say it.
struct TableYear {
  std::string table;
  Year year;
};
BOOST_DESCRIBE_STRUCT(TableYear, (), (table, year))

struct FigureColumn {
  Id<Indicator> indicator;
  ColumnNames column;
  std::optional<Decimal> factor;       ///< what a figure is multiplied with, to be in the unit of the indicator
  ColumnNames share_of;                ///< the figure becomes a percentage of this column, which is its denominator too
  std::vector<std::string> units;      ///< as the source writes them; another one is a fault
  ColumnNames denominator;             ///< persons, households or answers behind the figure
  std::optional<Decimal> smallest;     ///< a smaller denominator makes the figure suppressed
  std::optional<FigureStatus> status;  ///< of all figures in the column
  std::optional<std::string> period;   ///< of all figures in the column
  std::optional<bool> required;        ///< its absence is a fault
};
BOOST_DESCRIBE_STRUCT(FigureColumn, (),
                      (indicator, column, factor, share_of, units, denominator, smallest, status, period, required))

struct Mapping {
  std::string id;
  Text title;
  std::optional<Text> summary;
  SourceTemplate source;
  std::optional<int> header_row;  ///< of a sheet; 1 when absent
  std::optional<DecimalSign> decimal_sign;
  std::vector<std::string> missing;      ///< what a cell without a figure holds
  std::vector<std::string> secret;       ///< what a cell holds of which the figure is kept back
  std::optional<EmptyCell> empty_cell;   ///< `nothing` when absent: no figure, no word about it
  std::optional<bool> formulas;          ///< cells that a spreadsheet computed are taken too
  std::optional<bool> hidden;            ///< hidden rows, columns and sheets are taken too
  std::optional<Year> boundary_version;  ///< of which year the areas are
  AreaColumns area;
  PeriodColumns period;
  std::optional<StatusColumns> status;
  std::vector<TableYear> tables;
  std::vector<FigureColumn> figures;

  [[nodiscard]] std::optional<Year> year_of(std::string_view table) const;
};
BOOST_DESCRIBE_STRUCT(Mapping, (),
                      (id, title, summary, source, header_row, decimal_sign, missing, secret, empty_cell, formulas, hidden,
                       boundary_version, area, period, status, tables, figures))

/// Reads and judges a mapping; `bad_input` with every fault, each at its line and column. `city` is asked for indicators,
/// crosswalks and areas.
[[nodiscard]] Result<Mapping> read_mapping(std::string_view yaml, const std::string& file, const City& city);

}  // namespace koers::gather
