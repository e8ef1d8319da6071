// SPDX-License-Identifier: EUPL-1.2
#include "http/server.h"

#include <sodium.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <condition_variable>
#include <map>
#include <mutex>
#include <utility>

#include "http/client_address.h"
#include "http/lane.h"
#include "http/metrics.h"
#include "http/request_log.h"
#include "http/responder.h"
#include "http/worker_pool.h"

namespace koers::http {
namespace {

using asio::ip::tcp;

// A connection is a file; the usual limit of 1,024 is far below what we mean to hold.
void raise_file_limit(std::size_t connections) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  const rlim_t wanted = std::min<rlim_t>(limit.rlim_max, connections + 512);
  if (limit.rlim_cur >= wanted) return;
  limit.rlim_cur = wanted;
  setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

class Server::Core {
 public:
  Core(ServerOptions options, Router router) : options_(std::move(options)), router_(std::move(router)) {}
  ~Core() { stop(std::chrono::milliseconds(0)); }

  Result<void> start();
  void stop(std::chrono::milliseconds grace);
  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] std::size_t connections() const { return shared_ ? shared_->connections.load() : 0; }
  [[nodiscard]] const Router& router() const { return router_; }

 private:
  Result<void> listen();
  void accept();
  void on_accepted(const boost::system::error_code& error, Socket socket, Lane& lane);
  void welcome(Socket socket, Lane& lane);
  [[nodiscard]] bool admit(const std::string& peer);
  void on_closed(const std::string& peer);
  void wait_for_last(std::chrono::milliseconds grace);

  const ServerOptions options_;
  const Router router_;
  TrustedProxies proxies_;
  std::unique_ptr<Responder> responder_;
  std::unique_ptr<WorkerPool> workers_;
  std::unique_ptr<Shared> shared_;
  std::vector<std::unique_ptr<Lane>> lanes_;
  std::unique_ptr<tcp::acceptor> acceptor_;       // lives on the thread of the first lane
  std::unique_ptr<asio::steady_timer> recovery_;  // the same
  std::size_t next_lane_ = 0;
  std::uint16_t port_ = 0;

  std::mutex stop_mutex_;
  bool stopped_ = false;

