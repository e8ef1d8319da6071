// SPDX-License-Identifier: EUPL-1.2
#include "optimise/why_not.h"

#include <algorithm>
#include <map>

namespace koers::optimise {
namespace {

constexpr int kHalvings = 6;

struct Best {
  std::optional<Value> value;
  Choice choice;
};

Best best_of(const Portfolio& problem, const SearchOptions& options) {
  Search found = search(problem, options);
  Best out;
  if (found.verification.is_feasible()) out = {found.verification.value, std::move(found.choice)};
  return out;
}

Best best_with(const Portfolio& problem, Imposed kind, std::size_t item, const SearchOptions& options) {
  Portfolio imposed = problem;
  imposed.impositions.push_back({kind, item, {}});
  return best_of(imposed, options);
}

bool is_active(const Portfolio& problem, const Choice& choice, std::size_t item) {
  return choice[item] != kNoColumn && problem.columns[static_cast<std::size_t>(choice[item])].active;
}

void compare(const Portfolio& problem, std::size_t item, const Best& with, const Best& without, WhyNot& out) {
  for (std::size_t other = 0; other < problem.items.size(); ++other) {
    if (other == item) continue;
    const bool was = is_active(problem, without.choice, other);
    const bool becomes = is_active(problem, with.choice, other);
    if (was && !becomes) out.displaced.push_back(other);
    if (!was && becomes) out.brought_in.push_back(other);
  }
}

/// What the item asks at most of each row.
std::vector<Extra> rows_of(const Portfolio& problem, std::size_t item) {
  std::map<std::tuple<RowKind, std::size_t, int>, std::int64_t> most;
  const auto ask = [&](std::map<std::tuple<RowKind, std::size_t, int>, std::int64_t> sums) {
    for (const auto& [row, amount] : sums) most[row] = std::max(most[row], amount);
  };
  for (const Column& column : problem.columns) {
    if (column.item != item || !column.active) continue;
    std::map<std::tuple<RowKind, std::size_t, int>, std::int64_t> sums;
    for (const MoneyUse& use : column.money) sums[{RowKind::money, use.source, use.year}] += use.amount;
    for (const PeopleUse& use : column.people) sums[{RowKind::people, use.team, use.year}] += use.amount;
    ask(std::move(sums));
  }
  std::vector<Extra> out;
  for (const auto& [row, amount] : most) {
    if (amount > 0) out.push_back({std::get<0>(row), std::get<1>(row), std::get<2>(row), amount});
  }
  return out;
}

Portfolio with_room(Portfolio problem, const Extra& extra) {
  const auto year = static_cast<std::size_t>(extra.year);
  if (extra.row == RowKind::money) problem.sources[extra.index].budget[year] += extra.amount;
  if (extra.row == RowKind::people) problem.teams[extra.index].capacity[year] += extra.amount;
  return problem;
}

/// Searches go on from the choices with and without the item, so that they differ by the row and not by luck.
class Changes {
 public:
  Changes(const Portfolio& problem, std::size_t item, const SearchOptions& options, const Best& with, const Best& without)
      : problem_(problem), item_(item), with_(options), without_(options) {
    with_.start = with.choice;
    without_.start = without.choice;
  }

  std::optional<Extra> smallest(Extra extra) {
    if (!helps(extra)) return std::nullopt;
    std::int64_t too_little = 0;
    for (int i = 0; i < kHalvings && extra.amount - too_little > 1; ++i) {
      Extra half = extra;
      half.amount = too_little + (extra.amount - too_little) / 2;
      if (helps(half)) {
        extra = half;
      } else {
        too_little = half.amount;
      }
    }
    return extra;
  }

 private:
  bool helps(const Extra& extra) {
    const Portfolio roomier = with_room(problem_, extra);
    const auto with = best_with(roomier, Imposed::must, item_, with_).value;
    if (!with) return false;
    const auto without = best_with(roomier, Imposed::ban, item_, without_).value;
    return !without || *with >= *without;
  }

  const Portfolio& problem_;
  std::size_t item_;
  SearchOptions with_;
  SearchOptions without_;
};

}  // namespace

WhyNot why_not(const Portfolio& problem, std::size_t item, bool with_changes, const SearchOptions& options) {
  const Best with = best_with(problem, Imposed::must, item, options);
  const Best without = best_with(problem, Imposed::ban, item, options);
  WhyNot out;
  out.with = with.value;
  out.without = without.value;
  if (with.value) out.worth = problem.columns[static_cast<std::size_t>(with.choice[item])].value;
  if (with.value && without.value) {
    out.threshold = *without.value - (*with.value - out.worth);
    compare(problem, item, with, without, out);
  }
  if (!with_changes || out.belongs()) return out;
  Changes changes(problem, item, options, with, without);
  for (const Extra& row : rows_of(problem, item)) {
    if (const auto extra = changes.smallest(row)) out.smallest.push_back(*extra);
  }
  std::ranges::stable_sort(out.smallest,
                           [](const Extra& a, const Extra& b) { return a.row != b.row ? a.row < b.row : a.amount < b.amount; });
  return out;
}

std::vector<std::optional<Value>> prices_of_impositions(const Portfolio& problem, const SearchOptions& options) {
  const Best imposed = best_of(problem, options);
  SearchOptions from_imposed = options;
  from_imposed.start = imposed.choice;
  std::vector<std::optional<Value>> out;
  for (std::size_t i = 0; i < problem.impositions.size(); ++i) {
    Portfolio freer = problem;
    freer.impositions.erase(freer.impositions.begin() + static_cast<std::ptrdiff_t>(i));
    const auto value = best_of(freer, from_imposed).value;
    out.push_back(value && imposed.value ? std::optional(*value - *imposed.value) : std::nullopt);
  }
  return out;
}

}  // namespace koers::optimise
