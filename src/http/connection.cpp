// SPDX-License-Identifier: EUPL-1.2
#include "http/connection.h"

#include <algorithm>
#include <array>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <utility>

namespace koers::http {
namespace {

using ErrorCodeSlot = boost::system::error_code;

constexpr std::size_t kPiece = 64 * 1024;   // of a file, at a time
constexpr std::size_t kMostInOneTurn = 32;  // pipelined requests before others get a turn
constexpr std::size_t kMostDiscarded = 1024 * 1024;

Clock::duration time_at(std::size_t bytes, std::size_t bytes_per_second) {
  return std::chrono::milliseconds(bytes * 1000 / std::max<std::size_t>(bytes_per_second, 1));
}

ReaderLimits reader_limits(const Limits& limits) { return {limits.max_head, limits.max_fields, limits.max_target}; }

}  // namespace

Connection::Connection(Lane& lane, Socket socket, std::string peer)
    : lane_(lane),
      shared_(lane.shared()),
      socket_(std::move(socket)),
      peer_(std::move(peer)),
      reader_(reader_limits(shared_.options.limits)) {
  ++shared_.connections;
  if (shared_.options.metrics) shared_.options.metrics->connection_opened();
}

Connection::~Connection() = default;

void Connection::start() {
  enter(Phase::idle, Clock::now() + shared_.options.timeouts.idle);
  wait_readable();
}

void Connection::enter(Phase phase, Clock::time_point deadline) {
  if (phase != phase_) since_ = Clock::now();
  phase_ = phase;
  deadline_ = deadline;
}

void Connection::close() {
  if (phase_ == Phase::closed) return;
  phase_ = Phase::closed;
  if (events_) end_events();
  shared_.buffered -= std::exchange(accounted_, 0);
  ErrorCodeSlot ignored;
  socket_.close(ignored);
  if (shared_.options.metrics) shared_.options.metrics->connection_closed();
  const auto self = shared_from_this();
  lane_.forget(self);
  --shared_.connections;
  shared_.on_closed(peer_);
}

void Connection::drain() {
  draining_ = true;
  if (phase_ == Phase::idle) close();
  if (events_) events_->close();
}

// --- deadlines
// -------------------------------------------------------------------------------------------------------------------

void Connection::sweep(Clock::time_point now) {
  const bool is_silent = phase_ == Phase::streaming && !is_writing_events_ && now >= since_ + shared_.options.timeouts.heartbeat;
  if (is_silent) write_events(":\n\n");
  if (now >= deadline_) on_timeout();
}

void Connection::on_timeout() {
  switch (phase_) {
    case Phase::head:
    case Phase::body:
      if (refuse(problem_of(408, "The request took too long to arrive."))) run();
      return;
    case Phase::idle:
    case Phase::lingering:
      return close();
    case Phase::writing:
    case Phase::streaming:
      shared_.responder.count_refusal("write-timeout");
      return close();
    case Phase::handling:
    case Phase::closed:
      return;
  }
}

// --- reading
// ---------------------------------------------------------------------------------------------------------------------

void Connection::wait_readable() {
  if (is_waiting_) return;
  is_waiting_ = true;
  socket_.async_wait(Socket::wait_read, [self = shared_from_this()](const ErrorCodeSlot& error) {
    self->is_waiting_ = false;
    if (!error && self->phase_ != Phase::closed) self->on_readable();
  });
}

void Connection::on_readable() {
  if (phase_ == Phase::streaming) return watch_listener();
  if (phase_ == Phase::lingering) return discard();
  if (phase_ == Phase::handling || phase_ == Phase::writing) return;  // run() looks again when it is their turn
  ErrorCodeSlot error;
  const std::size_t got = socket_.read_some(asio::buffer(lane_.scratch()), error);
  if (error == asio::error::would_block) return wait_readable();
  if (error == asio::error::eof) return on_end_of_input();
  if (error) return close();
  reader_.feed(std::string_view(lane_.scratch().data(), got));
  run();
}

void Connection::on_end_of_input() {
  // Requests that came whole have been answered by now; a half one will never be.
  if (phase_ != Phase::idle) shared_.responder.count_refusal("cut-short");
  close();
}

// --- requests
// --------------------------------------------------------------------------------------------------------------------

void Connection::run() {
  for (std::size_t turn = 0; phase_ != Phase::closed; ++turn) {
    if (turn == kMostInOneTurn * 3) {  // three steps to a request
      asio::post(socket_.get_executor(), [self = shared_from_this()] { self->run(); });
      return;
    }
    if (!step()) return;
  }
}

// One step of the request under way; false when there is something to wait for.
bool Connection::step() {
  const Timeouts& timeouts = shared_.options.timeouts;
  switch (reader_.state()) {
    case RequestReader::State::idle:
      if (draining_ || lane_.is_draining()) {
        close();
        return false;
      }
      if (phase_ != Phase::idle) enter(Phase::idle, Clock::now() + timeouts.idle);
      wait_readable();
      return false;
    case RequestReader::State::in_head:
      if (phase_ != Phase::head) enter(Phase::head, Clock::now() + timeouts.head);
      wait_readable();
      return false;
    case RequestReader::State::head_ready:
      return head_arrived();
    case RequestReader::State::in_body:
      return body_progressed();
    case RequestReader::State::complete:
      return handle();
    case RequestReader::State::refused:
      return refuse(reader_.refusal());
  }
  return false;
}

bool Connection::head_arrived() {
  Head& head = reader_.head();
  head.request.client_address = shared_.proxies.client_of(peer_, head.request.headers);
  head.request.is_secure = shared_.proxies.is_secure(peer_, head.request.headers);
  head.request.id = shared_.responder.new_request_id();
  match_ = shared_.responder.match(head);
  if (std::optional<Response> refusal = shared_.responder.refuse_early(head, match_)) {
    return refuse_early(*std::move(refusal), std::move(match_));
  }
  enter(Phase::body, Clock::now() + shared_.options.timeouts.body);
  reader_.accept_body(shared_.responder.max_body(match_));
  if (head.expects_continue && reader_.state() == RequestReader::State::in_body && reader_.body_size() == 0) say_continue();
  return true;
}

void Connection::say_continue() {
  // 25 bytes into an empty send buffer. Where they do not fit, the client has not read earlier answers and is not worth waiting
  // for.
  static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
  ErrorCodeSlot error;
  if (socket_.write_some(asio::buffer(kContinue), error) != kContinue.size()) close();
}

bool Connection::body_progressed() {
  account_body();
  if (shared_.buffered > shared_.options.limits.max_buffered) return refuse(problem_of(503, "Too much is being sent at once."));
  const Timeouts& timeouts = shared_.options.timeouts;
  deadline_ = since_ + timeouts.body + time_at(reader_.body_size(), timeouts.min_rate);
  wait_readable();
  return false;
}

void Connection::account_body() {
  const std::size_t held = reader_.body_size();
  shared_.buffered += held - accounted_;  // bodies only grow, so this never wraps
  accounted_ = held;
}

bool Connection::handle() {
  account_body();
  const bool keep_alive = reader_.head().keep_alive && !draining_ && !lane_.is_draining();
  Responder::Task task = shared_.responder.begin(reader_.take_request(), std::move(match_), keep_alive);
  enter(Phase::handling, Clock::time_point::max());
  if (task.match.route != nullptr && task.match.route->cost == Cost::worker) {
    hand_to_worker(std::move(task));
    return false;
  }
  Response response = shared_.responder.answer(task);
  return send(shared_.responder.finish(task, std::move(response)));
}

void Connection::hand_to_worker(Responder::Task task) {
  // std::function wants what can be copied, hence the pointer.
  auto shared_task = std::make_shared<Responder::Task>(std::move(task));
  const bool accepted = shared_.workers.try_run([self = shared_from_this(), shared_task] {
    Response response = self->shared_.responder.answer(*shared_task);
    Outgoing out = self->shared_.responder.finish(*shared_task, std::move(response));
    asio::post(self->socket_.get_executor(), [self, out = std::move(out)]() mutable {
      if (self->phase_ != Phase::closed && self->send(std::move(out))) self->run();
    });
  });
  if (accepted) return;
  shared_.responder.count_refusal("queue-full");
  Response busy = problem(problem_of(503, "The server is busy; please try again.")).with("Retry-After", "2");
  Outgoing out = shared_.responder.finish(*shared_task, std::move(busy));
  asio::post(socket_.get_executor(), [self = shared_from_this(), out = std::move(out)]() mutable {
    if (self->phase_ != Phase::closed && self->send(std::move(out))) self->run();
  });
}

bool Connection::refuse(Problem problem) { return send(shared_.responder.refuse(std::move(problem))); }

bool Connection::refuse_early(Response response, Match match) {
  // The body is not read, so nobody knows where a next request would begin: the connection ends.
  const bool has_body = reader_.head().has_body();
  Responder::Task task =
      shared_.responder.begin(reader_.head().request, std::move(match), reader_.head().keep_alive && !has_body);
  if (!has_body) reader_.accept_body(0);
  return send(shared_.responder.finish(task, std::move(response)));
}

// --- writing
// ---------------------------------------------------------------------------------------------------------------------

// True when all is written and the next request may be looked at.
bool Connection::send(Outgoing out) {
  shared_.buffered -= std::exchange(accounted_, 0);
  const std::size_t max_streams = shared_.options.limits.max_event_streams;
  if (out.events && shared_.event_streams >= max_streams) {
    out.events->abandon();
    out = shared_.responder.refuse(problem_of(503, "Too many are listening already."));
  }
  out_ = std::move(out);
  sent_ = 0;
  const Timeouts& timeouts = shared_.options.timeouts;
  enter(Phase::writing, Clock::now() + timeouts.write + time_at(out_.content.size(), timeouts.min_rate));
  return write_some();
}

// Nearly all answers fit into the send buffer at once: then there is no need to go through the event loop.
bool Connection::write_some() {
  const std::array<asio::const_buffer, 2> buffers{asio::buffer(out_.head),
                                                  asio::buffer(out_.content.data(), out_.content.size())};
  ErrorCodeSlot error;
  sent_ = socket_.write_some(buffers, error);
  if (error && error != asio::error::would_block) {
    close();
    return false;
  }
  if (sent_ == asio::buffer_size(buffers)) return answered();
  write_rest();
  return false;
}

void Connection::write_rest() {
  const std::size_t of_head = std::min(sent_, out_.head.size());
  const std::size_t of_content = sent_ - of_head;
  const std::array<asio::const_buffer, 2> buffers{asio::buffer(out_.head) + of_head,
                                                  asio::buffer(out_.content.data(), out_.content.size()) + of_content};
  asio::async_write(socket_, buffers, [self = shared_from_this()](const ErrorCodeSlot& error, std::size_t /*size*/) {
    if (self->phase_ == Phase::closed) return;
    if (error) return self->close();
    self->on_written();
  });
}

void Connection::on_written() {
  if (answered()) run();
}

bool Connection::answered() {
  if (out_.file && next_piece()) return false;
  const bool ends = out_.close;
  std::shared_ptr<EventStream> events = std::move(out_.events);
  out_ = Outgoing();
  if (events) {
    events_ = std::move(events);
    start_events();
    return false;
  }
  if (ends || reader_.state() == RequestReader::State::refused) {
    linger();
    return false;
  }
  reader_.next();
  return true;
}

// Sends the next piece of the file; false when there is none.
bool Connection::next_piece() {
  piece_ = out_.file->read(kPiece);
  if (piece_.empty()) {
    out_.file.reset();
    return false;
  }
  out_.head.clear();
  out_.content = piece_;
  sent_ = 0;
  deadline_ = Clock::now() + shared_.options.timeouts.write;
  write_rest();
  return true;
}

// --- event streams
// ---------------------------------------------------------------------------------------------------------------

void Connection::start_events() {
  ++shared_.event_streams;
  enter(Phase::streaming, Clock::time_point::max());
  wake_posted_ = std::make_shared<std::atomic<bool>>(false);
  // The stream may outlive the connection and the server; a woken connection that has gone is simply not found.
  events_->attach([weak = weak_from_this(), executor = socket_.get_executor(), posted = wake_posted_] {
    if (posted->exchange(true)) return;
    asio::post(executor, [weak, posted] {
      posted->store(false);
      if (const auto self = weak.lock()) self->pump_events();
    });
  });
  wait_readable();
  if (draining_ || lane_.is_draining()) events_->close();
  pump_events();
}

void Connection::pump_events() {
  if (phase_ != Phase::streaming || is_writing_events_ || !events_) return;
  EventStream::Batch batch = events_->take();
  is_last_event_ = batch.last;
  if (!batch.bytes.empty()) return write_events(std::move(batch.bytes));
  if (!is_last_event_) return;
  end_events();
  linger();
}

void Connection::write_events(std::string bytes) {
  is_writing_events_ = true;
  piece_ = std::move(bytes);
  const Timeouts& timeouts = shared_.options.timeouts;
  deadline_ = Clock::now() + timeouts.write + time_at(piece_.size(), timeouts.min_rate);
  asio::async_write(socket_, asio::buffer(piece_), [self = shared_from_this()](const ErrorCodeSlot& error, std::size_t /*size*/) {
    self->is_writing_events_ = false;
    if (self->phase_ != Phase::streaming) return;
    if (error) return self->close();
    self->since_ = Clock::now();
    self->deadline_ = Clock::time_point::max();
    self->pump_events();
  });
}

void Connection::end_events() {
  --shared_.event_streams;
  events_->attach(nullptr);
  std::exchange(events_, nullptr)->abandon();
}

// A listener sends nothing: what comes is its end.
void Connection::watch_listener() {
  ErrorCodeSlot error;
  socket_.read_some(asio::buffer(lane_.scratch()), error);
  if (error && error != asio::error::would_block) return close();
  wait_readable();
}

// --- the end
// ---------------------------------------------------------------------------------------------------------------------

// Closing while bytes of the client are still on their way would reset the connection, and the client might never see our answer.
// So say that we are done, and read on for a while.
void Connection::linger() {
  ErrorCodeSlot ignored;
  socket_.shutdown(Socket::shutdown_send, ignored);
  enter(Phase::lingering, Clock::now() + shared_.options.timeouts.linger);
  discard();
}

void Connection::discard() {
  ErrorCodeSlot error;
  while (!error && discarded_ < kMostDiscarded) discarded_ += socket_.read_some(asio::buffer(lane_.scratch()), error);
  if (error == asio::error::would_block && discarded_ < kMostDiscarded) return wait_readable();
  close();
}

}  // namespace koers::http
