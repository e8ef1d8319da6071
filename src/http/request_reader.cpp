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

/// Beast's grammar of HTTP/1.1 with our own idea of where the parts go.
class RequestReader::Parser : public beast::http::basic_parser<true> {
 public:
  explicit Parser(std::size_t max_head) {
    header_limit(static_cast<std::uint32_t>(max_head));
    body_limit(boost::none);  // depends on the route, which is known later: see max_body
    raw.headers.reserve(16);
  }
  RawHead raw;
  std::string* body = nullptr;
  std::size_t max_body = 0;

 private:
  void on_request_impl(beast::http::verb /*verb*/, beast::string_view method, beast::string_view target, int version,
                       ErrorSlot& /*error*/) override {
    raw.method.assign(method.data(), method.size());
    raw.target.assign(target.data(), target.size());
    raw.version = version;
  }
  void on_field_impl(beast::http::field /*field*/, beast::string_view name, beast::string_view value, ErrorSlot& error) override {
    // Trailers of a chunked body come here too. They could pass for headers that were checked, so they are dropped.
    if (body != nullptr) return;
    const std::string_view text(value.data(), value.size());
    if (!is_field_value(text)) {
      error = ParseError::bad_value;
      return;
    }
    raw.headers.add(std::string(name.data(), name.size()), std::string(text));
  }
  std::size_t take(beast::string_view bytes, ErrorSlot& error) {
    if (bytes.size() > max_body - body->size()) {
      error = ParseError::body_limit;
      return 0;
    }
    body->append(bytes.data(), bytes.size());
    return bytes.size();
  }
  std::size_t on_body_impl(beast::string_view bytes, ErrorSlot& error) override { return take(bytes, error); }
  std::size_t on_chunk_body_impl(std::uint64_t /*remain*/, beast::string_view bytes, ErrorSlot& error) override {
    return take(bytes, error);
  }
  void on_chunk_header_impl(std::uint64_t size, beast::string_view /*extension*/, ErrorSlot& error) override {
    // At the announcement already, so that an oversized chunk is not read at all.
    if (size > max_body - body->size()) error = ParseError::body_limit;
  }
  void on_response_impl(int /*status*/, beast::string_view /*reason*/, int /*version*/, ErrorSlot& /*error*/) override {}
  void on_header_impl(ErrorSlot& /*error*/) override {}
  void on_body_init_impl(boost::optional<std::uint64_t> const& /*length*/, ErrorSlot& /*error*/) override {}
  void on_finish_impl(ErrorSlot& /*error*/) override {}
};

namespace {

Problem problem_of_parse(const ErrorSlot& error) {
  if (error == ParseError::body_limit) return problem_of(413, "The body is larger than is accepted here.");
  if (error == ParseError::header_limit) return problem_of(431, "The headers are too large.");
  if (error == ParseError::bad_version) return problem_of(505, "Only HTTP/1.1 and HTTP/1.0 are understood.");
  return problem_of(400, "The request is not well-formed HTTP.");
}

}  // namespace

RequestReader::RequestReader(ReaderLimits limits) : limits_(limits) {}
RequestReader::~RequestReader() = default;
RequestReader::RequestReader(RequestReader&&) noexcept = default;
RequestReader& RequestReader::operator=(RequestReader&&) noexcept = default;

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
    case State::in_head: return bytes.empty() ? 0 : read_head(bytes);
    case State::in_body: return read_body(bytes);
    case State::refused: return bytes.size();
    case State::head_ready:
    case State::complete: return 0;
  }
  return 0;
}

std::size_t RequestReader::read_head(std::string_view bytes) {
  // One empty line before a request is forgiven (RFC 9112 2.2). It does not begin a request, so the idle clock runs on.
  const std::size_t skipped = bytes.starts_with("\r\n") ? 2 : 0;
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
  parser_ = std::make_unique<Parser>(limits_.max_head);
  ErrorSlot error;
  const std::size_t used = parser_->put(boost::asio::const_buffer(bytes.data(), bytes.size()), error);
  if (error || used != bytes.size() || !parser_->is_header_done()) return refuse(problem_of_parse(error));
  std::expected<Head, Problem> head = check_head(std::move(parser_->raw), limits_.max_target);
  if (!head) return refuse(std::move(head.error()));
  head_ = *std::move(head);
  state_ = State::head_ready;
}

void RequestReader::accept_body(std::size_t max_body) {
  if (!head_.has_body()) {
    state_ = State::complete;
    return;
  }
  if (head_.content_length.value_or(0) > max_body) return refuse(problem_of(413, "The body is larger than is accepted here."));
  parser_->body = &head_.request.body;
  parser_->max_body = max_body;
  parser_->eager(true);
  overhead_ = 0;
  state_ = State::in_body;
  pending_.erase(0, advance(pending_));
}

std::size_t RequestReader::read_body(std::string_view bytes) {
  std::size_t used = 0;
  while (used < bytes.size() && !parser_->is_done()) {
    const std::size_t body_before = body_size();
    ErrorSlot error;
    const std::size_t step = parser_->put(boost::asio::const_buffer(bytes.data() + used, bytes.size() - used), error);
    used += step;
    overhead_ += step - std::min(step, body_size() - body_before);
    if (error == ParseError::need_more || (!error && step == 0)) break;
    if (error) {
      refuse(problem_of_parse(error));
      return bytes.size();
    }
  }
  if (parser_->is_done()) {
    state_ = State::complete;
  } else if (bytes.size() - used > limits_.max_head || overhead_ > 4 * limits_.max_head + body_size()) {
    // More framing than content: nobody sends that in earnest.
    refuse(problem_of(400, "The chunks of the body are not reasonable."));
  }
  return used;
}

Request RequestReader::take_request() { return std::move(head_.request); }

void RequestReader::next() {
  parser_.reset();
  head_ = Head();
  state_ = State::idle;
  searched_ = 0;
  pending_.erase(0, advance(pending_));
}

void RequestReader::refuse(Problem problem) {
  refusal_ = std::move(problem);
  parser_.reset();
  head_.request.body = std::string();
  state_ = State::refused;
}

}  // namespace koers::http
