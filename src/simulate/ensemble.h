// SPDX-License-Identifier: EUPL-1.2
// Many runs of one setting, which differ in their replicate only.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "simulate/engine.h"

namespace koers::simulate {

/// Gives a replicate another start, other parameters, another plan; says whether the start is its own. A function of its
/// arguments, asked on several threads at once.
using Variation = std::function<Result<bool>(std::uint32_t replicate, Population& start, RunSetting& setting)>;

struct EnsembleSetting {
  RunSetting run;  ///< its stream's replicate is the first of the ensemble
  std::uint32_t replicates = 20;
  int threads = 1;        ///< over replicates first; what is left over, within them
  std::string inputs;     ///< hash of start, parameters and plan, for those that keep results; not read here
  Variation variation{};  ///< none: replicates differ by draws only
};

/// Told after every simulated year of any replicate, on the thread that simulated it, one at a time. `false` cancels the
/// ensemble.
using Progress = std::function<bool(std::uint32_t years_done, std::uint32_t years_of_all)>;

/// The results by replicate of settings that go together, such as a plan and its baseline: on all threads at once. What is said
/// of `run_ensemble` holds for each; the threads are those of the first.
[[nodiscard]] Result<std::vector<std::vector<RunResult>>> run_ensembles(const Population& start,
                                                                        const std::vector<EnsembleSetting>& settings,
                                                                        const Progress& progress = {},
                                                                        const Rates& rates = netherlands());

/// What carries out runs: `run_ensembles`, or something around it that keeps or spreads them.
using RunAll = std::function<Result<std::vector<std::vector<RunResult>>>(
    const Population& start, const std::vector<EnsembleSetting>& settings, const Progress& progress)>;
[[nodiscard]] RunAll run_here();

/// The results by replicate. Replicate k is the same alone, in any ensemble that has it and on any number of threads. `cancelled`
/// when `progress` says so; `bad_input` as `Engine::begin`.
[[nodiscard]] Result<std::vector<RunResult>> run_ensemble(const Population& start, const EnsembleSetting& setting,
                                                          const Progress& progress = {}, const Rates& rates = netherlands());

}  // namespace koers::simulate
