// SPDX-License-Identifier: EUPL-1.2
// What people send who mean no good, over real sockets on 127.0.0.1. Each test ends by asking something normal.
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <thread>
#include <vector>

#include "http/serving.h"

namespace koers::http {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

// Resident memory of this process, client and server together.
std::size_t resident_bytes() {
  std::ifstream in("/proc/self/statm");
  std::size_t total = 0;
  std::size_t resident = 0;
  in >> total >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

class Hostile : public test::Serving {
 protected:
  // Sends and expects this status, then the end.
  void expect_refusal(std::string_view bytes, int status) {
    auto enemy = client();
    test::Answer answer = enemy.exchange(bytes);
    EXPECT_EQ(answer.status, status) << bytes.substr(0, 100);
    EXPECT_EQ(answer.headers["content-type"], "application/problem+json");
    EXPECT_EQ(answer.headers["connection"], "close");
    EXPECT_TRUE(enemy.is_closed_by_server());
  }
  void TearDown() override { EXPECT_EQ(client().get("/hello").status, 200); }
};

TEST_F(Hostile, smuggling_is_refused_and_nothing_after_it_is_answered) {
  start();
  const std::string smuggled = "0\r\n\r\nGET /hello HTTP/1.1\r\nHost: h\r\n\r\n";
  expect_refusal("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n" + smuggled, 400);
  expect_refusal("POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n" + smuggled, 400);
  expect_refusal("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n" + smuggled, 400);
  expect_refusal("POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: xchunked\r\n\r\n" + smuggled, 501);
  expect_refusal("POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding:\r\n chunked\r\n\r\n" + smuggled, 400);
}

TEST_F(Hostile, hosts_methods_and_versions_are_checked) {
  start();
  expect_refusal("GET /hello HTTP/1.1\r\n\r\n", 400);
  expect_refusal("GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400);
  expect_refusal("GET http://a/hello HTTP/1.1\r\nHost: b\r\n\r\n", 400);
  expect_refusal("TRACE / HTTP/1.1\r\nHost: h\r\n\r\n", 405);
  expect_refusal("CONNECT example.nl:443 HTTP/1.1\r\nHost: example.nl:443\r\n\r\n", 405);
  expect_refusal("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
  expect_refusal("GET /a/%2e%2e/hello HTTP/1.1\r\nHost: h\r\n\r\n", 400);
}

TEST_F(Hostile, garbage_ends_quickly) {
  start();
  expect_refusal(std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xFC\x03\x03", 11), 400);
  expect_refusal(std::string(5000, '\0'), 400);
  expect_refusal("hello there\n\n", 400);
  std::string noise;
  for (unsigned i = 0, state = 1; i < 100'000; ++i) {
    state = state * 1103515245U + 12345U;
    noise += static_cast<char>(state >> 16U);
  }
  for (int i = 0; i < 20; ++i) {
    auto enemy = client();
    enemy.send(std::string_view(noise).substr(static_cast<std::size_t>(i) * 997));
    const test::Answer answer = enemy.receive();
    EXPECT_TRUE(answer.status == 0 || answer.status >= 400) << answer.status;
  }
}

TEST_F(Hostile, hundred_thousand_headers_and_a_huge_address_are_cut_short) {
  start();
  std::string many = "GET /hello HTTP/1.1\r\nHost: h\r\n";
  for (int i = 0; i < 100'000; ++i) many += "X-" + std::to_string(i) + ": y\r\n";
  auto enemy = client();
  enemy.send(many);
  const test::Answer answer = enemy.receive();
  // The server stops listening long before the end, so its answer may be lost to a reset; it may not be a success.
  EXPECT_TRUE(answer.status == 431 || answer.status == 0) << answer.status;
  std::string hundred = "GET /hello HTTP/1.1\r\nHost: h\r\n";
  for (int i = 0; i < 100; ++i) hundred += "X: y\r\n";
  expect_refusal(hundred + "\r\n", 431);
  expect_refusal("GET /hello HTTP/1.1\r\nHost: h\r\nCookie: " + std::string(17'000, 'c') + "\r\n\r\n", 431);
  expect_refusal("GET /" + std::string(100'000, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n", 414);
}

TEST_F(Hostile, a_chunked_body_without_end_is_cut_at_the_limit) {
  start();
  const std::size_t before = resident_bytes();
  auto enemy = client();
  enemy.send("POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
  const std::string chunk = "10000\r\n" + std::string(65536, 'x') + "\r\n";
  const auto started = Clock::now();
  std::size_t sent = 0;
  while (sent < (1UL << 30U) && enemy.send(chunk)) sent += chunk.size();
  EXPECT_LT(sent, 64UL << 20U) << "1 GiB was meant; it must stop soon after 1 MiB";
  EXPECT_LT(Clock::now() - started, std::chrono::seconds(3));
  EXPECT_LT(resident_bytes(), before + (32UL << 20U));
  expect_refusal("POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n40000000\r\n", 413);
}

TEST_F(Hostile, all_bodies_together_have_a_limit) {
  options.limits.max_buffered = 300'000;
  start();
  std::vector<test::SocketClient> enemies;
  for (int i = 0; i < 3; ++i) {
    enemies.push_back(client());
    enemies.back().send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 1000000\r\n\r\n" + std::string(140'000, 'x'));
    std::this_thread::sleep_for(milliseconds(50));
  }
  EXPECT_EQ(enemies[2].receive().status, 503);
  EXPECT_EQ(client().exchange("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi").status, 200);
}

// The core of the matter: 1,000 that hold a connection and 200 that send a byte now and then, while others are served.
TEST_F(Hostile, idle_and_slow_clients_do_not_slow_down_others) {
  options.timeouts.head = milliseconds(1500);
  start();
  std::vector<test::SocketClient> idle;
  for (int i = 0; i < 1000; ++i) idle.push_back(client());
  std::vector<test::SocketClient> slow;
  for (int i = 0; i < 200; ++i) {
    slow.push_back(client(milliseconds(100)));  // by the time they look, the answer has been there for long
    slow.back().send("GET /hello HTTP/1.1\r\nHost: h\r\nX-Slow: ");
  }
  ASSERT_TRUE(soon([&] { return server->connections() == 1200; }));
  std::vector<Clock::duration> times;
  const auto end = Clock::now() + milliseconds(2500);
  auto normal = client();
  while (Clock::now() < end) {
    for (auto& one : slow) one.send("x");
    for (int i = 0; i < 50; ++i) {
      const auto asked = Clock::now();
      ASSERT_EQ(normal.get("/hello").status, 200);
      times.push_back(Clock::now() - asked);
    }
    std::this_thread::sleep_for(milliseconds(20));
  }
  std::sort(times.begin(), times.end());
  EXPECT_LT(times[times.size() * 99 / 100], milliseconds(50));
  std::size_t refused = 0;
  for (auto& one : slow) refused += one.receive().status == 408 ? 1U : 0U;
  EXPECT_GT(refused, 150U) << "slow heads time out (some answers are lost to resets, since those clients went on sending)";
  EXPECT_GE(server->connections(), 1000U) << "idle ones are within their time and stay";
}

TEST_F(Hostile, time_limits_end_idle_and_slow_connections) {
  options.timeouts.idle = milliseconds(150);
  options.timeouts.head = milliseconds(150);
  options.timeouts.body = milliseconds(150);
  start();
  auto idle = client();
  auto head = client();
  head.send("GET / HT");
  auto body = client();
  body.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nabc");
  const auto started = Clock::now();
  EXPECT_EQ(head.receive().status, 408);
  EXPECT_EQ(body.receive().status, 408);
  EXPECT_TRUE(idle.is_closed_by_server());
  EXPECT_LT(Clock::now() - started, milliseconds(1500));
}

TEST_F(Hostile, a_slow_body_may_go_on_while_it_keeps_the_pace) {
  options.timeouts.body = milliseconds(200);
  options.timeouts.min_rate = 1000;
  start();
  auto steady = client();
  steady.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n");
  for (int i = 0; i < 10; ++i) {
    std::this_thread::sleep_for(milliseconds(50));
    ASSERT_TRUE(steady.send(std::string(100, 'x')));
  }
  EXPECT_EQ(steady.receive().status, 200);
}

TEST_F(Hostile, a_client_that_never_reads_is_cut_off) {
  options.timeouts.write = milliseconds(200);
  options.timeouts.min_rate = 100'000'000;
  const auto big = Body::of(std::string(20'000'000, 'x'));
  router.add(test::route(Method::get, "/big", "big", [&](const Request&, const PathParameters&) { return json(200, big); }));
  start();
  test::SocketClient enemy(server->port(), std::chrono::seconds(5), 4096);
  enemy.send("GET /big HTTP/1.1\r\nHost: h\r\n\r\n");
  ASSERT_TRUE(soon([&] { return server->connections() == 1; }));
  EXPECT_TRUE(soon([&] { return server->connections() == 0; }, std::chrono::seconds(3)));
  EXPECT_TRUE(has_metric(R"(koers_http_refused_total{reason="write-timeout"} 1)"));
}

TEST_F(Hostile, a_half_closed_client_gets_its_answers) {
  start();
  auto half = client();
  half.send("GET /hello HTTP/1.1\r\nHost: h\r\n\r\nGET /hello HTTP/1.1\r\nHost: h\r\n\r\n");
  half.finish_sending();
  EXPECT_EQ(half.receive().status, 200);
  EXPECT_EQ(half.receive().status, 200);
  EXPECT_TRUE(half.is_closed_by_server());
  auto cut = client();
  cut.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nabc");
  cut.finish_sending();
  EXPECT_TRUE(cut.is_closed_by_server()) << "a body that was cut short is not handled";
}

TEST_F(Hostile, when_full_the_longest_idle_makes_room) {
  options.io_threads = 1;
  options.limits.max_connections = 10;
  start();
  std::vector<test::SocketClient> idle;
  for (int i = 0; i < 10; ++i) {
    idle.push_back(client());
    ASSERT_EQ(idle.back().get("/hello").status, 200);
    std::this_thread::sleep_for(milliseconds(2));
  }
  auto newcomer = client();
  EXPECT_EQ(newcomer.get("/hello").status, 200);
  EXPECT_TRUE(idle[0].is_closed_by_server());
  EXPECT_EQ(idle[1].get("/hello").status, 200);
}

TEST_F(Hostile, when_full_of_busy_ones_newcomers_get_503) {
  options.io_threads = 1;
  options.limits.max_connections = 3;
  options.timeouts.body = milliseconds(400);
  start();
  std::vector<test::SocketClient> busy;
  for (int i = 0; i < 3; ++i) {
    busy.push_back(client());
    busy.back().send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nabc");
  }
  EXPECT_TRUE(soon([&] { return client().receive().status == 503; }, milliseconds(300)));
  EXPECT_TRUE(soon([&] { return server->connections() == 0; }));
}

TEST_F(Hostile, one_address_can_be_limited) {
  options.limits.max_per_address = 2;
  start();
  {
    auto first = client();
    auto second = client();
    ASSERT_EQ(first.get("/hello").status, 200);
    ASSERT_EQ(second.get("/hello").status, 200);
    EXPECT_EQ(client().get("/hello").status, 0);
  }
  EXPECT_TRUE(soon([&] { return client().get("/hello").status == 200; }));
  EXPECT_TRUE(soon([&] { return server->connections() == 0; }));
}

}  // namespace
}  // namespace koers::http
