// SPDX-License-Identifier: EUPL-1.2
// What no choice can be worth more than, so that what was found can be compared with what is possible.
#pragma once
#include <cstdint>
#include <optional>

#include "optimise/portfolio.h"

namespace koers::optimise {

struct BoundOptions {
  int nodes = 0;       ///< of a tree that sharpens the bound of the relaxation; 0 for the relaxation alone
  double seconds = 0;  ///< for the tree, on the clock; 0 for no limit. With it the bound differs between machines, and stays one
  std::uint32_t seed = 1;
  std::optional<std::int64_t> found;  ///< the objective of a feasible choice: the tree looks only for better ones
};

struct Bound {
  bool is_possible = true;       ///< false when even the relaxation has no answer: the hard rows contradict each other
  std::int64_t objective = 0;    ///< upper bound, of value or of the preference
  std::optional<Choice> better;  ///< than what was found, when the tree came upon one; to be verified
};

/// `problem` must be sound (check.h). The relaxation's bound holds whatever its solver's tolerances; the tree's within 10⁻⁶.
[[nodiscard]] Bound upper_bound(const Portfolio& problem, const BoundOptions& options);

/// (bound − found)/|found|, 0 when both are equal; nothing when found is 0 and the bound is not.
[[nodiscard]] std::optional<double> gap(std::int64_t found, std::int64_t bound);

}  // namespace koers::optimise
