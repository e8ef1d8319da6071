// SPDX-License-Identifier: EUPL-1.2
// Tables that agree with known margins and otherwise keep the pattern of a seed.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "base/result.h"

namespace koers::simulate {

inline constexpr std::size_t kMaxDimensions = 5;

/// Numbers by up to five classifications; the last varies fastest.
struct DenseTable {
  std::vector<std::size_t> sizes;
  std::vector<double> cells;
};

/// A table over some of the dimensions of another, in ascending order.
struct MarginTable {
  std::string name;  ///< for errors
  std::vector<std::size_t> dimensions;
  std::vector<double> cells;
};

struct FittingLimits {
  int most_iterations = 1000;
  double tolerance = 1e-10;  ///< largest relative difference with a margin at which it stops
};

/// Not converged is an outcome, not an error: margins that no table with the zeros of the seed can have leave a difference.
struct Fitted {
  DenseTable table;
  int iterations = 0;
  double largest_difference = 0;  ///< of a margin cell: |sum − margin| / margin
};

/// Iterative proportional fitting (Deming & Stephan, On a least squares adjustment of a sampled frequency table, Annals of
/// Mathematical Statistics 11, 1940). Error `bad_input`, with the name of the margin and the cell, for a margin of the wrong
/// shape, a negative cell, totals that differ by more than 1e-6 of them, or a positive cell where the seed has nothing.
[[nodiscard]] Result<Fitted> fit(DenseTable seed, std::span<const MarginTable> margins, FittingLimits limits = {});

/// The sums of a table over the dimensions that `dimensions` does not name.
[[nodiscard]] std::vector<double> margin_of(const DenseTable& table, std::span<const std::size_t> dimensions);

/// Σ |a − b|.
[[nodiscard]] double total_absolute_error(std::span<const double> a, std::span<const double> b);

/// √(Σ (a − b)² / n) / (Σ b / n), of `a` against the reference `b` (Pitfield 1978; Voas & Williamson, Evaluating goodness-of-fit
/// measures for synthetic microdata, 2001). 0 for equal tables, also empty ones; infinite against a reference of zeros.
[[nodiscard]] double standardised_rmse(std::span<const double> a, std::span<const double> b);

}  // namespace koers::simulate
