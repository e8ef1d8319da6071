// SPDX-License-Identifier: EUPL-1.2
#include "http/request_reader.h"

#include <gtest/gtest.h>

namespace koers::http {
namespace {

using State = RequestReader::State;

// Reads one request out of `bytes`, fed in pieces of `piece` bytes.
RequestReader read(std::string_view bytes, std::size_t piece = 1000, std::size_t max_body = 100, ReaderLimits limits = {}) {
  RequestReader reader(limits);
  while (!bytes.empty()) {
    reader.feed(bytes.substr(0, piece));
    if (reader.state() == State::head_ready) reader.accept_body(max_body);
    bytes.remove_prefix(std::min(piece, bytes.size()));
  }
  return reader;
}

int refusal_of(std::string_view bytes) {
  const RequestReader whole = read(bytes);
  const RequestReader bytewise = read(bytes, 1);
  EXPECT_EQ(whole.state(), bytewise.state()) << bytes;
  if (whole.state() != State::refused) return 0;
  EXPECT_EQ(whole.refusal().status, bytewise.refusal().status) << bytes;
  return whole.refusal().status;
}

TEST(RequestReader, reads_the_same_however_the_bytes_are_cut) {
  const std::string bytes =
      "\r\nPOST /a%20b?x=1 HTTP/1.1\r\nHost: Koers.NL:80\r\nX-Odd:\t v \r\nTransfer-Encoding: Chunked\r\n\r\n"
      "3\r\nabc\r\n4;ext=1\r\ndefg\r\n0\r\nHost: trailer\r\n\r\n";
  for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
    RequestReader reader = read(bytes, piece);
    ASSERT_EQ(reader.state(), State::complete) << piece;
    const Request request = reader.take_request();
    EXPECT_EQ(request.body, "abcdefg");
    EXPECT_EQ(request.path, "/a b");
    EXPECT_EQ(request.host, "koers.nl:80");
    EXPECT_EQ(request.header("x-odd"), "v");
    EXPECT_EQ(request.headers.joined("Host"), "Koers.NL:80") << "trailers are not headers";
  }
}

TEST(RequestReader, reads_pipelined_requests_in_order) {
  RequestReader reader({});
  reader.feed(
      "GET /1 HTTP/1.1\r\nHost: h\r\n\r\nPOST /2 HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhiGET /3 HTTP/1.1\r\nHo");
  for (const char* path : {"/1", "/2"}) {
    ASSERT_EQ(reader.state(), State::head_ready);
    reader.accept_body(10);
    ASSERT_EQ(reader.state(), State::complete);
    EXPECT_EQ(reader.take_request().path, path);
    reader.next();
  }
  EXPECT_EQ(reader.state(), State::in_head);
  reader.feed("st: h\r\n\r\n");
  ASSERT_EQ(reader.state(), State::head_ready);
  EXPECT_EQ(reader.head().request.path, "/3");
}

TEST(RequestReader, refuses_what_two_readers_could_frame_differently) {
  const std::string start = "POST / HTTP/1.1\r\nHost: h\r\n";
  EXPECT_EQ(refusal_of(start + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"), 400);
  EXPECT_EQ(refusal_of(start + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n"), 400);
  EXPECT_EQ(refusal_of(start + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc"), 400);
  EXPECT_EQ(refusal_of(start + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc"), 400);
  for (const char* length : {"3, 3", "+3", "-1", "0x3", "3 3", "", "99999999999999999999999"}) {
    EXPECT_EQ(refusal_of(start + "Content-Length: " + length + "\r\n\r\nabc"), 400) << length;
  }
  for (const char* encoding : {"gzip, chunked", "chunked, identity", "xchunked", "identity", "\"chunked\""}) {
    EXPECT_EQ(refusal_of(start + "Transfer-Encoding: " + encoding + "\r\n\r\n"), 501) << encoding;
  }
  EXPECT_EQ(refusal_of(start + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400);
  EXPECT_EQ(refusal_of(start + "Transfer-Encoding : chunked\r\n\r\n"), 400);
  EXPECT_EQ(refusal_of("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400);
}

TEST(RequestReader, refuses_bad_chunks) {
  const std::string start = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (const char* body : {"x\r\n", "3\r\nabcd\r\n0\r\n\r\n", "3\nabc\r\n0\r\n\r\n", "-1\r\n", "3\r\nabc00\r\n",
                           "10000000000000000\r\n", "3 \r\nabc\r\n", " 3\r\nabc\r\n", "\r\n", ";\r\n", "0\r\nA: b\n\r\n",
                           "0\r\n b\r\n\r\n", "3;a\nb\r\nabc\r\n", "0\r\n\rx"}) {
    EXPECT_EQ(refusal_of(start + body), 400) << body;
  }
  EXPECT_EQ(refusal_of(start + "65\r\n"), 413) << "the announcement is enough";
  EXPECT_EQ(refusal_of(start + "ffffffffffffffff\r\n"), 413);
  EXPECT_EQ(refusal_of(start + "3;" + std::string(70'000, 'a')), 400) << "an extension without end";
}

TEST(RequestReader, wants_one_sound_host) {
  EXPECT_EQ(refusal_of("GET / HTTP/1.1\r\n\r\n"), 400);
  EXPECT_EQ(refusal_of("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"), 400);
  EXPECT_EQ(refusal_of("GET / HTTP/1.1\r\nHost:\r\n\r\n"), 400);
  EXPECT_EQ(refusal_of("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"), 400);
  EXPECT_EQ(refusal_of("GET http://a/ HTTP/1.1\r\nHost: b\r\n\r\n"), 400);
  EXPECT_EQ(refusal_of("GET http://a/ HTTP/1.1\r\nHost: A\r\n\r\n"), 0);
  EXPECT_EQ(refusal_of("GET / HTTP/1.0\r\n\r\n"), 0);
}

TEST(RequestReader, refuses_odd_bytes_in_the_head) {
  EXPECT_EQ(refusal_of("GET / HTTP/1.1\r\nHost: h\r\nA: b\r\n c\r\n\r\n"), 400) << "folded";
  EXPECT_EQ(refusal_of("GET / HTTP/1.1\r\n Host: h\r\n\r\n"), 400) << "folded into the first line";
  EXPECT_EQ(refusal_of("GET / HTTP/1.1\nHost: h\n\n"), 400) << "bare line feeds";
  EXPECT_EQ(refusal_of("GET / HTTP/1.1\r\nHost: h\r\nA: b\rC: d\r\n\r\n"), 400) << "bare carriage return";
  EXPECT_EQ(refusal_of(std::string("GET / HTTP/1.1\r\nHost: h\r\nA: ") + '\0' + "\r\n\r\n"), 400) << "NUL";
  EXPECT_EQ(refusal_of("GET / HTTP/1.1\r\nHost: h\r\nA\x01: b\r\n\r\n"), 400);
  EXPECT_EQ(refusal_of("GET / HTTP/1.1\r\nHost: h\r\nno colon\r\n\r\n"), 400);
  EXPECT_EQ(refusal_of("GET  / HTTP/1.1\r\nHost: h\r\n\r\n"), 400);
  EXPECT_EQ(refusal_of("\x16\x03\x01 TLS"), 400) << "at the first byte";
}

TEST(RequestReader, forgives_one_empty_line_before_a_request) {
  EXPECT_EQ(refusal_of("\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n"), 0);
  EXPECT_EQ(refusal_of("\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n"), 400) << "found by the fuzzer: it depended on the cutting";
}

TEST(RequestReader, knows_methods_versions_and_expectations) {
  EXPECT_EQ(refusal_of("TRACE / HTTP/1.1\r\nHost: h\r\n\r\n"), 405);
  EXPECT_EQ(refusal_of("CONNECT h:443 HTTP/1.1\r\nHost: h:443\r\n\r\n"), 405);
  EXPECT_EQ(refusal_of("BREW / HTTP/1.1\r\nHost: h\r\n\r\n"), 501);
  EXPECT_EQ(refusal_of("get / HTTP/1.1\r\nHost: h\r\n\r\n"), 501);
  EXPECT_EQ(refusal_of("PRI * HTTP/2.0\r\n\r\n"), 505);
  EXPECT_EQ(refusal_of("GET / HTTP/1.9\r\nHost: h\r\n\r\n"), 505);
  EXPECT_EQ(refusal_of("GET * HTTP/1.1\r\nHost: h\r\n\r\n"), 400);
  EXPECT_EQ(refusal_of("OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n"), 0);
  EXPECT_EQ(refusal_of("POST / HTTP/1.1\r\nHost: h\r\nExpect: tea\r\n\r\n"), 417);
  EXPECT_EQ(refusal_of("POST / HTTP/1.1\r\nHost: h\r\nContent-Encoding: gzip\r\n\r\n"), 415);
}

TEST(RequestReader, holds_to_its_limits) {
  const std::string start = "GET / HTTP/1.1\r\nHost: h\r\n";
  std::string fields;
  for (int i = 0; i < 99; ++i) fields += "A: b\r\n";
  EXPECT_EQ(refusal_of(start + fields + "\r\n"), 0);
  EXPECT_EQ(refusal_of(start + fields + "A: b\r\n\r\n"), 431);
  EXPECT_EQ(read(start + "A: " + std::string(20'000, 'x')).refusal().status, 431);
  EXPECT_EQ(read("GET /" + std::string(9'000, 'x') + " HTTP/1.1\r\nHost: h\r\n\r\n").refusal().status, 414);
  EXPECT_EQ(read("GET /" + std::string(9'000, 'x')).refusal().status, 414);
  EXPECT_EQ(read("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 101\r\n\r\n").refusal().status, 413);
  EXPECT_EQ(read("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\n").state(), State::in_body);
}

TEST(RequestReader, refuses_more_framing_than_content) {
  std::string bytes = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (int i = 0; i < 30'000; ++i) bytes += "1\r\nx\r\n";
  EXPECT_EQ(read(bytes, 4096, 1 << 20).refusal().status, 400);
}

TEST(RequestReader, says_whether_the_connection_goes_on) {
  EXPECT_TRUE(read("GET / HTTP/1.1\r\nHost: h\r\n\r\n").head().keep_alive);
  EXPECT_FALSE(read("GET / HTTP/1.1\r\nHost: h\r\nConnection: x, Close\r\n\r\n").head().keep_alive);
  EXPECT_FALSE(read("GET / HTTP/1.0\r\nHost: h\r\n\r\n").head().keep_alive);
}

}  // namespace
}  // namespace koers::http
