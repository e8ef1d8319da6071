// SPDX-License-Identifier: EUPL-1.2
// A choice with the loads of its cells, which tells what changes when an item or two take another column, and does it.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "optimise/cells.h"

namespace koers::optimise {

struct Move {
  std::size_t item = 0;
  std::int32_t column = kNoColumn;
};

/// Totals of a choice, or how they change. `penalty` weighs what hard rows are exceeded by; 0 when none is.
struct Totals {
  Value value = 0;   ///< of columns and pairs
  Value prices = 0;  ///< of hiring and overruns
  std::int64_t preference = 0;
  double penalty = 0;
  std::int32_t exceeded = 0;  ///< hard rows
};

class State {
 public:
  /// `weights`: of each unit beyond a hard cell, and last of value below the least of a preference.
  State(const Cells& cells, std::vector<double> weights);

  void set_choice(Choice choice);
  void set_weights(std::vector<double> weights);

  [[nodiscard]] const Choice& choice() const { return choice_; }
  [[nodiscard]] const Totals& totals() const { return totals_; }
  [[nodiscard]] const std::vector<double>& weights() const { return weights_; }
  /// What is maximised: value less prices, or the preference.
  [[nodiscard]] std::int64_t objective() const { return objective_of(totals_); }
  [[nodiscard]] bool is_feasible() const { return totals_.exceeded == 0; }
  /// What a hard row is exceeded by now; the last row is the least value of a preference.
  [[nodiscard]] std::vector<bool> exceeded_rows() const;

  /// The totals after at most two moves of different items, none of them to the column that the item has.
  [[nodiscard]] const Totals& look(std::span<const Move> moves);
  /// Makes the moves that were looked at last.
  void make();

  [[nodiscard]] std::int64_t objective_of(const Totals& totals) const {
    return has_preference_ ? totals.preference : totals.value - totals.prices;
  }

 private:
  struct Cost {
    Value price = 0;
    double penalty = 0;
    std::int32_t exceeded = 0;
  };
  /// A cell as the search touches it: what it needs lies together.
  struct Row {
    std::int64_t limit = 0;
    std::int64_t load = 0;
    std::int64_t change = 0;  ///< by the moves that are looked at; of this look only if `look` says so
    double weight = 0;
    std::int64_t soft = 0;
    Value soft_price = 0;
    Value price = 0;
    std::uint32_t look = 0;
    std::int16_t is_hard = 1;
    std::int16_t has_pool = 0;
  };

  void change(std::int32_t column, std::int64_t sign);
  [[nodiscard]] static Cost cost_beyond(const Row& row, std::int64_t beyond);
  [[nodiscard]] Cost cost_of_pool(const Pool& pool, bool with_changes) const;
  [[nodiscard]] Value pairs_gained(const Move& move) const;
  [[nodiscard]] bool is_active(std::int32_t column) const {
    return column != kNoColumn && active_[static_cast<std::size_t>(column)];
  }
  [[nodiscard]] Value below_least(const Totals& totals) const;
  void add_costs();
  void recount();
  void next_look();
  void count_column(std::int32_t column, std::int64_t sign);
  void count_cost(const Cost& cost, int sign);
  void count_cells();

  const Cells& cells_;
  std::vector<double> weights_;
  std::vector<char> active_;  ///< by column
  bool has_preference_;
  Choice choice_;
  Totals totals_;
  std::vector<Row> rows_;              ///< by cell
  std::vector<std::uint32_t> starts_;  ///< by column, one more than columns, in `uses_`
  std::vector<CellUse> uses_;          ///< of all columns, one after the other
  std::vector<Cost> pool_costs_;

  // of the moves that are looked at
  std::uint32_t look_ = 0;
  std::array<Move, 2> moves_;
  std::size_t move_count_ = 0;
  Totals next_;
  std::vector<std::uint32_t> changed_cells_;
  std::vector<std::int32_t> changed_pools_;
  std::vector<Cost> next_pool_costs_;  ///< beside `changed_pools_`
};

}  // namespace koers::optimise
