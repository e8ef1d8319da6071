// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "http/chunked_body.h"
#include "http/problem.h"
#include "http/request_rules.h"

namespace koers::http {

struct ReaderLimits {
  std::size_t max_head = 16 * 1024;
  std::size_t max_fields = 100;
  std::size_t max_target = 8 * 1024;
};

/// Turns the bytes of one connection into requests, one after the other, however they are cut up. Knows no sockets and no time.
///
///   feed(bytes)   state() becomes head_ready, complete or refused when enough has come
///   head_ready    look at head(), then accept_body(limit) to go on
///   complete      take_request(), then next() to go on with bytes that came after it (pipelining)
///   refused       refusal(); the connection is of no more use, since nobody knows where the next request begins
class RequestReader {
 public:
  enum class State : std::uint8_t { idle, in_head, head_ready, in_body, complete, refused };

  explicit RequestReader(ReaderLimits limits);

  void feed(std::string_view bytes);
  [[nodiscard]] State state() const { return state_; }
  /// In head_ready, in_body and complete; the owner adds what it knows (client address, id) before it takes the request.
  [[nodiscard]] Head& head() { return head_; }
  [[nodiscard]] const Head& head() const { return head_; }
  /// In head_ready: reads on, up to `max_body` bytes; more gives a 413.
  void accept_body(std::size_t max_body);
  /// In complete.
  [[nodiscard]] Request take_request();
  void next();
  [[nodiscard]] const Problem& refusal() const { return refusal_; }

  /// Bytes of the body that are held.
  [[nodiscard]] std::size_t body_size() const { return head_.request.body.size(); }
  /// Whether bytes came after what has been understood.
  [[nodiscard]] bool has_pending() const { return !pending_.empty(); }

 private:
  std::size_t advance(std::string_view bytes);
  std::size_t read_head(std::string_view bytes);
  void miss_head_end(std::string_view bytes);
  void parse_head(std::string_view bytes);
  std::size_t read_body(std::string_view bytes);
  void refuse(Problem problem);

  ReaderLimits limits_;
  State state_ = State::idle;
  std::string pending_;       // received and not yet understood
  std::size_t searched_ = 0;  // of pending_, for the end of the head
  ChunkedBody chunks_;
  bool may_skip_line_ = true;
  Head head_;
  Problem refusal_;
};

}  // namespace koers::http
