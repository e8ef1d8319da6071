// SPDX-License-Identifier: EUPL-1.2
// A budget of moves or seconds as a number of whole rounds of the search.
#pragma once
#include <cstdint>
#include <functional>
#include <stop_token>

#include "optimise/solve.h"

namespace koers {

/// As many whole rounds as fit into so many moves of the annealing, and at least one: the same answer everywhere. `on_round` may
/// be empty; it is told the moves that have been made, and the search ends early when it says no.
[[nodiscard]] optimise::Solution solve_within_moves(const optimise::Portfolio& problem, optimise::SolveOptions options,
                                                    std::int64_t moves,
                                                    const std::function<bool(std::int64_t moves_made)>& on_round = {});

/// As many whole rounds as are thought to fit into three quarters of the time, and at least one; the rest is for the bound. Only
/// the number of rounds and the bound depend on the clock, which gives seconds from any moment.
[[nodiscard]] optimise::Solution solve_within_seconds(const optimise::Portfolio& problem, optimise::SolveOptions options,
                                                      double seconds, const std::function<double()>& clock);

}  // namespace koers
