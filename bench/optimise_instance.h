// SPDX-License-Identifier: EUPL-1.2
// The drawn problems that are measured, by name, so that each solver can be run on its own.
#pragma once
#include <string>

#include "optimise/portfolio.h"

namespace koers::optimise {

struct Instance {
  std::string name;
  Portfolio problem;
  double unit = 1;  ///< of value, in which results are printed
};

/// `agenda-ITEMS-hard-SEED` or `agenda-ITEMS-elastic-SEED`: ten years. `knapsack-ROWS-ITEMS-PERCENT-SEED`: capacities so many
/// percent of all weights. Throws `std::invalid_argument` for another name.
[[nodiscard]] Instance instance(const std::string& name);

}  // namespace koers::optimise
