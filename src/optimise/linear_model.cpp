// SPDX-License-Identifier: EUPL-1.2
#include "optimise/linear_model.h"

#include <algorithm>
#include <cmath>

namespace koers::optimise {
namespace {

constexpr double kLargestObjective = 1e4;

class Builder {
 public:
  Builder(const Cells& cells, const std::vector<char>& is_free, const Choice& held)
      : cells_(cells), problem_(*cells.problem), is_free_(is_free), held_(held), variable_of_(problem_.columns.size(), -1) {}

  LinearModel build() {
    choose_unit();
    columns();
    options();
    fixed_loads();
    if (problem_.preference) add_value_row();
    for (std::size_t cell = 0; cell < cells_.cells.size(); ++cell) add_cell(cell);
    for (const Pool& pool : cells_.pools) carry_over(pool);
    for (const Pair& pair : problem_.pairs) add_pair(pair);
    return compressed();
  }

 private:
  struct Entry {
    int row;
    double amount;
  };

  // — objective: the value goes to the objective, or to the row of the least value when a preference is maximised

  void choose_unit() {
    double largest = 1;
    double largest_value = 1;
    for (std::size_t c = 0; c < problem_.columns.size(); ++c) {
      largest_value = std::max(largest_value, std::abs(static_cast<double>(problem_.columns[c].value)));
      if (problem_.preference) largest = std::max(largest, std::abs(static_cast<double>(problem_.preference->amount[c])));
    }
    value_unit_ = largest_value / kLargestObjective;
    out_.value_unit = problem_.preference ? largest / kLargestObjective : value_unit_;
  }

  int add_variable(double value, double upper, bool is_integer) {
    const int at = static_cast<int>(entries_.size());
    entries_.emplace_back();
    out_.lower.push_back(0);
    out_.upper.push_back(upper);
    out_.is_integer.push_back(is_integer ? 1 : 0);
    values_.push_back(value / value_unit_);
    out_.objective.push_back(problem_.preference ? 0 : value / value_unit_);
    return at;
  }

  int add_row(double lower, double upper) {
    out_.row_lower.push_back(lower);
    out_.row_upper.push_back(upper);
    return static_cast<int>(out_.row_lower.size()) - 1;
  }

  void add_entry(int variable, int row, double amount) { entries_[static_cast<std::size_t>(variable)].push_back({row, amount}); }

  void columns() {
    for (std::size_t item = 0; item < problem_.items.size(); ++item) {
      for (const std::int32_t column : cells_.candidates[item]) {
        if (column == kNoColumn || !is_free_[item]) continue;
        const auto c = static_cast<std::size_t>(column);
        variable_of_[c] = add_variable(static_cast<double>(problem_.columns[c].value), 1, true);
        if (problem_.preference) out_.objective.back() = static_cast<double>(problem_.preference->amount[c]) / out_.value_unit;
        out_.columns.push_back(column);
      }
    }
  }

  /// At most one column, or exactly one.
  void options() {
    for (std::size_t item = 0; item < problem_.items.size(); ++item) {
      const auto& candidates = cells_.candidates[item];
      out_.row_of_item.push_back(-1);
      if (!is_free_[item]) continue;
      const bool may_have_none = std::ranges::find(candidates, kNoColumn) != candidates.end();
      if (may_have_none && candidates.size() <= 2) continue;  // its variable is at most 1 as it is
      const int row = add_row(may_have_none ? -kNoLimit : 1, 1);
      out_.row_of_item.back() = row;
      for (const std::int32_t column : candidates) {
        if (column != kNoColumn) add_entry(variable_of_[static_cast<std::size_t>(column)], row, 1);
      }
    }
  }

  void fixed_loads() {
    loads_.assign(cells_.cells.size(), 0);
    largest_.assign(cells_.cells.size(), 0);
    most_.assign(cells_.cells.size(), 0);
    for (std::size_t item = 0; item < problem_.items.size(); ++item) {
      if (is_free_[item]) {
        for (const std::int32_t column : cells_.candidates[item]) measure(column);
        continue;
      }
      if (held_[item] == kNoColumn) continue;
      const auto c = static_cast<std::size_t>(held_[item]);
      held_value_ += static_cast<double>(problem_.columns[c].value);
      if (problem_.preference) out_.constant += static_cast<double>(problem_.preference->amount[c]) / out_.value_unit;
      for (const CellUse& use : cells_.uses[c]) loads_[use.cell] += use.amount;
    }
    if (!problem_.preference) out_.constant += held_value_ / value_unit_;
  }

  void measure(std::int32_t column) {
    if (column == kNoColumn) return;
    for (const CellUse& use : cells_.uses[static_cast<std::size_t>(column)]) {
      largest_[use.cell] = std::max(largest_[use.cell], std::abs(static_cast<double>(use.amount)));
      most_[use.cell] += std::max(0.0, static_cast<double>(use.amount));
    }
  }

  void add_value_row() {
    value_row_ = add_row((static_cast<double>(problem_.preference->least_value) - held_value_) / value_unit_, kNoLimit);
    for (std::size_t variable = 0; variable < entries_.size(); ++variable) {
      add_entry(static_cast<int>(variable), value_row_, values_[variable]);
    }
  }

  // — rows

  /// A variable that is no column: `price` per unit of the cell is lost with it.
  int add_slack(double price, double upper) {
    const int variable = add_variable(-price, upper, false);
    if (value_row_ >= 0) add_entry(variable, value_row_, values_.back());
    return variable;
  }

