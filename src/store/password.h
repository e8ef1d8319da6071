// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>

namespace koers {

/// Argon2id with its parameters and salt in the text, 64 MiB and about 0.1 s each. Throws BrokenWorld when there is no memory.
[[nodiscard]] std::string hash_password(std::string_view password);
/// False also for an empty or damaged hash, after as much work as for a good one: the time does not tell which logins exist.
[[nodiscard]] bool verify_password(std::string_view password_hash, std::string_view password);
/// Was it made with other limits than today's? Then hash anew after the next login.
[[nodiscard]] bool needs_rehash(std::string_view password_hash);

}  // namespace koers
