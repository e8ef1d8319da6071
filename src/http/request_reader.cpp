// SPDX-License-Identifier: EUPL-1.2
#include "http/request_reader.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>
#include <utility>

#include "http/field_text.h"

namespace koers::http {

namespace beast = boost::beast;
using ParseError = beast::http::error;
using ErrorSlot = beast::error_code;

namespace {

/// Beast's grammar of the head of a request, with our own idea of where the parts go.
class HeadParser : public beast::http::basic_parser<true> {
 public:
  explicit HeadParser(std::size_t max_head) {
    header_limit(static_cast<std::uint32_t>(max_head));
    body_limit(boost::none);  // depends on the route, which is known later
    raw.headers.reserve(16);
  }
  RawHead raw;

 private:
  void on_request_impl(beast::http::verb /*verb*/, beast::string_view method, beast::string_view target, int version,
                       ErrorSlot& /*error*/) override {
    raw.method.assign(method.data(), method.size());
    raw.target.assign(target.data(), target.size());
    raw.version = version;
  }
  void on_field_impl(beast::http::field /*field*/, beast::string_view name, beast::string_view value, ErrorSlot& error) override {
    const std::string_view text(value.data(), value.size());
    if (!is_field_value(text)) {
      error = ParseError::bad_value;
      return;
    }
    raw.headers.add(std::string(name.data(), name.size()), std::string(text));
  }
  // Bodies are not Beast's part, see accept_body.
  std::size_t on_body_impl(beast::string_view /*bytes*/, ErrorSlot& error) override { return refuse_body(error); }
  std::size_t on_chunk_body_impl(std::uint64_t /*remain*/, beast::string_view /*bytes*/, ErrorSlot& error) override {
    return refuse_body(error);
  }
  void on_chunk_header_impl(std::uint64_t /*size*/, beast::string_view /*extension*/, ErrorSlot& error) override {
    refuse_body(error);
  }
  static std::size_t refuse_body(ErrorSlot& error) {
    error = ParseError::unexpected_body;
    return 0;
  }
  void on_response_impl(int /*status*/, beast::string_view /*reason*/, int /*version*/, ErrorSlot& /*error*/) override {}
  void on_header_impl(ErrorSlot& /*error*/) override {}
  void on_body_init_impl(boost::optional<std::uint64_t> const& /*length*/, ErrorSlot& /*error*/) override {}
  void on_finish_impl(ErrorSlot& /*error*/) override {}
};

Problem problem_of_parse(const ErrorSlot& error) {
  if (error == ParseError::header_limit) return problem_of(431, "The headers are too large.");
  if (error == ParseError::bad_version) return problem_of(505, "Only HTTP/1.1 and HTTP/1.0 are understood.");
  return problem_of(400, "The request is not well-formed HTTP.");
}

Problem too_large() { return problem_of(413, "The body is larger than is accepted here."); }

}  // namespace

RequestReader::RequestReader(ReaderLimits limits) : limits_(limits) {}

void RequestReader::feed(std::string_view bytes) {
  // Most requests come whole: then nothing is copied into pending_.
  if (pending_.empty()) {
    pending_.assign(bytes.substr(advance(bytes)));
  } else {
    pending_.append(bytes);
    pending_.erase(0, advance(pending_));
  }
  // A thousand idle connections should not each keep the buffer of their last request.
  if (pending_.empty() && pending_.capacity() > 256) pending_ = std::string();
}

// Returns how many bytes are understood.
std::size_t RequestReader::advance(std::string_view bytes) {
  switch (state_) {
    case State::idle:
    case State::in_head:
      return bytes.empty() ? 0 : read_head(bytes);
    case State::in_body:
      return read_body(bytes);
    case State::refused:
      return bytes.size();
    case State::head_ready:
    case State::complete:
      return 0;
  }
  return 0;
}

std::size_t RequestReader::read_head(std::string_view bytes) {
  // One empty line before a request is forgiven (RFC 9112 2.2). It does not begin a request, so the idle clock runs on.
  if (may_skip_line_ && bytes == "\r") return 0;
  const std::size_t skipped = may_skip_line_ && bytes.starts_with("\r\n") ? 2 : 0;
  may_skip_line_ = false;
  bytes.remove_prefix(skipped);
  if (bytes.empty()) return skipped;
  state_ = State::in_head;
  const std::size_t end = bytes.find("\r\n\r\n", searched_ > 3 ? searched_ - 3 : 0);
  if (end == std::string_view::npos) {
    miss_head_end(bytes);
    return skipped;
  }
  searched_ = 0;
  parse_head(bytes.substr(0, end + 4));
  return skipped + end + 4;
}

// Some of what is wrong can be told before the end has come, so that such a client need not be waited for.
void RequestReader::miss_head_end(std::string_view bytes) {
  for (std::size_t i = searched_; i < bytes.size(); ++i) {
    if (bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r')) return refuse(problem_of(400, "Lines must end in CR LF."));
  }
  if (!is_token(bytes.substr(0, 1))) return refuse(problem_of(400, "This is not HTTP."));
  if (bytes.size() > limits_.max_target + 64 && bytes.find("\r\n") == std::string_view::npos) {
    return refuse(problem_of(414, "The address is too long."));
  }
  if (bytes.size() >= limits_.max_head) return refuse(problem_of(431, "The headers are too large."));
  searched_ = bytes.size();
}

void RequestReader::parse_head(std::string_view bytes) {
  const std::size_t first_line = bytes.find("\r\n");
  if (first_line > limits_.max_target + 64) return refuse(problem_of(414, "The address is too long."));
  if (bytes.size() > limits_.max_head) return refuse(problem_of(431, "The headers are too large."));
  if (std::optional<Problem> problem = check_head_bytes(bytes, limits_.max_fields)) return refuse(*std::move(problem));
  HeadParser parser(limits_.max_head);
  ErrorSlot error;
  const std::size_t used = parser.put(boost::asio::const_buffer(bytes.data(), bytes.size()), error);
  if (error || used != bytes.size() || !parser.is_header_done()) return refuse(problem_of_parse(error));
  CheckedHead checked = check_head(std::move(parser.raw), limits_.max_target);
  if (checked.problem) return refuse(*std::move(checked.problem));
  head_ = std::move(checked.head);
  state_ = State::head_ready;
}

void RequestReader::accept_body(std::size_t max_body) {
  if (!head_.has_body()) {
    state_ = State::complete;
    return;
  }
  if (head_.content_length.value_or(0) > max_body) return refuse(too_large());
  chunks_ = ChunkedBody(max_body);
  state_ = State::in_body;
  pending_.erase(0, advance(pending_));
}

std::size_t RequestReader::read_body(std::string_view bytes) {
  std::string& body = head_.request.body;
  if (!head_.is_chunked) {
    const std::size_t used = std::min<std::size_t>(bytes.size(), *head_.content_length - body.size());
    body.append(bytes.substr(0, used));
    if (body.size() == *head_.content_length) state_ = State::complete;
    return used;
  }
  const std::size_t used = chunks_.feed(bytes, body);
  if (chunks_.state() == ChunkedBody::State::complete) state_ = State::complete;
  if (chunks_.state() == ChunkedBody::State::too_large) refuse(too_large());
  if (chunks_.state() == ChunkedBody::State::malformed) refuse(problem_of(400, "The chunks of the body are not well formed."));
  return used;
}

Request RequestReader::take_request() { return std::move(head_.request); }

void RequestReader::next() {
  head_ = Head();
  state_ = State::idle;
  searched_ = 0;
  may_skip_line_ = true;
  pending_.erase(0, advance(pending_));
}

void RequestReader::refuse(Problem problem) {
  refusal_ = std::move(problem);
  head_.request.body = std::string();
  state_ = State::refused;
}

}  // namespace koers::http
