// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace koers::http {

/// A request target in one agreed form, so that the router, the authorisation and the handlers cannot read it differently.
struct Target {
  std::string path;
  std::vector<std::string> segments;
  std::vector<Parameter> query;
  std::string authority;     ///< of the absolute form (`http://host/path`), lower case; else empty
  bool is_asterisk = false;  ///< `OPTIONS *`
};

/// Decodes and checks; nothing is repaired. None for: malformed or overlong percent-encoding, bytes that are not UTF-8, control
/// characters, backslashes, encoded slashes, empty segments within the path, `.` and `..` segments in any encoding, a fragment,
/// another scheme.
[[nodiscard]] std::optional<Target> parse_target(std::string_view text);

/// `a=1&b=x%20y+z`, as a query or a form sends it. None when the encoding is wrong or there are more than 200 pairs.
[[nodiscard]] std::optional<std::vector<Parameter>> parse_form(std::string_view text);

/// `host`, `host:port`, `[v6]:port`: letters, digits, `-._~` in the name.
[[nodiscard]] bool is_authority(std::string_view text);

/// The name without the port: `[::1]` keeps its brackets.
[[nodiscard]] std::string_view host_name(std::string_view authority);

}  // namespace koers::http
