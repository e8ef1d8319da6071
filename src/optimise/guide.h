// SPDX-License-Identifier: EUPL-1.2
// What the linear relaxation teaches the search: which columns of an item are worth their rows, and of which items it is unsure.
#pragma once
#include <cstdint>
#include <vector>

#include "optimise/cells.h"
#include "optimise/solver.h"

namespace koers::optimise {

struct Guide {
  /// By item its columns of Cells::candidates, that of most worth at the prices of the rows first.
  std::vector<std::vector<std::int32_t>> columns;
  /// By item the worth of its best column less that of its second best. Items with little are those where rounding matters. In
  /// value units of the model.
  std::vector<double> regrets;
};

/// `relaxation` of `model`, in which all items are chosen.
[[nodiscard]] Guide guide(const Cells& cells, const LinearModel& model, const Relaxation& relaxation);

}  // namespace koers::optimise
