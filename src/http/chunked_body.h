// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace koers::http {

/// Takes a chunked body (RFC 9112 section 7.1) apart, however its bytes are cut up. Stricter than the grammar: CR LF only, no
/// white space around sizes. Extensions and trailers are read over and dropped: a trailer could pass for a header that was
/// checked.
///
/// Our own and not Beast's: the fuzz target showed that Beast 1.81 fails an assertion on some trailers.
class ChunkedBody {
 public:
  enum class State : std::uint8_t { reading, complete, too_large, malformed };

  explicit ChunkedBody(std::size_t max_body = 0) : max_body_(max_body) {}

  /// Appends content to `body` and returns how many bytes are understood: all of them unless the body is complete.
  std::size_t feed(std::string_view bytes, std::string& body);
  [[nodiscard]] State state() const { return state_; }

 private:
  enum class Step : std::uint8_t {
    size,
    extension,
    size_end,
    content,
    content_cr,
    content_end,
    trailer_start,
    trailer,
    trailer_end,
    last_end
  };

  void take_framing(char c, std::size_t held);
  void take_size(char c, std::size_t held);
  void size_complete(char c, std::size_t held);
  void expect(char c, char wanted, Step next);

  std::size_t max_body_;
  State state_ = State::reading;
  Step step_ = Step::size;
  std::uint64_t left_ = 0;  // of this chunk; while reading its size, the size so far
  unsigned digits_ = 0;
  bool is_last_ = false;
  std::size_t framing_ = 0;  // bytes that are not content
};

}  // namespace koers::http
