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
  Job(JobStatus begin, Work what) : status(std::move(begin)), work(std::move(what)) {}

  Watched<JobStatus> status;
  Work work;
  std::stop_source stop;
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
  JobStatus status;
  status.id = hash_token(random_token()).substr(0, 24);
  status.kind = std::move(kind);
  status.owner = std::move(owner);
  auto job = std::make_shared<Job>(status, std::move(work));
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

std::shared_ptr<Jobs::Job> Jobs::job_of(const std::string& id) const {
  const std::lock_guard lock(mutex_);
  const auto found = jobs_.find(id);
  return found == jobs_.end() ? nullptr : found->second;
}

std::optional<JobStatus> Jobs::find(const std::string& id) const {
  const auto job = job_of(id);
  return job ? std::optional(job->status.get()) : std::nullopt;
}

std::size_t Jobs::open_of(const std::string& owner) const {
  const std::lock_guard lock(mutex_);
  std::size_t count = 0;
  for (const auto& [id, job] : jobs_) {
    const JobStatus status = job->status.get();
    if (status.owner == owner && !status.has_ended()) ++count;
  }
  return count;
}

bool Jobs::cancel(const std::string& id) {
  const auto job = job_of(id);
  if (job) job->stop.request_stop();
  return job != nullptr;
}

void Jobs::listen(const std::string& id, Listener listener) {
  if (const auto job = job_of(id)) job->status.listen(std::move(listener));
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
  job->status.update([](JobStatus& status) { status.state = JobState::running; });
  Result<std::string> result = failure(ErrorCode::cancelled, "Cancelled before it began.");
  if (!job->stop.stop_requested()) {
    try {
      const auto report = [&](std::int64_t done, std::int64_t total) {
        job->status.update([&](JobStatus& status) {
          status.done = done;
          status.total = total;
        });
      };
      result = job->work(report, job->stop.get_token());
    } catch (const std::exception& problem) {
      result = failure(ErrorCode::broken_world, problem.what());
    }
  }
  job->status.update([&](JobStatus& status) {
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
