// SPDX-License-Identifier: EUPL-1.2
#include "optimise/state.h"

#include <algorithm>

namespace koers::optimise {

State::State(const Cells& cells, std::vector<double> weights)
    : cells_(cells),
      weights_(std::move(weights)),
      has_preference_(cells.problem->preference.has_value()),
      changes_(cells.cells.size()),
      is_changed_(cells.cells.size()) {
  for (const Column& column : cells.problem->columns) active_.push_back(column.active ? 1 : 0);
  Choice first;
  for (const auto& candidates : cells.candidates) first.push_back(candidates.front());
  set_choice(std::move(first));
}

void State::set_choice(Choice choice) {
  choice_ = std::move(choice);
  recount();
}

void State::set_weights(std::vector<double> weights) {
  weights_ = std::move(weights);
  recount();
}

void State::recount() {
  const Portfolio& problem = *cells_.problem;
  totals_ = {};
  loads_.assign(cells_.cells.size(), 0);
  for (const std::int32_t chosen : choice_) {
    if (chosen == kNoColumn) continue;
    const auto column = static_cast<std::size_t>(chosen);
    totals_.value += problem.columns[column].value;
    if (has_preference_) totals_.preference += problem.preference->amount[column];
    for (const CellUse& use : cells_.uses[column]) loads_[use.cell] += use.amount;
  }
  for (const Pair& pair : problem.pairs) {
    if (is_active(choice_[pair.first]) && is_active(choice_[pair.second])) totals_.value += pair.bonus;
  }
  add_costs();
}

void State::add_costs() {
  const auto add = [&](const Cost& cost) {
    totals_.prices += cost.price;
    totals_.penalty += cost.penalty;
    totals_.exceeded += cost.exceeded;
  };
  for (std::size_t cell = 0; cell < cells_.cells.size(); ++cell) {
    if (cells_.cells[cell].pool < 0) add(cost_of(cell, loads_[cell]));
  }
  pool_costs_.clear();
  for (const Pool& pool : cells_.pools) {
    pool_costs_.push_back(cost_of_pool(pool, false));
    add(pool_costs_.back());
  }
  if (!has_preference_) return;
  const Value short_of = below_least(totals_);
  if (short_of == 0) return;
  totals_.penalty += static_cast<double>(short_of) * weights_.back();
  ++totals_.exceeded;
}

State::Cost State::cost_beyond(std::size_t at, std::int64_t beyond) const {
  const Cell& cell = cells_.cells[at];
  Cost cost;
  const std::int64_t soft = std::min(beyond, cell.soft);
  cost.price = soft * cell.soft_price;
  beyond -= soft;
  if (beyond == 0) return cost;
  if (cell.is_hard) {
    cost.penalty = static_cast<double>(beyond) * weights_[at];
    cost.exceeded = 1;
  } else {
    cost.price += beyond * cell.price;
  }
  return cost;
}

State::Cost State::cost_of(std::size_t cell, std::int64_t load) const {
  const std::int64_t beyond = load - cells_.cells[cell].limit;
  return beyond <= 0 ? Cost{} : cost_beyond(cell, beyond);
}

State::Cost State::cost_of_pool(const Pool& pool, bool with_changes) const {
  Cost sum;
  Cents reserve = pool.at_start;
  for (std::uint32_t cell = pool.first; cell < pool.first + pool.years; ++cell) {
    const Cents load = loads_[cell] + (with_changes ? changes_[cell] : 0);
    const Cents left = cells_.cells[cell].limit + reserve - load;
    reserve = std::clamp<Cents>(left, 0, pool.cap);
    if (left >= 0) continue;
    const Cost cost = cost_beyond(cell, -left);
    sum.price += cost.price;
    sum.penalty += cost.penalty;
    sum.exceeded += cost.exceeded;
  }
  return sum;
}

void State::change(std::int32_t column, std::int64_t sign) {
  if (column == kNoColumn) return;
  for (const CellUse& use : cells_.uses[static_cast<std::size_t>(column)]) {
    if (is_changed_[use.cell] == 0) {
      is_changed_[use.cell] = 1;
      changed_cells_.push_back(use.cell);
      changes_[use.cell] = 0;
    }
    changes_[use.cell] += sign * use.amount;
  }
}

Value State::pairs_gained(const Move& move) const {
  const bool was_active = is_active(choice_[move.item]);
  const bool becomes_active = is_active(move.column);
  if (was_active == becomes_active || cells_.partners[move.item].empty()) return 0;
  Value sum = 0;
  for (const Partner& partner : cells_.partners[move.item]) {
    std::int32_t other = choice_[partner.item];
    // The first of two moves is seen by the second only, so that their pair is counted once.
    if (&move != moves_.data() && moves_.front().item == partner.item) other = moves_.front().column;
    if (is_active(other)) sum += partner.bonus;
  }
  return becomes_active ? sum : -sum;
}

void State::forget_look() {
  for (const std::uint32_t cell : changed_cells_) is_changed_[cell] = 0;
  for (const std::int32_t pool : changed_pools_) {
    const Pool& left = cells_.pools[static_cast<std::size_t>(pool)];
    for (std::uint32_t cell = left.first; cell < left.first + left.years; ++cell) changes_[cell] = 0;
  }
  changed_cells_.clear();
  changed_pools_.clear();
  next_pool_costs_.clear();
}

void State::count_column(std::int32_t column, std::int64_t sign) {
  if (column == kNoColumn) return;
  const auto at = static_cast<std::size_t>(column);
  next_.value += sign * cells_.problem->columns[at].value;
  if (has_preference_) next_.preference += sign * cells_.problem->preference->amount[at];
}

void State::count_cost(const Cost& cost, int sign) {
  next_.prices += sign * cost.price;
  next_.penalty += sign * cost.penalty;
  next_.exceeded += sign * cost.exceeded;
}

void State::count_cells() {
  for (const std::uint32_t cell : changed_cells_) {
    const std::int32_t pool = cells_.cells[cell].pool;
    if (pool < 0) {
      count_cost(cost_of(cell, loads_[cell]), -1);
      count_cost(cost_of(cell, loads_[cell] + changes_[cell]), 1);
    } else if (std::ranges::find(changed_pools_, pool) == changed_pools_.end()) {
      changed_pools_.push_back(pool);
    }
  }
  for (const std::int32_t pool : changed_pools_) {
    next_pool_costs_.push_back(cost_of_pool(cells_.pools[static_cast<std::size_t>(pool)], true));
    count_cost(pool_costs_[static_cast<std::size_t>(pool)], -1);
    count_cost(next_pool_costs_.back(), 1);
  }
}

Value State::below_least(const Totals& totals) const {
  return std::max<Value>(0, cells_.problem->preference->least_value - (totals.value - totals.prices));
}

const Totals& State::look(std::span<const Move> moves) {
  forget_look();
  moves_.assign(moves.begin(), moves.end());
  next_ = totals_;
  for (const Move& move : moves_) {
    change(choice_[move.item], -1);
    change(move.column, 1);
    count_column(choice_[move.item], -1);
    count_column(move.column, 1);
    next_.value += pairs_gained(move);
  }
  count_cells();
  if (has_preference_) {
    const Value was = below_least(totals_);
    const Value becomes = below_least(next_);
    next_.penalty += static_cast<double>(becomes - was) * weights_.back();
    next_.exceeded += (becomes > 0 ? 1 : 0) - (was > 0 ? 1 : 0);
  }
  return next_;
}

void State::make() {
  for (const std::uint32_t cell : changed_cells_) loads_[cell] += changes_[cell];
  for (std::size_t i = 0; i < changed_pools_.size(); ++i) {
    pool_costs_[static_cast<std::size_t>(changed_pools_[i])] = next_pool_costs_[i];
  }
  for (const Move& move : moves_) choice_[move.item] = move.column;
  totals_ = next_;
  if (totals_.exceeded == 0) totals_.penalty = 0;  // what rounding left
}

std::vector<bool> State::exceeded_rows() const {
  std::vector<bool> out(cells_.cells.size() + 1);
  for (std::size_t cell = 0; cell < cells_.cells.size(); ++cell) {
    if (cells_.cells[cell].pool < 0) out[cell] = cost_of(cell, loads_[cell]).exceeded > 0;
  }
  for (const Pool& pool : cells_.pools) {
    Cents reserve = pool.at_start;
    for (std::uint32_t cell = pool.first; cell < pool.first + pool.years; ++cell) {
      const Cents left = cells_.cells[cell].limit + reserve - loads_[cell];
      reserve = std::clamp<Cents>(left, 0, pool.cap);
      out[cell] = left < 0 && cells_.cells[cell].is_hard;
    }
  }
  if (has_preference_) out.back() = below_least(totals_) > 0;
  return out;
}

}  // namespace koers::optimise
