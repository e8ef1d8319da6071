// SPDX-License-Identifier: EUPL-1.2
#include "optimise/verify.h"

#include <algorithm>

namespace koers::optimise {
namespace {

const Column* column_of(const Portfolio& problem, const Choice& choice, std::size_t item) {
  const std::int32_t column = choice[item];
  return column == kNoColumn ? nullptr : &problem.columns[static_cast<std::size_t>(column)];
}

bool is_active(const Portfolio& problem, const Choice& choice, std::size_t item) {
  const Column* column = column_of(problem, choice, item);
  return column != nullptr && column->active;
}

std::int64_t count_active(const Portfolio& problem, const Choice& choice, const std::vector<std::size_t>& items) {
  return std::ranges::count_if(items, [&](std::size_t item) { return is_active(problem, choice, item); });
}

void verify_options(const Portfolio& problem, const Choice& choice, Verification& out) {
  for (std::size_t item = 0; item < problem.items.size(); ++item) {
    const Column* column = column_of(problem, choice, item);
    if (column == nullptr ? problem.items[item].running : column->item != item) {
      out.violations.push_back({RowKind::option, item, 0, 1});
    }
  }
}

void add_up(const Portfolio& problem, const Choice& choice, Verification& out) {
  const auto years = static_cast<std::size_t>(problem.years);
  out.spent.assign(problem.sources.size(), std::vector<Cents>(years));
  out.occupied.assign(problem.teams.size(), std::vector<CentiFte>(years));
  for (std::size_t item = 0; item < problem.items.size(); ++item) {
    const Column* column = column_of(problem, choice, item);
    if (column == nullptr) continue;
    out.columns += column->value;
    for (const MoneyUse& use : column->money) out.spent[use.source][static_cast<std::size_t>(use.year)] += use.amount;
    for (const PeopleUse& use : column->people) out.occupied[use.team][static_cast<std::size_t>(use.year)] += use.amount;
  }
  for (const Pair& pair : problem.pairs) {
    if (is_active(problem, choice, pair.first) && is_active(problem, choice, pair.second)) out.pairs += pair.bonus;
  }
}

void exceed(const Overrun& overrun, const Excess& excess, Verification& out) {
  if (excess.amount <= 0) return;
  if (overrun.allowed) {
    out.overruns.push_back(excess);
    out.prices += excess.amount * overrun.price;
  } else {
    out.violations.push_back(excess);
  }
}

void verify_money(const Portfolio& problem, Verification& out) {
  for (std::size_t s = 0; s < problem.sources.size(); ++s) {
    const Source& source = problem.sources[s];
    Cents reserve = source.carries_over ? source.reserve_at_start : 0;
    auto& reserves = out.reserve.emplace_back();
    for (int year = 0; year < problem.years; ++year) {
      const auto at = static_cast<std::size_t>(year);
      const Cents left = source.budget[at] + reserve - out.spent[s][at];
      exceed(source.overrun, {RowKind::money, s, year, -left}, out);
      reserve = source.carries_over ? std::clamp<Cents>(left, 0, source.reserve_cap) : 0;
      reserves.push_back(reserve);
    }
  }
}

void verify_people(const Portfolio& problem, Verification& out) {
  for (std::size_t t = 0; t < problem.teams.size(); ++t) {
    const Team& team = problem.teams[t];
    for (int year = 0; year < problem.years; ++year) {
      const auto at = static_cast<std::size_t>(year);
      const CentiFte beyond = out.occupied[t][at] - team.capacity[at];
      if (beyond <= 0) continue;
      const CentiFte hired = std::min(beyond, team.capacity[at] * team.hire_percent / 100);
      if (hired > 0) out.hired.push_back({RowKind::people, t, year, hired});
      out.prices += hired * team.hire_price;
      exceed(team.overrun, {RowKind::people, t, year, beyond - hired}, out);
    }
  }
}

void verify_order(const Portfolio& problem, const Choice& choice, Verification& out) {
  for (std::size_t i = 0; i < problem.orders.size(); ++i) {
    const Order& order = problem.orders[i];
    if (!is_active(problem, choice, order.after)) continue;
    const int latest = column_of(problem, choice, order.after)->first_year - order.lag;
    const bool is_kept =
        is_active(problem, choice, order.before) && column_of(problem, choice, order.before)->first_year <= latest;
    if (!is_kept) out.violations.push_back({RowKind::order, i, 0, 1});
  }
}

void verify_coverage(const Portfolio& problem, const Choice& choice, Verification& out) {
  for (std::size_t i = 0; i < problem.coverages.size(); ++i) {
    const Coverage& coverage = problem.coverages[i];
    const std::int64_t few = coverage.least_items - count_active(problem, choice, coverage.items);
    if (few > 0) out.violations.push_back({RowKind::coverage, i, 0, few});
    if (coverage.least_permille == 0) continue;
    Value in_group = 0;
    for (const std::size_t item : coverage.items) {
      if (const Column* column = column_of(problem, choice, item)) in_group += column->value;
    }
    const Value short_of = coverage.least_permille * out.columns - 1000 * in_group;
    if (short_of > 0) out.violations.push_back({RowKind::coverage, i, 0, short_of});
  }
}

void verify_coherence(const Portfolio& problem, const Choice& choice, Verification& out) {
  verify_order(problem, choice, out);
  for (std::size_t i = 0; i < problem.conflicts.size(); ++i) {
    const std::int64_t active = count_active(problem, choice, problem.conflicts[i].items);
    if (active > 1) out.violations.push_back({RowKind::conflict, i, 0, active - 1});
  }
  verify_coverage(problem, choice, out);
}

bool holds(const Portfolio& problem, const Choice& choice, const Imposition& imposition) {
  const std::int32_t chosen = choice[imposition.item];
  bool is_there = imposition.columns.empty() && is_active(problem, choice, imposition.item);
  for (const std::size_t column : imposition.columns) is_there = is_there || chosen == static_cast<std::int32_t>(column);
  return is_there == (imposition.kind == Imposed::must);
}

std::int64_t total(const std::vector<std::int64_t>& amount, const Choice& choice) {
  std::int64_t sum = 0;
  for (const std::int32_t column : choice) {
    if (column != kNoColumn) sum += amount[static_cast<std::size_t>(column)];
  }
  return sum;
}

void verify_wishes(const Portfolio& problem, const Choice& choice, Verification& out) {
  for (std::size_t i = 0; i < problem.impositions.size(); ++i) {
    if (!holds(problem, choice, problem.impositions[i])) out.violations.push_back({RowKind::imposition, i, 0, 1});
  }
  for (std::size_t i = 0; i < problem.floors.size(); ++i) {
    const std::int64_t short_of = problem.floors[i].least - total(problem.floors[i].amount, choice);
    if (short_of > 0) out.violations.push_back({RowKind::floor, i, 0, short_of});
  }
  if (!problem.shift_limit) return;
  Cents shift = -*problem.shift_limit;
  for (std::size_t item = 0; item < problem.items.size(); ++item) {
    if (const Column* column = column_of(problem, choice, item)) shift += column->shift;
  }
  if (shift > 0) out.violations.push_back({RowKind::shift, 0, 0, shift});
}

}  // namespace

Verification verify(const Portfolio& problem, const Choice& choice) {
  Verification out;
  verify_options(problem, choice, out);
  add_up(problem, choice, out);
  verify_money(problem, out);
  verify_people(problem, out);
  verify_coherence(problem, choice, out);
  verify_wishes(problem, choice, out);
  out.value = out.columns + out.pairs - out.prices;
  if (problem.preference) {
    out.preference = total(problem.preference->amount, choice);
    const Value short_of = problem.preference->least_value - out.value;
    if (short_of > 0) out.violations.push_back({RowKind::preference, 0, 0, short_of});
  }
  return out;
}

}  // namespace koers::optimise
