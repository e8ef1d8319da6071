// SPDX-License-Identifier: EUPL-1.2
#include "http/cookie.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace koers::http {
namespace {

TEST(Cookie, reads_pairs_and_skips_what_is_odd) {
  EXPECT_EQ(parse_cookies("a=1; b=\"two\";c=;  bad ; =x; d=x y; e=3"),
            (std::vector<Parameter>{{"a", "1"}, {"b", "two"}, {"c", ""}, {"e", "3"}}));
  EXPECT_TRUE(parse_cookies("").empty());
}

TEST(Cookie, is_found_in_any_cookie_header) {
  Request request;
  request.headers.add("cookie", "a=1");
  request.headers.add("Cookie", "__Host-koers=xyz; a=2");
  EXPECT_EQ(request.cookie("__Host-koers"), "xyz");
  EXPECT_EQ(request.cookie("a"), "1");
  EXPECT_FALSE(request.cookie("A"));
}

TEST(Cookie, is_safe_unless_told_otherwise) {
  Cookie cookie;
  cookie.name = "__Host-koers";
  cookie.value = "abc";
  cookie.max_age = std::chrono::hours(1);
  EXPECT_EQ(to_header(cookie), "__Host-koers=abc; Path=/; Max-Age=3600; HttpOnly; Secure; SameSite=Strict");
}

TEST(Cookie, cannot_smuggle_attributes_or_headers) {
  for (const char* value : {"a;b", "a b", "a\r\nX: y", "a,b", "\"", "\xC3\xA9"}) {
    Cookie cookie;
    cookie.name = "a";
    cookie.value = value;
    EXPECT_THROW(static_cast<void>(to_header(cookie)), std::logic_error) << value;
  }
  Cookie host;
  host.name = "__Host-a";
  host.path.assign("/api");
  EXPECT_THROW(static_cast<void>(to_header(host)), std::logic_error);
  host.path.assign(1, '/');
  host.secure = false;
  EXPECT_THROW(static_cast<void>(to_header(host)), std::logic_error);
}

}  // namespace
}  // namespace koers::http
