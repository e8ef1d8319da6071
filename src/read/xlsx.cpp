// SPDX-License-Identifier: EUPL-1.2
// Each sheet is read twice: its merged blocks stand behind its rows, and to keep a whole sheet in memory until then would cost
// more.
#include "read/xlsx.h"

#include <algorithm>

#include "base/utf8.h"
#include "read/merged_ranges.h"
#include "read/number_text.h"
#include "read/xlsx_workbook.h"

namespace koers::reader {
namespace {

bool is_true(std::string_view flag) { return flag == "1" || flag == "true"; }

class MergeHandler : public XmlHandler {
 public:
  MergeHandler(MergedRanges& ranges, Answer& answer) : ranges_(ranges), answer_(answer) {}
  void start(const XmlName& name, const XmlAttributes& attributes) override {
    if (name.local != "mergeCell" || !is_spreadsheet(name)) return;
    const std::string_view range = attributes.get("ref");
    if (!ranges_.add(range))
      answer_.refuse(ErrorCode::bad_input, "damaged", "the merged block " + in_quotes(range), "a range such as A1:C3");
  }
  void end(const XmlName&) override {}
  void text(std::string_view) override {}

 private:
  MergedRanges& ranges_;
  Answer& answer_;
};

class SheetHandler : public XmlHandler {
 public:
  SheetHandler(const XlsxWorkbook& book, MergedRanges& merged, Answer& answer) : book_(book), merged_(merged), answer_(answer) {}

  void start(const XmlName& name, const XmlAttributes& attributes) override {
    if (!is_spreadsheet(name)) return;
    if (name.local == "c") return start_cell(attributes);
    if (name.local == "row") return start_row(attributes);
    if (name.local == "col") return hide_columns(attributes);
    if (!in_cell_) return;
    if (name.local == "v") has_value_ = in_value_ = true;
    if (name.local == "f") formula_ = true;
    if (name.local == "is") in_inline_ = true;
    if (in_inline_) inline_.start(name.local);
  }

  void end(const XmlName& name) override {
    if (!is_spreadsheet(name)) return;
    if (in_inline_) inline_.end(name.local);
    if (name.local == "v") in_value_ = false;
    if (name.local == "is") in_inline_ = false;
    if (name.local == "c") end_cell();
    if (name.local == "row") end_row();
  }

  void text(std::string_view text) override {
    if (in_inline_) return inline_.text(text, answer_);
    if (!in_value_ || !answer_.keep("text-bytes", static_cast<std::int64_t>(value_.size() + text.size()))) return;
    value_ += text;
  }

 private:
  void hide_columns(const XmlAttributes& attributes) {
    if (!is_true(attributes.get("hidden"))) return;
    const auto first = count_in(attributes.get("min"));
    const auto last = count_in(attributes.get("max"));
    if (!first || !last)
      return answer_.refuse(ErrorCode::bad_input, "damaged", "hidden columns without their numbers", "first and last");
    hidden_columns_.emplace_back(*first, *last);
  }

  void start_row(const XmlAttributes& attributes) {
    const std::string_view number = attributes.get("r");
    row_ = number.empty() ? row_ + 1 : count_in(number).value_or(0);
    column_ = 0;
    row_hidden_ = is_true(attributes.get("hidden"));
    cells_.clear();
    answer_.at(row_);
    if (row_ == 0) answer_.refuse(ErrorCode::bad_input, "damaged", "the row number " + in_quotes(number), "a number from 1");
  }

  void start_cell(const XmlAttributes& attributes) {
    const std::string_view reference = attributes.get("r");
    const auto place = reference.empty() ? std::optional(CellPlace{row_, column_ + 1}) : cell_place(reference);
    if (!place || place->row != row_) {
      return answer_.refuse(ErrorCode::bad_input, "damaged", "the cell " + in_quotes(reference),
                            "a cell of row " + std::to_string(row_));
    }
    column_ = place->column;
    answer_.at(row_, column_);
    type_ = attributes.get("t");
    style_ = count_in(attributes.get("s")).value_or(0);
    in_cell_ = true;
    formula_ = has_value_ = false;
    value_.clear();
  }

