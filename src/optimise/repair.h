// SPDX-License-Identifier: EUPL-1.2
// Next year's agenda, or this year's after a wish, that changes as little as possible: first V*, then the least weighted change
// among choices that lose at most a small part of it.
#pragma once
#include <optional>
#include <vector>

#include "optimise/search.h"

namespace koers::optimise {

struct RepairOptions {
  double tolerance = 0.005;           ///< ε: the part of V* that a smaller change may cost
  std::vector<std::int64_t> weights;  ///< what a change of each item counts, 0 … 1,000,000; empty: all 1
  /// People look on: fewer and smaller neighbourhoods than elsewhere. Its starts are not used.
  SearchOptions search{.neighbourhoods = 2, .size = {40, 120}, .nodes = 50, .start = {}, .other_start = {}, .go_on = {}};
};

struct Repair {
  std::optional<Value> best;  ///< V*; nothing when no feasible choice was found
  Choice choice;              ///< with value ≥ V* − ε|V*|; when nothing feasible was found, what goes least beyond its rows
  Verification verification;
  std::vector<std::size_t> changed;  ///< items with another column than before
};

/// `before`: of each item the column it had, as a column of `problem`; `kNoColumn` for what was not there. Without a change of
/// data, and with `before` of value V*, nothing changes.
[[nodiscard]] Repair repair(const Portfolio& problem, const Choice& before, const RepairOptions& options);

}  // namespace koers::optimise
