// SPDX-License-Identifier: EUPL-1.2
#include "simulate/linear_algebra.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace koers::simulate {
namespace {

constexpr double kNoPivot = 1e300;
constexpr double kLeastPivot = 1e-12;

/// The lower triangle L of A = L·Lᵀ in place.
void decompose(Matrix& a) {
  const std::size_t n = a.size();
  for (std::size_t j = 0; j < n; ++j) {
    const double diagonal = a[j][j];
    for (std::size_t k = 0; k < j; ++k) a[j][j] -= a[j][k] * a[j][k];
    a[j][j] = a[j][j] > kLeastPivot * std::abs(diagonal) ? std::sqrt(a[j][j]) : kNoPivot;
    for (std::size_t i = j + 1; i < n; ++i) {
      for (std::size_t k = 0; k < j; ++k) a[i][j] -= a[i][k] * a[j][k];
      a[i][j] /= a[j][j];
    }
  }
}

/// Turns columns p and q of both until they are at right angles; whether they were not.
bool rotate(Matrix& columns, Matrix& right, std::size_t p, std::size_t q) {
  double alpha = 0;
  double beta = 0;
  double gamma = 0;
  for (std::size_t i = 0; i < columns[p].size(); ++i) {
    alpha += columns[p][i] * columns[p][i];
    beta += columns[q][i] * columns[q][i];
    gamma += columns[p][i] * columns[q][i];
  }
  if (std::abs(gamma) <= 1e-14 * std::sqrt(alpha * beta) || gamma == 0) return false;
  const double zeta = (beta - alpha) / (2 * gamma);
  const double t = (zeta >= 0 ? 1.0 : -1.0) / (std::abs(zeta) + std::sqrt(1 + zeta * zeta));
  const double c = 1 / std::sqrt(1 + t * t);
  const auto turn = [c, s = c * t](std::vector<double>& x, std::vector<double>& y) {
    for (std::size_t i = 0; i < x.size(); ++i) {
      const double old = x[i];
      x[i] = c * old - s * y[i];
      y[i] = s * old + c * y[i];
    }
  };
  turn(columns[p], columns[q]);
  turn(right[p], right[q]);
  return true;
}

Matrix transposed(const Matrix& a) {
  Matrix out(a.empty() ? 0 : a.front().size(), std::vector<double>(a.size()));
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < out.size(); ++j) out[j][i] = a[i][j];
  }
  return out;
}

}  // namespace

Matrix solve_positive(Matrix a, const Matrix& b) {
  decompose(a);
  const std::size_t n = a.size();
  Matrix x = b;
  for (std::size_t i = 0; i < n; ++i) {
    for (double& value : x[i]) value /= a[i][i];
    for (std::size_t k = i + 1; k < n; ++k) {
      for (std::size_t c = 0; c < x[i].size(); ++c) x[k][c] -= a[k][i] * x[i][c];
    }
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) {
      for (std::size_t c = 0; c < x[i].size(); ++c) x[i][c] -= a[k][i] * x[k][c];
    }
    for (double& value : x[i]) value /= a[i][i];
  }
  return x;
}

SingularValues singular_values(const Matrix& a) {
  constexpr int kMostSweeps = 60;
  Matrix columns = transposed(a);
  const std::size_t n = columns.size();
  Matrix right(n, std::vector<double>(n, 0));
  for (std::size_t i = 0; i < n; ++i) right[i][i] = 1;
  bool turned = true;
  for (int sweep = 0; turned && sweep < kMostSweeps; ++sweep) {
    turned = false;
    for (std::size_t p = 0; p + 1 < n; ++p) {
      for (std::size_t q = p + 1; q < n; ++q) turned = rotate(columns, right, p, q) || turned;
    }
  }
  std::vector<double> values;
  for (const auto& column : columns)
    values.push_back(std::sqrt(std::inner_product(column.begin(), column.end(), column.begin(), 0.0)));
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, [&](std::size_t x, std::size_t y) { return values[x] > values[y]; });
  SingularValues out;
  for (const std::size_t i : order) {
    out.values.push_back(values[i]);
    out.right.push_back(right[i]);
  }
  return out;
}

}  // namespace koers::simulate
