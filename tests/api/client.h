// SPDX-License-Identifier: EUPL-1.2
// A small HTTP client on a plain socket, as a browser or a script would come in.
#pragma once
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

namespace koers::test {

struct Reply {
  int status = 0;                                            ///< 0: the connection ended before an answer
  std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case
  std::string body;                                          ///< as sent; gzip is not undone
  /// The first of that name; empty when there is none.
  [[nodiscard]] std::string header(const std::string& name) const;
  [[nodiscard]] std::vector<std::string> all(const std::string& name) const;
  [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(body); }
};

using HeaderList = std::vector<std::pair<std::string, std::string>>;

/// One connection that is kept open; with a session once it has one.
class Client {
 public:
  explicit Client(std::uint16_t port) : port_(port) {}
  ~Client();
  Client(Client&& other) noexcept;
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  void use_session(std::string cookie, std::string csrf) {
    cookie_ = std::move(cookie);
    csrf_ = std::move(csrf);
  }
  [[nodiscard]] Reply get(const std::string& path, const HeaderList& headers = {}) { return send("GET", path, "", headers); }
  /// Adds cookie and X-CSRF-Token of the session, and Content-Type when there is a body.
  [[nodiscard]] Reply send(const std::string& method, const std::string& path, const std::string& body = "",
                           HeaderList headers = {});
  /// Exactly these bytes.
  [[nodiscard]] Reply exchange(const std::string& bytes);

 private:
  void connect();
  void disconnect();
  bool fill();
  [[nodiscard]] Reply receive();
  [[nodiscard]] std::string receive_chunks();
  [[nodiscard]] std::string take(std::size_t count);
  [[nodiscard]] std::string take_until(const std::string& end);

  std::uint16_t port_;
  int socket_ = -1;
  std::string buffer_;
  std::string cookie_;
  std::string csrf_;
};

[[nodiscard]] std::string gunzip(const std::string& bytes);

}  // namespace koers::test
