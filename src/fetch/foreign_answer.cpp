// SPDX-License-Identifier: EUPL-1.2
#include "fetch/foreign_answer.h"

#include <algorithm>
#include <array>
#include <limits>

#include <nlohmann/json.hpp>

namespace koers {
namespace {

using Json = nlohmann::json;

/// How deep a line is nested: a tree that is deeper than a stack can bear must not even be built.
std::int64_t nesting_of(std::string_view line) {
  std::int64_t depth = 0;
  std::int64_t deepest = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (in_text && c == '\\') ++i;
    if (c == '"') in_text = !in_text;
    if (in_text) continue;
    if (c == '{' || c == '[') deepest = std::max(deepest, ++depth);
    if (c == '}' || c == ']') --depth;
  }
  return deepest;
}

std::optional<std::string> text_of(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() || !found->is_string() ? std::nullopt : std::optional(found->get<std::string>());
}

/// A count or number within a range that no arithmetic of ours can leave.
std::optional<std::int64_t> number_of(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_number_integer()) return std::nullopt;
  return found->get<std::int64_t>();
}

bool flag_of(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_boolean() && found->get<bool>();
}

std::optional<CellKind> kind_of(const Json& cell) {
  constexpr std::array<std::pair<std::string_view, CellKind>, 6> kKinds = {{{"empty", CellKind::empty},
                                                                            {"text", CellKind::text},
                                                                            {"number", CellKind::number},
                                                                            {"boolean", CellKind::boolean},
                                                                            {"date", CellKind::date},
                                                                            {"error", CellKind::error}}};
  const auto name = text_of(cell, "kind").value_or("");
  const auto found = std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& known) { return known.first == name; });
  return found == kKinds.end() ? std::nullopt : std::optional(found->second);
}

int place_number(const Json& line, const char* name) {
  const auto number = number_of(line, name).value_or(0);
  return number > 0 && number < std::numeric_limits<int>::max() ? static_cast<int>(number) : 0;
}

ErrorCode code_of(const Json& line) {
  const auto name = text_of(line, "code").value_or("");
  for (const ErrorCode code : {ErrorCode::too_large, ErrorCode::unsupported}) {
    if (describe(code).name == name) return code;
  }
  return ErrorCode::bad_input;
}

}  // namespace

ForeignAnswer::ForeignAnswer(std::string name, const ForeignLimits& limits) : name_(std::move(name)), limits_(limits) {
  file_.name = name_;
}

bool ForeignAnswer::is_nonsense(std::string_view why) {
  const Fault fault{"answer", {name_, 0, 0}, "", "an answer of its reader with " + std::string(why), "a table or map"};
  error_ = Error{ErrorCode::bad_input, to_string(fault), {fault}};
  return false;
}

bool ForeignAnswer::is_over(std::string_view limit) {
  const Fault fault{std::string(limit), {name_, 0, 0}, "", "an answer of its reader over its limit", "what it may answer"};
  error_ = Error{ErrorCode::too_large, to_string(fault), {fault}};
  return false;
}

bool ForeignAnswer::add(std::string_view piece) {
  bytes_ += static_cast<std::int64_t>(piece.size());
  constexpr std::int64_t kClosingBytes = 1 << 16;  // a closing line may come on top
  if (bytes_ > limits_.output_bytes + kClosingBytes) return is_over("output-bytes");
  while (!piece.empty()) {
    const auto end = piece.find('\n');
    waiting_ += piece.substr(0, end);
    if (end == std::string_view::npos) return true;
    piece.remove_prefix(end + 1);
    if (!take_line(waiting_)) return false;
    waiting_.clear();
  }
  return true;
}

bool ForeignAnswer::finish() {
  if (error_) return false;
  if (!waiting_.empty() || !has_ended_) return is_nonsense("no end: it broke off");
  return true;
}

bool ForeignAnswer::take_line(std::string_view line) {
  constexpr std::int64_t kOwnNesting = 3;
  if (has_ended_) return is_nonsense("more after its end");
  if (nesting_of(line) > limits_.depth + kOwnNesting) return is_nonsense("too much within each other");
  const Json parsed = Json::parse(line, nullptr, false);
  if (!parsed.is_object()) return is_nonsense("a line that is no JSON");
  return take_record(parsed);
}

bool ForeignAnswer::take_record(const Json& line) {
  const auto type = text_of(line, "type").value_or("");
  if (type == "error") return take_error(line);
  if (type == "file") return take_file(line);
  if (!has_begun_) return is_nonsense("no beginning");
  if (type == "row") return take_row(line);
  if (type == "feature") return take_feature(line);
  if (type == "sheet") return take_sheet(line);
  if (type == "layer") return take_layer(line);
  if (type == "end") return take_end(line);
  return is_nonsense("a line of an unknown kind");
}

