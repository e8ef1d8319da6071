// SPDX-License-Identifier: EUPL-1.2
// Agendas of drawn items that look like those of a city: lumpy costs in years, a few funding sources and teams, what runs and
// what is proposed. For tests and benchmarks.
#pragma once
#include <cstdint>

#include "optimise/portfolio.h"

namespace koers::optimise {

struct DrawnAgenda {
  std::uint32_t seed = 1;
  int items = 70;
  int years = 10;
  bool elastic = false;  ///< money and people with a priced overrun, reserves and hiring; otherwise hard caps
};

/// The same on every machine.
[[nodiscard]] Portfolio drawn_agenda(const DrawnAgenda& options);

/// A multidimensional knapsack as Chu and Beasley (Journal of Heuristics 4, 1998) draw them: weights uniform in 1 … 1000,
/// capacities `tightness` × Σ weights, profits Σ weights/m + 500 u. Each constraint is a source of one year.
[[nodiscard]] Portfolio drawn_knapsack(std::uint32_t seed, int items, int constraints, double tightness);

}  // namespace koers::optimise
