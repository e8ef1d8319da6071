// SPDX-License-Identifier: EUPL-1.2
#include "http/lane.h"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <utility>
#include <vector>

#include "http/connection.h"

namespace koers::http {
namespace {

// A quarter of the shortest time-out: none is kept more than a quarter too late.
std::chrono::milliseconds sweep_interval(const Timeouts& timeouts) {
  const std::chrono::milliseconds shortest =
      std::min({timeouts.idle, timeouts.head, timeouts.body, timeouts.write, timeouts.linger, timeouts.heartbeat});
  return std::clamp(shortest / 4, std::chrono::milliseconds(5), std::chrono::milliseconds(500));
}

}  // namespace

Lane::Lane(Shared& shared, std::size_t max_connections)
    : shared_(shared),
      max_connections_(max_connections),
      sweep_interval_(sweep_interval(shared.options.timeouts)),
      work_(asio::make_work_guard(context_)),
      timer_(context_) {}

Lane::~Lane() { join(); }

void Lane::start() {
  sweep_later();
  thread_ = std::thread([this] { context_.run(); });
}

void Lane::join() {
  work_.reset();
  context_.stop();
  if (thread_.joinable()) thread_.join();
  // Its last handlers still own connections, and those count themselves out of `shared_`, so they must end before it does.
  for (const auto& connection : std::vector(connections_.begin(), connections_.end())) connection->close();
}

void Lane::adopt_soon(Socket socket, std::string peer) {
  asio::post(context_,
             [this, moved = std::move(socket), peer = std::move(peer)]() mutable { adopt(std::move(moved), std::move(peer)); });
}

void Lane::adopt(Socket socket, std::string peer) {
  boost::system::error_code ignored;
  socket.non_blocking(true, ignored);
  socket.set_option(asio::ip::tcp::no_delay(true), ignored);
  if (connections_.size() >= max_connections_ && !make_room()) {
    // One try and no waiting: whoever fills us up must not make us hold even more.
    const Outgoing out = shared_.responder.refuse(problem_of(503, "There are too many connections."));
    const std::array<asio::const_buffer, 2> buffers{asio::buffer(out.head), asio::buffer(out.content)};
    socket.write_some(buffers, ignored);
    socket.shutdown(Socket::shutdown_send, ignored);
    shared_.on_closed(peer);
    return;
  }
  const auto connection = std::make_shared<Connection>(*this, std::move(socket), std::move(peer));
  connections_.insert(connection);
  if (draining_) {
    connection->close();
  } else {
    connection->start();
  }
}

bool Lane::make_room() {
  std::shared_ptr<Connection> oldest;
  for (const auto& connection : connections_) {
    if (connection->is_evictable() && (!oldest || connection->since() < oldest->since())) oldest = connection;
  }
  if (!oldest) return false;
  shared_.responder.count_refusal("evicted");
  oldest->close();
  return true;
}

void Lane::drain_soon() {
  asio::post(context_, [this] {
    draining_ = true;
    for (const auto& connection : std::vector(connections_.begin(), connections_.end())) connection->drain();
  });
}

void Lane::cut_soon() {
  asio::post(context_, [this] {
    draining_ = true;
    for (const auto& connection : std::vector(connections_.begin(), connections_.end())) connection->close();
  });
}

void Lane::forget(const std::shared_ptr<Connection>& connection) { connections_.erase(connection); }

void Lane::sweep_later() {
  timer_.expires_after(sweep_interval_);
  timer_.async_wait([this](const boost::system::error_code& error) {
    if (!error) sweep();
  });
}

void Lane::sweep() {
  const Clock::time_point now = Clock::now();
  for (const auto& connection : std::vector(connections_.begin(), connections_.end())) connection->sweep(now);
  sweep_later();
}

}  // namespace koers::http
