// SPDX-License-Identifier: EUPL-1.2
#include "optimise/repair.h"

#include <algorithm>
#include <cmath>

namespace koers::optimise {
namespace {

/// Most when nothing changes: a column as before counts for, one that was not there against.
Preference to_keep(const Portfolio& problem, const Choice& before, const std::vector<std::int64_t>& weights, Value least_value) {
  Preference out{least_value, {}};
  for (std::size_t c = 0; c < problem.columns.size(); ++c) {
    const std::size_t item = problem.columns[c].item;
    const std::int64_t weight = weights.empty() ? 1 : weights[item];
    if (before[item] == kNoColumn) {
      out.amount.push_back(-weight);
    } else {
      out.amount.push_back(before[item] == static_cast<std::int32_t>(c) ? weight : 0);
    }
  }
  return out;
}

}  // namespace

Repair repair(const Portfolio& problem, const Choice& before, const RepairOptions& options) {
  SearchOptions search_options = options.search;
  search_options.start = before;
  Search best = search(problem, search_options);
  Repair out;
  if (best.verification.is_feasible()) {
    out.best = best.verification.value;
    const auto room = static_cast<Value>(std::floor(options.tolerance * std::abs(static_cast<double>(*out.best))));
    Portfolio second = problem;
    second.preference = to_keep(problem, before, options.weights, *out.best - room);
    search_options.other_start = best.choice;
    best = search(second, search_options);
  }
  out.choice = std::move(best.choice);
  out.verification = verify(problem, out.choice);
  for (std::size_t item = 0; item < before.size(); ++item) {
    if (out.choice[item] != before[item]) out.changed.push_back(item);
  }
  return out;
}

}  // namespace koers::optimise
