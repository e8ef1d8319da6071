// SPDX-License-Identifier: EUPL-1.2
#include "app/jobs.h"

#include <gtest/gtest.h>

#include <future>

namespace koers::test {
namespace {

using namespace std::chrono_literals;

/// Follows a job to its end.
class Follower {
 public:
  Follower(Jobs& jobs, const std::string& id) {
    jobs.listen(id, [this](const JobStatus& status) {
      const std::lock_guard lock(mutex_);
      seen_.push_back(status);
      if (status.has_ended()) ended_.set_value();
    });
  }
  JobStatus wait() {
    EXPECT_EQ(future_.wait_for(10s), std::future_status::ready) << "the job does not end";
    return seen().back();
  }
  std::vector<JobStatus> seen() {
    const std::lock_guard lock(mutex_);
    return seen_;
  }

 private:
  std::mutex mutex_;
  std::vector<JobStatus> seen_;
  std::promise<void> ended_;
  std::future<void> future_ = ended_.get_future();
};

TEST(Jobs, GivesTheResultOfTheWork) {
  Jobs jobs;
  const auto job =
      jobs.start("import", "anna", [](const Jobs::Report&, const std::stop_token&) { return Result<std::string>("{}"); });
  ASSERT_TRUE(job);
  Follower follower(jobs, job->id);
  const JobStatus last = follower.wait();
  EXPECT_EQ(last.state, JobState::done);
  EXPECT_EQ(last.result, "{}");
  EXPECT_EQ(last.owner, "anna");
  EXPECT_EQ(jobs.find(job->id)->state, JobState::done);
}

TEST(Jobs, TellsListenersEachStepInOrder) {
  Jobs jobs;
  std::promise<void> go;
  const auto job = jobs.start("x", "anna", [&](const Jobs::Report& report, const std::stop_token&) {
    go.get_future().wait();
    for (int i = 1; i <= 4; ++i) report(i, 4);
    return Result<std::string>("1");
  });
  Follower follower(jobs, job->id);
  go.set_value();
  follower.wait();
  std::vector<std::int64_t> done;
  for (const JobStatus& status : follower.seen()) done.push_back(status.done);
  EXPECT_TRUE(std::is_sorted(done.begin(), done.end()));
  EXPECT_EQ(done.back(), 4);
  EXPECT_EQ(follower.seen().back().total, 4);
}

TEST(Jobs, WhoListensLateHearsTheEndAtOnce) {
  Jobs jobs;
  const auto job = jobs.start("x", "anna", [](const Jobs::Report&, const std::stop_token&) { return Result<std::string>("1"); });
  Follower(jobs, job->id).wait();
  Follower late(jobs, job->id);
  EXPECT_EQ(late.seen().size(), 1U);
  EXPECT_EQ(late.seen().front().state, JobState::done);
}

TEST(Jobs, KeepsWhatWentWrong) {
  Jobs jobs;
  const auto job = jobs.start("x", "anna", [](const Jobs::Report&, const std::stop_token&) -> Result<std::string> {
    return failure(ErrorCode::bad_input, "Two faults.", {{"a", {}, "b", "c", "d"}});
  });
  const JobStatus last = Follower(jobs, job->id).wait();
  EXPECT_EQ(last.state, JobState::failed);
  ASSERT_TRUE(last.error);
  EXPECT_EQ(last.error->faults.size(), 1U);
}

TEST(Jobs, AnExceptionFailsThatJobAndNotTheNext) {
  Jobs jobs;
  const auto bad = jobs.start("x", "anna", [](const Jobs::Report&, const std::stop_token&) -> Result<std::string> {
    throw BrokenWorld("the disk is full");
  });
  const auto good = jobs.start("x", "anna", [](const Jobs::Report&, const std::stop_token&) { return Result<std::string>("1"); });
  EXPECT_EQ(Follower(jobs, bad->id).wait().error->code, ErrorCode::broken_world);
  EXPECT_EQ(Follower(jobs, good->id).wait().state, JobState::done);
}

Result<std::string> wait_for_stop(const Jobs::Report& report, const std::stop_token& stop) {
  report(1, 100);
  while (!stop.stop_requested()) std::this_thread::sleep_for(1ms);
  return failure(ErrorCode::cancelled, "Cancelled.");
}

TEST(Jobs, CancelsTheJobThatRuns) {
  Jobs jobs;
  const auto job = jobs.start("x", "anna", wait_for_stop);
  Follower follower(jobs, job->id);
  EXPECT_TRUE(jobs.cancel(job->id));
  EXPECT_EQ(follower.wait().state, JobState::cancelled);
}

TEST(Jobs, CancelsAJobThatWaitsBeforeItBegins) {
  Jobs jobs;
  std::atomic<bool> began = false;
  const auto first = jobs.start("x", "anna", wait_for_stop);
  const auto second = jobs.start("x", "anna", [&](const Jobs::Report&, const std::stop_token&) {
    began = true;
    return Result<std::string>("1");
  });
  EXPECT_TRUE(jobs.cancel(second->id));
  EXPECT_TRUE(jobs.cancel(first->id));
  EXPECT_EQ(Follower(jobs, second->id).wait().state, JobState::cancelled);
  EXPECT_FALSE(began);
}

TEST(Jobs, CancellingWhatHasEndedChangesNothing) {
  Jobs jobs;
  const auto job = jobs.start("x", "anna", [](const Jobs::Report&, const std::stop_token&) { return Result<std::string>("1"); });
  Follower(jobs, job->id).wait();
  EXPECT_TRUE(jobs.cancel(job->id));
  EXPECT_EQ(jobs.find(job->id)->state, JobState::done);
  EXPECT_FALSE(jobs.cancel("bestaat-niet"));
}

TEST(Jobs, RefusesWorkWhenTooMuchWaits) {
  Jobs jobs;
  Result<JobStatus> last = jobs.start("x", "anna", wait_for_stop);
  for (int i = 0; i < 40 && last; ++i) last = jobs.start("x", "anna", wait_for_stop);
  ASSERT_FALSE(last);
  EXPECT_EQ(last.error().code, ErrorCode::too_many_requests);
}

TEST(Jobs, ForgetsTheOldestAndKeepsTheLatest) {
  Jobs jobs;
  std::string first;
  std::string latest;
  for (int i = 0; i < 220; ++i) {
    const auto job =
        jobs.start("x", "anna", [](const Jobs::Report&, const std::stop_token&) { return Result<std::string>("1"); });
    if (first.empty()) first = job->id;
    latest = job->id;
    Follower(jobs, latest).wait();
  }
  EXPECT_FALSE(jobs.find(first));
  EXPECT_TRUE(jobs.find(latest));
}

TEST(Jobs, EndingTheProgramStopsTheWork) {
  const auto start = std::chrono::steady_clock::now();
  {
    Jobs jobs;
    ASSERT_TRUE(jobs.start("x", "anna", wait_for_stop));
    std::this_thread::sleep_for(10ms);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, 5s);
}

}  // namespace
}  // namespace koers::test
