// SPDX-License-Identifier: EUPL-1.2
#include "api/client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <stdexcept>

namespace koers::test {
namespace {

constexpr int kPatienceSeconds = 60;

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

void read_head(const std::string& head, Reply& reply) {
  reply.status = std::stoi(head.substr(9, 3));
  for (std::size_t at = head.find("\r\n") + 2; at + 2 < head.size();) {
    const std::size_t end = head.find("\r\n", at);
    const std::size_t colon = head.find(": ", at);
    reply.headers.emplace_back(lower(head.substr(at, colon - at)), head.substr(colon + 2, end - colon - 2));
    at = end + 2;
  }
}

}  // namespace

std::string Reply::header(const std::string& name) const {
  const auto found = std::find_if(headers.begin(), headers.end(), [&](const auto& each) { return each.first == name; });
  return found == headers.end() ? "" : found->second;
}

std::vector<std::string> Reply::all(const std::string& name) const {
  std::vector<std::string> values;
  for (const auto& [key, value] : headers) {
    if (key == name) values.push_back(value);
  }
  return values;
}

Client::~Client() { disconnect(); }
Client::Client(Client&& other) noexcept
    : port_(other.port_),
      socket_(std::exchange(other.socket_, -1)),
      buffer_(std::move(other.buffer_)),
      cookie_(std::move(other.cookie_)),
      csrf_(std::move(other.csrf_)) {}

void Client::connect() {
  if (socket_ >= 0) return;
  buffer_.clear();
  socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const timeval patience{kPatienceSeconds, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port_);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("no connection");
}

void Client::disconnect() {
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
}

bool Client::fill() {
  std::array<char, 65536> piece{};
  const ssize_t got = ::recv(socket_, piece.data(), piece.size(), 0);
  if (got <= 0) return false;
  buffer_.append(piece.data(), static_cast<std::size_t>(got));
  return true;
}

std::string Client::take(std::size_t count) {
  while (buffer_.size() < count && fill()) {
  }
  std::string out = buffer_.substr(0, count);
  buffer_.erase(0, out.size());
  return out;
}

std::string Client::take_until(const std::string& end) {
  std::size_t at = buffer_.find(end);
  while (at == std::string::npos && fill()) at = buffer_.find(end);
  return take(at == std::string::npos ? buffer_.size() : at + end.size());
}

std::string Client::receive_chunks() {
  std::string out;
  for (;;) {
    const std::string line = take_until("\r\n");
    const std::size_t size = line.empty() ? 0 : std::stoul(line, nullptr, 16);
    out += take(size);
    static_cast<void>(take_until("\r\n"));
    if (size == 0) return out;
  }
}

Reply Client::receive() {
  Reply reply;
  const std::string head = take_until("\r\n\r\n");
  if (!head.ends_with("\r\n\r\n")) {
    disconnect();
    return reply;
  }
  read_head(head, reply);
  const std::string length = reply.header("content-length");
  if (reply.header("transfer-encoding") == "chunked") {
    reply.body = receive_chunks();
  } else if (!length.empty() && reply.status != 304) {
    reply.body = take(std::stoul(length));
  } else if (length.empty() && reply.status == 200) {
    while (fill()) {  // to the end of the connection
    }
    reply.body = std::exchange(buffer_, {});
  }
  if (reply.header("connection") == "close") disconnect();
  return reply;
}

Reply Client::exchange(const std::string& bytes) {
  connect();
  for (std::size_t sent = 0; sent < bytes.size();) {
    const ssize_t now = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (now <= 0) break;  // the server may have refused already: its answer can be read
    sent += static_cast<std::size_t>(now);
  }
  return receive();
}

Reply Client::send(const std::string& method, const std::string& path, const std::string& body, HeaderList headers) {
  const bool has_type =
      std::any_of(headers.begin(), headers.end(), [](const auto& each) { return each.first == "Content-Type"; });
  if (!body.empty() && !has_type) headers.emplace_back("Content-Type", "application/json");
  if (!cookie_.empty()) headers.emplace_back("Cookie", "koers-session=" + cookie_);
  if (!csrf_.empty() && method != "GET") headers.emplace_back("X-CSRF-Token", csrf_);
  std::string bytes = method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n";
  for (const auto& [name, value] : headers) bytes += name + ": " + value + "\r\n";
  if (method != "GET") bytes += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  return exchange(bytes + "\r\n" + body);
}

std::string gunzip(const std::string& bytes) {
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 16) != Z_OK) return "";
  std::string input = bytes;
  std::string out(64UL << 20U, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int state = inflate(&stream, Z_FINISH);
  out.resize(state == Z_STREAM_END ? stream.total_out : 0);
  inflateEnd(&stream);
  return out;
}

}  // namespace koers::test
