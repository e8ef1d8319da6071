// SPDX-License-Identifier: EUPL-1.2
// A scenario, as people write it, made into the steps that a run carries out.
#pragma once
#include <vector>

#include "base/result.h"
#include "model/scenario.h"
#include "simulate/plan.h"

namespace koers {

/// Spreads each step evenly over its years, and one in a district over its neighbourhoods: by the dwellings that stand there and
/// are meant, to whole numbers that add up to its own. What the scenario leaves open is filled in from the dwellings of `start`:
/// the median price and rooms of the same tenure and type. Steps after the last year of the run are left out: it does not get
/// there. `bad_input` names the step by its place in the scenario: unknown areas, years before the start, more to demolish, sell
/// or convert than there is.
[[nodiscard]] Result<std::vector<simulate::PlanStep>> plan_of(const Scenario& scenario, const simulate::Population& start,
                                                              int years);

}  // namespace koers
