// SPDX-License-Identifier: EUPL-1.2
#include "http/client_address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "http/field_text.h"

namespace koers::http {

std::optional<TrustedProxies::Bytes> TrustedProxies::parse_address(std::string_view text) {
  const std::string copy(text);
  Bytes bytes{};
  if (inet_pton(AF_INET6, copy.c_str(), bytes.data()) == 1) return bytes;
  std::array<std::uint8_t, 4> four{};
  if (inet_pton(AF_INET, copy.c_str(), four.data()) != 1) return std::nullopt;
  bytes[10] = bytes[11] = 0xFF;
  std::copy(four.begin(), four.end(), bytes.begin() + 12);
  return bytes;
}

std::optional<TrustedProxies::Network> TrustedProxies::parse_network(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::optional<Bytes> bytes = parse_address(text.substr(0, slash));
  if (!bytes) return std::nullopt;
  Network network{*bytes, 128};
  if (slash == std::string_view::npos) return network;
  const std::string_view length = text.substr(slash + 1);
  const bool is_v4 = text.substr(0, slash).find(':') == std::string_view::npos;
  unsigned prefix = 0;
  const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), prefix);
  if (length.empty() || error != std::errc() || end != length.data() + length.size() || prefix > (is_v4 ? 32U : 128U))
    return std::nullopt;
  network.prefix = is_v4 ? prefix + 96 : prefix;
  return network;
}

Result<TrustedProxies> TrustedProxies::parse(const std::vector<std::string>& texts) {
  TrustedProxies out;
  for (const std::string& text : texts) {
    const std::optional<Network> network = parse_network(text);
    if (!network) return failure(ErrorCode::bad_input, "The trusted proxy \"" + text + "\" is not an address or network.");
    out.networks_.push_back(*network);
  }
  return out;
}

bool TrustedProxies::contains(std::string_view address) const {
  if (networks_.empty()) return false;
  const std::optional<Bytes> bytes = parse_address(address);
  if (!bytes) return false;
  return std::any_of(networks_.begin(), networks_.end(), [&](const Network& network) {
    for (unsigned bit = 0; bit < network.prefix; ++bit) {
      const unsigned mask = 0x80U >> (bit % 8);
      if (((network.bytes.at(bit / 8) ^ bytes->at(bit / 8)) & mask) != 0) return false;
    }
    return true;
  });
}

std::string TrustedProxies::client_of(std::string_view peer, const Headers& headers) const {
  if (!contains(peer)) return std::string(peer);
  std::vector<std::string_view> chain;
  const std::string joined = headers.joined("X-Forwarded-For");
  for_each_element(joined, [&](std::string_view element) { chain.push_back(element); });
  std::string_view client = peer;
  for (auto hop = chain.rbegin(); hop != chain.rend(); ++hop) {
    if (!parse_address(*hop)) break;  // what is left of it cannot be believed either
    client = *hop;
    if (!contains(client)) break;
  }
  return std::string(client);
}

bool TrustedProxies::is_secure(std::string_view peer, const Headers& headers) const {
  return contains(peer) && equal_ignoring_case(headers.find("X-Forwarded-Proto").value_or(""), "https");
}

}  // namespace koers::http
