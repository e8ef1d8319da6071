// SPDX-License-Identifier: EUPL-1.2
// Small dense systems: tens of rows, not thousands.
#pragma once
#include <vector>

namespace koers::simulate {

/// By rows.
using Matrix = std::vector<std::vector<double>>;

/// Solves A·X = B for a symmetric positive definite A (Cholesky); a pivot that is not positive is taken for a very large one, so
/// that what is not determined comes out as 0.
[[nodiscard]] Matrix solve_positive(Matrix a, const Matrix& b);

struct SingularValues {
  std::vector<double> values;  ///< falling; one per column
  Matrix right;                ///< right singular vectors, one per row, in the order of the values
};
/// One-sided Jacobi rotations (Hestenes 1958): right for small matrices with more or fewer rows than columns.
[[nodiscard]] SingularValues singular_values(const Matrix& a);

}  // namespace koers::simulate
