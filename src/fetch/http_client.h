// SPDX-License-Identifier: EUPL-1.2
// GET over https, polite and bounded: it waits as long as it is told to, takes no more than it was promised, and goes nowhere
// else.
#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>

#include "base/result.h"
#include "fetch/address.h"

namespace koers::fetch {

/// Waits; false when it was stopped before the time was over.
using Wait = std::function<bool(std::chrono::milliseconds, const std::stop_token&)>;

/// Sleeps, and wakes at once on a stop.
[[nodiscard]] bool sleep_unless_stopped(std::chrono::milliseconds time, const std::stop_token& stop);

struct HttpSettings {
  std::chrono::milliseconds connect_timeout{10'000};
  std::chrono::milliseconds timeout{120'000};       ///< of one attempt, the whole answer included
  std::size_t max_bytes = std::size_t{256} << 20U;  ///< of one answer, unpacked
  int max_redirects = 5;
  int max_attempts = 5;
  std::chrono::milliseconds first_wait{1'000};     ///< doubled after each failure
  std::chrono::milliseconds longest_wait{60'000};  ///< a server that asks for more is not waited for
  AddressRules rules;
  std::string user_agent = "koers";
  Wait wait = sleep_unless_stopped;
};

/// What is known of an earlier answer; the server may then say that it still holds.
struct HttpValidators {
  std::string entity_tag;
  std::string last_modified;
};

struct HttpReply {
  int status = 0;  ///< 200, or 304 when validators were given and still hold
  std::string body;
  HttpValidators validators;
  std::string address;  ///< where it was found, after redirects
};

/// Keeps its connections open from one request to the next. For one thread at a time. A proxy is taken from the environment
/// (`https_proxy`, `no_proxy`), never for this machine itself.
class HttpClient {
 public:
  explicit HttpClient(HttpSettings settings = {});
  ~HttpClient();
  HttpClient(HttpClient&&) noexcept;
  HttpClient& operator=(HttpClient&&) noexcept;

  /// 429, 500, 502, 503, 504, timeouts and broken connections are tried again, after a wait that doubles or that the server names
  /// (`Retry-After`). Redirects are followed within the same scheme, host and port. Every failure is an Error that names the
  /// address: `not_found` (404, 410), `forbidden` (401, 403), `too_many_requests`, `too_large`, `cancelled`, `broken_world` (the
  /// network or the server), `bad_input` (an address that is not allowed, or that the server does not understand).
  [[nodiscard]] Result<HttpReply> get(const std::string& address, const std::stop_token& stop = {},
                                      const HttpValidators& known = {});

 private:
  class Transfer;
  [[nodiscard]] Result<Address> redirected(const Address& from, const std::string& link, int redirects) const;
  [[nodiscard]] Result<void> wait_for(const Address& address, std::chrono::milliseconds time, const std::stop_token& stop) const;
  HttpSettings settings_;
  std::unique_ptr<Transfer> transfer_;
};

}  // namespace koers::fetch
