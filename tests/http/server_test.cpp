// SPDX-License-Identifier: EUPL-1.2
#include "http/server.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/ostream_sink.h>
#include <unistd.h>

#include <fstream>
#include <future>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "http/request_log.h"
#include "http/serving.h"

namespace koers::http {
namespace {

using test::Answer;
using test::route;

class ServerTest : public test::Serving {
 protected:
  ServerTest() {
    router.add(route(Method::get, "/big", "big",
                     [this](const Request&, const PathParameters&) { return json(200, big).with_etag("r7"); }));
    router.add(route(Method::get, "/api/v1/items/{id}", "get-item", [](const Request& request, const PathParameters& path) {
      return json(200, nlohmann::json{{"id", path.at("id")}, {"q", request.query_value("q").value_or("")}}.dump());
    }));
    router.add(route(Method::get, "/throw", "throw",
                     [](const Request&, const PathParameters&) -> Response { throw std::runtime_error("oops"); }));
    router.add(route(Method::get, "/broken", "broken",
                     [](const Request&, const PathParameters&) -> Response { throw BrokenWorld("disk"); }));
    router.add(route(
        Method::get, "/slow", "slow",
        [this](const Request&, const PathParameters&) {
          ++running;
          std::this_thread::sleep_for(slowness);
          return json(200, "{}");
        },
        Cost::worker));
  }
  std::shared_ptr<const Body> big = Body::of("{\"text\":\"" + std::string(6000, 'x') + "\"}");
  std::chrono::milliseconds slowness{150};
  std::atomic<int> running{0};
};

TEST_F(ServerTest, answers_on_a_connection_that_is_kept) {
  start();
  auto asker = client();
  for (int i = 0; i < 3; ++i) {
    const Answer answer = asker.get("/hello");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, R"({"hello":"world"})");
    EXPECT_EQ(answer.headers.at("connection"), "keep-alive");
    EXPECT_EQ(answer.headers.at("cache-control"), "no-store");
  }
  EXPECT_EQ(server->connections(), 1U);
  EXPECT_EQ(asker.get("/hello", "Connection: close\r\n").headers.at("connection"), "close");
  EXPECT_TRUE(asker.is_closed_by_server());
}

TEST_F(ServerTest, gives_handlers_decoded_input) {
  start();
  const Answer answer = client().get("/api/v1/items/na%C3%AFef?q=a+b");
  EXPECT_EQ(nlohmann::json::parse(answer.body), (nlohmann::json{{"id", "na\u00EFef"}, {"q", "a b"}}));
  EXPECT_EQ(answer.headers.at("api-version"), "1.0.0");
}

TEST_F(ServerTest, sends_security_headers_on_every_answer) {
  start();
  for (const char* path : {"/hello", "/nowhere", "/a/../b", "/throw"}) {
    const Answer answer = client().get(path);
    for (const char* name : {"content-security-policy", "x-content-type-options", "referrer-policy", "cross-origin-opener-policy",
                             "cross-origin-resource-policy", "permissions-policy", "x-request-id"}) {
      EXPECT_TRUE(answer.headers.contains(name)) << path << ' ' << name;
    }
  }
}

TEST_F(ServerTest, writes_errors_as_problems) {
  start();
  auto asker = client();
  const Answer answer = asker.get("/api/nothing");
  EXPECT_EQ(answer.status, 404);
  EXPECT_EQ(answer.headers.at("content-type"), "application/problem+json");
  EXPECT_EQ(answer.headers.at("api-version"), "1.0.0");
  const auto document = nlohmann::json::parse(answer.body);
  EXPECT_EQ(document["status"], 404);
  EXPECT_EQ(document["instance"], "urn:koers:request:" + answer.headers.at("x-request-id"));
  EXPECT_EQ(asker.get("/throw").status, 500);
  EXPECT_EQ(asker.get("/throw").body.find("oops"), std::string::npos) << "what went wrong inside is not for clients";
  EXPECT_EQ(asker.get("/broken").status, 503);
}

TEST_F(ServerTest, answers_head_options_and_wrong_methods) {
  start();
  auto asker = client();
  const Answer head = asker.exchange("HEAD /big HTTP/1.1\r\nHost: h\r\n\r\n", true);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.headers.at("content-length"), std::to_string(big->bytes().size()));
  const Answer wrong = asker.exchange("DELETE /hello HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_EQ(wrong.status, 405);
  EXPECT_EQ(wrong.headers.at("allow"), "GET, HEAD, OPTIONS");
  const Answer options_answer = asker.exchange("OPTIONS /echo HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_EQ(options_answer.status, 204);
  EXPECT_EQ(options_answer.headers.at("allow"), "POST, OPTIONS");
  EXPECT_FALSE(options_answer.headers.contains("content-length"));
  EXPECT_EQ(asker.exchange("OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n").status, 204);
  EXPECT_EQ(asker.get("/hello").status, 200);
}

TEST_F(ServerTest, compresses_and_tells_the_forms_apart) {
  start();
  auto asker = client();
  const Answer plain = asker.get("/big");
  EXPECT_EQ(plain.headers.at("etag"), "\"r7\"");
  EXPECT_EQ(plain.headers.at("vary"), "Accept-Encoding");
  EXPECT_EQ(plain.headers.at("cache-control"), "private, no-cache");
  const Answer packed = asker.get("/big", "Accept-Encoding: gzip\r\n");
  EXPECT_EQ(packed.headers.at("etag"), "\"r7-gzip\"");
  EXPECT_EQ(packed.headers.at("vary"), "Accept-Encoding");
  EXPECT_LT(packed.body.size(), 500U);
  EXPECT_EQ(test::gunzip(packed.body), plain.body);
  EXPECT_FALSE(asker.get("/big", "Accept-Encoding: gzip;q=0\r\n").headers.contains("content-encoding"));
  EXPECT_FALSE(asker.get("/hello", "Accept-Encoding: gzip\r\n").headers.contains("content-encoding")) << "too small to gain";
}

TEST_F(ServerTest, answers_304_to_those_who_have_it) {
  start();
  auto asker = client();
  for (const char* tag : {"\"r7\"", "\"r7-gzip\"", "W/\"r7\"", "\"x\", \"r7\"", "*"}) {
    const Answer answer = asker.get("/big", std::string("If-None-Match: ") + tag + "\r\nAccept-Encoding: gzip\r\n");
    EXPECT_EQ(answer.status, 304) << tag;
    EXPECT_FALSE(answer.headers.contains("content-length"));
    EXPECT_FALSE(answer.headers.contains("content-encoding"));
    EXPECT_EQ(answer.headers.at("vary"), "Accept-Encoding");
    EXPECT_TRUE(answer.headers.contains("etag"));
  }
  EXPECT_EQ(asker.get("/big", "If-None-Match: \"r6\"\r\n").status, 200);
}

TEST_F(ServerTest, reads_bodies_and_says_continue) {
  start();
  auto asker = client();
  EXPECT_EQ(asker.exchange("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello").body, "hello");
  EXPECT_EQ(
      asker.exchange("POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n1\r\n!\r\n0\r\n\r\n")
          .body,
      "hello!");
  asker.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(asker.receive_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  EXPECT_EQ(asker.exchange("ok").body, "ok");
}

TEST_F(ServerTest, does_not_ask_for_a_body_it_will_refuse) {
  start();
  const Answer answer =
      client().exchange("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 2000000\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(answer.status, 413);
  EXPECT_EQ(answer.headers.at("connection"), "close");
}

TEST_F(ServerTest, lets_a_route_have_its_own_body_limit) {
  Route large = route(Method::put, "/import", "import", [](const Request& request, const PathParameters&) {
    return json(200, std::to_string(request.body.size()));
  });
  large.max_body = 3'000'000;
  router.add(std::move(large));
  start();
  const std::string body(2'500'000, 'x');
  EXPECT_EQ(client().exchange("PUT /import HTTP/1.1\r\nHost: h\r\nContent-Length: 2500000\r\n\r\n" + body).body, "2500000");
  EXPECT_EQ(client().exchange("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 2500000\r\n\r\n" + body).status, 413);
}

TEST_F(ServerTest, asks_the_hooks) {
  options.hooks.on_head = [](const Request& request, const Route& met) -> std::optional<Response> {
    if (met.name == "echo" && !request.header("Authorization")) return problem(ErrorCode::unauthenticated, "");
    return std::nullopt;
  };
  options.hooks.before = [](Request& request, const Route& met) -> std::optional<Response> {
    if (met.name == "get-item" && request.cookie("who") != "me") return problem(ErrorCode::forbidden, "");
    request.context = std::string("me");
    return std::nullopt;
  };
  options.hooks.after = [](const Request&, const Route*, Response& response) { response.headers.set("X-After", "1"); };
  start();
  const Answer refused = client().exchange("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 500000\r\n\r\n");
  EXPECT_EQ(refused.status, 401) << "before the body came";
  EXPECT_EQ(refused.headers.at("x-after"), "1");
  EXPECT_EQ(client().get("/api/v1/items/1").status, 403);
  EXPECT_EQ(client().get("/api/v1/items/1", "Cookie: who=me\r\n").status, 200);
}

TEST_F(ServerTest, answers_pipelined_requests_in_order) {
  options.worker_threads = 4;
  start();
  auto asker = client();
  std::string many = "GET /slow HTTP/1.1\r\nHost: h\r\n\r\n";
  for (int i = 0; i < 200; ++i) many += "GET /api/v1/items/" + std::to_string(i) + " HTTP/1.1\r\nHost: h\r\n\r\n";
  asker.send(many);
  EXPECT_EQ(asker.receive().body, "{}");
  for (int i = 0; i < 200; ++i) ASSERT_EQ(nlohmann::json::parse(asker.receive().body)["id"], std::to_string(i));
}

TEST_F(ServerTest, serves_others_while_workers_work_and_says_when_it_is_busy) {
  options.worker_threads = 1;
  options.limits.max_queue = 1;
  slowness = std::chrono::milliseconds(800);
  start();
  auto first = client();
  first.send("GET /slow HTTP/1.1\r\nHost: h\r\n\r\n");
  ASSERT_TRUE(soon([&] { return running == 1; }));
  auto second = client();
  second.send("GET /slow HTTP/1.1\r\nHost: h\r\n\r\n");
  ASSERT_TRUE(soon([&] { return has_metric("koers_http_requests_in_flight 2"); }));
  std::this_thread::sleep_for(std::chrono::milliseconds(20));  // from counted to queued
  const auto before = std::chrono::steady_clock::now();
  EXPECT_EQ(client().get("/slow").status, 503);
  EXPECT_EQ(client().get("/hello").status, 200);
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::milliseconds(600));
  EXPECT_EQ(first.receive().status, 200);
  EXPECT_EQ(second.receive().status, 200);
}

TEST_F(ServerTest, finishes_what_is_in_flight_when_it_stops) {
  start();
  auto idle = client();
  EXPECT_EQ(idle.get("/hello").status, 200);
  auto busy = client();
  busy.send("GET /slow HTTP/1.1\r\nHost: h\r\n\r\n");
  auto half = client();
  half.send("GET /hello HTTP/1.1\r\nHo");
  ASSERT_TRUE(soon([&] { return running == 1 && server->connections() == 3; }));
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  auto stopping = std::async(std::launch::async, [&] { server->stop(std::chrono::seconds(5)); });
  EXPECT_TRUE(idle.is_closed_by_server());
  const Answer answer = busy.receive();
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(busy.is_closed_by_server(), true);
  half.send("st: h\r\n\r\n");
  EXPECT_EQ(half.receive().headers["connection"], "close");
  EXPECT_TRUE(half.is_closed_by_server());
  stopping.get();
  EXPECT_EQ(server->connections(), 0U);
  EXPECT_THROW(static_cast<void>(client()), std::runtime_error) << "nobody listens any more";
}

TEST_F(ServerTest, cuts_what_outlasts_the_grace) {
  start();
  auto half = client();
  half.send("GET /hello HTTP/1.1\r\nHo");
  ASSERT_TRUE(soon([&] { return server->connections() == 1; }));
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  const auto before = std::chrono::steady_clock::now();
  server->stop(std::chrono::milliseconds(100));
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(2));
  EXPECT_TRUE(half.is_closed_by_server());
}

TEST_F(ServerTest, says_why_it_cannot_start) {
  start();
  ServerOptions same;
  same.port = server->port();
  EXPECT_EQ(Server(same, Router()).start().error().code, ErrorCode::broken_world);
  ServerOptions nonsense;
  nonsense.host = "not an address";
  EXPECT_EQ(Server(nonsense, Router()).start().error().code, ErrorCode::bad_input);
}

TEST_F(ServerTest, answers_only_to_its_names) {
  options.allowed_hosts = {"koers.nl", "localhost"};
  start();
  EXPECT_EQ(client().exchange("GET /hello HTTP/1.1\r\nHost: evil.example\r\n\r\n").status, 421);
  EXPECT_EQ(client().exchange("GET /hello HTTP/1.1\r\nHost: Koers.nl:8040\r\n\r\n").status, 200);
}

TEST_F(ServerTest, streams_files_of_any_size) {
  const std::string path = testing::TempDir() + "koers-download-" + std::to_string(::getpid());
  const std::string bytes(1'000'003, 'z');
  std::ofstream(path) << bytes;
  router.add(route(Method::get, "/file", "file", [&](const Request&, const PathParameters&) {
    return download("back-up.db", "application/octet-stream", FileBody{path, true});
  }));
  start();
  auto asker = client();
  const Answer answer = asker.get("/file");
  EXPECT_EQ(answer.body, bytes);
  EXPECT_TRUE(soon([&] { return ::access(path.c_str(), F_OK) != 0; })) << "removed when sent";
  EXPECT_EQ(asker.get("/file").status, 404) << "the connection lives on";
}

TEST_F(ServerTest, logs_and_counts_without_personal_data) {
  auto stream = std::make_shared<std::ostringstream>();
  options.log = json_logger(std::make_shared<spdlog::sinks::ostream_sink_mt>(*stream));
  options.metrics->add_gauge("koers_ledger_seq", "Newest revision", {}, [] { return 42.0; });
  start();
  client().get("/api/v1/items/jan.jansen?q=geheim");
  client().get("/throw");
  server->stop();
  options.log.reset();
  server.reset();  // the last owner of the logger: what waits is written
  const std::string lines = stream->str();
  EXPECT_NE(lines.find(R"("route":"get-item","status":200)"), std::string::npos) << lines;
  EXPECT_NE(lines.find(R"("event":"handler_failed","detail":"oops")"), std::string::npos) << lines;
  for (const char* secret : {"jan.jansen", "geheim", "127.0.0.1"}) EXPECT_EQ(lines.find(secret), std::string::npos);
  EXPECT_TRUE(has_metric(R"(koers_http_requests_total{route="get-item",status="2xx"} 1)"));
  EXPECT_TRUE(has_metric(R"(koers_http_requests_total{route="throw",status="5xx"} 1)"));
  EXPECT_TRUE(has_metric("koers_http_requests_in_flight 0"));
  EXPECT_TRUE(has_metric("koers_http_connections 0"));
  EXPECT_TRUE(has_metric("koers_ledger_seq 42"));
}

}  // namespace
}  // namespace koers::http
