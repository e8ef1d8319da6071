// SPDX-License-Identifier: EUPL-1.2
// The best choice found with how far it can be from the best possible: what every question about an agenda comes down to.
#pragma once
#include <optional>

#include "optimise/bound.h"
#include "optimise/search.h"

namespace koers::optimise {

struct SolveOptions {
  SearchOptions search;
  int bound_nodes = 200;     ///< of the tree that sharpens the bound; 0 for the bound of the relaxation alone
  double bound_seconds = 0;  ///< for that tree, on the clock; 0 for no limit
};

enum class Outcome : std::uint8_t {
  found = 1,      ///< a feasible choice
  not_found = 2,  ///< none was found, and none was ruled out: the choice goes beyond its rows
  impossible = 3  ///< proved: the hard rows contradict each other
};

struct Solution {
  Outcome outcome = Outcome::found;
  Choice choice;
  Verification verification;
  std::int64_t objective = 0;
  std::optional<std::int64_t> bound;  ///< nothing when impossible
  std::optional<double> gap;          ///< (bound − objective)/|objective| when found
  bool is_proved = false;             ///< bound and objective are equal: only then may it be called optimal
  int rounds = 0;
  std::int64_t moves = 0;
};

/// Throws as `search` does. `problem` must be sound (check.h).
[[nodiscard]] Solution solve(const Portfolio& problem, const SolveOptions& options);

}  // namespace koers::optimise
