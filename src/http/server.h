// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "http/message.h"
#include "http/router.h"

namespace spdlog {
class logger;
}

namespace koers::http {

class Metrics;

/// How much one client, and all together, may ask for.
struct Limits {
  std::size_t max_head = 16 * 1024;         ///< bytes of request line and headers: 431
  std::size_t max_fields = 100;             ///< number of headers: 431
  std::size_t max_target = 8 * 1024;        ///< bytes of the request target: 414
  std::size_t max_body = 1024 * 1024;       ///< bytes, unless the route says otherwise: 413
  std::size_t max_buffered = 256UL << 20U;  ///< bytes of request bodies over all connections: 503
  std::size_t max_connections = 4096;       ///< beyond it the longest idle one goes; if all are busy, the new one gets 503
  std::size_t max_per_address = 0;          ///< connections per client address; 0: no limit. Trusted proxies are never limited
  std::size_t max_queue = 256;              ///< requests that wait for a worker: 503
  std::size_t max_event_streams = 512;      ///< 503
};

struct Timeouts {
  std::chrono::milliseconds idle{60'000};       ///< a kept-alive connection without a request
  std::chrono::milliseconds head{10'000};       ///< from the first byte of a request to the end of its headers: 408
  std::chrono::milliseconds body{10'000};       ///< for the body, plus the time it takes at `min_rate`: 408
  std::chrono::milliseconds write{20'000};      ///< for an answer, plus the time it takes at `min_rate`
  std::size_t min_rate = 16 * 1024;             ///< bytes per second that the slowest client must reach
  std::chrono::milliseconds linger{2'000};      ///< to let a client read our refusal before the connection is cut
  std::chrono::milliseconds heartbeat{15'000};  ///< comment in a silent event stream
};

/// Called in this order. A hook must be quick where the route is `inline_`, and safe from several threads. An exception in one
/// gives 500.
struct Hooks {
  /// As soon as the headers are in and before any body is read, on the thread that serves connections: to refuse early, such as a
  /// large upload by somebody who is not logged in. Must not wait for anything. Only called for requests that have a body.
  std::function<std::optional<Response>(const Request&, const Route&)> on_head;
  /// Where the handler will run and just before it: authorisation. What it returns is sent instead of calling the handler.
  std::function<std::optional<Response>(Request&, const Route&)> before;
  /// To add headers to every answer, those of hooks and refused methods included; `route` is null when none matched.
  std::function<void(const Request&, const Route* route, Response&)> after;
};

struct ServerOptions {
  std::string host = "127.0.0.1";  ///< address to listen at
  std::uint16_t port = 8040;       ///< 0: any free one, see Server::port()
  unsigned io_threads = 2;
  unsigned worker_threads = 2;
  Limits limits;
  Timeouts timeouts;
  Hooks hooks;
  /// Addresses or networks (`10.0.0.0/8`, `::1`) whose X-Forwarded-For and X-Forwarded-Proto are believed; nobody else's are.
  std::vector<std::string> trusted_proxies;
  /// Names (without port) that we answer to; empty: any. Another name gives 421, which stops DNS rebinding.
  std::vector<std::string> allowed_hosts;
  std::string api_version = "1.0.0";  ///< `API-Version` on everything under /api/
  std::shared_ptr<Metrics> metrics;   ///< may be null; shared with the route that shows it
  /// Gets one JSON object per line, see http/request_log.h; may be null. Shared with the rest of the program.
  std::shared_ptr<spdlog::logger> log;
};

/// Serves the routes until it is stopped. Start once, stop once.
class Server {
 public:
  Server(ServerOptions options, Router router);
  /// Stops without grace if it still runs.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Listens and returns; fails with `bad_input` for an address that is not one or a proxy that cannot be read, with
  /// `broken_world` when the port is taken.
  [[nodiscard]] Result<void> start();
  /// The port in use; 0 before start().
  [[nodiscard]] std::uint16_t port() const;

  /// Takes no new connections, ends idle ones and event streams, lets requests in flight finish for at most `grace`, then cuts
  /// the rest; returns when all threads have ended. From any thread but the server's own (not from a handler); a second call
  /// waits for the first. Not async-signal-safe: let a thread wait for the signal (sigwait) and call this.
  void stop(std::chrono::milliseconds grace = std::chrono::seconds(10));

  /// Connections that are open now.
  [[nodiscard]] std::size_t connections() const;
  [[nodiscard]] const Router& router() const;

 private:
  class Core;
  std::unique_ptr<Core> core_;
};

}  // namespace koers::http
