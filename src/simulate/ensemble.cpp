// SPDX-License-Identifier: EUPL-1.2
#include "simulate/ensemble.h"

#include <algorithm>
#include <mutex>
#include <optional>

namespace koers::simulate {
namespace {

class Ensemble {
 public:
  Ensemble(const Population& start, const EnsembleSetting& setting, const Progress& progress, const Rates& rates)
      : start_(start), setting_(setting), progress_(progress), rates_(rates), results_(setting.replicates) {}

  Result<std::vector<RunResult>> run() {
    const int across = std::clamp(setting_.threads, 1, static_cast<int>(std::max(1U, setting_.replicates)));
    const int within = std::max(1, setting_.threads / across);
    for_each_index(setting_.replicates, across, [&](std::size_t i) { run_one(static_cast<std::uint32_t>(i), within); });
    if (error_) return std::unexpected(*error_);
    return std::move(results_);
  }

 private:
  void run_one(std::uint32_t i, int threads) {
    if (has_stopped()) return;
    RunSetting setting = setting_.run;
    setting.stream.replicate += i;
    setting.threads = threads;
    auto engine = Engine::begin(start_, std::move(setting), rates_);
    if (!engine) return stop(engine.error());
    while (!engine->is_done()) {
      engine->step();
      if (!go_on()) return stop({ErrorCode::cancelled, "The simulation was cancelled.", {}});
    }
    results_[i] = std::move(*engine).result();
  }

  bool go_on() {
    const std::scoped_lock lock(mutex_);
    ++years_done_;
    if (error_) return false;
    return !progress_ || progress_(years_done_, setting_.replicates * static_cast<std::uint32_t>(setting_.run.years));
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
  const EnsembleSetting& setting_;
  const Progress& progress_;
  const Rates& rates_;
  std::vector<RunResult> results_;
  std::mutex mutex_;
  std::uint32_t years_done_ = 0;  // guarded by mutex_, as is error_
  std::optional<Error> error_;
};

}  // namespace

Result<std::vector<RunResult>> run_ensemble(const Population& start, const EnsembleSetting& setting, const Progress& progress,
                                            const Rates& rates) {
  return Ensemble(start, setting, progress, rates).run();
}

}  // namespace koers::simulate
