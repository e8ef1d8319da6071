// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace koers::http {

/// The server's side of one client that listens for events (`EventSource` in a browser). A handler makes one with
/// `std::make_shared<EventStream>()`, keeps a pointer for the producer and returns `event_stream(stream)`. The producer may send
/// from any thread, also before the connection is ready; it never blocks. The handler finds where the client left off in the
/// request header `Last-Event-ID` and replays from there. The server sends the heartbeat and closes the stream when it stops.
class EventStream {
 public:
  /// `may_drop`: progress, of which only the newest counts. `keep`: results and the final event.
  enum class Importance : std::uint8_t { may_drop, keep };

  /// `capacity` events wait at most for a slow client. When it is full the oldest that may be dropped goes; if none may, the
  /// stream closes, and the client comes back with its Last-Event-ID.
  explicit EventStream(std::size_t capacity = 256);
  EventStream(const EventStream&) = delete;
  EventStream& operator=(const EventStream&) = delete;

  /// `event` and `id` must be one line (line ends are dropped from them); `data` may have many. False when the stream is closed,
  /// so the producer can stop. An empty `id` leaves the client's last id as it is.
  bool send(std::string_view event, std::string_view data, std::string_view id = {},
            Importance importance = Importance::may_drop);
  /// What waits is still delivered, then the connection ends. A browser would connect again by itself: send an event that
  /// tells it to stop first.
  void close();
  /// False after close() or when the client has gone.
  [[nodiscard]] bool is_open() const;
  /// Called once when the stream closes for whatever reason (at once if it is closed already), on the thread that closes it.
  void on_close(std::function<void()> callback);

  // For the connection only.

  struct Batch {
    std::string bytes;
    bool last = false;  ///< nothing will follow
  };
  /// Everything that waits, in wire form.
  [[nodiscard]] Batch take();
  /// `wake` is called, from any thread, when there is something to take. Replaced by null when the connection ends; after that it
  /// is neither called nor running any more, since it is only called with the lock held: it must not call the stream.
  void attach(std::function<void()> wake);
  /// The client has gone: drops what waits and closes.
  void abandon();

 private:
  struct Waiting {
    std::string bytes;
    Importance importance;
  };
  bool make_room();
  void close_and_tell(bool drop_waiting);

  const std::size_t capacity_;
  mutable std::mutex mutex_;
  std::deque<Waiting> waiting_;
  bool open_ = true;
  std::function<void()> wake_;
  std::function<void()> on_close_;
};

}  // namespace koers::http
