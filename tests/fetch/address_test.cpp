// SPDX-License-Identifier: EUPL-1.2
#include "fetch/address.h"

#include <gtest/gtest.h>

namespace koers::fetch {
namespace {

std::string message_of(const Result<Address>& result) { return result ? "allowed" : result.error().message; }
std::string link_from(const std::string& page, const std::string& link) {
  const auto followed = follow_link(page, link);
  return followed ? *followed : "refused: " + followed.error().message;
}

TEST(Address, is_https_or_http_to_this_machine) {
  for (const char* text : {"https://opendata.cbs.nl/ODataApi", "HTTPS://OPENDATA.CBS.NL/x", "http://127.0.0.1:8080/",
                           "http://localhost/", "http://[::1]:99/", "http://127.1/"}) {
    EXPECT_TRUE(parse_address(text)) << text << ' ' << message_of(parse_address(text));
  }
}

TEST(Address, is_nothing_else) {
  for (const char* text : {"", "http://opendata.cbs.nl/", "ftp://127.0.0.1/", "file:///etc/passwd", "opendata.cbs.nl", "https://",
                           "https://me:secret@opendata.cbs.nl/", "http://127.0.0.1.example.org/", "http://127.example.org/",
                           "https://x/a b", "https://x/\xC3\xA9", "https://x/\n"}) {
    EXPECT_FALSE(parse_address(text)) << text;
  }
}

TEST(Address, may_be_http_where_that_was_allowed) { EXPECT_TRUE(parse_address("http://mirror.example/", {true})); }

TEST(Address, is_never_repeated_when_it_holds_a_password) {
  const std::string message = message_of(parse_address("https://me:secret@opendata.cbs.nl/"));
  EXPECT_EQ(message.find("secret"), std::string::npos);
  EXPECT_NE(message.find("found a user name or a password"), std::string::npos) << message;
}

TEST(Address, knows_its_port) {
  EXPECT_EQ(parse_address("https://a.nl/")->port, "443");
  EXPECT_TRUE(is_same_origin(*parse_address("https://a.nl/x"), *parse_address("https://A.nl:443/y")));
  EXPECT_FALSE(is_same_origin(*parse_address("https://a.nl/x"), *parse_address("https://a.nl:444/x")));
}

TEST(Link, is_completed_from_its_page) {
  EXPECT_EQ(link_from("https://a.nl/data/rows?x=1", "rows?x=2"), "https://a.nl/data/rows?x=2");
  EXPECT_EQ(link_from("https://a.nl/data/rows?x=1", "/rows?$skip=10#part"), "https://a.nl/rows?$skip=10");
}

TEST(Link, is_raised_to_https_where_the_page_came_over_it) {
  EXPECT_EQ(link_from("https://a.nl/rows", "http://a.nl/rows?$skip=5"), "https://a.nl/rows?$skip=5");
}

TEST(Link, may_hold_blanks_which_are_then_encoded) {
  EXPECT_EQ(link_from("https://a.nl/rows", "https://a.nl/rows?$filter=A eq 'x'"), "https://a.nl/rows?$filter=A%20eq%20'x'");
}

TEST(Link, leads_to_no_other_place) {
  for (const char* link :
       {"https://b.nl/rows", "https://a.nl:8443/rows", "http://a.nl:80/rows", "//b.nl/rows", "ftp://a.nl/rows", ""}) {
    EXPECT_EQ(link_from("https://a.nl/rows", link).substr(0, 8), "refused:")
        << link << " → " << link_from("https://a.nl/rows", link);
  }
}

TEST(Query, is_encoded_where_it_must_be) {
  EXPECT_EQ(with_query("https://a.nl/r", {{"$filter", "A eq 'x&y'"}, {"n", "1"}}), "https://a.nl/r?$filter=A%20eq%20'x%26y'&n=1");
  EXPECT_EQ(percent_encoded("a/é"), "a%2F%C3%A9");
}

}  // namespace
}  // namespace koers::fetch
