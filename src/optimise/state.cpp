// SPDX-License-Identifier: EUPL-1.2
#include "optimise/state.h"

#include <algorithm>

namespace koers::optimise {

State::State(const Cells& cells, std::vector<double> weights)
    : cells_(cells), weights_(std::move(weights)), has_preference_(cells.problem->preference.has_value()) {
  for (const Column& column : cells.problem->columns) active_.push_back(column.active ? 1 : 0);
  for (const Cell& cell : cells.cells) {
    Row& row = rows_.emplace_back();
    row.limit = cell.limit;
    row.soft = cell.soft;
    row.soft_price = cell.soft_price;
    row.price = cell.price;
    row.is_hard = cell.is_hard ? 1 : 0;
    row.has_pool = cell.pool >= 0 ? 1 : 0;
  }
  starts_.push_back(0);
  for (const auto& uses : cells.uses) {
    uses_.insert(uses_.end(), uses.begin(), uses.end());
    starts_.push_back(static_cast<std::uint32_t>(uses_.size()));
  }
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
  add_costs();
}

void State::recount() {
  const Portfolio& problem = *cells_.problem;
  totals_ = {};
  for (Row& row : rows_) row.load = 0;
  for (const std::int32_t chosen : choice_) {
    if (chosen == kNoColumn) continue;
    const auto column = static_cast<std::size_t>(chosen);
    totals_.value += problem.columns[column].value;
    if (has_preference_) totals_.preference += problem.preference->amount[column];
    for (const CellUse& use : cells_.uses[column]) rows_[use.cell].load += use.amount;
  }
  for (const Pair& pair : problem.pairs) {
    if (is_active(choice_[pair.first]) && is_active(choice_[pair.second])) totals_.value += pair.bonus;
  }
  add_costs();
}

void State::add_costs() {
  totals_.prices = 0;
  totals_.penalty = 0;
  totals_.exceeded = 0;
  const auto add = [&](const Cost& cost) {
    totals_.prices += cost.price;
    totals_.penalty += cost.penalty;
    totals_.exceeded += cost.exceeded;
  };
  for (std::size_t cell = 0; cell < rows_.size(); ++cell) {
    Row& row = rows_[cell];
    row.weight = weights_[cell];
    if (row.has_pool == 0 && row.load > row.limit) add(cost_beyond(row, row.load - row.limit));
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

State::Cost State::cost_beyond(const Row& row, std::int64_t beyond) {
  Cost cost;
  if (row.soft > 0) {
    const std::int64_t soft = std::min(beyond, row.soft);
    cost.price = soft * row.soft_price;
    beyond -= soft;
    if (beyond == 0) return cost;
  }
  if (row.is_hard != 0) {
    cost.penalty = static_cast<double>(beyond) * row.weight;
    cost.exceeded = 1;
  } else {
    cost.price += beyond * row.price;
  }
  return cost;
}

State::Cost State::cost_of_pool(const Pool& pool, bool with_changes) const {
  Cost sum;
  Cents reserve = pool.at_start;
  for (std::uint32_t cell = pool.first; cell < pool.first + pool.years; ++cell) {
    const Row& row = rows_[cell];
    const Cents load = row.load + (with_changes && row.look == look_ ? row.change : 0);
    const Cents left = row.limit + reserve - load;
    reserve = std::clamp<Cents>(left, 0, pool.cap);
    if (left >= 0) continue;
    const Cost cost = cost_beyond(row, -left);
    sum.price += cost.price;
    sum.penalty += cost.penalty;
    sum.exceeded += cost.exceeded;
  }
  return sum;
}

void State::change(std::int32_t column, std::int64_t sign) {
  if (column == kNoColumn) return;
  const auto at = static_cast<std::size_t>(column);
  for (std::uint32_t i = starts_[at]; i < starts_[at + 1]; ++i) {
    const CellUse& use = uses_[i];
    Row& row = rows_[use.cell];
    if (row.look != look_) {
      row.look = look_;
      row.change = 0;
      changed_cells_.push_back(use.cell);
    }
    row.change += sign * use.amount;
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

void State::next_look() {
  changed_cells_.clear();
  changed_pools_.clear();
  next_pool_costs_.clear();
  if (++look_ != 0) return;
  for (Row& row : rows_) row.look = 0;  // it has gone around
  look_ = 1;
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
    const Row& row = rows_[cell];
    if (row.change == 0) continue;  // what an item leaves it often takes again in its other form
    if (row.has_pool == 0) {
      const std::int64_t beyond = row.load - row.limit;
      if (beyond > 0) count_cost(cost_beyond(row, beyond), -1);
      if (beyond + row.change > 0) count_cost(cost_beyond(row, beyond + row.change), 1);
      continue;
    }
    const std::int32_t pool = cells_.cells[cell].pool;
    if (std::ranges::find(changed_pools_, pool) == changed_pools_.end()) changed_pools_.push_back(pool);
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
  next_look();
  move_count_ = moves.size();
  std::ranges::copy(moves, moves_.begin());
  next_ = totals_;
  for (std::size_t i = 0; i < move_count_; ++i) {
    const Move& move = moves_[i];
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
  for (const std::uint32_t cell : changed_cells_) rows_[cell].load += rows_[cell].change;
  for (std::size_t i = 0; i < changed_pools_.size(); ++i) {
    pool_costs_[static_cast<std::size_t>(changed_pools_[i])] = next_pool_costs_[i];
  }
  for (std::size_t i = 0; i < move_count_; ++i) choice_[moves_[i].item] = moves_[i].column;
  totals_ = next_;
  if (totals_.exceeded == 0) totals_.penalty = 0;  // what rounding left
}

std::vector<bool> State::exceeded_rows() const {
  std::vector<bool> out(rows_.size() + 1);
  for (std::size_t cell = 0; cell < rows_.size(); ++cell) {
    const Row& row = rows_[cell];
    if (row.has_pool == 0 && row.load > row.limit) out[cell] = cost_beyond(row, row.load - row.limit).exceeded > 0;
  }
  for (const Pool& pool : cells_.pools) {
    Cents reserve = pool.at_start;
    for (std::uint32_t cell = pool.first; cell < pool.first + pool.years; ++cell) {
      const Cents left = rows_[cell].limit + reserve - rows_[cell].load;
      reserve = std::clamp<Cents>(left, 0, pool.cap);
      out[cell] = left < 0 && rows_[cell].is_hard != 0;
    }
  }
  if (has_preference_) out.back() = below_least(totals_) > 0;
  return out;
}

}  // namespace koers::optimise
