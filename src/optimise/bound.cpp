// SPDX-License-Identifier: EUPL-1.2
#include "optimise/bound.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "optimise/solver.h"

namespace koers::optimise {
namespace {

constexpr double kTolerance = 1e-6;  // of CBC, beside the objective
constexpr double kRounding = 1e-12;  // of the bound by duality

/// The greatest whole number that a bound lets through.
std::int64_t whole(double bound, double tolerance) {
  return static_cast<std::int64_t>(std::floor(bound + std::abs(bound) * tolerance + 1e-9));
}

/// Below what was found there is no bound: `slack` is what tolerances may account for.
std::int64_t not_below(std::int64_t bound, const std::optional<std::int64_t>& found, double slack) {
  if (!found || *found <= bound) return bound;
  if (static_cast<double>(*found - bound) > std::abs(static_cast<double>(*found)) * slack) {
    throw std::logic_error("A choice is worth more than its upper bound.");
  }
  return *found;
}

}  // namespace

Bound upper_bound(const Portfolio& problem, const BoundOptions& options) {
  const Cells cells = cells_of(problem);
  const LinearModel model = linear_model(cells);
  const Relaxation relaxation = relax(model);
  if (relaxation.status == SolverStatus::infeasible) return {false, 0, std::nullopt};
  const std::int64_t relaxed = not_below(whole(relaxation.bound * model.value_unit, kRounding), options.found, 0);
  if (options.nodes <= 0 || options.found == relaxed) return {true, relaxed, std::nullopt};
  TreeLimits limits{options.nodes, options.seconds, options.seed, std::nullopt, !options.found, SolverClock::elapsed};
  if (options.found) limits.better_than = static_cast<double>(*options.found) / model.value_unit;
  const TreeAnswer tree = branch_and_bound(model, limits);
  if (tree.status == SolverStatus::infeasible) {
    if (!options.found) return {false, 0, std::nullopt};
    return {true, std::min(relaxed, whole(static_cast<double>(*options.found), kTolerance)), std::nullopt};
  }
  const std::int64_t sharper = whole(tree.bound * model.value_unit, kTolerance);
  Bound out{true, std::min(relaxed, not_below(sharper, options.found, kTolerance)), std::nullopt};
  if (tree.answer) {
    const std::vector<char> all(cells.candidates.size(), 1);
    out.better = choice_of(cells, model, *tree.answer, all, Choice(all.size(), kNoColumn));
  }
  return out;
}

std::optional<double> gap(std::int64_t found, std::int64_t bound) {
  if (found == bound) return 0;
  if (found == 0) return std::nullopt;
  return static_cast<double>(bound - found) / std::abs(static_cast<double>(found));
}

}  // namespace koers::optimise
