// SPDX-License-Identifier: EUPL-1.2
// Use cases of the escalator for one city: make its starting population, run it, and put what comes out in a form to be kept.
#pragma once
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/result.h"
#include "model/city.h"
#include "model/scenario.h"
#include "simulate/ensemble.h"
#include "simulate/margins.h"
#include "simulate/parameter_draws.h"
#include "simulate/summary.h"
#include "simulate/synthesise.h"

namespace koers {

struct SynthesisRequest {
  std::optional<int> year;  ///< the last one of which enough is known, if none is asked
  std::uint32_t seed = 1;
  int threads = 1;
  std::vector<simulate::MarginKind> held_out;
};

struct CitySynthesis {
  simulate::Margins margins;
  simulate::Population population;
  simulate::FitReport report;
};

[[nodiscard]] Result<CitySynthesis> synthesise_city(const City& city, const SynthesisRequest& request);

/// What differs between the replicates of a run. Append only.
enum class Uncertainty : std::uint8_t {
  chance = 0,               ///< draws only
  parameters = 1,           ///< also parameters: draws of their posterior
  parameters_and_start = 2  ///< also the starting population: estimated margins moved by their errors
};
[[nodiscard]] std::string name_of(Uncertainty uncertainty);

struct RunRequest {
  SynthesisRequest synthesis;
  int years = 20;
  std::uint32_t replicates = 20;
  std::vector<std::pair<std::string, double>> parameters;  ///< those that differ from the defaults
  std::optional<Scenario> scenario;                        ///< none: nothing is done
  Uncertainty uncertainty = Uncertainty::parameters_and_start;
  std::optional<simulate::ParameterDraws> draws;  ///< of the posterior; none: of the calibration that the defaults come from
};

/// Those of the request, without the parameters that it sets.
[[nodiscard]] simulate::ParameterDraws draws_for(const RunRequest& request);

/// All that it takes to do a run again.
struct RunFacts {
  std::string city;  ///< its name
  std::string municipality;
  int start_year = 0;
  RunRequest request;
  std::string inputs_hash;
};

/// What a run told.
struct CityRun {
  RunFacts facts;
  std::uint32_t own_starts = 0;  ///< replicates with a starting population of their own
  std::shared_ptr<const CitySynthesis> start;
  std::vector<simulate::AreaSeries> series;
  simulate::EscalatorSummary escalator;
  std::vector<simulate::ChainSummary> chains;
};

/// A plan that can be simulated: parameters within their range, a scenario that can be carried out.
struct PreparedRun {
  RunFacts facts;
  simulate::EnsembleSetting setting;
};
[[nodiscard]] Result<PreparedRun> prepare(const City& city, const CitySynthesis& start, const RunRequest& request);

/// The same for any number of threads. `bad_input` for parameters out of range or a city that says too little; `cancelled` as
/// `progress` asks.
[[nodiscard]] Result<CityRun> simulate_city(const City& city, const RunRequest& request, const simulate::Progress& progress = {},
                                            const simulate::RunAll& run_all = simulate::run_here());

/// How many have a starting population of their own.
[[nodiscard]] std::uint32_t own_starts(const std::vector<simulate::RunResult>& results);

/// BLAKE2b-256 over the version of the program, margins, parameters and plan: equal inputs, equal hash.
[[nodiscard]] std::string inputs_hash(const simulate::Margins& margins, const simulate::Parameters& parameters,
                                      const std::vector<simulate::PlanStep>& plan);

/// A margin that rests on an estimate, or of which nothing is known, of one area.
[[nodiscard]] nlohmann::ordered_json estimated_margins_json(const simulate::Margins& margins);
/// Margins of which no area knows anything, by name: the pattern of the country decides.
[[nodiscard]] std::vector<std::string> unknown_margins(const simulate::Margins& margins);
[[nodiscard]] nlohmann::ordered_json fit_json(const simulate::FitReport& report);
[[nodiscard]] nlohmann::ordered_json facts_json(const RunFacts& facts);
/// Everything; numbers to four decimals, null where there is none.
[[nodiscard]] nlohmann::ordered_json to_json(const CityRun& run);

/// The kind of margin of that name that may be held out; `bad_input` names those that there are.
[[nodiscard]] Result<simulate::MarginKind> margin_to_hold_out(const std::string& name);

}  // namespace koers
