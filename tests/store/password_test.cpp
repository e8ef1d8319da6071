// SPDX-License-Identifier: EUPL-1.2
#include "store/password.h"

#include <gtest/gtest.h>

#include <set>

#include "store/token.h"

namespace koers {
namespace {

TEST(PasswordTest, knows_the_right_one_from_wrong_ones) {
  const std::string hash = hash_password("correct horse \u00e9");
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=65536,t=2,"));
  EXPECT_TRUE(verify_password(hash, "correct horse \u00e9"));
  EXPECT_FALSE(verify_password(hash, "correct horse"));
  EXPECT_FALSE(verify_password(hash, ""));
  EXPECT_FALSE(needs_rehash(hash));
  EXPECT_NE(hash, hash_password("correct horse \u00e9"));
}

TEST(PasswordTest, accepts_nothing_for_a_damaged_hash) {
  const std::string hash = hash_password("x");
  EXPECT_FALSE(verify_password("", ""));
  EXPECT_FALSE(verify_password("", "the password of an account that does not exist"));
  EXPECT_FALSE(verify_password(hash.substr(0, 40), "x"));
  EXPECT_FALSE(verify_password(std::string(500, '$'), "x"));
  EXPECT_TRUE(needs_rehash("nonsense"));
}

TEST(PasswordTest, verifies_but_renews_a_hash_with_lower_limits) {
  // Made by crypto_pwhash_str with 1 pass over 8 MiB.
  const std::string old = "$argon2id$v=19$m=8192,t=1,p=1$kRexratD6ZblhRFBDUdWXw$48GaaCdMr2jEnDGoCY/m2vc12vZlIghz1ehm6Hukpqg";
  EXPECT_TRUE(verify_password(old, "password"));
  EXPECT_TRUE(needs_rehash(old));
}

TEST(TokenTest, is_long_and_different_each_time) {
  std::set<std::string> tokens;
  for (int n = 0; n < 1000; ++n) tokens.insert(random_token());
  EXPECT_EQ(tokens.size(), 1000U);
  EXPECT_EQ(tokens.begin()->size(), 43U);
  EXPECT_EQ(tokens.begin()->find_first_of("+/="), std::string::npos);
}

TEST(TokenTest, is_stored_as_its_hash) {
  EXPECT_EQ(hash_token("a").size(), 64U);
  EXPECT_EQ(hash_token("a"), hash_token("a"));
  EXPECT_NE(hash_token("a"), hash_token("b"));
}

TEST(TokenTest, compares_whole_texts) {
  EXPECT_TRUE(equal_in_constant_time("abc", "abc"));
  EXPECT_FALSE(equal_in_constant_time("abc", "abd"));
  EXPECT_FALSE(equal_in_constant_time("abc", "ab"));
  EXPECT_TRUE(equal_in_constant_time("", ""));
}

}  // namespace
}  // namespace koers
