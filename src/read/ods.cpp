// SPDX-License-Identifier: EUPL-1.2
#include "read/ods.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "read/number_text.h"
#include "read/serial_date.h"
#include "read/xml.h"

namespace koers::reader {
namespace {

constexpr std::string_view kOffice = ":office:1.0";
constexpr std::string_view kTable = ":table:1.0";
constexpr std::string_view kText = ":text:1.0";
constexpr std::string_view kStyle = ":style:1.0";
constexpr std::string_view kCalc = ":calcext:1.0";  // LibreOffice's own: only it knows the kind `error`

bool is(const XmlName& name, std::string_view space, std::string_view local) {
  return name.local == local && name.space.ends_with(space);
}

/// Finds the mark of a protected file.
class ManifestHandler : public XmlHandler {
 public:
  bool is_protected = false;
  void start(const XmlName& name, const XmlAttributes&) override { is_protected |= name.local == "encryption-data"; }
  void end(const XmlName&) override {}
  void text(std::string_view) override {}
};

/// The text of a cell: its paragraphs, one on each line (ISO/IEC 26300-1, 6.1).
class Paragraphs {
 public:
  void start(const XmlName& name, const XmlAttributes& attributes, Answer& answer) {
    if (!name.space.ends_with(kText)) return;
    if (name.local == "p") {
      if (paragraphs_++ > 0) add("\n", answer);
      in_paragraph_ = true;
    } else if (name.local == "s") {
      const auto count = attributes.get("c", kText).empty() ? 1 : count_in(attributes.get("c", kText)).value_or(1);
      if (answer.keep("text-bytes", count)) add(std::string(static_cast<std::size_t>(count), ' '), answer);
    } else if (name.local == "tab") {
      add("\t", answer);
    } else if (name.local == "line-break") {
      add("\n", answer);
    }
  }
  void end(const XmlName& name) {
    if (is(name, kText, "p")) in_paragraph_ = false;
  }
  void text(std::string_view text, Answer& answer) {
    if (in_paragraph_) add(text, answer);
  }
  [[nodiscard]] std::string take() {
    paragraphs_ = 0;
    in_paragraph_ = false;
    return std::exchange(text_, {});
  }

 private:
  void add(std::string_view more, Answer& answer) {
    if (answer.keep("text-bytes", static_cast<std::int64_t>(text_.size() + more.size()))) text_ += more;
  }
  std::string text_;
  int paragraphs_ = 0;
  bool in_paragraph_ = false;
};

class ContentHandler : public XmlHandler {
 public:
  explicit ContentHandler(Answer& answer) : answer_(answer) {}

  [[nodiscard]] bool found_spreadsheet() const { return found_spreadsheet_; }

  void start(const XmlName& name, const XmlAttributes& attributes) override {
    if (skipped_ > 0 || is_aside(name)) {
      ++skipped_;
      return;
    }
    if (in_cell_) return start_in_cell(name, attributes);
    if (is(name, kStyle, "style")) style_ = attributes.get("name", kStyle);
    if (is(name, kStyle, "table-properties") && attributes.get("display", kTable) == "false") hidden_styles_.insert(style_);
    if (is(name, kOffice, "spreadsheet")) found_spreadsheet_ = true;
    if (found_spreadsheet_ && name.space.ends_with(kTable)) start_part(name.local, attributes);
  }

  void end(const XmlName& name) override {
    if (skipped_ > 0) {
      --skipped_;
      return;
    }
    if (in_cell_) paragraphs_.end(name);
    if (!name.space.ends_with(kTable)) return;
    if (name.local == "table-cell" || name.local == "covered-table-cell") end_cell();
    if (name.local == "table-row") end_row();
    if (name.local == "table") in_table_ = false;
  }

  void text(std::string_view text) override {
    if (in_cell_ && skipped_ == 0) paragraphs_.text(text, answer_);
  }

