// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace koers::test {

/// As a page sends a file (RFC 4648, with padding).
inline std::string base64(const std::string& bytes) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t n = 0; n < bytes.size(); n += 3) {
    std::uint32_t bits = 0;
    for (std::size_t k = 0; k < 3; ++k)
      bits = bits << 8U | (n + k < bytes.size() ? static_cast<unsigned char>(bytes[n + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k)
      out += n + k > bytes.size() ? '=' : kDigits[bits >> (18U - 6U * static_cast<unsigned>(k)) & 63U];
  }
  return out;
}

}  // namespace koers::test
