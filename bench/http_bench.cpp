// SPDX-License-Identifier: EUPL-1.2
// How much of the speed of bare Beast is left after our checks, routing, headers, log and metrics. Both servers run in this
// process on 127.0.0.1 with the same number of threads; the same client drives them by turns, so that noise of the machine hits
// both.
//   http_bench [rounds] [seconds per round] [connections]
#include <arpa/inet.h>
#include <netinet/in.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/strand.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>
#include <vector>

#include "http/metrics.h"
#include "http/request_log.h"
#include "http/server.h"

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;
using Clock = std::chrono::steady_clock;

constexpr unsigned kThreads = 2;

// --- bare Beast, as in its own example http_server_async
// ----------------------------------------------------------------------------

class HelloSession : public std::enable_shared_from_this<HelloSession> {
 public:
  explicit HelloSession(tcp::socket socket) : stream_(std::move(socket)) {}
  [[nodiscard]] auto executor() { return stream_.get_executor(); }
  void read() {
    request_ = {};
    stream_.expires_after(std::chrono::seconds(30));
    beast::http::async_read(stream_, buffer_, request_, [self = shared_from_this()](beast::error_code error, std::size_t) {
      if (!error) self->write();
    });
  }

 private:
  void write() {
    response_ = {beast::http::status::ok, request_.version()};
    response_.set(beast::http::field::server, "beast");
    response_.set(beast::http::field::content_type, "text/plain");
    response_.keep_alive(request_.keep_alive());
    response_.body() = "hello";
    response_.prepare_payload();
    beast::http::async_write(stream_, response_, [self = shared_from_this()](beast::error_code error, std::size_t) {
      if (!error) self->read();
    });
  }
  beast::tcp_stream stream_;
  beast::flat_buffer buffer_;
  beast::http::request<beast::http::string_body> request_;
  beast::http::response<beast::http::string_body> response_;
};

class HelloServer {
 public:
  HelloServer() : acceptor_(context_, {asio::ip::address_v4::loopback(), 0}) {
    accept();
    for (unsigned i = 0; i < kThreads; ++i) threads_.emplace_back([this] { context_.run(); });
  }
  ~HelloServer() {
    context_.stop();
    for (auto& thread : threads_) thread.join();
  }
  HelloServer(const HelloServer&) = delete;
  HelloServer& operator=(const HelloServer&) = delete;
  [[nodiscard]] std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

 private:
  void accept() {
    acceptor_.async_accept(asio::make_strand(context_), [this](beast::error_code error, tcp::socket socket) {
      if (error) return;
      socket.set_option(tcp::no_delay(true));
      const auto session = std::make_shared<HelloSession>(std::move(socket));
      asio::dispatch(session->executor(), [session] { session->read(); });
      accept();
    });
  }
  asio::io_context context_{kThreads};
  tcp::acceptor acceptor_;
  std::vector<std::thread> threads_;
};

// --- Koers
// --------------------------------------------------------------------------------------------------------------------------

std::string example_json() {
  nlohmann::json items = nlohmann::json::array();
  for (int i = 0; i < 30; ++i) {
    items.push_back({{"id", "indicator-" + std::to_string(i)},
                     {"title", "Number of homes sold below 355,000 euro"},
                     {"value", 1000.5 + i},
                     {"unit", "homes"}});
  }
  return nlohmann::json{{"items", items}}.dump();
}

koers::http::Router routes(const std::shared_ptr<const koers::http::Body>& body) {
  koers::http::Router router;
  koers::http::Route route;
  route.pattern = "/api/v1/{collection}/{id}";
  route.name = "get-document";
  route.handler = [body](const koers::http::Request&, const koers::http::PathParameters&) {
    return koers::http::json(200, body).with_content_etag();
  };
  router.add(std::move(route));
  return router;
}

koers::http::ServerOptions options() {
  koers::http::ServerOptions out;
  out.port = 0;
  out.io_threads = kThreads;
  out.metrics = std::make_shared<koers::http::Metrics>();
  out.log = koers::http::json_logger(std::make_shared<spdlog::sinks::basic_file_sink_mt>("/dev/null"));
  out.hooks.before = [](koers::http::Request& request, const koers::http::Route&) -> std::optional<koers::http::Response> {
    static_cast<void>(request.cookie("__Host-koers"));
    return std::nullopt;
  };
  return out;
}

// --- the client
// ---------------------------------------------------------------------------------------------------------------------

struct Measured {
  double per_second = 0;
  std::vector<double> milliseconds;
};

// Some connections on one thread, each with one request under way.
class Driver {
 public:
  Driver(std::uint16_t port, std::string request, int connections) : request_(std::move(request)), epoll_(epoll_create1(0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    peers_.resize(static_cast<std::size_t>(connections));
    for (std::size_t i = 0; i < peers_.size(); ++i) {
      peers_[i].descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
      if (::connect(peers_[i].descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) std::exit(3);
      epoll_event event{};
      event.events = EPOLLIN;
      event.data.u64 = i;
      epoll_ctl(epoll_, EPOLL_CTL_ADD, peers_[i].descriptor, &event);
    }
  }
  ~Driver() {
    for (const Peer& peer : peers_) ::close(peer.descriptor);
    ::close(epoll_);
  }
  Driver(const Driver&) = delete;
  Driver& operator=(const Driver&) = delete;

  void run(Clock::time_point end) {
    for (Peer& peer : peers_) ask(peer);
    std::array<epoll_event, 64> events{};
    while (Clock::now() < end) {
      const int count = epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), 50);
      for (int i = 0; i < count; ++i) receive(peers_[events.at(static_cast<std::size_t>(i)).data.u64]);
    }
  }
  [[nodiscard]] const std::vector<double>& milliseconds() const { return milliseconds_; }

