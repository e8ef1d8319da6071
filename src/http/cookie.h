// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace koers::http {

/// The pairs of a Cookie header. What does not follow RFC 6265 is skipped: one odd cookie of a neighbour on the domain must not
/// lock its owner out.
[[nodiscard]] std::vector<Parameter> parse_cookies(std::string_view header);

enum class SameSite : std::uint8_t { strict, lax, none };

/// A cookie to set. The defaults are the safe ones.
struct Cookie {
  std::string name;
  std::string value;
  std::string path = "/";
  std::optional<std::chrono::seconds> max_age;  ///< none: until the browser closes; 0: remove now
  bool http_only = true;
  bool secure = true;
  SameSite same_site = SameSite::strict;
};

/// Value for a Set-Cookie header. Throws std::logic_error when name, value or path hold a character that a cookie may not, or
/// when a
/// `__Host-`/`__Secure-` name lacks what browsers demand of it: those come from our own code.
[[nodiscard]] std::string to_header(const Cookie& cookie);

}  // namespace koers::http
