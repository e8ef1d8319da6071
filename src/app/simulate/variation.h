// SPDX-License-Identifier: EUPL-1.2
// What is not known of a city and its people, shown by replicates that begin otherwise: an interval of the same run with other
// draws alone is too narrow (Ševčíková, Raftery and Waddell 2007).
#pragma once
#include <memory>
#include <string>

#include "app/simulate/simulate_city.h"

namespace koers {

/// For replicates of a run. Replicate 0 is the estimate itself. Others have parameters of their own: those of the posterior that
/// the request does not set. With `parameters_and_start` they also have a starting population of their own: margins that are
/// estimated are moved by their errors, and the scenario is laid over what stands in that one. Where too little stands in it for
/// the scenario, as when more social rented dwellings are to go than a moved estimate leaves, the replicate begins with the
/// estimate; `RunResult::has_own_start` tells.
[[nodiscard]] simulate::Variation variation_of(std::shared_ptr<const simulate::Margins> margins, const RunRequest& request);

}  // namespace koers