  void add_cell(std::size_t at) {
    const Cell& cell = cells_.cells[at];
    const double unit = std::max(1.0, largest_[at]);
    out_.unit_of_cell.push_back(unit);
    const int row = add_row(-kNoLimit, static_cast<double>(cell.limit - loads_[at]) / unit);
    out_.row_of_cell.push_back(row);
    if (cell.soft > 0) {
      const double soft = static_cast<double>(cell.soft) / unit;
      add_entry(add_slack(static_cast<double>(cell.soft_price) * unit, soft), row, -1);
    }
    if (cell.is_hard) return;
    const double most = std::max(0.0, most_[at] + static_cast<double>(loads_[at] - cell.limit));
    add_entry(add_slack(static_cast<double>(cell.price) * unit, std::max(1.0, most / unit)), row, -1);
  }

  void carry_over(const Pool& pool) {
    int reserve = -1;
    double reserve_unit = 1;
    for (std::uint32_t cell = pool.first; cell < pool.first + pool.years; ++cell) {
      const double unit = out_.unit_of_cell[cell];
      const int row = out_.row_of_cell[cell];
      if (cell == pool.first) out_.row_upper[static_cast<std::size_t>(row)] += static_cast<double>(pool.at_start) / unit;
      if (reserve >= 0) add_entry(reserve, row, -reserve_unit / unit);
      reserve = add_slack(0, static_cast<double>(pool.cap) / unit);
      reserve_unit = unit;
      add_entry(reserve, row, 1);
    }
  }

  /// z ≤ X of both when a bonus, z ≥ X + X − 1 when a malus; X = Σ active columns.
  void add_pair(const Pair& pair) {
    const double bonus = static_cast<double>(pair.bonus);
    if (bonus == 0) return;
    const int both = add_slack(-bonus, 1);
    if (bonus > 0) {
      for (const std::size_t item : {pair.first, pair.second}) {
        const int row = add_row(-kNoLimit, held_active(item));
        add_entry(both, row, 1);
        add_active(item, row, -1);
      }
      return;
    }
    const int row = add_row(-kNoLimit, 1 - held_active(pair.first) - held_active(pair.second));
    add_entry(both, row, -1);
    add_active(pair.first, row, 1);
    add_active(pair.second, row, 1);
  }

  [[nodiscard]] double held_active(std::size_t item) const {
    if (is_free_[item] || held_[item] == kNoColumn) return 0;
    return problem_.columns[static_cast<std::size_t>(held_[item])].active ? 1 : 0;
  }

  void add_active(std::size_t item, int row, double sign) {
    if (!is_free_[item]) return;
    for (const std::int32_t column : cells_.candidates[item]) {
      if (column == kNoColumn || !problem_.columns[static_cast<std::size_t>(column)].active) continue;
      add_entry(variable_of_[static_cast<std::size_t>(column)], row, sign);
    }
  }

  LinearModel compressed() {
    for (const std::int32_t column : out_.columns) {
      const auto c = static_cast<std::size_t>(column);
      for (const CellUse& use : cells_.uses[c]) {
        add_entry(variable_of_[c], out_.row_of_cell[use.cell], static_cast<double>(use.amount) / out_.unit_of_cell[use.cell]);
      }
    }
    for (auto& list : entries_) {
      out_.starts.push_back(static_cast<int>(out_.rows.size()));
      std::ranges::stable_sort(list, {}, &Entry::row);
      for (const Entry& entry : list) {
        out_.rows.push_back(entry.row);
        out_.amounts.push_back(entry.amount);
      }
    }
    out_.starts.push_back(static_cast<int>(out_.rows.size()));
    return std::move(out_);
  }

  const Cells& cells_;
  const Portfolio& problem_;
  const std::vector<char>& is_free_;
  const Choice& held_;
  LinearModel out_;
  double value_unit_ = 1;
  double held_value_ = 0;
  int value_row_ = -1;
  std::vector<int> variable_of_;  ///< by column
  std::vector<double> values_;    ///< of each variable, in value_unit_s
  std::vector<std::vector<Entry>> entries_;
  std::vector<std::int64_t> loads_;  ///< of held items, by cell
  std::vector<double> largest_;      ///< amount of a free column, by cell
  std::vector<double> most_;         ///< that free columns can add, by cell
};

}  // namespace

LinearModel linear_model(const Cells& cells, const std::vector<char>& is_free, const Choice& held) {
  return Builder(cells, is_free, held).build();
}

LinearModel linear_model(const Cells& cells) {
  const std::vector<char> all(cells.candidates.size(), 1);
  return linear_model(cells, all, Choice(cells.candidates.size(), kNoColumn));
}

Choice choice_of(const Cells& cells, const LinearModel& model, const std::vector<double>& answer,
                 const std::vector<char>& is_free, const Choice& held) {
  Choice out = held;
  std::vector<double> greatest(out.size(), 0.5);
  for (std::size_t item = 0; item < out.size(); ++item) {
    if (is_free[item]) out[item] = cells.candidates[item].front();
  }
  for (std::size_t variable = 0; variable < model.columns.size(); ++variable) {
    const std::int32_t column = model.columns[variable];
    const std::size_t item = cells.problem->columns[static_cast<std::size_t>(column)].item;
    if (answer[variable] < greatest[item]) continue;
    greatest[item] = answer[variable];
    out[item] = column;
  }
  return out;
}

}  // namespace koers::optimise
