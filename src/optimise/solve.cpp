// SPDX-License-Identifier: EUPL-1.2
#include "optimise/solve.h"

namespace koers::optimise {
namespace {

std::int64_t objective_of(const Portfolio& problem, const Verification& verification) {
  return problem.preference ? verification.preference : verification.value;
}

/// The tree of the bound may come upon a better choice than the search.
void take_better(const Portfolio& problem, const Bound& bound, Solution& out) {
  if (!bound.better) return;
  Verification verification = verify(problem, *bound.better);
  const std::int64_t objective = objective_of(problem, verification);
  if (!verification.is_feasible() || (out.outcome == Outcome::found && objective <= out.objective)) return;
  out.outcome = Outcome::found;
  out.choice = *bound.better;
  out.verification = std::move(verification);
  out.objective = objective;
}

}  // namespace

Solution solve(const Portfolio& problem, const SolveOptions& options) {
  Search found = search(problem, options.search);
  Solution out;
  out.outcome = found.verification.is_feasible() ? Outcome::found : Outcome::not_found;
  out.objective = objective_of(problem, found.verification);
  out.choice = std::move(found.choice);
  out.verification = std::move(found.verification);
  out.rounds = found.rounds;
  out.moves = found.moves;
  BoundOptions bound_options{options.bound_nodes, options.bound_seconds, options.search.seed, std::nullopt};
  if (out.outcome == Outcome::found) bound_options.found = out.objective;
  const Bound bound = upper_bound(problem, bound_options);
  if (!bound.is_possible) {
    out.outcome = Outcome::impossible;
    return out;
  }
  take_better(problem, bound, out);
  out.bound = bound.objective;
  if (out.outcome != Outcome::found) return out;
  out.gap = gap(out.objective, bound.objective);
  out.is_proved = out.objective == bound.objective;
  return out;
}

}  // namespace koers::optimise
