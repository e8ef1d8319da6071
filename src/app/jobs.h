// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "app/watched.h"
#include "base/result.h"

namespace koers {

enum class JobState : std::uint8_t { waiting = 1, running = 2, done = 3, failed = 4, cancelled = 5 };

/// Long work as others see it.
struct JobStatus {
  std::string id;
  std::string kind;
  std::string owner;  ///< account id; nobody else may see it
  JobState state = JobState::waiting;
  std::int64_t done = 0;
  std::int64_t total = 0;
  std::string result;  ///< JSON text, when done
  std::optional<Error> error;
  [[nodiscard]] bool has_ended() const { return state != JobState::waiting && state != JobState::running; }
};

/// Runs long work one after the other on a thread of its own, so that it never stands in the way of a page. Keeps the last
/// results for a while. From any thread.
class Jobs {
 public:
  using Report = std::function<void(std::int64_t done, std::int64_t total)>;
  /// Gives JSON text. Looks at the stop token; `cancelled` when it was asked to.
  using Work = std::function<Result<std::string>(const Report&, const std::stop_token&)>;
  using Listener = std::function<void(const JobStatus&)>;

  Jobs();
  ~Jobs();
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

  /// `too_many_requests` when too many wait already.
  [[nodiscard]] Result<JobStatus> start(std::string kind, std::string owner, Work work);
  [[nodiscard]] std::optional<JobStatus> find(const std::string& id) const;
  /// How many of an owner have not ended.
  [[nodiscard]] std::size_t open_of(const std::string& owner) const;
  /// False when there is no such job. One that has ended stays as it is.
  bool cancel(const std::string& id);
  /// Called at once with the present state, then at each change until the job has ended; quick, from any thread.
  void listen(const std::string& id, Listener listener);

 private:
  struct Job;
  [[nodiscard]] std::shared_ptr<Job> job_of(const std::string& id) const;
  void work_through(const std::stop_token& stop);
  void run(const std::shared_ptr<Job>& job);
  void forget_old();

  mutable std::mutex mutex_;
  std::condition_variable_any wake_;
  std::map<std::string, std::shared_ptr<Job>> jobs_;  // shared with the thread that runs it
  std::deque<std::shared_ptr<Job>> waiting_;
  std::deque<std::string> order_;
  std::jthread thread_;
};

}  // namespace koers
