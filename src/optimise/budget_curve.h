// SPDX-License-Identifier: EUPL-1.2
// What more or less means would change, by solving again: whole items have no shadow prices.
#pragma once
#include <optional>
#include <vector>

#include "optimise/search.h"

namespace koers::optimise {

struct CurvePoint {
  int percent = 100;           ///< of every budget
  std::optional<Value> value;  ///< V*; nothing when no feasible choice was found
  Choice choice;
};

/// One point for each percentage, in ascending order. Each search goes on from the choice with less, which more money still
/// allows, so that the curve never falls.
[[nodiscard]] std::vector<CurvePoint> budget_curve(const Portfolio& problem, std::vector<int> percents,
                                                   const SearchOptions& options);

/// What one source or team with some percents more in every year would bring.
struct Marginal {
  RowKind row = RowKind::money;
  std::size_t index = 0;
  int percent = 1;
  std::int64_t extra = 0;  ///< cents or 0.01 fte, over all years
  Value gain = 0;          ///< of V*; 0 when nothing more fits
};

/// Of each source and team at each percentage. `start` is the agenda with the means that there are, feasible.
[[nodiscard]] std::vector<Marginal> marginals(const Portfolio& problem, const Choice& start, const std::vector<int>& percents,
                                              const SearchOptions& options);

}  // namespace koers::optimise
