// SPDX-License-Identifier: EUPL-1.2
#include "http/cookie.h"

#include <algorithm>
#include <stdexcept>

#include "http/field_text.h"

namespace koers::http {
namespace {

// cookie-octet of RFC 6265 4.1.1: visible ASCII without quote, comma, semicolon and backslash.
bool is_cookie_value(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c > 0x20 && c < 0x7F && c != '"' && c != ',' && c != ';' && c != '\\'; });
}

bool is_cookie_path(std::string_view text) {
  return text.starts_with('/') && std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F && c != ';'; });
}

std::string_view to_string(SameSite same_site) {
  switch (same_site) {
    case SameSite::strict:
      return "Strict";
    case SameSite::lax:
      return "Lax";
    case SameSite::none:
      return "None";
  }
  return "Strict";
}

void check(const Cookie& cookie) {
  if (!is_token(cookie.name) || !is_cookie_value(cookie.value) || !is_cookie_path(cookie.path)) {
    throw std::logic_error("a cookie holds a character that it may not");
  }
  const bool is_host = cookie.name.starts_with("__Host-");
  const bool wants_secure = is_host || cookie.name.starts_with("__Secure-") || cookie.same_site == SameSite::none;
  if ((wants_secure && !cookie.secure) || (is_host && cookie.path != "/")) {
    throw std::logic_error("browsers refuse the cookie " + cookie.name);
  }
}

}  // namespace

std::vector<Parameter> parse_cookies(std::string_view header) {
  std::vector<Parameter> out;
  while (!header.empty()) {
    const std::size_t end = header.find(';');
    const std::string_view pair = trim(header.substr(0, end));
    header.remove_prefix(end == std::string_view::npos ? header.size() : end + 1);
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string_view name = trim(pair.substr(0, equals));
    std::string_view value = trim(pair.substr(equals + 1));
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
    if (is_token(name) && is_cookie_value(value)) out.push_back({std::string(name), std::string(value)});
  }
  return out;
}

std::string to_header(const Cookie& cookie) {
  check(cookie);
  std::string out = cookie.name + '=' + cookie.value + "; Path=" + cookie.path;
  if (cookie.max_age) out += "; Max-Age=" + std::to_string(cookie.max_age->count());
  if (cookie.http_only) out += "; HttpOnly";
  if (cookie.secure) out += "; Secure";
  return out.append("; SameSite=").append(to_string(cookie.same_site));
}

}  // namespace koers::http
