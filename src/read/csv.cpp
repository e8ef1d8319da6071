// SPDX-License-Identifier: EUPL-1.2
#include "read/csv.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>

#include <csv.h>

#include "base/utf8.h"
#include "read/text_encoding.h"

namespace koers::reader {
namespace {

// The first wins where two explain the rows as well: a comma may as well stand in each number.
constexpr std::array<char, 3> kDelimiters = {';', '\t', ','};

/// The number of cells of each of the first rows.
std::vector<std::size_t> widths_with(char delimiter, std::string_view text) {
  constexpr std::size_t kRows = 200;
  std::vector<std::size_t> widths;
  std::size_t width = 1;
  bool in_quotes = false;
  bool is_blank = true;
  for (std::size_t i = 0; i <= text.size() && widths.size() < kRows; ++i) {
    const char c = i < text.size() ? text[i] : '\n';
    if (c == '"') in_quotes = !in_quotes;
    if (!in_quotes && c == delimiter) ++width;
    if (!in_quotes && c == '\n') {
      if (!is_blank) widths.push_back(width);
      width = 1;
      is_blank = true;
    } else if (c != '\r') {
      is_blank = false;
    }
  }
  return widths;
}

/// How well a delimiter explains the rows: how many are of the commonest width over one.
std::size_t rows_explained(char delimiter, std::string_view text) {
  std::map<std::size_t, std::size_t> rows_of_width;
  std::size_t best = 0;
  for (const std::size_t width : widths_with(delimiter, text)) {
    if (width > 1) best = std::max(best, ++rows_of_width[width]);
  }
  return best;
}

bool has_excel_line(std::string_view text) {
  return text.size() >= 5 && text.starts_with("sep=") && (text.size() == 5 || text[5] == '\r' || text[5] == '\n');
}

/// Takes cells and rows from libcsv's callbacks.
struct Collector {
  Answer& answer;
  std::vector<PlacedCell> cells;
  std::int64_t column = 0;
  std::int64_t line = 1;
  std::int64_t row_line = 0;  // where the row being read began; 0: between rows

  void cell(std::string_view text) {
    ++column;
    if (text.empty() || !answer.keep("columns", column)) return;
    answer.at(row_line, column);
    ForeignCell cell;
    cell.text = text;
    cell.kind = CellKind::text;
    cells.push_back({column, std::move(cell)});
  }

  void end_row() {
    answer.row(row_line == 0 ? line : row_line, cells);
    row_line = 0;
    cells.clear();
    column = 0;
  }
};

void on_cell(void* text, std::size_t size, void* data) {
  static_cast<Collector*>(data)->cell({static_cast<const char*>(text), size});
}
void on_row(int, void* data) { static_cast<Collector*>(data)->end_row(); }

struct FreeParser {
  void operator()(csv_parser* parser) const {
    csv_free(parser);
    delete parser;
  }
};

void refuse_syntax(Collector& collector, std::string found) {
  collector.answer.at(collector.row_line == 0 ? collector.line : collector.row_line, collector.column + 1);
  collector.answer.refuse(ErrorCode::bad_input, "syntax", std::move(found),
                          "a cell in quotes with each quote in it written twice");
}

void feed(csv_parser& parser, std::string_view text, Collector& collector) {
  // Line by line, so that each row knows where it begins; libcsv itself counts nothing.
  while (!text.empty() && !collector.answer.refused()) {
    const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
    const bool is_blank = text.substr(0, end).find_first_not_of("\r\n") == std::string_view::npos;
    if (collector.row_line == 0 && !is_blank) collector.row_line = collector.line;
    if (csv_parse(&parser, text.data(), end, on_cell, on_row, &collector) != end) {
      return csv_error(&parser) == CSV_EPARSE ? refuse_syntax(collector, "a quote in the middle of a cell")
                                              : throw std::bad_alloc();
    }
    ++collector.line;
    text.remove_prefix(end);
  }
  if (!collector.answer.refused() && csv_fini(&parser, on_cell, on_row, &collector) != 0) {
    refuse_syntax(collector, "a quote that is never closed");
  }
}

void read_rows(std::string_view text, char delimiter, std::int64_t first_line, Answer& answer) {
  std::unique_ptr<csv_parser, FreeParser> parser(new csv_parser);
  if (csv_init(parser.get(), CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
  csv_set_delim(parser.get(), static_cast<unsigned char>(delimiter));
  csv_set_space_func(parser.get(), [](unsigned char) { return 0; });  // blanks belong to the cell
  Collector collector{answer, {}, 0, first_line, 0};
  feed(*parser, text, collector);
}

}  // namespace

char judge_delimiter(std::string_view text) {
  if (has_excel_line(text)) return text[4];
  return *std::max_element(kDelimiters.begin(), kDelimiters.end(),
                           [&](char a, char b) { return rows_explained(a, text) < rows_explained(b, text); });
}

void read_csv(std::string_view bytes, Answer& answer) {
  DecodedText decoded = decode_text(bytes, answer);
  if (answer.refused()) return;
  std::string& text = decoded.text;
  if (text.find('\n') == std::string::npos) std::replace(text.begin(), text.end(), '\r', '\n');  // as old Macs end their lines
  const char delimiter = judge_delimiter(text);
  answer.begin_file("csv", decoded.encoding, {&delimiter, 1});
  answer.begin_sheet("", false);
  if (delimiter == '"' || delimiter == '\n' || delimiter == '\r') {
    return answer.refuse(ErrorCode::bad_input, "syntax", "a first line that makes a quote the delimiter", "; , or a tab");
  }
  if (!has_excel_line(text)) return read_rows(text, delimiter, 1, answer);
  const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
  read_rows(std::string_view(text).substr(end), delimiter, 2, answer);
}

}  // namespace koers::reader