 private:
  /// What stands in a sheet or cell but is no part of its value: notes, pictures, the history of changes.
  bool is_aside(const XmlName& name) const {
    if (name.space.ends_with(kTable)) {
      return name.local == "tracked-changes" || name.local == "shapes" || name.local == "dde-links" ||
             name.local == "table-source";
    }
    return (name.space.ends_with(kOffice) && (name.local == "annotation" || name.local == "forms")) ||
           (name.space.ends_with(kText) && name.local == "note") || name.space.ends_with(":drawing:1.0");
  }

  void start_in_cell(const XmlName& name, const XmlAttributes& attributes) {
    if (is(name, kTable, "table") || is(name, kTable, "table-row") || is(name, kTable, "table-cell")) {
      return answer_.refuse(ErrorCode::bad_input, "nested_table", "a table within a cell", "a plain cell");
    }
    paragraphs_.start(name, attributes, answer_);
  }

  void start_part(std::string_view local, const XmlAttributes& attributes) {
    if (local == "table") return start_table(attributes);
    if (!in_table_) return;
    if (local == "table-column") return start_columns(attributes);
    if (local == "table-row") return start_row(attributes);
    if (local == "table-cell" || local == "covered-table-cell") start_cell(attributes, local == "covered-table-cell");
  }

  void start_table(const XmlAttributes& attributes) {
    if (in_table_)
      return answer_.refuse(ErrorCode::bad_input, "nested_table", "a table within a table", "sheets beside each other");
    in_table_ = true;
    rows_ = 0;
    columns_ = 0;
    hidden_columns_.clear();
    answer_.begin_sheet(attributes.get("name", kTable),
                        hidden_styles_.contains(std::string(attributes.get("style-name", kTable))));
  }

  /// How often an element stands for itself; an absurd number is refused where it matters.
  std::int64_t repeats(const XmlAttributes& attributes, std::string_view local) {
    const std::string_view text = attributes.get(local, kTable);
    if (text.empty()) return 1;
    const auto count = count_in(text);
    if (!count || *count == 0) {
      answer_.refuse(ErrorCode::bad_input, "damaged", std::string(local) + ' ' + in_quotes(text), "a number from 1 to a billion");
      return 1;
    }
    return *count;
  }

  static bool is_hidden(const XmlAttributes& attributes) {
    const std::string_view visibility = attributes.get("visibility", kTable);
    return visibility == "collapse" || visibility == "filter";
  }

  void start_columns(const XmlAttributes& attributes) {
    const std::int64_t first = columns_ + 1;
    columns_ += repeats(attributes, "number-columns-repeated");
    if (is_hidden(attributes)) hidden_columns_.emplace_back(first, columns_);
  }

  void start_row(const XmlAttributes& attributes) {
    row_repeats_ = repeats(attributes, "number-rows-repeated");
    row_hidden_ = is_hidden(attributes);
    column_ = 0;
    cells_.clear();
    answer_.at(rows_ + 1);
  }

  void start_cell(const XmlAttributes& attributes, bool covered) {
    in_cell_ = true;
    answer_.at(rows_ + 1, column_ + 1);
    cell_repeats_ = repeats(attributes, "number-columns-repeated");
    cell_ = {};
    cell_.formula = !attributes.get("formula", kTable).empty();
    cell_.merged = covered || repeats(attributes, "number-columns-spanned") > 1 || repeats(attributes, "number-rows-spanned") > 1;
    covered_ = covered;
    kind_ = attributes.get("value-type", kOffice);
    if (attributes.get("value-type", kCalc) == "error") kind_ = "error";
    value_ = attributes.get(kind_ == "date"      ? "date-value"
                            : kind_ == "time"    ? "time-value"
                            : kind_ == "boolean" ? "boolean-value"
                            : kind_ == "string"  ? "string-value"
                                                 : "value",
                            kOffice);
  }

  void end_cell() {
    if (!in_cell_) return;
    in_cell_ = false;
    judge(paragraphs_.take());
    if (covered_) {  // may hold what it held before the merge, which nobody sees
      cell_.kind = CellKind::empty;
      cell_.text.clear();
      cell_.formula = false;
    }
    const bool stands_there = cell_.kind != CellKind::empty || cell_.formula || cell_.merged;
    if (!stands_there) {
      column_ += cell_repeats_;
      return;
    }
    if (!answer_.keep("columns", column_ + cell_repeats_)) return;
    for (std::int64_t i = 0; i < cell_repeats_; ++i) {
      ++column_;
      cell_.hidden = row_hidden_ || is_hidden_column(column_);
      cells_.push_back({column_, cell_});
    }
  }

