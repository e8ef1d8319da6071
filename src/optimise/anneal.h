// SPDX-License-Identifier: EUPL-1.2
// Simulated annealing (Kirkpatrick, Gelatt, Vecchi, Science 220, 1983) over one column an item. Hard rows may be exceeded on the
// way: what is beyond them is weighed, and the weights follow how often that happens, so that the search swings around the border
// where the best choices lie (strategic oscillation, Glover 1977).
#pragma once
#include <cstdint>
#include <vector>

#include "optimise/cells.h"
#include "optimise/guide.h"
#include "optimise/state.h"

namespace koers::optimise {

struct AnnealOptions {
  std::uint32_t seed = 1;
  std::uint32_t restart = 0;
  std::int64_t moves = 100'000;
  double heat = 1;               ///< of the first temperature; below 1 to go on from a good start
  std::vector<double> weights;   ///< as for State, to begin with
  const Guide* guide = nullptr;  ///< which items and columns to try most; nothing: all as often
};

struct Annealed {
  bool is_feasible = false;
  Choice choice;  ///< the best feasible one, or what hard rows are exceeded least by
  std::int64_t objective = 0;
  double penalty = 0;
};

/// Penalties for a start: what the value of columns would be worth for each unit of a row.
[[nodiscard]] std::vector<double> first_weights(const Cells& cells);

/// A function of its arguments alone. `start` may be empty: it is then drawn.
[[nodiscard]] Annealed anneal(const Cells& cells, const Choice& start, const AnnealOptions& options);

/// Steps that make the choice better without exceeding a hard row, until there are none.
void climb(State& state, const Cells& cells);

}  // namespace koers::optimise
