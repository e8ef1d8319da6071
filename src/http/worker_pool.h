// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace koers::http {

/// Threads for handlers that take long or wait, with a queue that says no when it is full: better a quick 503 than a slow
/// everything.
class WorkerPool {
 public:
  WorkerPool(unsigned threads, std::size_t max_queue);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// False when the queue is full or the pool has stopped. `job` must not throw.
  [[nodiscard]] bool try_run(std::function<void()> job);
  /// Lets the jobs that run finish, forgets those that wait.
  void stop();

 private:
  void work();

  const std::size_t max_queue_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> queue_;
  bool stopped_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace koers::http
