// SPDX-License-Identifier: EUPL-1.2
// What comes from outside, before anything is believed of it: sheets as they stand in a file, tables with named columns, features
// of a map. Text as it was found, with its place; nothing is converted here.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace koers {

/// How the source itself stores a cell; what it means is judged by the mapping.
enum class CellKind : std::uint8_t { empty = 1, text = 2, number = 3, boolean = 4, date = 5, error = 6 };

struct ForeignCell {
  std::string text;  ///< decimal point, YYYY-MM-DD; of an empty cell the reason, where the source gives one
  CellKind kind = CellKind::empty;
  bool formula = false;  ///< its value was computed by the program that saved it
  bool merged = false;   ///< part of a merged block; only the first cell of it has text
  bool hidden = false;   ///< in a hidden row or column
  bool operator==(const ForeignCell&) const = default;
};

struct ForeignRow {
  std::int64_t number = 0;  ///< as its reader sees it: 1 is the first row of the sheet or of the feed
  std::vector<ForeignCell> cells;
};

/// One sheet of a file. Rows without any cell are left out.
struct ForeignSheet {
  std::string file;
  std::string name;
  bool hidden = false;
  std::vector<ForeignRow> rows;
};

/// A table with named columns: a statistics feed, or a sheet of which the heading is known. Rows may be shorter than `columns`.
struct ForeignTable {
  std::string origin;  ///< address or file, for messages
  std::string name;    ///< of the sheet or the table
  std::vector<std::string> columns;
  std::vector<ForeignRow> rows;
};

struct ForeignFeature {
  std::int64_t number = 0;
  std::map<std::string, std::string> properties;
  std::string geometry;  ///< GeoJSON, longitude and latitude (WGS 84)
};

struct ForeignLayer {
  std::string origin;
  std::string name;
  std::vector<ForeignFeature> features;
};

}  // namespace koers
