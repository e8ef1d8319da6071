// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/message.h"

namespace koers::http {

/// The proxies in front of us. What such a header says is believed only as far as a trusted proxy wrote it.
class TrustedProxies {
 public:
  /// Addresses or networks: `127.0.0.1`, `10.0.0.0/8`, `fd00::/8`.
  [[nodiscard]] static Result<TrustedProxies> parse(const std::vector<std::string>& texts);

  [[nodiscard]] bool contains(std::string_view address) const;
  /// Walks X-Forwarded-For from its end: the first address that is not a trusted proxy is the client. `peer` is who is connected.
  [[nodiscard]] std::string client_of(std::string_view peer, const Headers& headers) const;
  /// X-Forwarded-Proto is https, said by a trusted proxy.
  [[nodiscard]] bool is_secure(std::string_view peer, const Headers& headers) const;

 private:
  // IPv4 is kept in its IPv6 form (::ffff:a.b.c.d), so one comparison does for both.
  using Bytes = std::array<std::uint8_t, 16>;
  struct Network {
    Bytes bytes{};
    unsigned prefix = 128;
  };
  static std::optional<Bytes> parse_address(std::string_view text);
  static std::optional<Network> parse_network(std::string_view text);
  std::vector<Network> networks_;
};

}  // namespace koers::http
