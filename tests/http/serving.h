// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include "http/metrics.h"
#include "http/server.h"
#include "http/socket_client.h"

namespace koers::http::test {

inline Route route(Method method, std::string pattern, std::string name, Handler handler, Cost cost = Cost::inline_) {
  Route out;
  out.method = method;
  out.pattern = std::move(pattern);
  out.name = std::move(name);
  out.handler = std::move(handler);
  out.cost = cost;
  return out;
}

/// A server on a free port of 127.0.0.1 with time-outs that a test can wait for. Change `options` and `router` before start().
class Serving : public testing::Test {
 protected:
  Serving() {
    options.port = 0;
    options.metrics = std::make_shared<Metrics>();
    options.timeouts.idle = std::chrono::milliseconds(5000);
    options.timeouts.linger = std::chrono::milliseconds(300);
    router.add(route(Method::get, "/hello", "hello",
                     [](const Request&, const PathParameters&) { return json(200, R"({"hello":"world"})"); }));
    router.add(route(Method::post, "/echo", "echo",
                     [](const Request& request, const PathParameters&) { return text(200, "text/plain", request.body); }));
  }

  void start() {
    server = std::make_unique<Server>(options, std::move(router));
    const Result<void> started = server->start();
    ASSERT_TRUE(started) << started.error().message;
  }
  [[nodiscard]] SocketClient client(std::chrono::milliseconds patience = std::chrono::seconds(8)) const {
    return SocketClient(server->port(), patience);
  }
  [[nodiscard]] bool has_metric(const std::string& line) const {
    return options.metrics->to_text().find(line) != std::string::npos;
  }

  /// Whether `holds` becomes true soon.
  template <class Condition>
  static bool soon(Condition holds, std::chrono::milliseconds patience = std::chrono::seconds(5)) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!holds()) {
      if (std::chrono::steady_clock::now() > end) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return true;
  }

  ServerOptions options;
  Router router;
  std::unique_ptr<Server> server;
};

}  // namespace koers::http::test
