// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace koers::http::test {

struct Answer {
  int status = 0;                              ///< 0: the connection ended before an answer
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;
};

/// A client that sends exactly the bytes it is told to, on 127.0.0.1, and gives up after its patience.
class SocketClient {
 public:
  explicit SocketClient(std::uint16_t port, std::chrono::milliseconds patience = std::chrono::seconds(8), int receive_buffer = 0);
  ~SocketClient();
  SocketClient(SocketClient&& other) noexcept;
  SocketClient(const SocketClient&) = delete;
  SocketClient& operator=(const SocketClient&) = delete;

  /// False when the server has ended the connection.
  bool send(std::string_view bytes);
  void finish_sending();
  /// One answer; bytes after it stay for the next call. `to_head`: it has no body whatever it announces.
  Answer receive(bool to_head = false);
  /// Up to and with `end`; what came when the connection ends or patience runs out first.
  std::string receive_until(std::string_view end);
  std::string receive_all();
  /// The server has closed: nothing but the end comes within patience.
  bool is_closed_by_server();

  Answer get(const std::string& path, const std::string& extra_headers = "");
  Answer exchange(std::string_view bytes, bool to_head = false);

 private:
  bool fill();
  int descriptor_ = -1;
  std::string buffer_;
};

[[nodiscard]] std::string gunzip(std::string_view bytes);

}  // namespace koers::http::test
