// SPDX-License-Identifier: EUPL-1.2
#include "app/jobs.h"

#include "store/token.h"

namespace koers {
namespace {

constexpr std::size_t kMaxWaiting = 16;
constexpr std::size_t kMaxKept = 200;

JobState state_after(const Result<std::string>& result) {
  if (result) return JobState::done;
  return result.error().code == ErrorCode::cancelled ? JobState::cancelled : JobState::failed;
}

}  // namespace

struct Jobs::Job {
  std::mutex mutex;  // guards all below but `work` and `stop`
  JobStatus status;
  std::vector<Listener> listeners;
  Work work;
  std::stop_source stop;

  template <class Change>
  void update(Change change) {
    const std::lock_guard lock(mutex);
    change(status);
    for (const Listener& listener : listeners) listener(status);
    if (status.has_ended()) listeners.clear();
  }
};

Jobs::Jobs() : thread_([this](const std::stop_token& stop) { work_through(stop); }) {}

Jobs::~Jobs() {
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [id, job] : jobs_) job->stop.request_stop();
  }
  thread_.request_stop();
  wake_.notify_all();
}

Result<JobStatus> Jobs::start(std::string kind, std::string owner, Work work) {
  auto job = std::make_shared<Job>();
  job->status.id = hash_token(random_token()).substr(0, 24);
  job->status.kind = std::move(kind);
  job->status.owner = std::move(owner);
  job->work = std::move(work);
  JobStatus status = job->status;
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= kMaxWaiting)
      return failure(ErrorCode::too_many_requests, "Too much is waiting already; try again soon.");
    jobs_[status.id] = job;
    order_.push_back(status.id);
    waiting_.push_back(std::move(job));
    forget_old();
  }
  wake_.notify_one();
  return status;
}

void Jobs::forget_old() {
  while (order_.size() > kMaxKept) {
    jobs_.erase(order_.front());
    order_.pop_front();
  }
}

std::optional<JobStatus> Jobs::find(const std::string& id) const {
  std::shared_ptr<Job> job;
  {
    const std::lock_guard lock(mutex_);
    const auto found = jobs_.find(id);
    if (found == jobs_.end()) return std::nullopt;
    job = found->second;
  }
  const std::lock_guard lock(job->mutex);
  return job->status;
}

bool Jobs::cancel(const std::string& id) {
  const std::lock_guard lock(mutex_);
  const auto found = jobs_.find(id);
  if (found == jobs_.end()) return false;
  found->second->stop.request_stop();
  return true;
}

void Jobs::listen(const std::string& id, Listener listener) {
  std::shared_ptr<Job> job;
  {
    const std::lock_guard lock(mutex_);
    const auto found = jobs_.find(id);
    if (found == jobs_.end()) return;
    job = found->second;
  }
  const std::lock_guard lock(job->mutex);
  listener(job->status);
  if (!job->status.has_ended()) job->listeners.push_back(std::move(listener));
}

void Jobs::work_through(const std::stop_token& stop) {
  for (;;) {
    std::shared_ptr<Job> job;
    {
      std::unique_lock lock(mutex_);
      if (!wake_.wait(lock, stop, [&] { return !waiting_.empty(); })) return;
      job = std::move(waiting_.front());
      waiting_.pop_front();
    }
    run(job);
  }
}

void Jobs::run(const std::shared_ptr<Job>& job) {
  job->update([](JobStatus& status) { status.state = JobState::running; });
  Result<std::string> result = failure(ErrorCode::cancelled, "Cancelled before it began.");
  if (!job->stop.stop_requested()) {
    try {
      const auto report = [&](std::int64_t done, std::int64_t total) {
        job->update([&](JobStatus& status) {
          status.done = done;
          status.total = total;
        });
      };
      result = job->work(report, job->stop.get_token());
    } catch (const std::exception& problem) {
      result = failure(ErrorCode::broken_world, problem.what());
    }
  }
  job->update([&](JobStatus& status) {
    status.state = state_after(result);
    if (result) {
      status.result = std::move(*result);
    } else {
      status.error = std::move(result.error());
    }
  });
  job->work = nullptr;
}

}  // namespace koers