bool ForeignAnswer::take_file(const Json& line) {
  if (has_begun_ || number_of(line, "version") != 1) return is_nonsense("another beginning than is understood");
  has_begun_ = true;
  file_.format = text_of(line, "format").value_or("");
  file_.encoding = text_of(line, "encoding").value_or("");
  file_.delimiter = text_of(line, "delimiter").value_or("");
  return true;
}

bool ForeignAnswer::take_sheet(const Json& line) {
  if (static_cast<std::int64_t>(file_.sheets.size()) >= limits_.sheets) return is_over("sheets");
  file_.sheets.push_back({name_, text_of(line, "name").value_or(""), flag_of(line, "hidden"), {}});
  return true;
}

bool ForeignAnswer::take_layer(const Json& line) {
  if (static_cast<std::int64_t>(file_.layers.size()) >= limits_.sheets) return is_over("sheets");
  file_.layers.push_back({name_, text_of(line, "name").value_or(""), {}});
  return true;
}

bool ForeignAnswer::take_row(const Json& line) {
  const auto number = number_of(line, "row");
  const auto cells = line.find("cells");
  if (file_.sheets.empty() || !number || cells == line.end() || !cells->is_array()) return is_nonsense("a row without its place");
  std::vector<ForeignRow>& rows = file_.sheets.back().rows;
  if (*number <= (rows.empty() ? 0 : rows.back().number)) return is_nonsense("rows out of order");
  if (*number > limits_.rows) return is_over("rows");
  ForeignRow row{*number, {}};
  for (const Json& cell : *cells) {
    if (!take_cell(cell, row)) return false;
  }
  ++rows_;
  rows.push_back(std::move(row));
  return true;
}

bool ForeignAnswer::take_cell(const Json& cell, ForeignRow& row) {
  const auto column = number_of(cell, "column");
  const auto kind = kind_of(cell);
  const auto before = static_cast<std::int64_t>(row.cells.size());
  if (!column || !kind || *column <= before) return is_nonsense("a cell without its place or kind");
  if (*column > limits_.columns) return is_over("columns");
  width_ += *column - before;
  if (width_ > limits_.cells) return is_over("cells");
  ++cells_;
  row.cells.resize(static_cast<std::size_t>(*column));
  row.cells.back() = {text_of(cell, "text").value_or(""), *kind, flag_of(cell, "formula"), flag_of(cell, "merged"),
                      flag_of(cell, "hidden")};
  return true;
}

bool ForeignAnswer::take_feature(const Json& line) {
  const auto number = number_of(line, "number");
  const auto properties = line.find("properties");
  const auto geometry = line.find("geometry");
  if (file_.layers.empty() || !number || properties == line.end() || !properties->is_object() || geometry == line.end()) {
    return is_nonsense("a feature without its parts");
  }
  ForeignFeature feature{*number, {}, geometry->is_null() ? std::string() : geometry->dump()};
  width_ += static_cast<std::int64_t>(properties->size());
  if (width_ > limits_.cells) return is_over("cells");
  for (const auto& [name, value] : properties->items()) {
    if (!value.is_string()) return is_nonsense("a property that is no text");
    feature.properties.emplace(name, value.get<std::string>());
  }
  ++features_;
  file_.layers.back().features.push_back(std::move(feature));
  return true;
}

bool ForeignAnswer::take_end(const Json& line) {
  has_ended_ = true;
  const auto counts = [&](const char* name, std::size_t came) {
    return number_of(line, name) == static_cast<std::int64_t>(came);
  };
  const bool is_whole = counts("sheets", file_.sheets.size()) && counts("layers", file_.layers.size()) &&
                        counts("rows", static_cast<std::size_t>(rows_)) && counts("cells", static_cast<std::size_t>(cells_)) &&
                        counts("features", static_cast<std::size_t>(features_));
  return is_whole || is_nonsense("other counts than what came");
}

bool ForeignAnswer::take_error(const Json& line) {
  const Fault fault{text_of(line, "rule").value_or("damaged"),
                    {name_, place_number(line, "row"), place_number(line, "column")},
                    text_of(line, "sheet").value_or(""),
                    text_of(line, "found").value_or("a file that cannot be read"),
                    text_of(line, "expected").value_or("a table or map")};
  error_ = Error{code_of(line), to_string(fault), {fault}};
  return false;
}

}  // namespace koers
