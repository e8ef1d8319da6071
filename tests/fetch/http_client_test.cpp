// SPDX-License-Identifier: EUPL-1.2
#include "fetch/http_client.h"

#include <gtest/gtest.h>

#include <zlib.h>

#include <atomic>
#include <cstdlib>

#include "fetch/local_server.h"

namespace koers::fetch {
namespace {

using std::chrono::milliseconds;
using test::Answer;
using test::Asked;
using test::LocalServer;

/// Waits that are noted and not waited.
struct Waits {
  std::vector<milliseconds> waited;
  [[nodiscard]] HttpSettings settings() {
    HttpSettings out;
    out.timeout = milliseconds(5'000);
    out.wait = [this](milliseconds time, const std::stop_token& stop) {
      waited.push_back(time);
      return !stop.stop_requested();
    };
    return out;
  }
};

/// Gives the answers one after the other; the last one again and again.
LocalServer::Handler in_turn(std::vector<Answer> answers) {
  auto next = std::make_shared<std::atomic<std::size_t>>(0);
  return [answers = std::move(answers), next](const Asked&) { return answers[std::min((*next)++, answers.size() - 1)]; };
}

Answer answer(int status, std::string body = "", std::vector<std::pair<std::string, std::string>> headers = {}) {
  return {status, std::move(body), std::move(headers), false, std::nullopt};
}

void expect_fault(const Result<HttpReply>& reply, ErrorCode code, const std::string& found) {
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().code, code) << reply.error().message;
  EXPECT_NE(reply.error().message.find(found), std::string::npos) << reply.error().message;
}

TEST(HttpClient, gives_the_body_and_the_validators) {
  LocalServer server(in_turn({answer(200, "hello", {{"ETag", "\"a1\""}, {"Last-Modified", "Mon, 02 Nov 2026 08:00:00 GMT"}})}));
  HttpClient client;
  const auto reply = client.get(server.address() + "/x?y=1");
  ASSERT_TRUE(reply) << reply.error().message;
  EXPECT_EQ(reply->body, "hello");
  EXPECT_EQ(reply->validators.entity_tag, "\"a1\"");
  EXPECT_EQ(reply->validators.last_modified, "Mon, 02 Nov 2026 08:00:00 GMT");
  EXPECT_EQ(server.asked().front().target, "/x?y=1");
}

TEST(HttpClient, asks_whether_what_it_has_still_holds) {
  LocalServer server([](const Asked& asked) { return answer(asked.header("If-None-Match") == "\"a1\"" ? 304 : 200, ""); });
  HttpClient client;
  const auto reply = client.get(server.address() + "/", {}, {"\"a1\"", ""});
  ASSERT_TRUE(reply) << reply.error().message;
  EXPECT_EQ(reply->status, 304);
}

TEST(HttpClient, takes_no_not_modified_that_it_did_not_ask_for) {
  LocalServer server(in_turn({answer(304)}));
  HttpClient client;
  expect_fault(client.get(server.address() + "/"), ErrorCode::broken_world, "found HTTP status 304");
}

TEST(HttpClient, tries_again_with_waits_that_double_until_it_works) {
  LocalServer server(in_turn({answer(500), answer(502), answer(503), answer(504), answer(200, "at last")}));
  Waits waits;
  HttpClient client(waits.settings());
  const auto reply = client.get(server.address() + "/");
  ASSERT_TRUE(reply) << reply.error().message;
  EXPECT_EQ(reply->body, "at last");
  EXPECT_EQ(waits.waited,
            (std::vector<milliseconds>{milliseconds(1000), milliseconds(2000), milliseconds(4000), milliseconds(8000)}));
}

TEST(HttpClient, gives_up_after_the_agreed_number_of_attempts_and_says_so) {
  LocalServer server(in_turn({answer(503, "  in maintenance")}));
  Waits waits;
  HttpClient client(waits.settings());
  expect_fault(client.get(server.address() + "/t"), ErrorCode::broken_world,
               server.address() + "/t: found HTTP status 503, 5 times with the text \"in maintenance\", expected 200");
  EXPECT_EQ(server.count(), 5);
}

TEST(HttpClient, waits_as_long_as_a_busy_server_asks) {
  LocalServer server(in_turn({answer(429, "", {{"Retry-After", "7"}}), answer(200, "now")}));
  Waits waits;
  HttpClient client(waits.settings());
  ASSERT_TRUE(client.get(server.address() + "/"));
  EXPECT_EQ(waits.waited, std::vector<milliseconds>{milliseconds(7000)});
}

TEST(HttpClient, does_not_wait_longer_than_agreed) {
  LocalServer server(in_turn({answer(429, "", {{"Retry-After", "3600"}})}));
  Waits waits;
  HttpClient client(waits.settings());
  expect_fault(client.get(server.address() + "/"), ErrorCode::too_many_requests,
               "asks to wait 3600 s, expected an answer within 60 s");
  EXPECT_TRUE(waits.waited.empty());
  EXPECT_EQ(server.count(), 1);
}

TEST(HttpClient, does_not_repeat_what_will_not_pass) {
  for (const auto& [status, code] : {std::pair{404, ErrorCode::not_found},
                                     {410, ErrorCode::not_found},
                                     {400, ErrorCode::bad_input},
                                     {403, ErrorCode::forbidden},
                                     {501, ErrorCode::broken_world},
                                     {204, ErrorCode::broken_world}}) {
    LocalServer server(in_turn({answer(status)}));
    Waits waits;
    HttpClient client(waits.settings());
    expect_fault(client.get(server.address() + "/"), code, "HTTP status " + std::to_string(status));
    EXPECT_EQ(server.count(), 1);
  }
}

TEST(HttpClient, tries_again_when_no_answer_comes_in_time) {
  LocalServer server(in_turn({{200, "", {}, true, std::nullopt}, answer(200, "late")}));
  Waits waits;
  auto settings = waits.settings();
  settings.timeout = milliseconds(200);
  HttpClient client(std::move(settings));
  const auto reply = client.get(server.address() + "/");
  ASSERT_TRUE(reply) << reply.error().message;
  EXPECT_EQ(reply->body, "late");
}

TEST(HttpClient, says_that_no_answer_came_in_time) {
  LocalServer server(in_turn({{200, "", {}, true, std::nullopt}}));
  Waits waits;
  auto settings = waits.settings();
  settings.timeout = milliseconds(100);
  settings.max_attempts = 2;
  HttpClient client(std::move(settings));
  expect_fault(client.get(server.address() + "/"), ErrorCode::broken_world,
               "found no whole answer in time, 2 times, expected an answer");
}

TEST(HttpClient, tries_again_when_an_answer_breaks_off) {
  LocalServer server(in_turn({{200, "0123456789", {}, false, 4}, answer(200, "0123456789")}));
  Waits waits;
  HttpClient client(waits.settings());
  const auto reply = client.get(server.address() + "/");
  ASSERT_TRUE(reply) << reply.error().message;
  EXPECT_EQ(reply->body, "0123456789");
  EXPECT_EQ(server.count(), 2);
}

TEST(HttpClient, takes_no_more_than_agreed) {
  LocalServer server(in_turn({answer(200, std::string(1001, 'x'))}));
  Waits waits;
  auto settings = waits.settings();
  settings.max_bytes = 1000;
  HttpClient client(std::move(settings));
  expect_fault(client.get(server.address() + "/"), ErrorCode::too_large, "found more than 1000 bytes, expected at most that");
  EXPECT_EQ(server.count(), 1);
}

std::string gzipped(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()), '\0');
  std::string in = text;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

TEST(HttpClient, unpacks_what_comes_packed) {
  LocalServer server([](const Asked& asked) {
    const bool may_pack = asked.header("Accept-Encoding").find("gzip") != std::string::npos;
    return answer(may_pack ? 200 : 406, gzipped("packed"), {{"Content-Encoding", "gzip"}});
  });
  HttpClient client;
  const auto reply = client.get(server.address() + "/");
  ASSERT_TRUE(reply) << reply.error().message;
  EXPECT_EQ(reply->body, "packed");
}

TEST(HttpClient, takes_no_more_than_agreed_out_of_a_small_package) {
  LocalServer server(in_turn({answer(200, gzipped(std::string(5'000'000, '0')), {{"Content-Encoding", "gzip"}})}));
  HttpSettings settings;
  settings.max_bytes = 1'000'000;
  HttpClient client(std::move(settings));
  expect_fault(client.get(server.address() + "/"), ErrorCode::too_large, "found more than 1000000 bytes");
}

/// Sets a variable of the environment as long as it lives.
class Environment {
 public:
  Environment(std::string name, const std::string& value) : name_(std::move(name)) { ::setenv(name_.c_str(), value.c_str(), 1); }
  ~Environment() { ::unsetenv(name_.c_str()); }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

