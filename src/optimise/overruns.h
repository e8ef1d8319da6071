// SPDX-License-Identifier: EUPL-1.2
// Why wishes cannot be met: the choice that goes least beyond money, people and tempo while it keeps all that is imposed.
#pragma once
#include <optional>
#include <vector>

#include "optimise/search.h"

namespace koers::optimise {

struct SmallestOverruns {
  Choice choice;
  Verification verification;     ///< of the problem with elastic rows
  std::vector<Excess> overruns;  ///< money (cents), people (0.01 fte), and the tempo (cents) when it must give way
};

/// Of all choices that keep options, order, conflicts, coverage and impositions the one with the least sum of money over budget
/// and people over capacity, an fte counted as `cents_per_fte`. The tempo gives way only when nothing keeps it. Nothing when no
/// choice was found that keeps the rest. Values and prices of `problem` are not used.
[[nodiscard]] std::optional<SmallestOverruns> smallest_overruns(const Portfolio& problem, Cents cents_per_fte,
                                                                const SearchOptions& options);

}  // namespace koers::optimise
