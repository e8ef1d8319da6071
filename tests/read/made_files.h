// SPDX-License-Identifier: EUPL-1.2
// Foreign files as the tests need them, and what is read of them.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fetch/foreign_file.h"

namespace koers::testing {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A packed file of these parts, in this order.
[[nodiscard]] std::string zipped(const Parts& parts);

/// A workbook around the XML of its sheets' insides (what stands within `worksheet`), with the XML within `sst` and `styleSheet`.
struct MadeWorkbook {
  std::vector<std::string> sheets = {};
  std::string texts = {};
  std::string styles = {};
  std::string properties = {};  ///< of the workbook, such as `<workbookPr date1904="1"/>`
  std::string states = {};      ///< attributes of each sheet in the list of sheets
};
[[nodiscard]] Parts workbook_parts(const MadeWorkbook& made);
[[nodiscard]] std::string workbook(const MadeWorkbook& made);

/// A spreadsheet of OpenDocument around what stands within `office:spreadsheet` and `office:automatic-styles`.
[[nodiscard]] std::string spreadsheet(std::string_view tables, std::string_view styles = {});

/// A GeoPackage in which these statements were carried out after the tables that each GeoPackage has.
[[nodiscard]] std::string geopackage(const std::string& sql);
/// A geometry blob as SQL writes bytes: header of system `reference_system`, then the well-known binary in hexadecimal.
[[nodiscard]] std::string geometry_blob(int reference_system, std::string_view binary);
/// Well-known binary of a point, in hexadecimal.
[[nodiscard]] std::string point_binary(double x, double y);
/// Registers a layer in the list of contents.
[[nodiscard]] std::string layer_sql(const std::string& name, int reference_system);

/// What the reader answers on these bytes, by way of its wire form, in this process.
[[nodiscard]] Result<ForeignFile> read_bytes(std::string bytes, const std::string& name, const ForeignLimits& limits = {});
/// The lines of the answer.
[[nodiscard]] std::string answer_on(std::string bytes, const std::string& name, const ForeignLimits& limits = {});

/// The cell of that row number and column, from 1; an empty one where there is none.
[[nodiscard]] ForeignCell cell_at(const ForeignSheet& sheet, std::int64_t row, std::size_t column);

/// `text/kind` and a letter for each flag: `12/number f`.
[[nodiscard]] std::string shown(const ForeignCell& cell);

}  // namespace koers::testing