 private:
  std::string name_;
};

TEST(HttpClient, goes_through_the_proxy_of_the_environment_but_not_to_this_machine) {
  LocalServer proxy([](const Asked&) { return answer(200, "by proxy"); });
  LocalServer server([](const Asked&) { return answer(200, "straight"); });
  const Environment environment("http_proxy", proxy.address());
  HttpSettings settings;
  settings.rules.plain_http = true;
  HttpClient client(std::move(settings));
  const auto other = client.get("http://statistics.invalid/x");
  ASSERT_TRUE(other) << other.error().message;
  EXPECT_EQ(other->body, "by proxy");
  EXPECT_EQ(proxy.asked().front().target, "http://statistics.invalid/x");
  const auto here = client.get(server.address() + "/");
  ASSERT_TRUE(here) << here.error().message;
  EXPECT_EQ(here->body, "straight");
}

TEST(HttpClient, follows_a_redirect_within_the_host) {
  LocalServer server([](const Asked& asked) {
    return asked.target == "/new" ? answer(200, "moved here") : answer(301, "", {{"Location", "/new"}});
  });
  HttpClient client;
  const auto reply = client.get(server.address() + "/old");
  ASSERT_TRUE(reply) << reply.error().message;
  EXPECT_EQ(reply->body, "moved here");
  EXPECT_EQ(reply->address, server.address() + "/new");
}

TEST(HttpClient, follows_no_redirect_to_another_host_port_or_scheme) {
  for (const char* target :
       {"http://localhost:1/", "https://example.org/", "file:///etc/passwd", "ftp://127.0.0.1/", "http://example.org/"}) {
    LocalServer server(in_turn({answer(302, "", {{"Location", target}})}));
    HttpClient client;
    const auto reply = client.get(server.address() + "/");
    ASSERT_FALSE(reply) << target;
    EXPECT_EQ(reply.error().code, ErrorCode::bad_input) << reply.error().message;
    EXPECT_EQ(server.count(), 1);
  }
}

TEST(HttpClient, ends_a_ring_of_redirects) {
  LocalServer server(in_turn({answer(307, "", {{"Location", "/again"}})}));
  HttpClient client;
  expect_fault(client.get(server.address() + "/"), ErrorCode::broken_world, "one redirect after the other");
  EXPECT_EQ(server.count(), 6);
}

TEST(HttpClient, stops_at_once_while_it_waits_for_an_answer) {
  LocalServer server(in_turn({{200, "", {}, true, std::nullopt}}));
  HttpClient client;
  std::stop_source stop;
  const std::jthread stopper([&] {
    while (server.count() == 0) std::this_thread::sleep_for(milliseconds(1));
    stop.request_stop();
  });
  const auto start = std::chrono::steady_clock::now();
  expect_fault(client.get(server.address() + "/", stop.get_token()), ErrorCode::cancelled, "cancelled");
  EXPECT_LT(std::chrono::steady_clock::now() - start, milliseconds(10'000));  // its own timeout is 120 s
}

TEST(HttpClient, stops_at_once_while_it_waits_for_a_busy_server) {
  LocalServer server(in_turn({answer(503, "", {{"Retry-After", "59"}})}));
  HttpClient client;
  std::stop_source stop;
  const std::jthread stopper([&] {
    while (server.count() == 0) std::this_thread::sleep_for(milliseconds(1));
    stop.request_stop();
  });
  const auto start = std::chrono::steady_clock::now();
  expect_fault(client.get(server.address() + "/", stop.get_token()), ErrorCode::cancelled, "cancelled");
  EXPECT_LT(std::chrono::steady_clock::now() - start, milliseconds(10'000));
}

TEST(HttpClient, asks_nothing_when_it_was_stopped_before) {
  LocalServer server(in_turn({answer(200)}));
  HttpClient client;
  std::stop_source stop;
  stop.request_stop();
  expect_fault(client.get(server.address() + "/", stop.get_token()), ErrorCode::cancelled, "cancelled");
  EXPECT_EQ(server.count(), 0);
}

TEST(HttpClient, says_that_nobody_answers) {
  std::string address;
  {
    LocalServer server(in_turn({answer(200)}));
    address = server.address();
  }
  Waits waits;
  HttpClient client(waits.settings());
  const auto reply = client.get(address + "/");
  expect_fault(reply, ErrorCode::broken_world, address);
  EXPECT_EQ(waits.waited.size(), 4U);
}

TEST(HttpClient, can_be_used_after_a_failure) {
  LocalServer server([](const Asked& asked) { return asked.target == "/bad" ? answer(404) : answer(200, "good"); });
  HttpClient client;
  EXPECT_FALSE(client.get(server.address() + "/bad"));
  EXPECT_TRUE(client.get(server.address() + "/good"));
}

}  // namespace
}  // namespace koers::fetch
