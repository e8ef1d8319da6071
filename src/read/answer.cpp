// SPDX-License-Identifier: EUPL-1.2
#include "read/answer.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace koers::reader {
namespace {

// Written by hand: a JSON tree per cell costs more than reading the file.
void add_quoted(std::string& out, std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      out += "\\u00";
      out += kHex[byte >> 4U];
      out += kHex[byte & 0xFU];
    } else {
      out += c;
    }
  }
  out += '"';
}

void add_text(std::string& out, std::string_view key, std::string_view text) {
  out += ",\"";
  out += key;
  out += "\":";
  add_quoted(out, text);
}

void add_count(std::string& out, std::string_view key, std::int64_t count) {
  out += ",\"";
  out += key;
  out += "\":";
  out += std::to_string(count);
}

void add_flag(std::string& out, std::string_view key, bool flag) {
  if (!flag) return;
  out += ",\"";
  out += key;
  out += "\":true";
}

std::string_view name_of(CellKind kind) {
  constexpr std::array<std::string_view, 7> kNames = {"", "empty", "text", "number", "boolean", "date", "error"};
  return kNames.at(static_cast<std::size_t>(kind));
}

void add_cell(std::string& out, const PlacedCell& placed) {
  out += "{\"column\":";
  out += std::to_string(placed.column);
  if (!placed.cell.text.empty()) add_text(out, "text", placed.cell.text);
  add_text(out, "kind", name_of(placed.cell.kind));
  add_flag(out, "formula", placed.cell.formula);
  add_flag(out, "merged", placed.cell.merged);
  add_flag(out, "hidden", placed.cell.hidden);
  out += '}';
}

/// What a library says may repeat bytes of the file, as many as it likes and of any kind.
std::string presentable(std::string text) {
  constexpr std::size_t kMostBytes = 400;
  if (text.size() > kMostBytes) text.resize(kMostBytes);
  for (auto bad = first_invalid_utf8(text); bad; bad = first_invalid_utf8(text)) text[*bad] = '?';
  return text;
}

bool stands_there(const PlacedCell& placed) { return placed.cell.kind != CellKind::empty || placed.cell.formula; }

}  // namespace

Answer::Answer(std::string file, const ForeignLimits& limits, Write write)
    : file_(std::move(file)), limits_(limits), write_(std::move(write)) {}

void Answer::begin_file(std::string_view format, std::string_view encoding, std::string_view delimiter) {
  if (refused()) return;
  std::string line = R"({"type":"file","version":1)";
  add_text(line, "format", format);
  if (!encoding.empty()) add_text(line, "encoding", encoding);
  if (!delimiter.empty()) add_text(line, "delimiter", delimiter);
  write(std::move(line));
}

void Answer::begin_part(std::string_view name) {
  part_ = name;
  at(0);
  last_row_ = 0;
  part_features_ = 0;
  keep("sheets", sheets_ + layers_ + 1);
}

void Answer::begin_sheet(std::string_view name, bool hidden) {
  if (refused()) return;
  begin_part(name);
  ++sheets_;
  std::string line = R"({"type":"sheet")";
  add_text(line, "name", name);
  add_flag(line, "hidden", hidden);
  write(std::move(line));
}

void Answer::begin_layer(std::string_view name) {
  if (refused()) return;
  begin_part(name);
  ++layers_;
  std::string line = R"({"type":"layer")";
  add_text(line, "name", name);
  write(std::move(line));
}

bool Answer::check_row(std::int64_t number, const std::vector<PlacedCell>& cells) {
  at(number);
  if (!keep("rows", number)) return false;
  if (number <= last_row_) {
    refuse(ErrorCode::bad_input, "rows_out_of_order", "row " + std::to_string(number),
           "a row after " + std::to_string(last_row_));
    return false;
  }
  std::int64_t before = 0;
  for (const PlacedCell& placed : cells) {
    at(number, placed.column);
    if (placed.column <= before) {
      refuse(ErrorCode::bad_input, "columns_out_of_order", "column " + std::to_string(placed.column),
             "a column after " + std::to_string(before));
      return false;
    }
    before = placed.column;
    if (!keep("columns", placed.column) || !keep("text-bytes", static_cast<std::int64_t>(placed.cell.text.size()))) return false;
  }
  // A reader of rows keeps them up to the last cell: a lone cell far to the right costs as much as a full row.
  return keep("cells", width_ + before);
}

