// SPDX-License-Identifier: EUPL-1.2
// Which items are chosen anew together while the others stay (large neighbourhood search: Shaw, CP98, 1998).
#pragma once
#include <cstdint>
#include <vector>

#include "optimise/cells.h"

namespace koers::optimise {

/// How large a neighbourhood may be. Columns count most for the time that a solver takes.
struct NeighbourhoodSize {
  std::size_t items = 60;
  std::size_t columns = 200;
};

/// Marks items until one of the sizes is reached: in turn those with the least regrets (guide.h) and some luck, those that use
/// one row, and any.
[[nodiscard]] std::vector<char> neighbourhood(const Cells& cells, const std::vector<double>& regrets,
                                              const NeighbourhoodSize& size, std::uint32_t seed, std::uint64_t number);

}  // namespace koers::optimise
