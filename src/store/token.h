// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>

namespace koers {

/// 256 random bits from the operating system, 43 characters that need no escaping in a URL or cookie.
[[nodiscard]] std::string random_token();
/// The form in which a token is stored: BLAKE2b-256 in 64 hexadecimal digits.
[[nodiscard]] std::string hash_token(std::string_view token);
/// Compares in a time that depends on the lengths only.
[[nodiscard]] bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace koers
