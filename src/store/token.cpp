// SPDX-License-Identifier: EUPL-1.2
#include "store/token.h"

#include <sodium.h>

#include <array>

#include "base/result.h"
#include "store/chain.h"

namespace koers {

std::string random_token() {
  if (sodium_init() < 0) throw BrokenWorld("The system gives no random numbers.");
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  constexpr int kForm = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::array<char, sodium_base64_ENCODED_LEN(32, kForm)> text{};
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kForm);
  return text.data();
}

std::string hash_token(std::string_view token) { return FieldHash("koers token 1").add(token).hexadecimal(); }

bool equal_in_constant_time(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace koers
