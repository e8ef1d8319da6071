// SPDX-License-Identifier: EUPL-1.2
#include "http/compression.h"

#include <gtest/gtest.h>

#include "http/body.h"
#include "http/entity_tag.h"
#include "http/socket_client.h"

namespace koers::http {
namespace {

TEST(AcceptEncoding, follows_the_quality_values) {
  for (const char* yes :
       {"gzip", "GZIP", "x-gzip", "deflate, gzip", "gzip;q=0.1", "gzip; q=1.000", "*", "br, *;q=0.5", "identity;q=0, gzip"}) {
    EXPECT_TRUE(accepts_gzip(yes)) << yes;
  }
  for (const char* no : {"", "identity", "br", "gzip;q=0", "gzip;q=0.000", "*;q=0", "gzip;q=0, *", "gzip;q=2",
                         "gzip;q=", "gzip;q=0.0001", "gzip;x=1", "gzipped", "gzip;q=1.001"}) {
    EXPECT_FALSE(accepts_gzip(no)) << no;
  }
}

TEST(Compression, is_for_text_only) {
  for (const char* yes :
       {"application/json", "text/html; charset=utf-8", "image/svg+xml", "text/javascript", "application/problem+json"}) {
    EXPECT_TRUE(is_compressible(yes)) << yes;
  }
  for (const char* no : {"image/png", "font/woff2", "application/pdf", "text/event-stream", ""})
    EXPECT_FALSE(is_compressible(no)) << no;
}

TEST(Body, keeps_its_gzip_form_and_tag) {
  const std::string bytes(5000, 'a');
  const auto body = Body::of(bytes);
  EXPECT_EQ(test::gunzip(body->gzip()), bytes);
  EXPECT_EQ(body->gzip().data(), body->gzip().data());
  EXPECT_EQ(body->entity_tag(), Body::of(bytes)->entity_tag());
  EXPECT_NE(body->entity_tag(), Body::of(bytes + "b")->entity_tag());
  EXPECT_TRUE(Body::of("short")->gzip().empty());
}

TEST(EntityTag, matches_weakly_and_by_its_gzip_twin) {
  EXPECT_EQ(gzip_twin("\"x\""), "\"x-gzip\"");
  EXPECT_EQ(gzip_twin("W/\"x\""), "W/\"x\"");
  EXPECT_EQ(matching_tag("\"a\", \"x-gzip\"", "\"x\""), "\"x-gzip\"");
  EXPECT_EQ(matching_tag("W/\"x\"", "\"x\""), "W/\"x\"");
  EXPECT_EQ(matching_tag("*", "\"x\""), "\"x\"");
  EXPECT_EQ(matching_tag("\"a,x\"", "\"a,x\""), "\"a,x\"");
  EXPECT_FALSE(matching_tag("\"y\"", "\"x\""));
  EXPECT_FALSE(matching_tag("x", "\"x\""));
  EXPECT_FALSE(matching_tag("", "\"x\""));
}

}  // namespace
}  // namespace koers::http
