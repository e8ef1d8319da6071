// SPDX-License-Identifier: EUPL-1.2
#include "http/worker_pool.h"

#include <algorithm>
#include <utility>

namespace koers::http {

WorkerPool::WorkerPool(unsigned threads, std::size_t max_queue) : max_queue_(max_queue) {
  for (unsigned i = 0; i < std::max(threads, 1U); ++i) threads_.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool() { stop(); }

bool WorkerPool::try_run(std::function<void()> job) {
  {
    const std::scoped_lock lock(mutex_);
    if (stopped_ || queue_.size() >= max_queue_) return false;
    queue_.push_back(std::move(job));
  }
  wake_.notify_one();
  return true;
}

void WorkerPool::stop() {
  std::deque<std::function<void()>> forgotten;  // destroyed outside of the lock: jobs may own connections
  {
    const std::scoped_lock lock(mutex_);
    stopped_ = true;
    forgotten.swap(queue_);
  }
  wake_.notify_all();
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

void WorkerPool::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    wake_.wait(lock, [this] { return stopped_ || !queue_.empty(); });
    if (stopped_) return;
    {
      const std::function<void()> job = std::exchange(queue_.front(), nullptr);
      queue_.pop_front();
      lock.unlock();
      job();
    }  // what the job owns ends here, outside of the lock
    lock.lock();
  }
}

}  // namespace koers::http
