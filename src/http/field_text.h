// SPDX-License-Identifier: EUPL-1.2
// How header fields are written: case, white space, lists (RFC 9110 section 5.6).
#pragma once
#include <string>
#include <string_view>

namespace koers::http {

[[nodiscard]] constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
[[nodiscard]] std::string lower(std::string_view text);
[[nodiscard]] bool equal_ignoring_case(std::string_view left, std::string_view right);
/// Without spaces and tabs at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);
/// Letters, digits and !#$%&'*+-.^_`|~ ; at least one.
[[nodiscard]] bool is_token(std::string_view text);
/// What a header value of ours may hold: visible ASCII, UTF-8 bytes, space and tab. Line ends would let data write headers.
[[nodiscard]] bool is_field_value(std::string_view text);

/// Calls `take` with each non-empty element of a comma-separated list; commas inside quotes do not separate.
template <class Take>
void for_each_element(std::string_view list, Take take) {
  std::size_t start = 0;
  bool quoted = false;
  for (std::size_t i = 0; i <= list.size(); ++i) {
    if (i < list.size()) {
      if (list[i] == '"') quoted = !quoted;
      if (list[i] != ',' || quoted) continue;
    }
    const std::string_view element = trim(list.substr(start, i - start));
    if (!element.empty()) take(element);
    start = i + 1;
  }
}

}  // namespace koers::http
