// SPDX-License-Identifier: EUPL-1.2
#include "optimise/budget_curve.h"

#include <algorithm>

namespace koers::optimise {
namespace {

/// Adds percents of each amount; what that is together.
std::int64_t enlarge(std::vector<std::int64_t>& amounts, int percent) {
  std::int64_t sum = 0;
  for (std::int64_t& amount : amounts) {
    const std::int64_t extra = amount / 100 * percent + amount % 100 * percent / 100;
    amount += extra;
    sum += extra;
  }
  return sum;
}

}  // namespace

std::vector<CurvePoint> budget_curve(const Portfolio& problem, std::vector<int> percents, const SearchOptions& options) {
  std::ranges::sort(percents);
  SearchOptions from_less = options;
  std::vector<CurvePoint> out;
  for (const int percent : percents) {
    Portfolio changed = problem;
    for (Source& source : changed.sources) enlarge(source.budget, percent - 100);
    Search found = search(changed, from_less);
    CurvePoint point{percent, std::nullopt, found.choice};
    if (found.verification.is_feasible()) {
      point.value = found.verification.value;
      from_less.start = std::move(found.choice);
    }
    out.push_back(std::move(point));
  }
  return out;
}

std::vector<Marginal> marginals(const Portfolio& problem, const Choice& start, const std::vector<int>& percents,
                                const SearchOptions& options) {
  const Value before = verify(problem, start).value;
  SearchOptions from_start = options;
  from_start.start = start;
  std::vector<Marginal> out;
  const auto add = [&](RowKind row, std::size_t index, int percent) {
    Portfolio changed = problem;
    const std::int64_t extra =
        row == RowKind::money ? enlarge(changed.sources[index].budget, percent) : enlarge(changed.teams[index].capacity, percent);
    const Search found = search(changed, from_start);
    out.push_back({row, index, percent, extra, std::max<Value>(0, found.verification.value - before)});
  };
  for (std::size_t s = 0; s < problem.sources.size(); ++s) {
    for (const int percent : percents) add(RowKind::money, s, percent);
  }
  for (std::size_t t = 0; t < problem.teams.size(); ++t) {
    for (const int percent : percents) add(RowKind::people, t, percent);
  }
  return out;
}

}  // namespace koers::optimise
