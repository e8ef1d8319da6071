// SPDX-License-Identifier: EUPL-1.2
#include "gather/names.h"

#include <algorithm>

namespace koers::gather {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Drops `wijk 01 ` when that is how `name` begins; a place that is called `Wijk aan Zee` keeps its name.
std::string_view without_level(std::string_view name) {
  for (const std::string_view level : {std::string_view("wijk "), std::string_view("buurt ")}) {
    if (!name.starts_with(level)) continue;
    std::size_t end = level.size();
    while (end < name.size() && is_digit(name[end])) ++end;
    if (end > level.size() && end < name.size() && name[end] == ' ') return name.substr(end + 1);
  }
  return name;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string bare_area_name(std::string_view name) {
  std::string small(without_blanks(name));
  std::transform(small.begin(), small.end(), small.begin(), lower);
  std::string bare;
  for (const char c : without_level(small)) {
    // Bytes above ASCII are parts of letters such as ú.
    if ((c >= 'a' && c <= 'z') || is_digit(c) || (static_cast<unsigned char>(c) & 0x80U) != 0) bare += c;
  }
  return bare;
}

std::string_view without_position(std::string_view column) {
  std::size_t end = column.size();
  while (end > 0 && is_digit(column[end - 1])) --end;
  return end > 1 && end < column.size() && column[end - 1] == '_' ? column.substr(0, end - 1) : column;
}

std::string filled_in(std::string_view text, std::string_view year, std::string_view table) {
  std::string out(text);
  replace_all(out, "{year}", year);
  replace_all(out, "{table}", table);
  return out;
}

}  // namespace koers::gather
