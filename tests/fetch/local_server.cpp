// SPDX-License-Identifier: EUPL-1.2
#include "fetch/local_server.h"

#include <algorithm>

#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

namespace koers::test {
namespace {

namespace http = boost::beast::http;
using boost::asio::ip::tcp;

std::string percent_decoded(const std::string& text) {
  std::string out;
  for (std::size_t n = 0; n < text.size(); ++n) {
    if (text[n] == '%' && n + 2 < text.size()) {
      out += static_cast<char>(std::stoi(text.substr(n + 1, 2), nullptr, 16));
      n += 2;
    } else {
      out += text[n];
    }
  }
  return out;
}

std::string bytes_of(const Answer& answer) {
  std::string out = "HTTP/1.1 " + std::to_string(answer.status) + " Such\r\nConnection: close\r\n";
  for (const auto& [name, value] : answer.headers) out += name + ": " + value + "\r\n";
  out += "Content-Length: " + std::to_string(answer.body.size()) + "\r\n\r\n";
  return out + answer.body.substr(0, answer.breaks_after.value_or(answer.body.size()));
}

}  // namespace

std::string Asked::header(const std::string& name) const {
  const auto found = std::ranges::find(headers, name, [](const auto& each) { return each.first; });
  return found == headers.end() ? "" : found->second;
}

std::string Asked::query(const std::string& name) const {
  auto at = target.find('?' + name + '=');
  if (at == std::string::npos) at = target.find('&' + name + '=');
  if (at == std::string::npos) return "";
  const auto start = at + name.size() + 2;
  return target.substr(start, target.find('&', start) - start);
}

LocalServer::LocalServer(Handler handler)
    : handler_(std::move(handler)),
      acceptor_(context_, {boost::asio::ip::address_v4::loopback(), 0}),
      thread_([this] { accept(); }) {}

LocalServer::~LocalServer() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  boost::system::error_code ignored;
  tcp::socket(context_).connect(acceptor_.local_endpoint(), ignored);  // wakes the one that waits for a connection
  thread_.join();
}

std::string LocalServer::address() const { return "http://127.0.0.1:" + std::to_string(acceptor_.local_endpoint().port()); }

std::vector<Asked> LocalServer::asked() const {
  const std::scoped_lock lock(mutex_);
  return asked_;
}

int LocalServer::count(const std::string& text) const {
  const std::scoped_lock lock(mutex_);
  return static_cast<int>(
      std::ranges::count_if(asked_, [&](const Asked& each) { return each.target.find(text) != std::string::npos; }));
}

void LocalServer::accept() {
  while (true) {
    boost::system::error_code error;
    tcp::socket socket(context_);
    acceptor_.accept(socket, error);
    const std::scoped_lock lock(mutex_);
    if (stopping_ || error) return;
    connections_.emplace_back([this, moved = std::move(socket)]() mutable { serve(std::move(moved)); });
  }
}

void LocalServer::serve(tcp::socket socket) {
  boost::system::error_code error;
  boost::beast::flat_buffer buffer;
  http::request<http::string_body> request;
  http::read(socket, buffer, request, error);
  if (error) return;
  Asked asked{percent_decoded(std::string(request.target())), {}};
  for (const auto& field : request) asked.headers.emplace_back(field.name_string(), field.value());
  {
    const std::scoped_lock lock(mutex_);
    asked_.push_back(asked);
  }
  const Answer answer = handler_(asked);
  if (answer.hangs) {
    std::unique_lock lock(mutex_);
    wake_.wait(lock, [this] { return stopping_; });
    return;
  }
  boost::asio::write(socket, boost::asio::buffer(bytes_of(answer)), error);
  socket.shutdown(tcp::socket::shutdown_both, error);
}

}  // namespace koers::test