  void end_row() {
    if (!in_table_) return;
    const bool is_empty = std::none_of(cells_.begin(), cells_.end(), [](const PlacedCell& placed) {
      return placed.cell.kind != CellKind::empty || placed.cell.formula;
    });
    for (std::int64_t i = 1; !is_empty && i <= row_repeats_ && !answer_.refused(); ++i) answer_.row(rows_ + i, cells_);
    rows_ += row_repeats_;
    cells_.clear();
  }

  bool is_hidden_column(std::int64_t column) const {
    return std::any_of(hidden_columns_.begin(), hidden_columns_.end(),
                       [&](const auto& range) { return range.first <= column && column <= range.second; });
  }

  void set(CellKind kind, std::string text) {
    cell_.kind = text.empty() ? CellKind::empty : kind;
    cell_.text = std::move(text);
  }

  /// ISO/IEC 26300-1, 19.385 (office:value-type).
  void judge(std::string shown) {
    if (kind_ == "float" || kind_ == "currency" || kind_ == "percentage") return judge_number();
    if (kind_ == "date" || kind_ == "time") return judge_moment();
    if (kind_ == "boolean") return set(CellKind::boolean, value_ == "true" ? "true" : "false");
    if (kind_ == "error") return set(CellKind::error, shown.empty() ? "an error" : std::move(shown));
    if (kind_ == "string") return set(CellKind::text, value_.empty() ? std::move(shown) : std::move(value_));
    if (!kind_.empty() && kind_ != "void") {
      return answer_.refuse(ErrorCode::bad_input, "damaged", "a cell of the kind " + in_quotes(kind_), "a kind of OpenDocument");
    }
    if (cell_.formula && shown.empty()) return set(CellKind::error, "a formula that was never computed");
    set(CellKind::text, std::move(shown));
  }

  void judge_number() {
    const auto value = number_in(value_);
    if (!value) return answer_.refuse(ErrorCode::bad_input, "damaged", in_quotes(value_), "a number");
    set(CellKind::number, number_text(*value));
  }

  void judge_moment() {
    std::string text = kind_ == "date" ? iso_date(value_) : iso_duration(value_);
    if (text.empty()) return answer_.refuse(ErrorCode::bad_input, "damaged", in_quotes(value_), "a " + kind_);
    set(kind_ == "date" ? CellKind::date : CellKind::text, std::move(text));
  }

  Answer& answer_;
  std::set<std::string> hidden_styles_;
  std::string style_;
  std::vector<std::pair<std::int64_t, std::int64_t>> hidden_columns_;
  std::vector<PlacedCell> cells_;
  Paragraphs paragraphs_;
  ForeignCell cell_;
  std::string kind_, value_;
  std::int64_t skipped_ = 0;  // how deep in something that is no part of a value
  std::int64_t rows_ = 0, columns_ = 0, column_ = 0, row_repeats_ = 1, cell_repeats_ = 1;
  bool found_spreadsheet_ = false, in_table_ = false, in_cell_ = false, covered_ = false, row_hidden_ = false;
};

}  // namespace

void read_ods(ZipFile& zip, Answer& answer) {
  answer.begin_file("ods");
  if (zip.has("META-INF/manifest.xml")) {
    ManifestHandler manifest;
    read_xml(zip, "META-INF/manifest.xml", answer, manifest);
    if (manifest.is_protected) {
      return answer.refuse(ErrorCode::unsupported, "protected", "a file with a password", "the file saved without a password");
    }
  }
  ContentHandler content(answer);
  read_xml(zip, "content.xml", answer, content);
  if (!answer.refused() && !content.found_spreadsheet()) {
    answer.refuse(ErrorCode::bad_input, "damaged", "a document without a spreadsheet", "a spreadsheet");
  }
}

}  // namespace koers::reader
