// SPDX-License-Identifier: EUPL-1.2
// An effect table in the making: scenarios that get their replicates one after the other, so that something can be read early.
#pragma once
#include <memory>
#include <optional>
#include <vector>

#include "app/simulate/effect_table.h"

namespace koers {

/// The scenarios of a table beside their baseline, which is simulated once for all of them; more replicates can be added, and
/// what is known so far be asked at any time. Of each replicate only its end is kept.
class EffectExperiment {
 public:
  /// `bad_input` as `effect_table`. The city is kept: it may be newer by the time the table is asked.
  [[nodiscard]] static Result<EffectExperiment> begin(std::shared_ptr<const City> city,
                                                      std::shared_ptr<const CitySynthesis> start,
                                                      const EffectTableRequest& request);

  /// The next replicates of the scenario that has fewest, the first of those; and of the baseline where it has fewer. When it
  /// fails or is cancelled, what there was stays.
  [[nodiscard]] Result<void> add(std::uint32_t replicates, const simulate::Progress& progress = {},
                                 const simulate::RunAll& run_all = simulate::run_here());
  /// That all scenarios have: those of the scenario that is next.
  [[nodiscard]] std::uint32_t replicates() const;
  [[nodiscard]] EffectTable table() const;

 private:
  /// Of one replicate, what chains make of the dwellings that the plan built.
  struct ChainNumbers {
    double dwellings = 0;
    double others_freed = 0;
    double others_freed_anywhere = 0;
  };
  struct Plan {
    PreparedRun run;
    std::vector<simulate::RunResult> ends;  ///< by replicate, with the last year only
    std::vector<ChainNumbers> chains;       ///< by replicate
    std::optional<ScenarioEffects> effects;
  };

  EffectExperiment(std::shared_ptr<const City> city, std::shared_ptr<const CitySynthesis> start)
      : city_(std::move(city)), start_(std::move(start)) {}
  [[nodiscard]] Result<PreparedRun> prepared(const RunRequest& request) const;
  [[nodiscard]] static std::uint32_t replicates_of(const Plan& plan);
  /// The first of the plans with fewest replicates; there is one.
  [[nodiscard]] std::size_t next() const;
  void take(Plan& plan, std::vector<simulate::RunResult> results) const;
  [[nodiscard]] ScenarioEffects effects_of(const Plan& plan) const;

  std::shared_ptr<const City> city_;
  std::shared_ptr<const CitySynthesis> start_;
  std::optional<PreparedRun> baseline_;  ///< there once it has begun
  std::vector<simulate::RunResult> baseline_ends_;
  std::vector<Plan> plans_;
};

}  // namespace koers
