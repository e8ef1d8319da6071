// SPDX-License-Identifier: EUPL-1.2
// Addresses of services: which are allowed, and how a link on a page is read.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace koers::fetch {

struct AddressRules {
  bool plain_http = false;  ///< http to other machines too; to this machine itself it is always allowed
};

/// The parts that decide where a request goes. `host` is in lower case, `port` always given.
struct Address {
  std::string text;
  std::string scheme;
  std::string host;
  std::string port;
};

/// https (or http to this machine), a host, no user name or password.
[[nodiscard]] Result<Address> parse_address(const std::string& text, const AddressRules& rules = {});

[[nodiscard]] bool is_loopback(const Address& address);
[[nodiscard]] bool is_same_origin(const Address& one, const Address& other);

/// Where a link found at `page` leads: relative links are completed, and http is raised to the page's https, since services write
/// the one while they answer over the other. A link to another host is refused: what a page says must not send us elsewhere.
[[nodiscard]] Result<std::string> follow_link(const std::string& page, const std::string& link, const AddressRules& rules = {});

/// Percent-encoding of RFC 3986 of all but unreserved characters and those to be kept.
[[nodiscard]] std::string percent_encoded(std::string_view text, std::string_view kept = "");

/// `base?name=value&…`, values encoded where they must be; names are written as they are.
[[nodiscard]] std::string with_query(const std::string& base, const std::vector<std::pair<std::string, std::string>>& query);

}  // namespace koers::fetch