 private:
  struct Peer {
    int descriptor = -1;
    std::size_t expected = 0;  // bytes of the whole answer, once known: they are all alike
    std::size_t got = 0;
    Clock::time_point asked;
  };

  void ask(Peer& peer) {
    peer.got = 0;
    peer.asked = Clock::now();
    if (::send(peer.descriptor, request_.data(), request_.size(), MSG_NOSIGNAL) < 0) std::exit(3);
  }
  void receive(Peer& peer) {
    const ssize_t got = ::recv(peer.descriptor, scratch_.data(), scratch_.size(), 0);
    if (got <= 0) std::exit(3);
    if (peer.expected == 0) peer.expected = whole_size(std::string_view(scratch_.data(), static_cast<std::size_t>(got)));
    peer.got += static_cast<std::size_t>(got);
    if (peer.got < peer.expected) return;
    milliseconds_.push_back(std::chrono::duration<double, std::milli>(Clock::now() - peer.asked).count());
    ask(peer);
  }
  static std::size_t whole_size(std::string_view start) {
    const std::size_t end = start.find("\r\n\r\n");
    const std::size_t length = start.find("Content-Length: ");
    if (!start.starts_with("HTTP/1.1 200") || end == std::string_view::npos || length == std::string_view::npos) std::exit(4);
    return end + 4 + std::strtoul(start.data() + length + 16, nullptr, 10);
  }

  std::string request_;
  int epoll_;
  std::vector<Peer> peers_;
  std::vector<double> milliseconds_;
  std::array<char, 65536> scratch_{};
};

Measured drive(std::uint16_t port, const std::string& path, double seconds, int connections) {
  const std::string request =
      "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nUser-Agent: bench\r\n\r\n";
  std::vector<std::unique_ptr<Driver>> drivers;
  for (unsigned i = 0; i < kThreads; ++i)
    drivers.push_back(std::make_unique<Driver>(port, request, connections / static_cast<int>(kThreads)));
  const auto end = Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
  std::vector<std::thread> threads;
  for (const auto& driver : drivers) threads.emplace_back([&driver, end] { driver->run(end); });
  for (auto& thread : threads) thread.join();
  Measured out;
  for (const auto& driver : drivers)
    out.milliseconds.insert(out.milliseconds.end(), driver->milliseconds().begin(), driver->milliseconds().end());
  out.per_second = static_cast<double>(out.milliseconds.size()) / seconds;
  return out;
}

// --- figures
// ------------------------------------------------------------------------------------------------------------------------

double quantile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

double resident_megabytes() {
  std::ifstream in("/proc/self/statm");
  double total = 0;
  double resident = 0;
  in >> total >> resident;
  return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

nlohmann::json figures(const std::vector<Measured>& rounds) {
  std::vector<double> rates;
  std::vector<double> milliseconds;
  for (const Measured& round : rounds) {
    rates.push_back(round.per_second);
    milliseconds.insert(milliseconds.end(), round.milliseconds.begin(), round.milliseconds.end());
  }
  return {{"requests_per_second", rates},
          {"median_requests_per_second", quantile(rates, 0.5)},
          {"p50_ms", quantile(milliseconds, 0.5)},
          {"p99_ms", quantile(milliseconds, 0.99)}};
}

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 1 ? std::atoi(argv[1]) : 7;
  const double seconds = argc > 2 ? std::atof(argv[2]) : 1.0;
  const int connections = argc > 3 ? std::atoi(argv[3]) : 100;
  const auto body = koers::http::Body::of(example_json());
  koers::http::Server koers(options(), routes(body));
  if (!koers.start()) return 3;
  const double idle_megabytes = resident_megabytes();
  const HelloServer hello;
  std::vector<Measured> bare;
  std::vector<Measured> ours;
  std::vector<double> ratios;
  for (int round = 0; round <= rounds; ++round) {
    Measured of_bare = drive(hello.port(), "/", seconds, connections);
    Measured of_ours = drive(koers.port(), "/api/v1/indicators/homes", seconds, connections);
    if (round == 0) continue;  // warms caches up
    ratios.push_back(of_ours.per_second / of_bare.per_second);
    bare.push_back(std::move(of_bare));
    ours.push_back(std::move(of_ours));
  }
  const nlohmann::json out{{"connections", connections},
                           {"seconds_per_round", seconds},
                           {"body_bytes", body->bytes().size()},
                           {"bare_beast", figures(bare)},
                           {"koers", figures(ours)},
                           {"ratios", ratios},
                           {"median_ratio", quantile(ratios, 0.5)},
                           {"resident_mb_at_start", idle_megabytes}};
  std::printf("%s\n", out.dump(2).c_str());
  return 0;
}
