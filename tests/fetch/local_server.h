// SPDX-License-Identifier: EUPL-1.2
// A small web server on this machine, with answers that a test makes up: also bad ones. No test touches the real network.
#pragma once
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace koers::test {

struct Answer {
  int status = 200;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  bool hangs = false;                       ///< no answer until the server stops
  std::optional<std::size_t> breaks_after;  ///< the whole body is promised, only so many bytes come
};

struct Asked {
  std::string target;  ///< percent-decoded
  std::vector<std::pair<std::string, std::string>> headers;
  [[nodiscard]] std::string header(const std::string& name) const;
  /// The value of a query parameter; empty when it is not there.
  [[nodiscard]] std::string query(const std::string& name) const;
  [[nodiscard]] std::string path() const { return target.substr(0, target.find('?')); }
};

class LocalServer {
 public:
  using Handler = std::function<Answer(const Asked&)>;

  explicit LocalServer(Handler handler);
  ~LocalServer();
  LocalServer(const LocalServer&) = delete;
  LocalServer& operator=(const LocalServer&) = delete;

  [[nodiscard]] std::string address() const;  ///< http://127.0.0.1:PORT
  [[nodiscard]] std::vector<Asked> asked() const;
  /// Requests so far whose target contains the text.
  [[nodiscard]] int count(const std::string& text = "") const;

 private:
  void accept();
  void serve(boost::asio::ip::tcp::socket socket);

  Handler handler_;
  boost::asio::io_context context_;
  boost::asio::ip::tcp::acceptor acceptor_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::vector<Asked> asked_;
  std::vector<std::jthread> connections_;
  std::jthread thread_;
};

}  // namespace koers::test
