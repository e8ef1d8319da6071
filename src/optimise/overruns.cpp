// SPDX-License-Identifier: EUPL-1.2
#include "optimise/overruns.h"

namespace koers::optimise {
namespace {

constexpr Cents kHundredths = 100;  // of an fte

/// The problem in which nothing is worth anything and all that is beyond money and people costs.
Portfolio with_elastic_means(const Portfolio& problem, Cents cents_per_fte) {
  Portfolio out = problem;
  for (Column& column : out.columns) column.value = 0;
  out.pairs.clear();
  out.preference.reset();
  for (Source& source : out.sources) source.overrun = {true, 1};
  for (Team& team : out.teams) {
    team.hire_price = 0;
    team.overrun = {true, cents_per_fte / kHundredths};
  }
  for (Coverage& coverage : out.coverages) coverage.least_permille = 0;  // of values, and there are none
  return out;
}

Cents shift_of(const Portfolio& problem, const Choice& choice) {
  Cents sum = 0;
  for (const std::int32_t column : choice)
    sum += column == kNoColumn ? 0 : problem.columns[static_cast<std::size_t>(column)].shift;
  return sum;
}

}  // namespace

std::optional<SmallestOverruns> smallest_overruns(const Portfolio& problem, Cents cents_per_fte, const SearchOptions& options) {
  Portfolio elastic = with_elastic_means(problem, cents_per_fte);
  Search found = search(elastic, options);
  const bool needs_tempo = !found.verification.is_feasible() && elastic.shift_limit;
  if (needs_tempo) {
    elastic.shift_limit.reset();
    found = search(elastic, options);
  }
  if (!found.verification.is_feasible()) return std::nullopt;
  SmallestOverruns out{found.choice, found.verification, found.verification.overruns};
  if (needs_tempo) {
    const Cents beyond = shift_of(problem, found.choice) - *problem.shift_limit;
    if (beyond > 0) out.overruns.push_back({RowKind::shift, 0, 0, beyond});
  }
  return out;
}

}  // namespace koers::optimise