void Answer::row(std::int64_t number, const std::vector<PlacedCell>& cells) {
  if (refused() || std::none_of(cells.begin(), cells.end(), stands_there) || !check_row(number, cells)) return;
  last_row_ = number;
  ++rows_;
  cells_ += static_cast<std::int64_t>(cells.size());
  width_ += cells.back().column;
  std::string line = R"({"type":"row","row":)" + std::to_string(number) + ",\"cells\":[";
  for (const PlacedCell& placed : cells) {
    if (&placed != &cells.front()) line += ',';
    add_cell(line, placed);
  }
  line += ']';
  write(std::move(line));
}

void Answer::feature(std::int64_t number, const std::map<std::string, std::string>& properties, std::string_view geometry) {
  if (refused()) return;
  at(number);
  ++part_features_;
  ++features_;
  const auto count = static_cast<std::int64_t>(properties.size());
  width_ += count;
  if (!keep("rows", part_features_) || !keep("columns", count) || !keep("cells", width_)) return;
  std::string line = R"({"type":"feature","number":)" + std::to_string(number) + ",\"properties\":{";
  bool first = true;
  for (const auto& [name, text] : properties) {
    if (!keep("text-bytes", static_cast<std::int64_t>(std::max(name.size(), text.size())))) return;
    if (!std::exchange(first, false)) line += ',';
    add_quoted(line, name);
    line += ':';
    add_quoted(line, text);
  }
  line += "},\"geometry\":";
  line += geometry.empty() ? "null" : geometry;
  write(std::move(line));
}

void Answer::write(std::string&& line) {
  line += "}\n";
  if (!keep("output-bytes", output_ + static_cast<std::int64_t>(line.size()))) return;
  output_ += static_cast<std::int64_t>(line.size());
  if (!refused()) write_(line);
}

void Answer::end() { refused() ? write_error() : write_end(); }

void Answer::write_end() {
  std::string line = R"({"type":"end")";
  add_count(line, "sheets", sheets_);
  add_count(line, "layers", layers_);
  add_count(line, "rows", rows_);
  add_count(line, "cells", cells_);
  add_count(line, "features", features_);
  line += "}\n";
  write_(line);
}

void Answer::write_error() {
  const Fault& fault = refusal_->fault;
  std::string line = R"({"type":"error")";
  add_text(line, "code", describe(refusal_->code).name);
  add_text(line, "rule", fault.rule);
  add_text(line, "file", file_);
  if (!fault.path.empty()) add_text(line, "sheet", fault.path);
  if (fault.place.line > 0) add_count(line, "row", fault.place.line);
  if (fault.place.column > 0) add_count(line, "column", fault.place.column);
  add_text(line, "found", fault.found);
  add_text(line, "expected", fault.expected);
  line += "}\n";
  write_(line);
}

void Answer::at(std::int64_t row, std::int64_t column) {
  row_ = row;
  column_ = column;
}

void Answer::refuse(ErrorCode code, std::string_view rule, std::string found, std::string expected) {
  if (refused()) return;
  constexpr std::int64_t kMost = 2'000'000'000;  // a Place counts in int
  const Place place{file_, static_cast<int>(std::clamp<std::int64_t>(row_, 0, kMost)),
                    static_cast<int>(std::clamp<std::int64_t>(column_, 0, kMost))};
  refusal_ = Refusal{code, {std::string(rule), place, part_, presentable(std::move(found)), std::move(expected)}};
}

bool Answer::keep(std::string_view limit, std::int64_t value) {
  const auto found =
      std::find_if(kForeignLimits.begin(), kForeignLimits.end(), [&](const auto& each) { return each.name == limit; });
  const std::int64_t most = limits_.*(found->value);
  if (value <= most) return true;
  refuse(ErrorCode::too_large, limit, std::to_string(value), "at most " + std::to_string(most));
  return false;
}

}  // namespace koers::reader
