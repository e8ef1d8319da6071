// SPDX-License-Identifier: EUPL-1.2
// A plan beside another one, or beside nothing: both on the same starting population and with the same draws, so that what they
// share cancels out.
#pragma once
#include <memory>
#include <vector>

#include "app/simulate/mechanism_effects.h"
#include "app/simulate/simulate_city.h"

namespace koers {

struct CompareRequest {
  RunRequest plan;
  std::optional<Scenario> against;  ///< none: nothing is done
};

/// More dwellings in a neighbourhood than any district of the country has on its land: it is simulated all the same.
struct CrowdedArea {
  std::string area;
  double dwellings = 0;  ///< as the plan leaves it
  double land_km2 = 0;
};
/// Dwellings per km² of the most densely built district of the Netherlands: Van Lennepbuurt, Amsterdam (CBS, Kerncijfers wijken
/// en buurten 2022, 85318NED).
inline constexpr double kDensestDistrict = 15'210;

struct CityComparison {
  RunFacts baseline;
  RunFacts plan;
  std::uint32_t replicates = 0;           ///< of both
  std::uint32_t baseline_own_starts = 0;  ///< replicates with a starting population of their own
  std::uint32_t plan_own_starts = 0;
  std::shared_ptr<const CitySynthesis> start;
  std::vector<simulate::AreaSeries> baseline_series, plan_series, difference;
  simulate::EscalatorSummary baseline_escalator, plan_escalator, escalator_difference;
  std::vector<simulate::ChainSummary> baseline_chains, plan_chains;
  simulate::PlanChains chains_of_plan;
  std::vector<MechanismEffect> mechanisms;
  std::vector<CrowdedArea> crowded;
};

/// Two plans, replicate by replicate; more can be added, and what is known so far be asked at any time.
class Experiment {
 public:
  /// `bad_input` as `prepare`. The city is kept: it may be newer by the time the answer is asked.
  [[nodiscard]] static Result<Experiment> begin(std::shared_ptr<const City> city, std::shared_ptr<const CitySynthesis> start,
                                                const CompareRequest& request);

  /// The next replicates of both. When it fails or is cancelled, those that were there stay.
  [[nodiscard]] Result<void> add(std::uint32_t replicates, const simulate::Progress& progress = {},
                                 const simulate::RunAll& run_all = simulate::run_here());
  [[nodiscard]] std::uint32_t replicates() const { return static_cast<std::uint32_t>(plan_results_.size()); }
  /// Over the replicates so far, of which there is at least one.
  [[nodiscard]] CityComparison compare() const;
  /// What both are a function of: equal hashes and replicates, equal answers.
  [[nodiscard]] const RunFacts& plan() const { return plan_.facts; }
  [[nodiscard]] const RunFacts& baseline() const { return baseline_.facts; }

 private:
  Experiment(std::shared_ptr<const City> city, std::shared_ptr<const CitySynthesis> start, PreparedRun baseline, PreparedRun plan)
      : city_(std::move(city)), start_(std::move(start)), baseline_(std::move(baseline)), plan_(std::move(plan)) {}

  std::shared_ptr<const City> city_;
  std::shared_ptr<const CitySynthesis> start_;
  PreparedRun baseline_;
  PreparedRun plan_;
  std::vector<simulate::RunResult> baseline_results_;
  std::vector<simulate::RunResult> plan_results_;
};

/// All replicates of both.
[[nodiscard]] Result<CityComparison> compare_plans(const City& city, const CompareRequest& request,
                                                   const simulate::Progress& progress = {},
                                                   const simulate::RunAll& run_all = simulate::run_here());

[[nodiscard]] nlohmann::ordered_json mechanisms_json(const std::vector<MechanismEffect>& mechanisms);
/// Of the baseline, the plan and their difference.
[[nodiscard]] nlohmann::ordered_json escalators_json(const CityComparison& comparison);
[[nodiscard]] nlohmann::ordered_json all_chains_json(const CityComparison& comparison);
[[nodiscard]] nlohmann::ordered_json crowded_json(const std::vector<CrowdedArea>& crowded);
/// Everything; numbers to four decimals, null where there is none.
[[nodiscard]] nlohmann::ordered_json to_json(const CityComparison& comparison);

}  // namespace koers
