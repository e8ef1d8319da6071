// SPDX-License-Identifier: EUPL-1.2
// The checks that make a request one that has a single reading. They know nothing of sockets, so the fuzz target runs the same
// code.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "http/message.h"
#include "http/problem.h"

namespace koers::http {

/// The head of a request as the parser found it.
struct RawHead {
  std::string method;
  std::string target;
  int version = 11;  ///< 10 or 11
  Headers headers;
};

/// A head that passed.
struct Head {
  Request request;  ///< without body, address and id
  bool keep_alive = true;
  bool expects_continue = false;
  bool is_asterisk = false;  ///< `OPTIONS *`: about the server, not a path
  bool is_chunked = false;
  std::optional<std::uint64_t> content_length;  ///< as declared
  [[nodiscard]] bool has_body() const { return is_chunked || content_length.value_or(0) > 0; }
};

/// The raw bytes up to and with the empty line, before any parser sees them: line ends, folding, control characters, number of
/// fields.
[[nodiscard]] std::optional<Problem> check_head_bytes(std::string_view bytes, std::size_t max_fields);

struct CheckedHead {
  Head head;  ///< only of use without a problem
  std::optional<Problem>
      problem;  ///< not a Result: clang 14, which builds the fuzz target, cannot destroy the one of libstdc++ 12
};

/// Host, framing (RFC 9112 section 6: nothing that two readers could frame differently), target, Expect.
[[nodiscard]] CheckedHead check_head(RawHead raw, std::size_t max_target);

}  // namespace koers::http
