// SPDX-License-Identifier: EUPL-1.2
// Step 5 of a year: the plan is carried out.
#pragma once
#include <array>
#include <map>
#include <vector>

#include "simulate/market.h"
#include "simulate/plan.h"
#include "simulate/year.h"

namespace koers::simulate {

/// What of a plan lasts beyond its year.
struct PlanState {
  std::vector<Priority> priorities;  ///< by dwelling
  std::vector<float> work_fund;      ///< log odds of work added in each neighbourhood
  std::array<double, 3> jobs{};      ///< added for each level of education
  double jobs_of_any = 0;            ///< … for whoever is there
  std::map<std::uint16_t, std::uint32_t>
      to_sell;  ///< social rented dwellings of a neighbourhood still to be sold as they come free
};

struct Built {
  DwellingIndex dwelling = kNone;
  std::uint16_t step = 0;
};

struct Interventions {
  std::vector<Built> built;                ///< vacant, to be offered
  std::vector<HouseholdIndex> displaced;   ///< lost their dwelling by demolition: may go first for any rented one
  std::vector<DwellingIndex> withdrawn;    ///< vacant ones that were demolished
  std::vector<std::uint16_t> unmet_steps;  ///< those that found less to demolish or convert than they ask for
};

/// Carries out the steps of this year in the order of the plan. Which dwellings are demolished or converted: vacant ones first,
/// then by age, then by key; never one that is built in the same year.
[[nodiscard]] Interventions intervene(Population& population, const std::vector<PlanStep>& plan, const Year& year,
                                      PlanState& state);

/// A social rented dwelling came free: it is sold if its neighbourhood has any to sell. Returns whether it was.
bool sell_if_planned(Dwellings& dwellings, DwellingIndex dwelling, PlanState& state);

/// The key of the n-th dwelling of a step.
[[nodiscard]] std::uint64_t key_of_new(const PlanStep& step, std::uint32_t n);

}  // namespace koers::simulate
