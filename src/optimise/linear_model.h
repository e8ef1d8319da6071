// SPDX-License-Identifier: EUPL-1.2
// The problem, or a part of it with the other items held where they are, as a mixed integer linear programme for a solver.
#pragma once
#include <cstdint>
#include <vector>

#include "optimise/cells.h"

namespace koers::optimise {

/// Maximise constant + Σ objective x with row_lower ≤ A x ≤ row_upper and lower ≤ x ≤ upper, every bound of a variable finite.
/// The matrix by variable, compressed. Objective in `value_unit`s, rows in units of their own: solvers like small numbers.
struct LinearModel {
  double value_unit = 1;
  double constant = 0;
  std::vector<double> objective, lower, upper;
  std::vector<char> is_integer;
  std::vector<int> starts;  ///< one more than variables
  std::vector<int> rows;
  std::vector<double> amounts;
  std::vector<double> row_lower, row_upper;  ///< ±∞ as ±`kNoLimit`
  /// The first variables stand for columns of free items, in order of items.
  std::vector<std::int32_t> columns;
  std::vector<int> row_of_item;  ///< that it takes one column; −1 where there is none
  std::vector<int> row_of_cell;
  std::vector<double> unit_of_cell;  ///< of its row: so many of its own units are 1
};
inline constexpr double kNoLimit = 1e30;

/// Items with `is_free` are chosen; the others keep their column of `held`, which is not read for free ones.
[[nodiscard]] LinearModel linear_model(const Cells& cells, const std::vector<char>& is_free, const Choice& held);
/// All items are chosen.
[[nodiscard]] LinearModel linear_model(const Cells& cells);

/// The choice that an answer stands for: of each free item the column with the greatest variable, if that is a half or more.
[[nodiscard]] Choice choice_of(const Cells& cells, const LinearModel& model, const std::vector<double>& answer,
                               const std::vector<char>& is_free, const Choice& held);

}  // namespace koers::optimise
