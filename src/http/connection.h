// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "http/event_stream.h"
#include "http/lane.h"
#include "http/outgoing.h"
#include "http/request_reader.h"

namespace koers::http {

/// One client: reads requests, answers them one after the other in their order, ends. Lives on the thread of its lane; only
/// answers of workers and wake-ups of event streams come from elsewhere, and those are posted.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Lane& lane, Socket socket, std::string peer);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void start();
  /// No more requests after the one under way.
  void drain();
  /// Ends at once.
  void close();
  /// Called a few times a second: deadlines and heartbeats.
  void sweep(Clock::time_point now);

  /// Waiting for a request (or its head), so that closing it loses no work.
  [[nodiscard]] bool is_evictable() const { return phase_ == Phase::idle || phase_ == Phase::head; }
  [[nodiscard]] Clock::time_point since() const { return since_; }

 private:
  enum class Phase : std::uint8_t { idle, head, body, handling, writing, streaming, lingering, closed };

  void enter(Phase phase, Clock::time_point deadline);
  void wait_readable();
  void on_readable();
  void on_end_of_input();
  void on_timeout();

  void run();
  bool step();
  bool head_arrived();
  void say_continue();
  bool body_progressed();
  bool handle();
  void hand_to_worker(Responder::Task task);
  bool refuse(Problem problem);
  bool refuse_early(Response response, Match match);
  void account_body();

  bool send(Outgoing out);
  bool write_some();
  void write_rest();
  void on_written();
  bool answered();
  bool next_piece();

  void start_events();
  void pump_events();
  void write_events(std::string bytes);
  void end_events();
  void watch_listener();

  void linger();
  void discard();

  Lane& lane_;
  Shared& shared_;
  Socket socket_;
  const std::string peer_;
  RequestReader reader_;
  Phase phase_ = Phase::idle;
  Clock::time_point deadline_;
  Clock::time_point since_;  // of the phase
  Match match_;              // of the request whose head is in
  bool draining_ = false;
  bool is_waiting_ = false;  // for the socket to become readable
  std::size_t accounted_ = 0;
  std::size_t discarded_ = 0;

  Outgoing out_;
  std::string piece_;  // of a file or of events
  std::size_t sent_ = 0;

  std::shared_ptr<EventStream> events_;  // shared with their producer
  std::shared_ptr<std::atomic<bool>> wake_posted_;
  bool is_last_event_ = false;
  bool is_writing_events_ = false;
};

}  // namespace koers::http
