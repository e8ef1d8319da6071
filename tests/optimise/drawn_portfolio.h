// SPDX-License-Identifier: EUPL-1.2
// Small problems with every kind of row, drawn so that all choices can be looked at.
#pragma once
#include <cstdint>

#include "optimise/portfolio.h"

namespace koers::optimise {

/// Sound by check(); at most about 3,000 choices. Rows differ with the seed: hard or elastic, with reserves, hiring, tempo,
/// order, pairs, conflicts, coverage, musts and bans, a floor. Some have no feasible choice.
[[nodiscard]] Portfolio drawn_portfolio(std::uint32_t seed);

/// The same with a preference for drawn columns above a least value.
[[nodiscard]] Portfolio with_preference(Portfolio problem, std::uint32_t seed, Value least_value);

}  // namespace koers::optimise
