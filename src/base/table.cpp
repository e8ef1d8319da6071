// SPDX-License-Identifier: EUPL-1.2
#include "base/table.h"

#include <algorithm>
#include <memory>

#include <csv.h>

#include "base/utf8.h"

namespace koers {
namespace {

/// Collects cells and rows from libcsv's callbacks.
struct Collector {
  Table table;
  Table::Row row;
  int line = 1;
  int row_line = 0;  // where the row being read began; 0: between rows
  bool in_header = true;
  const TableLimits* limits = nullptr;
  std::optional<Fault> fault;

  void cell(std::string text) { row.cells.push_back(std::move(text)); }

  void end_row() {
    if (fault) return;
    row.line = row_line == 0 ? line : row_line;
    row_line = 0;
    if (in_header) {
      table.header = std::move(row.cells);
      in_header = false;
      check_header();
    } else if (row.cells.size() != table.header.size()) {
      fault = Fault{"columns",
                    {table.file, row.line, 1},
                    "",
                    std::to_string(row.cells.size()) + " cells",
                    std::to_string(table.header.size()) + ", as in the header"};
    } else if (table.rows.size() == limits->rows) {
      fault = Fault{"too_large", {table.file, row.line, 1}, "", "more than " + std::to_string(limits->rows) + " rows", "fewer"};
    } else {
      table.rows.push_back(std::move(row));
    }
    row = {};
  }

  void check_header() {
    if (table.header.size() > limits->columns) {
      fault = Fault{"too_large",
                    {table.file, 1, 1},
                    "",
                    std::to_string(table.header.size()) + " columns",
                    "at most " + std::to_string(limits->columns)};
      return;
    }
    auto sorted = table.header;
    std::sort(sorted.begin(), sorted.end());
    const auto twice = std::adjacent_find(sorted.begin(), sorted.end());
    if (twice != sorted.end()) {
      fault = Fault{"duplicate_key", {table.file, 1, 1}, "", "the column " + in_quotes(*twice) + " twice", "every column once"};
    }
  }
};

void on_cell(void* text, std::size_t size, void* data) {
  static_cast<Collector*>(data)->cell(std::string(static_cast<const char*>(text), size));
}
void on_row(int, void* data) { static_cast<Collector*>(data)->end_row(); }

struct FreeParser {
  void operator()(csv_parser* parser) const {
    csv_free(parser);
    delete parser;
  }
};

void feed(csv_parser& parser, std::string_view text, Collector& collector) {
  // Line by line, so that each row knows where it begins; libcsv itself counts nothing.
  while (!text.empty() && !collector.fault) {
    const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
    const bool is_blank = text.substr(0, end).find_first_not_of("\r\n") == std::string_view::npos;
    if (collector.row_line == 0 && !is_blank) collector.row_line = collector.line;
    if (csv_parse(&parser, text.data(), end, on_cell, on_row, &collector) != end) {
      collector.fault = Fault{"syntax",
                              {collector.table.file, collector.line, 1},
                              "",
                              csv_strerror(csv_error(&parser)),
                              "comma-separated values as in RFC 4180"};
      return;
    }
    ++collector.line;
    text.remove_prefix(end);
  }
  if (!collector.fault && csv_fini(&parser, on_cell, on_row, &collector) != 0) {
    collector.fault = Fault{"syntax",
                            {collector.table.file, collector.row_line, 1},
                            "",
                            "a quote that is never closed",
                            "comma-separated values as in RFC 4180"};
  }
}

}  // namespace

Result<Table> parse_csv(std::string_view text, const std::string& file, const TableLimits& limits) {
  Collector collector;
  collector.table.file = file;
  collector.limits = &limits;
  collector.fault = text_fault(text, file, limits.bytes);
  if (!collector.fault) {
    std::unique_ptr<csv_parser, FreeParser> parser(new csv_parser);
    if (csv_init(parser.get(), CSV_STRICT | CSV_STRICT_FINI) != 0) throw BrokenWorld("the CSV parser could not start");
    csv_set_space_func(parser.get(), [](unsigned char) { return 0; });  // blanks belong to the cell
    feed(*parser, text, collector);
  }
  if (!collector.fault && collector.in_header) {
    collector.fault = Fault{"syntax", {file, 1, 1}, "", "an empty file", "a header"};
  }
  if (collector.fault) {
    std::string message = to_string(*collector.fault);
    return failure(ErrorCode::bad_input, std::move(message), {*collector.fault});
  }
  return std::move(collector.table);
}

std::string csv_cell(std::string_view text) {
  if (text.find_first_of(",\"\n\r") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace koers
