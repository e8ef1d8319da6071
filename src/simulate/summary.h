// SPDX-License-Identifier: EUPL-1.2
// What an ensemble says: a mean and an interval for every measure, area and year; flows of the escalator; chains.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "simulate/estimate.h"
#include "simulate/results.h"

namespace koers::simulate {

enum class AreaLevel : std::uint8_t { city = 0, district = 1, neighbourhood = 2 };

/// A measure that people read, made of those that are counted. `value` is NaN where its denominator is 0.
struct Indicator {
  std::string name;  ///< snake_case
  std::string unit;  ///< persons, households, dwellings, percent, thousand_euros, standard_deviations
  std::string sentence;
};
/// Counts as they are, shares of age groups, steps, tenures and incomes, mean income, vacancy, score.
[[nodiscard]] const std::vector<Indicator>& indicators();

/// One area in one year of one replicate: a value per row of `indicators()`.
[[nodiscard]] std::vector<double> indicator_values(const MeasureRow& row);

struct AreaSeries {
  AreaLevel level = AreaLevel::city;
  std::string code;
  std::vector<int> years;
  std::vector<std::vector<Estimate>> values;  ///< [indicator][year]
};

/// Rows added up to districts and the city; scores are means weighted by households.
[[nodiscard]] std::vector<AreaSeries> series_of(const std::vector<RunResult>& results, const Population& start);

/// The same of plan minus baseline, replicate by replicate: so what both share cancels out. Both have the same years; the
/// baseline may have more replicates.
[[nodiscard]] std::vector<AreaSeries> differences(const std::vector<RunResult>& plan, const std::vector<RunResult>& baseline,
                                                  const Population& start);

/// What one area of one replicate is like at the end of a year: a value per row of `indicators()`.
struct AreaValues {
  AreaLevel level = AreaLevel::city;
  std::string code;
  std::vector<double> values;
};
[[nodiscard]] std::vector<AreaValues> area_values(const YearResult& year, const Population& start);

/// The escalator over all years of a run: households a year by step, over replicates.
struct StepSummary {
  LifeStage stage = LifeStage::starter;
  Estimate arrived, departed, departed_unmet, moved, started, searched;
};
struct EscalatorSummary {
  std::vector<StepSummary> steps;
  Estimate breadth;        ///< entropy of arrivals over step × fifth of income, divided by that of an even spread: 0…1
  Estimate length;         ///< mean years at the last address of those that moved or left
  Estimate stays_in_city;  ///< share of movers that stay in the city
  Estimate leak;           ///< older families a year that left for want of a dwelling
};
[[nodiscard]] EscalatorSummary escalator_of(const std::vector<RunResult>& results);
/// The same of plan minus baseline, replicate by replicate.
[[nodiscard]] EscalatorSummary escalator_differences(const std::vector<RunResult>& plan, const std::vector<RunResult>& baseline);

/// Chains that began with a vacancy of one origin, of those that have ended (`closed`) and those still open.
struct ChainSummary {
  VacancyOrigin origin = VacancyOrigin::start;
  Estimate chains;                        ///< a year
  Estimate moves;                         ///< households that moved per chain, open ones counted as far as they are
  std::array<Estimate, kChainEnds> ends;  ///< share of chains by how they ended
};
[[nodiscard]] std::vector<ChainSummary> chains_of(const std::vector<RunResult>& results);

/// What the dwellings of a plan set in motion, over all years: households that moved along the chains that begin with them.
struct PlanChains {
  Estimate dwellings;     ///< that the plan built and that came free to be moved into
  Estimate others_freed;  ///< dwellings that came free further along, for each of those
  /// The same with what would come free in other municipalities, as national figures count it: where a newcomer leaves a
  /// dwelling, the chain goes on as one that begins with a departure from here.
  Estimate others_freed_anywhere;
  std::array<Estimate, kChainEnds> ends;   ///< share of the chains by how they ended
  std::vector<Estimate> taken_by_stage;    ///< households that moved into the plan's dwellings, by step of the escalator
  std::vector<Estimate> came_from;         ///< … by the district that they left
  Estimate came_from_outside;              ///< … from outside the city
  Estimate came_from_nowhere;              ///< … without a dwelling of their own before: from parents or others in the city
  std::vector<Estimate> freed_in;          ///< shifting room: dwellings that came free along the chains, by district
  std::vector<Estimate> freed_by_segment;  ///< … by tenure × type
};
/// Of runs that kept their moves.
[[nodiscard]] PlanChains chains_of_plan(const std::vector<RunResult>& results, const Population& start);

}  // namespace koers::simulate
