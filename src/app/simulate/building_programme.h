// SPDX-License-Identifier: EUPL-1.2
// What a city knows beforehand of its own stock: how many dwellings will come and go in each district.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "simulate/plan.h"

namespace koers {

/// Steps that add `change[d]` dwellings to district d of the population (take them away where it is below 0), spread evenly over
/// the years from `first_year` to `last_year`. Only the net number is known: by neighbourhood, type and tenure they are as what
/// stands in the district at the start, with the middle of its rooms and prices there. A district in which nothing stands gets
/// nothing: nobody can say what.
[[nodiscard]] std::vector<simulate::PlanStep> building_programme(const simulate::Population& start,
                                                                 std::span<const std::int64_t> change, int first_year,
                                                                 int last_year);

}  // namespace koers
