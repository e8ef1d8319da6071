// SPDX-License-Identifier: EUPL-1.2
// The search for the choice of most value: rounds of annealing from several starts, each followed by neighbourhoods that CBC
// solves. What it finds is verified by code that shares nothing with it.
#pragma once
#include <cstdint>
#include <functional>

#include "optimise/neighbourhood.h"
#include "optimise/portfolio.h"
#include "optimise/verify.h"

namespace koers::optimise {

/// A round that is over, or the one that would come next.
struct Round {
  int number = 0;
  std::int64_t moves = 0;  ///< of all its restarts together
  std::int64_t objective = 0;
  bool is_feasible = false;
};

struct SearchOptions {
  std::uint32_t seed = 1;
  int restarts = 4;             ///< in each round
  std::int64_t moves = 50'000;  ///< of each restart in the first round; each later round has twice as many, up to 128 times
  int rounds = 1;
  int threads = 1;         ///< on which the answer does not depend
  int neighbourhoods = 6;  ///< solved after a round at most: one at first, then more where they help; 0 for none
  NeighbourhoodSize size;
  int nodes = 200;  ///< at most, of the tree of each neighbourhood
  Choice start;  ///< a choice to improve on; may be empty. What an item may not take any more is replaced by what promises most
  Choice other_start;  ///< another; may be empty
  /// Asked before each round after the first, with what has been found and what would come; with it, `rounds` counts for nothing.
  /// This is how a budget of time becomes a number of whole rounds, each of which is a function of the problem and the seed
  /// alone.
  std::function<bool(const Round& last, const Round& next)> go_on;
};

struct Search {
  Choice choice;
  Verification verification;
  int rounds = 0;
  std::int64_t moves = 0;
};

/// The best choice found; when nothing feasible was found, the one that goes least beyond its rows. `problem` must be sound
/// (check.h) and have an item. The same for the same arguments, whatever the number of threads; without neighbourhoods on every
/// machine, with them on every machine with the same CBC. Throws `BrokenWorld` when CBC gives up, and std::logic_error when
/// search and verification disagree, which would be a fault of this program.
[[nodiscard]] Search search(const Portfolio& problem, const SearchOptions& options);

}  // namespace koers::optimise
