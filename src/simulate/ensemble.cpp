// SPDX-License-Identifier: EUPL-1.2
#include "simulate/ensemble.h"

#include <algorithm>
#include <mutex>
#include <optional>

namespace koers::simulate {
namespace {

class Ensembles {
 public:
  Ensembles(const Population& start, const std::vector<EnsembleSetting>& settings, const Progress& progress, const Rates& rates)
      : start_(start), settings_(settings), progress_(progress), rates_(rates) {
    for (std::size_t i = 0; i < settings.size(); ++i) {
      results_.emplace_back(settings[i].replicates);
      years_of_all_ += settings[i].replicates * static_cast<std::uint32_t>(settings[i].run.years);
      for (std::uint32_t replicate = 0; replicate < settings[i].replicates; ++replicate) work_.push_back({i, replicate});
    }
    // Replicate by replicate, so that those that go together end together.
    std::ranges::stable_sort(work_, {}, &Work::replicate);
  }

  Result<std::vector<std::vector<RunResult>>> run() {
    const int threads = settings_.empty() ? 1 : settings_.front().threads;
    const int across = std::clamp(threads, 1, std::max(1, static_cast<int>(work_.size())));
    const int within = std::max(1, threads / across);
    for_each_index(work_.size(), across, [&](std::size_t i) { run_one(work_[i], within); });
    if (error_) return std::unexpected(*error_);
    return std::move(results_);
  }

 private:
  struct Work {
    std::size_t setting;
    std::uint32_t replicate;
  };

  void run_one(const Work& work, int threads) {
    if (has_stopped()) return;
    RunSetting setting = settings_[work.setting].run;
    setting.stream.replicate += work.replicate;
    setting.threads = threads;
    Population start = start_;
    auto has_own_start = Result<bool>(false);
    if (const Variation& vary = settings_[work.setting].variation) has_own_start = vary(setting.stream.replicate, start, setting);
    if (!has_own_start) return stop(has_own_start.error());
    auto engine = Engine::begin(std::move(start), std::move(setting), rates_);
    if (!engine) return stop(engine.error());
    while (!engine->is_done()) {
      engine->step();
      if (!go_on()) return stop({ErrorCode::cancelled, "The simulation was cancelled.", {}});
    }
    RunResult& result = results_[work.setting][work.replicate];
    result = std::move(*engine).result();
    result.has_own_start = *has_own_start;
  }

  bool go_on() {
    const std::scoped_lock lock(mutex_);
    ++years_done_;
    if (error_) return false;
    return !progress_ || progress_(years_done_, years_of_all_);
  }

  [[nodiscard]] bool has_stopped() {
    const std::scoped_lock lock(mutex_);
    return error_.has_value();
  }

  void stop(Error error) {
    const std::scoped_lock lock(mutex_);
    if (!error_) error_ = std::move(error);
  }

  const Population& start_;
  const std::vector<EnsembleSetting>& settings_;
  const Progress& progress_;
  const Rates& rates_;
  std::vector<Work> work_;
  std::vector<std::vector<RunResult>> results_;  // by setting and replicate
  std::uint32_t years_of_all_ = 0;
  std::mutex mutex_;
  std::uint32_t years_done_ = 0;  // guarded by mutex_, as is error_
  std::optional<Error> error_;
};

}  // namespace

Result<std::vector<std::vector<RunResult>>> run_ensembles(const Population& start, const std::vector<EnsembleSetting>& settings,
                                                          const Progress& progress, const Rates& rates) {
  return Ensembles(start, settings, progress, rates).run();
}

RunAll run_here() {
  return [](const Population& start, const std::vector<EnsembleSetting>& settings, const Progress& progress) {
    return run_ensembles(start, settings, progress);
  };
}

Result<std::vector<RunResult>> run_ensemble(const Population& start, const EnsembleSetting& setting, const Progress& progress,
                                            const Rates& rates) {
  auto results = run_ensembles(start, {setting}, progress, rates);
  if (!results) return std::unexpected(results.error());
  return std::move(results->front());
}

}  // namespace koers::simulate
