// SPDX-License-Identifier: EUPL-1.2
#include "base/result.h"

#include <gtest/gtest.h>

#include <set>

namespace koers {
namespace {

TEST(ErrorCode, has_a_name_a_status_and_an_exit_code) {
  EXPECT_EQ(describe(ErrorCode::bad_input).http_status, 400);
  EXPECT_EQ(describe(ErrorCode::forbidden).http_status, 403);
  EXPECT_EQ(describe(ErrorCode::stale).http_status, 412);
  EXPECT_EQ(describe(ErrorCode::precondition_needed).http_status, 428);
  EXPECT_EQ(describe(ErrorCode::broken_world).http_status, 503);
  EXPECT_EQ(describe(ErrorCode::broken_world).exit_code, 3);
  EXPECT_EQ(describe(ErrorCode::bad_input).exit_code, 2);
  EXPECT_EQ(describe(ErrorCode::not_found).exit_code, 1);
}

TEST(ErrorCode, has_a_name_of_its_own) {
  std::set<std::string_view> names;
  for (int code = 0; code <= static_cast<int>(ErrorCode::broken_world); ++code) {
    names.insert(describe(static_cast<ErrorCode>(code)).name);
  }
  EXPECT_EQ(names.size(), static_cast<std::size_t>(ErrorCode::broken_world) + 1);
}

TEST(Fault, says_where_and_what) {
  EXPECT_EQ(to_string(Fault{"type", {"a.yaml", 3, 7}, "title", "5", "a text"}), "a.yaml:3:7: title: found 5, expected a text");
  EXPECT_EQ(to_string(Fault{"type", {"a.yaml", 0, 0}, "", "5", "a text"}), "a.yaml: found 5, expected a text");
  EXPECT_EQ(to_string(Fault{"type", {}, "title", "5", "a text"}), "title: found 5, expected a text");
}

}  // namespace
}  // namespace koers
