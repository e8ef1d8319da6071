// SPDX-License-Identifier: EUPL-1.2
#include "store/password.h"

#include <sodium.h>

#include <array>

#include "base/result.h"

namespace koers {
namespace {

// libsodium's "interactive" limits: 2 passes over 64 MiB.
constexpr auto kPasses = crypto_pwhash_OPSLIMIT_INTERACTIVE;
constexpr auto kMemoryBytes = crypto_pwhash_MEMLIMIT_INTERACTIVE;

void expect_sodium() {
  if (sodium_init() < 0) throw BrokenWorld("The system gives no random numbers.");
}

}  // namespace

std::string hash_password(std::string_view password) {
  expect_sodium();
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (crypto_pwhash_str(text.data(), password.data(), password.size(), kPasses, kMemoryBytes) != 0) {
    throw BrokenWorld("There is not enough memory to hash a password.");
  }
  return text.data();
}

bool verify_password(std::string_view password_hash, std::string_view password) {
  static const std::string kNobodys = hash_password("the password of an account that does not exist");
  expect_sodium();
  const std::string given(password_hash);
  const bool well_formed = crypto_pwhash_str_needs_rehash(given.c_str(), kPasses, kMemoryBytes) >= 0;
  const std::string& compared = well_formed ? given : kNobodys;
  return crypto_pwhash_str_verify(compared.c_str(), password.data(), password.size()) == 0 && well_formed;
}

bool needs_rehash(std::string_view password_hash) {
  return crypto_pwhash_str_needs_rehash(std::string(password_hash).c_str(), kPasses, kMemoryBytes) != 0;
}

}  // namespace koers
