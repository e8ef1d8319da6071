// SPDX-License-Identifier: EUPL-1.2
#include "http/event_stream.h"

#include <algorithm>
#include <utility>

namespace koers::http {
namespace {

void append_line(std::string& out, std::string_view field, std::string_view value) {
  out.append(field).append(": ");
  for (const char c : value) {
    if (c != '\n' && c != '\r' && c != '\0') out += c;
  }
  out += '\n';
}

// The form of the HTML standard, 9.2.6. A data field per line; CR, LF and CRLF all end a line there, so all must be split here.
std::string to_wire(std::string_view event, std::string_view data, std::string_view id) {
  std::string out;
  out.reserve(event.size() + data.size() + id.size() + 32);
  if (!id.empty()) append_line(out, "id", id);
  if (!event.empty()) append_line(out, "event", event);
  while (true) {
    const std::size_t end = std::min(data.find_first_of("\r\n"), data.size());
    append_line(out, "data", data.substr(0, end));
    if (end == data.size()) break;
    data.remove_prefix(data.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
  }
  return out += '\n';
}

}  // namespace

EventStream::EventStream(std::size_t capacity) : capacity_(std::max<std::size_t>(capacity, 1)) {}

// With mutex_ held. False when nothing may go.
bool EventStream::make_room() {
  if (waiting_.size() < capacity_) return true;
  const auto oldest =
      std::find_if(waiting_.begin(), waiting_.end(), [](const Waiting& w) { return w.importance == Importance::may_drop; });
  if (oldest == waiting_.end()) return false;
  waiting_.erase(oldest);
  return true;
}

bool EventStream::send(std::string_view event, std::string_view data, std::string_view id, Importance importance) {
  std::string bytes = to_wire(event, data, id);
  bool overflow = false;
  {
    const std::scoped_lock lock(mutex_);
    if (!open_) return false;
    const bool has_room = make_room();
    if (!has_room && importance == Importance::may_drop) return true;  // everything that waits matters more
    if (has_room) {
      waiting_.push_back({std::move(bytes), importance});
      if (wake_) wake_();
    }
    overflow = !has_room;
  }
  // An event that matters would be lost: end the stream, so that the client asks again from the last one it got.
  if (overflow) close();
  return !overflow;
}

void EventStream::close_and_tell(bool drop_waiting) {
  std::function<void()> tell;
  {
    const std::scoped_lock lock(mutex_);
    if (drop_waiting) waiting_.clear();
    if (!open_) return;
    open_ = false;
    if (wake_) wake_();
    tell = std::exchange(on_close_, nullptr);
  }
  if (tell) tell();
}

void EventStream::close() { close_and_tell(false); }

void EventStream::abandon() { close_and_tell(true); }

bool EventStream::is_open() const {
  const std::scoped_lock lock(mutex_);
  return open_;
}

void EventStream::on_close(std::function<void()> callback) {
  {
    const std::scoped_lock lock(mutex_);
    if (open_) {
      on_close_ = std::move(callback);
      return;
    }
  }
  callback();
}

EventStream::Batch EventStream::take() {
  const std::scoped_lock lock(mutex_);
  Batch batch;
  for (const Waiting& waiting : waiting_) batch.bytes += waiting.bytes;
  waiting_.clear();
  batch.last = !open_;
  return batch;
}

void EventStream::attach(std::function<void()> wake) {
  const std::scoped_lock lock(mutex_);
  wake_ = std::move(wake);
}

}  // namespace koers::http
