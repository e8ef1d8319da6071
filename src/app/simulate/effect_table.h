// SPDX-License-Identifier: EUPL-1.2
// What the city's scenarios do, beside each other: the scores that an agenda weighs its items by, with interval and source.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/simulate/mechanism_effects.h"
#include "app/simulate/simulate_city.h"

namespace koers {

/// Change of an indicator of the whole city at the end of the run, plan minus baseline.
struct CityChange {
  std::string indicator;  ///< a row of `simulate::indicators()`
  std::string unit;
  simulate::Estimate change;
};

/// What one scenario does.
struct ScenarioEffects {
  RunFacts facts;                    ///< of the plan: all that it takes to do it again
  std::optional<Id<Effort>> effort;  ///< the item of the agenda that it works out
  Status status = Status::source;    ///< of the scenario: illustrative where no paper gives its numbers
  std::uint32_t replicates = 0;      ///< behind its estimates
  std::uint32_t own_starts = 0;      ///< of those, with a starting population of their own
  std::vector<MechanismEffect> mechanisms;
  std::vector<CityChange> changes;
  simulate::Estimate dwellings;              ///< that the plan built
  simulate::Estimate others_freed;           ///< for each of those, in the city
  simulate::Estimate others_freed_anywhere;  ///< … with those in other municipalities
};

struct EffectTable {
  RunFacts baseline;
  std::uint32_t replicates = 0;       ///< that all scenarios have
  std::vector<ScenarioEffects> rows;  ///< in the order of the request; those of which there is a replicate
};

struct EffectTableRequest {
  RunRequest baseline;              ///< its scenario is what all stand beside
  std::vector<Scenario> scenarios;  ///< each with the years, replicates, seed, parameters and uncertainty of the baseline
};

/// All scenarios of the city but `baseline`, by id.
[[nodiscard]] std::vector<Scenario> scenarios_to_weigh(const City& city);

/// Simulated years of all scenarios and of what they stand beside.
[[nodiscard]] std::uint32_t years_of(const EffectTableRequest& request);

/// All on one starting population and with the same draws: the baseline is simulated once. `bad_input` before anything is
/// simulated when one of them cannot be carried out; `cancelled` as `progress` asks, which counts simulated years of all.
[[nodiscard]] Result<EffectTable> effect_table(const City& city, const EffectTableRequest& request,
                                               const simulate::Progress& progress = {},
                                               const simulate::RunAll& run_all = simulate::run_here());

/// Everything; numbers to four decimals, null where there is none.
[[nodiscard]] nlohmann::ordered_json to_json(const EffectTable& table);
/// A row per scenario and number (RFC 4180), with the provenance of each.
[[nodiscard]] std::string to_csv(const EffectTable& table);

}  // namespace koers
