// SPDX-License-Identifier: EUPL-1.2
#include "http/target.h"

#include <gtest/gtest.h>

namespace koers::http {
namespace {

TEST(Target, decodes_path_and_query_once) {
  const auto target = parse_target("/api/v1/na%C3%AFef%20plan/%2541?q=a%26b+c&q=2&empty&x=%3D");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/api/v1/na\u00EFef plan/%41");
  EXPECT_EQ(target->segments, (std::vector<std::string>{"api", "v1", "na\u00EFef plan", "%41"}));
  EXPECT_EQ(target->query, (std::vector<Parameter>{{"q", "a&b c"}, {"q", "2"}, {"empty", ""}, {"x", "="}}));
}

TEST(Target, keeps_a_slash_at_the_end_as_an_empty_segment) {
  EXPECT_EQ(parse_target("/a/")->segments, (std::vector<std::string>{"a", ""}));
  EXPECT_TRUE(parse_target("/")->segments.empty());
  EXPECT_TRUE(parse_target("/?a=1")->segments.empty());
}

TEST(Target, knows_the_absolute_and_asterisk_forms) {
  EXPECT_EQ(parse_target("HTTP://Example.NL:80/a?b=c")->authority, "example.nl:80");
  EXPECT_EQ(parse_target("https://h")->path, "/");
  EXPECT_EQ(parse_target("http://h?x=1")->query.size(), 1U);
  EXPECT_TRUE(parse_target("*")->is_asterisk);
}

class BadTarget : public testing::TestWithParam<std::string> {};

TEST_P(BadTarget, is_refused) { EXPECT_FALSE(parse_target(GetParam())) << GetParam(); }

INSTANTIATE_TEST_SUITE_P(Tricks, BadTarget,
                         testing::Values("", "a", "/..", "/a/../b", "/a/./b", "/.", "/a/%2e%2e/b", "/a/%2E", "/.%2e", "//",
                                         "//etc", "/a//b", "/a//", "/a%2Fb", "/a%2fb", "/a\\b", "/a%5Cb", "/%00", "/a%0Ab",
                                         "/a%7F", "/%", "/%2", "/%zz", "/%C0%AE%C0%AE/", "/%C0%AF", "/%ED%A0%80", "/%FF", "/a#b",
                                         "/a?x=%0", "/a?x=%00", "/a?x=%FF", "ftp://h/", "http:///a", "http://a b/",
                                         "http://user@h/", "http://h:999999/", "http://h:x/", "file:///etc/passwd", "**"));

TEST(Target, checks_authorities) {
  for (const char* good : {"localhost", "koers.nl:8040", "127.0.0.1:1", "[::1]", "[::1]:80", "a_b-c.d~"})
    EXPECT_TRUE(is_authority(good)) << good;
  for (const char* bad : {"", ":80", "a:b:c", "[::1", "[]", "[::1]x", "a/b", "a b", "a@b", "h:123456"})
    EXPECT_FALSE(is_authority(bad)) << bad;
  EXPECT_EQ(host_name("[::1]:80"), "[::1]");
  EXPECT_EQ(host_name("koers.nl:80"), "koers.nl");
}

TEST(Form, has_a_limited_number_of_pairs) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "a=1&";
  EXPECT_TRUE(parse_form(text));
  EXPECT_FALSE(parse_form(text + "b=2"));
}

}  // namespace
}  // namespace koers::http
