// SPDX-License-Identifier: EUPL-1.2
// Whether a problem makes sense: every fault is named, with where it is, before any search begins.
#pragma once
#include <vector>

#include "base/result.h"
#include "optimise/portfolio.h"

namespace koers::optimise {

/// Faults of shape (indices, lengths, negative amounts, use outside the duration) and of sense (circular order, must and ban at
/// once, coverage that nothing can reach, totals too large to add up exactly). Their `path` is as in `columns[3].money[0].year`,
/// their place is empty. Nothing that only a search can tell, such as musts that go over the budget.
[[nodiscard]] std::vector<Fault> check(const Portfolio& problem);

}  // namespace koers::optimise
