// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <mutex>
#include <vector>

namespace koers {

/// The status of long work, which others read and follow until it has ended. From any thread.
template <class Status>
class Watched {
 public:
  using Listener = std::function<void(const Status&)>;

  explicit Watched(Status status) : status_(std::move(status)) {}

  [[nodiscard]] Status get() const {
    const std::lock_guard lock(mutex_);
    return status_;
  }

  /// `change` gets the status; whoever listens is told before this returns.
  template <class Change>
  void update(const Change& change) {
    const std::lock_guard lock(mutex_);
    change(status_);
    for (const Listener& listener : listeners_) listener(status_);
    if (status_.has_ended()) listeners_.clear();
  }

  /// Called at once with the present status, then at each change until it has ended; quick.
  void listen(Listener listener) {
    const std::lock_guard lock(mutex_);
    listener(status_);
    if (!status_.has_ended()) listeners_.push_back(std::move(listener));
  }

 private:
  mutable std::mutex mutex_;
  Status status_;
  std::vector<Listener> listeners_;
};

}  // namespace koers
