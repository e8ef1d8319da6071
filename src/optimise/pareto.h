// SPDX-License-Identifier: EUPL-1.2
// What the two pillars of an agenda cost each other: choices of which none is better on both (augmented ε-constraint: Mavrotas,
// Applied Mathematics and Computation 213, 2009). Weighted sums would miss the points in the dents of the front.
#pragma once
#include <vector>

#include "optimise/search.h"

namespace koers::optimise {

/// Worth for each pillar, by column. Pairs and prices count with the first.
struct Pillars {
  std::vector<Value> first;
  std::vector<Value> second;
};

struct FrontPoint {
  Choice choice;
  Value first = 0;  ///< with pairs, less prices
  Value second = 0;
};

/// At most `points` choices, none better than another on both, from the best on the second pillar to the best on the first; each
/// search goes on from the choice before it. Empty when no feasible choice is found. Values of the columns are not used.
/// `points` ≥ 2; `pillars` as long as the columns.
[[nodiscard]] std::vector<FrontPoint> front(const Portfolio& problem, const Pillars& pillars, int points,
                                            const SearchOptions& options);

}  // namespace koers::optimise
