// SPDX-License-Identifier: EUPL-1.2
#include "fetch/address.h"

#include <algorithm>
#include <cctype>
#include <memory>
#include <optional>

#include <curl/curl.h>

#include "base/utf8.h"
#include "fetch/page_fault.h"

namespace koers::fetch {
namespace {

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, FreeUrl>;

Url parse_url(const std::string& text) {
  Url url(curl_url());
  if (!url) throw BrokenWorld("no memory for an address");
  if (curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK) url.reset();
  return url;
}

std::string part(CURLU* url, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url, which, &text, flags) != CURLUE_OK) return {};
  const std::unique_ptr<char, decltype(&curl_free)> owner(text, curl_free);
  return text;
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

std::unexpected<Error> refused(std::string address, std::string found, std::string expected) {
  return page_fault(ErrorCode::bad_input, "address", std::move(address), "", std::move(found), std::move(expected));
}

bool is_plain_text(const std::string& text) {
  return std::ranges::all_of(text, [](unsigned char c) { return c > 0x20 && c < 0x7F; });
}

std::string with_encoded_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == ' ' ? std::string("%20") : std::string(1, c);
  return out;
}

/// An IPv4 address of this machine, in the form to which the parser brings all others.
bool is_ipv4_loopback(std::string_view host) {
  return host.starts_with("127.") && std::ranges::count(host, '.') == 3 &&
         std::ranges::all_of(host, [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

}  // namespace

bool is_loopback(const Address& address) {
  return address.host == "localhost" || address.host == "[::1]" || is_ipv4_loopback(address.host);
}

bool is_same_origin(const Address& one, const Address& other) {
  return one.scheme == other.scheme && one.host == other.host && one.port == other.port;
}

Result<Address> parse_address(const std::string& text, const AddressRules& rules) {
  if (!is_plain_text(text)) return refused(in_quotes(text), "a blank or a character outside ASCII", "a percent-encoded address");
  const Url url = parse_url(text);
  if (!url) return refused(in_quotes(text), "no address", "an address such as https://opendata.cbs.nl/ODataApi/OData");
  if (!part(url.get(), CURLUPART_USER).empty() || !part(url.get(), CURLUPART_PASSWORD).empty()) {
    return refused("an address", "a user name or a password in it", "none: these services are open");
  }
  Address address{text, lower(part(url.get(), CURLUPART_SCHEME)), lower(part(url.get(), CURLUPART_HOST)),
                  part(url.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT)};
  const bool http_allowed = rules.plain_http || is_loopback(address);
  if (address.scheme != "https" && !(address.scheme == "http" && http_allowed)) {
    return refused(text, "the scheme " + in_quotes(address.scheme), rules.plain_http ? "https or http" : "https");
  }
  return address;
}

Result<std::string> follow_link(const std::string& page, const std::string& link, const AddressRules& rules) {
  const auto from = parse_address(page, rules);
  if (!from) return std::unexpected(from.error());
  const Url url = parse_url(page);
  // The parser completes a relative link. Services do write blanks; it would make a `+` of them, which not every service undoes.
  const std::string encoded = with_encoded_blanks(link);
  if (link.empty() || curl_url_set(url.get(), CURLUPART_URL, encoded.c_str(), CURLU_URLENCODE) != CURLUE_OK) {
    return refused(page, "the link " + in_quotes(link), "an address");
  }
  if (from->scheme == "https" && part(url.get(), CURLUPART_SCHEME) == "http" && part(url.get(), CURLUPART_PORT).empty()) {
    curl_url_set(url.get(), CURLUPART_SCHEME, "https", 0);
  }
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  const auto to = parse_address(part(url.get(), CURLUPART_URL), rules);
  if (!to) return std::unexpected(to.error());
  if (!is_same_origin(*from, *to)) {
    return refused(page, "a link to " + in_quotes(to->scheme + "://" + to->host + ':' + to->port),
                   "a link within " + from->scheme + "://" + from->host + ':' + from->port);
  }
  return to->text;
}

std::string percent_encoded(std::string_view text, std::string_view kept) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                            std::string_view("-._~").find(c) != std::string_view::npos || kept.find(c) != std::string_view::npos;
    if (unreserved) {
      out += c;
    } else {
      out += {'%', kDigits[byte >> 4U], kDigits[byte & 0xFU]};
    }
  }
  return out;
}

std::string with_query(const std::string& base, const std::vector<std::pair<std::string, std::string>>& query) {
  std::string out = base;
  char before = '?';
  for (const auto& [name, value] : query) {
    out += before + name + '=' + percent_encoded(value, "'(),:/");
    before = '&';
  }
  return out;
}

}  // namespace koers::fetch
