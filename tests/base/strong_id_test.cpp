// SPDX-License-Identifier: EUPL-1.2
#include "base/strong_id.h"

#include <gtest/gtest.h>

namespace koers {
namespace {

TEST(Id, is_made_of_letters_digits_and_hyphens) {
  for (const char* text : {"a", "voldoende-woningen", "WK063700", "2040", "a--b"}) EXPECT_TRUE(is_valid_id(text)) << text;
  EXPECT_TRUE(is_valid_id(std::string(64, 'x')));
}

TEST(Id, holds_nothing_that_means_something_in_a_path_or_page) {
  for (const char* text :
       {"", "-", "-a", "a-", "a b", "..", ".", "a/b", "a\\b", "../a", "a.yaml", "a_b", "é", "a\n", "<b>", "a%2e"}) {
    EXPECT_FALSE(is_valid_id(text)) << text;
  }
  EXPECT_FALSE(is_valid_id(std::string(65, 'x')));
  EXPECT_FALSE(is_valid_id(std::string_view("a\0b", 3)));
}

}  // namespace
}  // namespace koers
