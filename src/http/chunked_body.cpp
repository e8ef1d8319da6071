// SPDX-License-Identifier: EUPL-1.2
#include "http/chunked_body.h"

#include <algorithm>

#include "http/field_text.h"

namespace koers::http {
namespace {

// More framing than content is no honest body: this much is free, and then a byte for each byte of content.
constexpr std::size_t kFreeFraming = 64 * 1024;

constexpr unsigned kMostDigits = 16;  // of a 64-bit size

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = lower(c);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

bool is_text(char c) { return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F); }

}  // namespace

std::size_t ChunkedBody::feed(std::string_view bytes, std::string& body) {
  std::size_t used = 0;
  while (used < bytes.size() && state_ == State::reading) {
    if (step_ != Step::content) {
      take_framing(bytes[used++], body.size());
      continue;
    }
    const std::size_t size = static_cast<std::size_t>(std::min<std::uint64_t>(left_, bytes.size() - used));
    body.append(bytes.substr(used, size));
    used += size;
    left_ -= size;
    if (left_ == 0) step_ = Step::content_cr;
  }
  return used;
}

void ChunkedBody::take_framing(char c, std::size_t held) {
  if (++framing_ > kFreeFraming + held) {
    state_ = State::malformed;
    return;
  }
  switch (step_) {
    case Step::size:
      return take_size(c, held);
    case Step::extension:
      if (c == '\r') {
        step_ = Step::size_end;
      } else if (!is_text(c)) {
        state_ = State::malformed;
      }
      return;
    case Step::size_end:
      return expect(c, '\n', is_last_ ? Step::trailer_start : Step::content);
    case Step::content_cr:
      return expect(c, '\r', Step::content_end);
    case Step::content_end:
      digits_ = 0;
      return expect(c, '\n', Step::size);
    case Step::trailer_start:
      step_ = c == '\r' ? Step::last_end : Step::trailer;
      if (c != '\r' && !is_token(std::string_view(&c, 1))) state_ = State::malformed;
      return;
    case Step::trailer:
      if (c == '\r') {
        step_ = Step::trailer_end;
      } else if (!is_text(c)) {
        state_ = State::malformed;
      }
      return;
    case Step::trailer_end:
      return expect(c, '\n', Step::trailer_start);
    case Step::last_end:
      expect(c, '\n', Step::last_end);
      if (state_ == State::reading) state_ = State::complete;
      return;
    case Step::content:
      return;
  }
}

void ChunkedBody::take_size(char c, std::size_t held) {
  const int digit = hex_value(c);
  if (digit < 0) return size_complete(c, held);
  if (digits_ == 0) left_ = 0;
  if (++digits_ > kMostDigits) {
    state_ = State::malformed;
    return;
  }
  left_ = left_ * 16 + static_cast<std::uint64_t>(digit);
}

void ChunkedBody::size_complete(char c, std::size_t held) {
  if (digits_ == 0 || (c != '\r' && c != ';')) {
    state_ = State::malformed;
  } else if (left_ > max_body_ - std::min(held, max_body_)) {
    state_ = State::too_large;  // at the announcement already, so that none of it is read
  } else {
    is_last_ = left_ == 0;
    step_ = c == ';' ? Step::extension : Step::size_end;
  }
}

void ChunkedBody::expect(char c, char wanted, Step next) {
  if (c == wanted) {
    step_ = next;
  } else {
    state_ = State::malformed;
  }
}

}  // namespace koers::http
