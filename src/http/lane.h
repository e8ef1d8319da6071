// SPDX-License-Identifier: EUPL-1.2
// Internal to the server: the only headers that know Asio are this one and connection.h.
#pragma once
#include <array>
#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <unordered_set>

#include "http/client_address.h"
#include "http/responder.h"
#include "http/server.h"
#include "http/worker_pool.h"

namespace koers::http {

namespace asio = boost::asio;
using Socket = asio::ip::tcp::socket;
using Clock = std::chrono::steady_clock;

class Connection;

/// What all lanes share. Counters are the only thing in it that changes while serving.
struct Shared {
  const ServerOptions& options;
  Responder& responder;
  WorkerPool& workers;
  const TrustedProxies& proxies;
  std::function<void(const std::string& peer)> on_closed;  ///< from any lane
  std::atomic<std::size_t> connections{0};
  std::atomic<std::size_t> buffered{0};
  std::atomic<std::size_t> event_streams{0};
};

/// One thread with its own event loop and its own connections: nothing in a connection needs a lock. Unless said otherwise all
/// calls are on the lane's own thread.
class Lane {
 public:
  Lane(Shared& shared, std::size_t max_connections);
  ~Lane();
  Lane(const Lane&) = delete;
  Lane& operator=(const Lane&) = delete;

  /// From outside.
  void start();
  void adopt_soon(Socket socket, std::string peer);
  void drain_soon();
  void cut_soon();
  /// From outside; only when nothing is expected of the lane any more.
  void join();

  [[nodiscard]] asio::io_context& context() { return context_; }
  [[nodiscard]] Shared& shared() { return shared_; }
  [[nodiscard]] bool is_draining() const { return draining_; }
  void forget(const std::shared_ptr<Connection>& connection);
  /// Where bytes are received: what is in it is used up before the next event, so all connections share it.
  [[nodiscard]] std::array<char, 64 * 1024>& scratch() { return scratch_; }

 private:
  void adopt(Socket socket, std::string peer);
  [[nodiscard]] bool make_room();
  void sweep_later();
  void sweep();

  Shared& shared_;
  const std::size_t max_connections_;
  std::chrono::milliseconds sweep_interval_;
  asio::io_context context_{1};
  asio::executor_work_guard<asio::io_context::executor_type> work_;
  asio::steady_timer timer_;
  std::unordered_set<std::shared_ptr<Connection>> connections_;  // shared with their own handlers under way
  bool draining_ = false;
  std::array<char, 64 * 1024> scratch_{};
  std::thread thread_;
};

}  // namespace koers::http
