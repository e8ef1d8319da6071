// SPDX-License-Identifier: EUPL-1.2
#include "simulate/whole_table.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "simulate/integerise.h"
#include "simulate/numerics.h"
#include "simulate/transport.h"

namespace koers::simulate {
namespace {

/// Of a place that nobody can have, in thousandths of a negative logarithm.
constexpr int kImpossible = 100'000;

/// The whole table nearest to the pattern when fitting has not come to an end: the most likely one.
Whole most_likely(const Cells& seed, const Cells& rows, const Cells& columns) {
  std::vector<int> cost;
  cost.reserve(seed.size());
  for (const double cell : seed) cost.push_back(cell > 0 ? static_cast<int>(-1000 * ln(std::min(cell, 1.0))) : kImpossible);
  const Whole supply(rows.begin(), rows.end());
  const Whole demand(columns.begin(), columns.end());
  return transport(supply, demand, cost);
}

void compare(const Whole& whole, const Cells& fitted, JointFit& fit) {
  for (std::size_t i = 0; i < whole.size(); ++i) fit.add(static_cast<double>(whole[i]), fitted[i]);
}

/// A margin over two dimensions, whole and with its own whole margins kept.
Cells whole_pair(const DenseTable& table, std::size_t first, const Purpose& purpose) {
  const std::vector<std::size_t> dimensions{first, first + 1};
  return as_cells(controlled_rounding(margin_of(table, dimensions), table.sizes[first], table.sizes[first + 1], purpose.stream,
                                      purpose.entity, purpose.item));
}

}  // namespace

void JointFit::add(double found, double wanted) {
  absolute += std::abs(found - wanted);
  squares += (found - wanted) * (found - wanted);
  reference += wanted;
  ++cells;
}

void JointFit::add(const JointFit& other) {
  absolute += other.absolute;
  squares += other.squares;
  reference += other.reference;
  cells += other.cells;
}

double JointFit::srmse() const {
  if (squares == 0) return 0;
  const double n = static_cast<double>(cells);
  return reference > 0 ? std::sqrt(squares / n) / (reference / n) : std::numeric_limits<double>::infinity();
}

Result<Whole> fit_and_round(const Cells& seed, const Cells& rows, const Cells& columns, const Purpose& purpose, JointFit& joint) {
  const std::vector<MarginTable> margins{{"rows", {0}, rows}, {"columns", {1}, columns}};
  auto fitted = fit({{rows.size(), columns.size()}, seed}, margins, kWholeLimits);
  if (!fitted) return std::unexpected(fitted.error());
  Whole whole = fitted->largest_difference < kConverged ? controlled_rounding(fitted->table.cells, rows.size(), columns.size(),
                                                                              purpose.stream, purpose.entity, purpose.item)
                                                        : most_likely(seed, rows, columns);
  compare(whole, fitted->table.cells, joint);
  return whole;
}

Result<Whole> whole_table(DenseTable seed, std::span<const MarginTable> margins, const Purpose& purpose, JointFit& joint) {
  auto fitted = fit(std::move(seed), margins, kWholeLimits);
  if (!fitted) return std::unexpected(fitted.error());
  const Cells rows = whole_pair(fitted->table, 0, {purpose.stream, purpose.entity, purpose.item + 1});
  const Cells columns = whole_pair(fitted->table, 2, {purpose.stream, purpose.entity, purpose.item + 2});
  return fit_and_round(fitted->table.cells, rows, columns, purpose, joint);
}

std::vector<double> whole_margin(const Margin& margin, std::int64_t total) {
  const double sum = margin.total();
  if (!(sum > 0)) return {};
  Cells scaled = margin.values;
  for (double& cell : scaled) cell *= static_cast<double>(total) / sum;
  return as_cells(largest_remainders(scaled));
}

}  // namespace koers::simulate
