// SPDX-License-Identifier: EUPL-1.2
// Somebody who knows all that is published, that sums are sums and that nothing is below zero, and works out the rest.
#pragma once
#include <vector>

#include "monitor/suppression.h"

namespace koers::monitor {

/// Between which values a cell must lie.
struct CellBounds {
  double lowest = 0;
  double highest = 0;
  [[nodiscard]] double width() const { return highest - lowest; }
};

/// Of each cell that is kept back, in order of the cells, by linear programming (CBC). Unlimited ones are cut off at a thousand
/// times the largest figure. Throws when the published table contradicts itself.
[[nodiscard]] std::vector<CellBounds> attack(const SumTable& table, const std::vector<bool>& kept_back);

}  // namespace koers::monitor
