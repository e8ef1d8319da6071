// SPDX-License-Identifier: EUPL-1.2
#include "http/target.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "http/field_text.h"

namespace koers::http {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = lower(c);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

// Decoded exactly once: `%2541` becomes `%41`, which is then just text.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      out += ' ';
    } else if (text[i] != '%') {
      out += text[i];
    } else {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = hex_value(text[i + 1]);
      const int low = hex_value(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  return first_invalid_utf8(out) ? std::nullopt : std::optional(std::move(out));
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

std::optional<std::string> decoded_segment(std::string_view raw) {
  std::optional<std::string> segment = percent_decoded(raw, false);
  if (!segment || *segment == "." || *segment == "..") return std::nullopt;
  // A slash in here was written as %2F; whoever splits the path again would see other segments than we do.
  const bool bad = std::any_of(segment->begin(), segment->end(), [](char c) { return is_control(c) || c == '/' || c == '\\'; });
  return bad ? std::nullopt : segment;
}

bool parse_path(std::string_view raw, Target& target) {
  if (!raw.starts_with('/')) return false;
  target.path.assign(1, '/');
  if (raw == "/") return true;
  for (std::size_t start = 1; start <= raw.size();) {
    const std::size_t slash = std::min(raw.find('/', start), raw.size());
    std::optional<std::string> segment = decoded_segment(raw.substr(start, slash - start));
    if (!segment || (segment->empty() && slash != raw.size())) return false;
    if (target.path.size() > 1) target.path += '/';
    target.path += *segment;
    target.segments.push_back(*std::move(segment));
    start = slash + 1;
  }
  // "//" would be one empty segment: it is the root of another server to some.
  return target.segments.front() != "";
}

bool strip_scheme(std::string_view& text) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!equal_ignoring_case(text.substr(0, scheme.size()), scheme)) continue;
    text.remove_prefix(scheme.size());
    return true;
  }
  return false;
}

bool is_host_character(char c) {
  return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}
bool is_address_character(char c) { return hex_value(c) >= 0 || c == ':' || c == '.'; }

}  // namespace

std::optional<std::vector<Parameter>> parse_form(std::string_view text) {
  constexpr std::size_t kMostPairs = 200;
  std::vector<Parameter> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    const std::string_view pair = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    std::optional<std::string> name = percent_decoded(pair.substr(0, equals), true);
    std::optional<std::string> value = percent_decoded(pair.substr(std::min(equals + 1, pair.size())), true);
    if (!name || !value || out.size() == kMostPairs) return std::nullopt;
    if (first_control_character(*name) || first_control_character(*value)) return std::nullopt;
    out.push_back({*std::move(name), *std::move(value)});
  }
  return out;
}

bool is_authority(std::string_view text) {
  const std::string_view name = host_name(text);
  std::string_view port = text.substr(name.size());
  if (port.starts_with(':')) {
    port.remove_prefix(1);
  } else if (!port.empty()) {
    return false;
  }
  if (port.size() > 5 || !std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
  if (!name.starts_with('[')) return !name.empty() && std::all_of(name.begin(), name.end(), is_host_character);
  return name.size() > 3 && name.ends_with(']') && std::all_of(name.begin() + 1, name.end() - 1, is_address_character);
}

std::string_view host_name(std::string_view authority) {
  if (authority.starts_with('[')) return authority.substr(0, std::min(authority.find(']'), authority.size() - 1) + 1);
  return authority.substr(0, authority.find(':'));
}

std::optional<Target> parse_target(std::string_view text) {
  Target target;
  if (text == "*") {
    target.is_asterisk = true;
    target.path.assign(1, '*');
    return target;
  }
  if (text.find('#') != std::string_view::npos) return std::nullopt;
  if (!text.starts_with('/')) {
    if (!strip_scheme(text)) return std::nullopt;
    const std::size_t end = std::min(text.find_first_of("/?"), text.size());
    target.authority = lower(text.substr(0, end));
    text.remove_prefix(end);
    if (!is_authority(target.authority)) return std::nullopt;
  }
  const std::size_t question = std::min(text.find('?'), text.size());
  const std::string_view path = question == 0 ? "/" : text.substr(0, question);  // empty only in the absolute form
  std::optional<std::vector<Parameter>> query = parse_form(text.substr(std::min(question + 1, text.size())));
  if (!query || !parse_path(path, target)) return std::nullopt;
  target.query = *std::move(query);
  return target;
}

}  // namespace koers::http
