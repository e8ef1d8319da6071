// SPDX-License-Identifier: EUPL-1.2
// Knapsack problems of the literature as portfolios, so that strangers can hold the search against published answers: each
// constraint is a source of money with one year and a hard budget, each choice a column.
//
// orlib: OR-Library's multidimensional knapsacks (Beasley, Journal of the Operational Research Society 41, 1990). The number of
//   problems, then of each: n, m, the best known value (0 for none); n profits; m rows of n weights; m capacities. A file with
//   one problem may leave out the number: its first line then has three numbers.
// mmkp: multiple-choice knapsacks (Khan e.a., Studia Informatica Universalis 2, 2002; Hiremath and Hill). One problem `n l m`, or
//   several, each `number n l m`, or `n m` when groups have a size of their own; then m capacities; then of each group, after a
//   line with its number (or its size) alone if there is one, its items: value and m weights. Exactly one item of each group is
//   taken.
// Numbers are divided by white space; tails of decimals are kept exactly.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "optimise/portfolio.h"

namespace koers {

enum class KnapsackFormat : std::uint8_t { orlib = 1, mmkp = 2 };

struct KnapsackProblem {
  optimise::Portfolio portfolio;
  optimise::Value units_per_one = 1;          ///< values are whole numbers of units: a power of ten when the file has decimals
  std::optional<optimise::Value> best_known;  ///< in units
};

struct KnapsackLimits {
  std::size_t bytes = 64U << 20U;
  std::size_t problems = 1'000;
  std::size_t items = 20'000;  ///< of all groups together
  std::size_t constraints = 1'000;
  std::size_t weights = 5'000'000;  ///< of one problem
};

/// `bad_input` names the line, what was found and what was expected; `too_large` what is over a limit.
[[nodiscard]] Result<std::vector<KnapsackProblem>> read_knapsacks(std::string_view text, const std::string& file,
                                                                  KnapsackFormat format, const KnapsackLimits& limits = {});

}  // namespace koers