  void end_cell() {
    in_cell_ = in_value_ = false;
    answer_.at(row_, column_);
    ForeignCell cell = judge();
    cell.formula = formula_;
    if (cell.kind == CellKind::empty && !cell.formula) return;
    cell.hidden = row_hidden_ || is_hidden_column(column_);
    cells_.push_back({column_, std::move(cell)});
  }

  void end_row() {
    if (!cells_.empty()) merged_.mark(row_, cells_, answer_);
    answer_.row(row_, cells_);
    cells_.clear();
  }

  bool is_hidden_column(std::int64_t column) const {
    return std::any_of(hidden_columns_.begin(), hidden_columns_.end(),
                       [&](const auto& range) { return range.first <= column && column <= range.second; });
  }

  static ForeignCell cell_of(CellKind kind, std::string text) {
    ForeignCell cell;
    cell.kind = text.empty() ? CellKind::empty : kind;
    cell.text = std::move(text);
    return cell;
  }

  ForeignCell refused(std::string found, std::string expected) {
    answer_.refuse(ErrorCode::bad_input, "damaged", std::move(found), std::move(expected));
    return {};
  }

  /// ECMA-376 part 1, 18.18.11 (ST_CellType).
  ForeignCell judge() {
    if (type_ == "inlineStr") return cell_of(CellKind::text, inline_.take());
    if (!has_value_) return formula_ ? cell_of(CellKind::error, "a formula that was never computed") : ForeignCell{};
    if (type_ == "s") return shared_text();
    if (type_ == "str") return cell_of(CellKind::text, unescape_xlsx(std::move(value_)));
    if (type_ == "e") return cell_of(CellKind::error, std::move(value_));
    if (value_.empty()) return formula_ ? cell_of(CellKind::error, "a formula that was never computed") : ForeignCell{};
    if (type_ == "b") return cell_of(CellKind::boolean, is_true(value_) ? "true" : "false");
    if (type_ == "d") return written_date();
    return number();
  }

  ForeignCell shared_text() {
    const auto index = count_in(value_);
    if (!index || static_cast<std::size_t>(*index) >= book_.texts.size()) {
      return refused("the shared text " + in_quotes(value_), "one of " + std::to_string(book_.texts.size()));
    }
    return cell_of(CellKind::text, book_.texts[static_cast<std::size_t>(*index)]);
  }

  ForeignCell written_date() {
    std::string date = iso_date(value_);
    return date.empty() ? refused(in_quotes(value_), "a date") : cell_of(CellKind::date, std::move(date));
  }

  ForeignCell number() {
    const auto value = number_in(value_);
    if (!value) return refused(in_quotes(value_), "a number");
    const auto style = static_cast<std::size_t>(style_);
    const NumberFormat format = style < book_.formats.size() ? book_.formats[style] : NumberFormat::number;
    return serial_cell(*value, format, book_.from_1904);
  }

  const XlsxWorkbook& book_;
  MergedRanges& merged_;
  Answer& answer_;
  std::vector<std::pair<std::int64_t, std::int64_t>> hidden_columns_;
  std::vector<PlacedCell> cells_;
  std::int64_t row_ = 0;
  std::int64_t column_ = 0;
  bool row_hidden_ = false;
  bool in_cell_ = false, in_value_ = false, in_inline_ = false, has_value_ = false, formula_ = false;
  std::string type_;
  std::int64_t style_ = 0;
  std::string value_;
  XlsxText inline_;
};

void read_sheet(const XlsxSheet& sheet, const XlsxWorkbook& book, ZipFile& zip, Answer& answer) {
  answer.begin_sheet(sheet.name, sheet.hidden);
  MergedRanges merged;
  MergeHandler merges(merged, answer);
  read_xml(zip, sheet.part, answer, merges);
  merged.sort();
  SheetHandler rows(book, merged, answer);
  read_xml(zip, sheet.part, answer, rows);
}

}  // namespace

void read_xlsx(ZipFile& zip, Answer& answer) {
  answer.begin_file("xlsx");
  const XlsxWorkbook book = read_xlsx_workbook(zip, answer);
  for (const XlsxSheet& sheet : book.sheets) read_sheet(sheet, book, zip, answer);
}

}  // namespace koers::reader
