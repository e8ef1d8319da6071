// SPDX-License-Identifier: EUPL-1.2
// What a scenario changes: steps of a plan, each in one neighbourhood and year. All of them are carried out at step 5 of their
// year.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "simulate/population.h"

namespace koers::simulate {

enum class StepKind : std::uint8_t {
  new_dwellings = 0,
  demolition = 1,      ///< occupants get the right to go first for any rented dwelling
  sale_of_rented = 2,  ///< social rent becomes owner-occupied when the occupant leaves
  conversion = 3,      ///< from one tenure into another at once, vacant dwellings first
  public_space = 4,    ///< adds `amount` standard deviations to the quality of the public space
  social_fund = 5,     ///< adds `amount` to the log odds that residents of the neighbourhood have work
  access = 6,          ///< adds `amount` standard deviations to the access of jobs and amenities
  jobs = 7             ///< `number` jobs come within reach, for one level of education or spread as they were at the start
};

struct PlanStep {
  std::string id;  ///< of the step within its plan; the keys of its dwellings are made of it
  StepKind kind = StepKind::new_dwellings;
  std::uint16_t neighbourhood = 0;
  int year = 0;
  std::uint32_t number = 0;  ///< dwellings, or jobs
  std::optional<DwellingType> type;
  std::optional<Tenure> tenure;   ///< of what is built, demolished or converted from
  std::optional<Tenure> becomes;  ///< of a conversion
  std::uint8_t rooms = 0;         ///< of what is built
  float price = 0;  ///< of what is built: thousands of euros when owned, euros a month when rented; start-year prices
  std::optional<std::uint16_t> first_for;  ///< residents of this district go first
  std::optional<Education> education;      ///< of jobs
  float amount = 0;
};

/// What is wrong with one step.
struct PlanFault {
  std::size_t step = 0;
  std::string field;
  std::string found;
  std::string expected;
};

/// Of a plan for a run of these years on this population: years outside, numbers that cannot be, unknown neighbourhoods, more to
/// demolish or convert than stands there at the start and is built in years before, one id twice.
[[nodiscard]] std::vector<PlanFault> faults_of(const std::vector<PlanStep>& plan, const Population& start, int first_year,
                                               int last_year);

/// The same as faults with `steps[i].field` as their path.
[[nodiscard]] std::vector<Fault> check(const std::vector<PlanStep>& plan, const Population& start, int first_year, int last_year);

}  // namespace koers::simulate