  std::mutex mutex_;  // of what follows
  std::condition_variable last_closed_;
  std::size_t open_ = 0;
  std::map<std::string, std::size_t> by_address_;
};

Result<void> Server::Core::start() {
  if (sodium_init() < 0) return failure(ErrorCode::broken_world, "libsodium could not start.");
  Result<TrustedProxies> proxies = TrustedProxies::parse(options_.trusted_proxies);
  if (!proxies) return std::unexpected(std::move(proxies.error()));
  proxies_ = *std::move(proxies);
  raise_file_limit(options_.limits.max_connections);
  responder_ = std::make_unique<Responder>(options_, router_);
  workers_ = std::make_unique<WorkerPool>(options_.worker_threads, options_.limits.max_queue);
  shared_ = std::unique_ptr<Shared>(
      new Shared{options_, *responder_, *workers_, proxies_, [this](const std::string& peer) { on_closed(peer); }});
  const std::size_t count = std::max(options_.io_threads, 1U);
  const std::size_t share = (options_.limits.max_connections + count - 1) / count;
  for (std::size_t i = 0; i < count; ++i) lanes_.push_back(std::make_unique<Lane>(*shared_, share));
  if (Result<void> listening = listen(); !listening) return listening;
  accept();
  for (const auto& lane : lanes_) lane->start();
  return {};
}

Result<void> Server::Core::listen() {
  boost::system::error_code error;
  const auto address = asio::ip::make_address(options_.host, error);
  if (error) return failure(ErrorCode::bad_input, "\"" + options_.host + "\" is not an IP address to listen at.");
  asio::io_context& context = lanes_.front()->context();
  acceptor_ = std::make_unique<tcp::acceptor>(context);
  recovery_ = std::make_unique<asio::steady_timer>(context);
  const tcp::endpoint endpoint(address, options_.port);
  acceptor_->open(endpoint.protocol(), error);
  if (!error) acceptor_->set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor_->bind(endpoint, error);
  if (!error) acceptor_->listen(tcp::acceptor::max_listen_connections, error);
  if (error) {
    return failure(ErrorCode::broken_world,
                   "Cannot listen at " + options_.host + " port " + std::to_string(options_.port) + ": " + error.message() + '.');
  }
  port_ = acceptor_->local_endpoint().port();
  return {};
}

void Server::Core::accept() {
  Lane& lane = *lanes_[next_lane_++ % lanes_.size()];
  acceptor_->async_accept(lane.context(), [this, &lane](const boost::system::error_code& error, Socket socket) {
    on_accepted(error, std::move(socket), lane);
  });
}

void Server::Core::on_accepted(const boost::system::error_code& error, Socket socket, Lane& lane) {
  if (!acceptor_->is_open()) return;
  if (!error) {
    welcome(std::move(socket), lane);
  } else if (error != asio::error::connection_aborted) {
    // Out of files or memory: a moment later there may be some again. To try at once would only burn the processor.
    recovery_->expires_after(std::chrono::milliseconds(50));
    recovery_->async_wait([this](const boost::system::error_code& cancelled) {
      if (!cancelled && acceptor_->is_open()) accept();
    });
    return;
  }
  accept();
}

void Server::Core::welcome(Socket socket, Lane& lane) {
  boost::system::error_code error;
  auto address = socket.remote_endpoint(error).address();
  if (error) return;  // gone already
  if (address.is_v6() && address.to_v6().is_v4_mapped())
    address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
  std::string peer = address.to_string();
  if (admit(peer)) {
    lane.adopt_soon(std::move(socket), std::move(peer));
  } else {
    responder_->count_refusal("address-limit");
  }
}

bool Server::Core::admit(const std::string& peer) {
  const std::size_t most = options_.limits.max_per_address;
  const bool counted = most > 0 && !proxies_.contains(peer);
  const std::scoped_lock lock(mutex_);
  if (counted && by_address_[peer] >= most) return false;
  if (counted) ++by_address_[peer];
  ++open_;
  return true;
}

void Server::Core::on_closed(const std::string& peer) {
  const std::scoped_lock lock(mutex_);
  if (const auto at = by_address_.find(peer); at != by_address_.end() && --at->second == 0) by_address_.erase(at);
  if (--open_ == 0) last_closed_.notify_all();
}

void Server::Core::wait_for_last(std::chrono::milliseconds grace) {
  std::unique_lock lock(mutex_);
  last_closed_.wait_for(lock, grace, [this] { return open_ == 0; });
}

void Server::Core::stop(std::chrono::milliseconds grace) {
  const std::scoped_lock lock(stop_mutex_);
  if (std::exchange(stopped_, true) || !shared_) return;
  asio::post(lanes_.front()->context(), [this] {
    boost::system::error_code ignored;
    if (acceptor_) acceptor_->close(ignored);
    if (recovery_) recovery_->cancel();
  });
  for (const auto& lane : lanes_) lane->drain_soon();
  if (port_ != 0) wait_for_last(grace);
  for (const auto& lane : lanes_) lane->cut_soon();
  workers_->stop();
  if (port_ != 0) wait_for_last(std::chrono::seconds(1));
  for (const auto& lane : lanes_) lane->join();
}

Server::Server(ServerOptions options, Router router) : core_(std::make_unique<Core>(std::move(options), std::move(router))) {}
Server::~Server() = default;
Result<void> Server::start() { return core_->start(); }
std::uint16_t Server::port() const { return core_->port(); }
void Server::stop(std::chrono::milliseconds grace) { core_->stop(grace); }
std::size_t Server::connections() const { return core_->connections(); }
const Router& Server::router() const { return core_->router(); }

}  // namespace koers::http
