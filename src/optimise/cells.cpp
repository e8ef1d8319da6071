// SPDX-License-Identifier: EUPL-1.2
#include "optimise/cells.h"

#include <algorithm>
#include <set>

namespace koers::optimise {
namespace {

class Builder {
 public:
  explicit Builder(const Portfolio& problem) : problem_(problem) {
    out_.problem = &problem;
    out_.uses.resize(problem.columns.size());
    columns_of_.resize(problem.items.size());
    for (std::size_t c = 0; c < problem.columns.size(); ++c) columns_of_[problem.columns[c].item].push_back(c);
  }

  Cells build() {
    candidates();
    money();
    people();
    shift();
    for (const Order& order : problem_.orders) keep_order(order);
    for (const Conflict& conflict : problem_.conflicts) exclude(conflict);
    for (const Coverage& coverage : problem_.coverages) cover(coverage);
    for (const Floor& floor : problem_.floors) keep_above(floor);
    partners();
    for (auto& uses : out_.uses) merge(uses);
    return std::move(out_);
  }

 private:
  std::uint32_t add_cell(const Cell& cell) {
    out_.cells.push_back(cell);
    return static_cast<std::uint32_t>(out_.cells.size() - 1);
  }

  void add_use(std::size_t column, std::uint32_t cell, std::int64_t amount) {
    if (amount != 0) out_.uses[column].push_back({cell, amount});
  }

  /// A column may use a row twice, in two lines of its costs.
  static void merge(std::vector<CellUse>& uses) {
    std::ranges::stable_sort(uses, {}, &CellUse::cell);
    std::vector<CellUse> merged;
    for (const CellUse& use : uses) {
      if (merged.empty() || merged.back().cell != use.cell) {
        merged.push_back(use);
      } else {
        merged.back().amount += use.amount;
      }
    }
    uses = std::move(merged);
  }

  [[nodiscard]] bool may_take(std::size_t item, std::int32_t column) const {
    return std::ranges::all_of(problem_.impositions, [&](const Imposition& each) {
      return each.item != item || is_meant(problem_, each, column) == (each.kind == Imposed::must);
    });
  }

  void candidates() {
    for (std::size_t item = 0; item < problem_.items.size(); ++item) {
      auto& list = out_.candidates.emplace_back();
      if (!problem_.items[item].running && may_take(item, kNoColumn)) list.push_back(kNoColumn);
      for (const std::size_t c : columns_of_[item]) {
        if (may_take(item, static_cast<std::int32_t>(c))) list.push_back(static_cast<std::int32_t>(c));
      }
    }
  }

  void money() {
    const auto years = static_cast<std::uint32_t>(problem_.years);
    std::vector<std::uint32_t> first;
    for (const Source& source : problem_.sources) {
      first.push_back(static_cast<std::uint32_t>(out_.cells.size()));
      const std::int32_t pool = source.carries_over ? static_cast<std::int32_t>(out_.pools.size()) : -1;
      if (pool >= 0) out_.pools.push_back({first.back(), years, source.reserve_at_start, source.reserve_cap});
      for (const Cents budget : source.budget) add_cell({budget, 0, 0, source.overrun.price, !source.overrun.allowed, pool});
    }
    for (std::size_t c = 0; c < problem_.columns.size(); ++c) {
      for (const MoneyUse& use : problem_.columns[c].money) {
        add_use(c, first[use.source] + static_cast<std::uint32_t>(use.year), use.amount);
      }
    }
  }

  void people() {
    std::vector<std::uint32_t> first;
    for (const Team& team : problem_.teams) {
      first.push_back(static_cast<std::uint32_t>(out_.cells.size()));
      for (const CentiFte capacity : team.capacity) {
        const CentiFte hirable = capacity * team.hire_percent / 100;
        add_cell({capacity, hirable, team.hire_price, team.overrun.price, !team.overrun.allowed, -1});
      }
    }
    for (std::size_t c = 0; c < problem_.columns.size(); ++c) {
      for (const PeopleUse& use : problem_.columns[c].people) {
        add_use(c, first[use.team] + static_cast<std::uint32_t>(use.year), use.amount);
      }
    }
  }

  void shift() {
    if (!problem_.shift_limit) return;
    const std::uint32_t cell = add_cell({.limit = *problem_.shift_limit});
    for (std::size_t c = 0; c < problem_.columns.size(); ++c) add_use(c, cell, problem_.columns[c].shift);
  }

  template <class Amount>
  void add_active(std::size_t item, std::uint32_t cell, const Amount& amount) {
    for (const std::size_t c : columns_of_[item]) {
      if (problem_.columns[c].active) add_use(c, cell, amount(problem_.columns[c]));
    }
  }

  /// For each year s in which `after` may start: started by s only if `before` has by s − lag.
  void keep_order(const Order& order) {
    std::set<int> starts;
    for (const std::size_t c : columns_of_[order.after]) {
      if (problem_.columns[c].active) starts.insert(problem_.columns[c].first_year);
    }
    for (const int s : starts) {
      const std::uint32_t cell = add_cell({});
      add_active(order.after, cell, [&](const Column& column) { return column.first_year <= s ? 1 : 0; });
      add_active(order.before, cell, [&](const Column& column) { return column.first_year <= s - order.lag ? -1 : 0; });
    }
  }

  void exclude(const Conflict& conflict) {
    const std::uint32_t cell = add_cell({.limit = 1});
    for (const std::size_t item : conflict.items) add_active(item, cell, [](const Column&) { return 1; });
  }

  void cover(const Coverage& coverage) {
    if (coverage.least_items > 0) {
      const std::uint32_t cell = add_cell({.limit = -coverage.least_items});
      for (const std::size_t item : coverage.items) add_active(item, cell, [](const Column&) { return -1; });
    }
    if (coverage.least_permille == 0) return;
    const std::uint32_t cell = add_cell({});
    for (std::size_t c = 0; c < problem_.columns.size(); ++c) {
      add_use(c, cell, coverage.least_permille * problem_.columns[c].value);
    }
    for (const std::size_t item : coverage.items) {
      for (const std::size_t c : columns_of_[item]) add_use(c, cell, -1000 * problem_.columns[c].value);
    }
  }

  void keep_above(const Floor& floor) {
    const std::uint32_t cell = add_cell({.limit = -floor.least});
    for (std::size_t c = 0; c < problem_.columns.size(); ++c) add_use(c, cell, -floor.amount[c]);
  }

  void partners() {
    out_.partners.resize(problem_.items.size());
    for (const Pair& pair : problem_.pairs) {
      out_.partners[pair.first].push_back({static_cast<std::uint32_t>(pair.second), pair.bonus});
      out_.partners[pair.second].push_back({static_cast<std::uint32_t>(pair.first), pair.bonus});
    }
  }

  const Portfolio& problem_;
  std::vector<std::vector<std::size_t>> columns_of_;
  Cells out_;
};

}  // namespace

Cells cells_of(const Portfolio& problem) { return Builder(problem).build(); }

}  // namespace koers::optimise
