// SPDX-License-Identifier: EUPL-1.2
// Where better data pays: items about which weights, scores and costs leave the answer open, and on which much money hangs.
#pragma once
#include <vector>

#include "optimise/robustness.h"

namespace koers::optimise {

struct DataNeed {
  std::size_t item = 0;
  double doubt = 0;    ///< 4 p (1 − p) of its acceptability p: 1 when even, 0 when sure
  Cents at_stake = 0;  ///< the mean cost of its active columns
  double need = 0;     ///< doubt × at_stake, cents
};

/// Items with a doubt above the noise of the search, the greatest need first.
[[nodiscard]] std::vector<DataNeed> data_needs(const Portfolio& problem, const Robustness& robustness);

}  // namespace koers::optimise
