// SPDX-License-Identifier: EUPL-1.2
// A report as data: sections, texts, tables and pictures in one language. The writers of this folder turn it into files; the
// same document always gives the same text.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace koers::report {

/// What a reader sees, and the number behind it where there is one: a spreadsheet wants that.
struct Cell {
  std::string text;
  std::optional<double> number;
  int decimals = 0;
};

struct Column {
  std::string title;
  bool is_number = false;
};

/// The first column names its row.
struct Table {
  std::string id;  ///< unique in the document: lower-case letters, digits and hyphens
  std::string caption;
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  ///< each as wide as `columns`
  std::string note;                     ///< below it; empty: none
};

struct Paragraph {
  std::string text;
};

struct BulletList {
  std::vector<std::string> items;
};

/// A value with its interval, on the axis of the picture.
struct IntervalMark {
  std::string label;
  std::string words;  ///< the value in words, beside the mark
  double value = 0;
  double lower = 0;
  double upper = 0;
};

/// Rows of intervals on one axis, with a line at what they are held against.
struct IntervalPicture {
  std::vector<IntervalMark> marks;
  std::optional<double> reference;
  std::string reference_label;
  int decimals = 0;
};

struct LinePoint {
  double x = 0;  ///< year
  double y = 0;
  std::string words;  ///< period and value
};

/// A series in time, with the targets beside it.
struct LinePicture {
  std::vector<LinePoint> points;   ///< ascending by x; at least two
  std::vector<LinePoint> targets;  ///< ringed
  int decimals = 0;
};

/// A picture and the same figures as a table: never the one without the other.
struct Figure {
  std::string id;  ///< unique in the document, as of a table
  std::string title;
  std::string description;  ///< what there is to see, for who does not see it
  std::variant<IntervalPicture, LinePicture> picture;
  Table table;
};

using Block = std::variant<Paragraph, BulletList, Table, Figure>;

struct Section {
  std::string id;  ///< unique in the document
  std::string title;
  std::vector<Block> blocks;
  std::vector<Section> sections;
};

/// What the writers themselves have to say.
struct WriterWords {
  std::string contents;
  std::string section;
  std::string table;
  std::string row;
  std::string column;
  std::string text;
  std::string number;
};

struct Document {
  std::string language;  ///< BCP 47, such as `nl`
  std::string title;
  std::string subtitle;
  std::vector<std::pair<std::string, std::string>> facts;  ///< name and value: day, data, licence
  std::vector<Section> sections;
  WriterWords words;
};

/// All tables in the order of the document, those of pictures included.
struct PlacedTable {
  const Section* section = nullptr;
  const Table* table = nullptr;
};
[[nodiscard]] std::vector<PlacedTable> tables_of(const Document& document);

}  // namespace koers::report
