// SPDX-License-Identifier: EUPL-1.2
#include "simulate/integerise.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace koers::simulate {
namespace {

/// How far from whole fitting leaves a cell, and a sum of cells, that should be.
constexpr double kWhole = 1e-5;
constexpr double kWholeSum = 1e-2;
/// Below this a fraction is nothing.
constexpr double kSettled = 1e-9;

/// Uniform numbers one after the other, four from a block.
class UnitDraws {
 public:
  UnitDraws(Stream stream, std::uint64_t entity, std::uint32_t item) : stream_(stream), entity_(entity), item_(item) {}
  double next() {
    if (used_ == block_.size()) {
      // The year tells the blocks of one rounding apart: it has 4096 values, and a next entity has more.
      block_ = draw(stream_, entity_ + (blocks_ >> 12U), blocks_ & 0xfffU, DrawSite::synthesis, item_);
      ++blocks_;
      used_ = 0;
    }
    return unit(block_[used_++]);
  }

 private:
  Stream stream_;
  std::uint64_t entity_;
  std::uint32_t item_;
  std::uint32_t blocks_ = 0;
  std::size_t used_ = 4;
  Block block_{};
};

/// Splits in the whole part and what is left, which is 0 when it is next to nothing.
double split(double value, double tolerance, std::int64_t& whole) {
  const double floor = std::floor(value + tolerance);
  whole = static_cast<std::int64_t>(floor);
  const double rest = value - floor;
  return rest > tolerance ? rest : 0;
}

/// The fractions of a table with one row and one column more, that make every sum whole (Cox 1987, section 2), and the walk over
/// those that are not yet 0 or 1.
class FractionTable {
 public:
  FractionTable(std::span<const double> cells, std::size_t rows, std::size_t columns, std::vector<std::int64_t>& whole)
      : rows_(rows + 1), columns_(columns + 1), cells_(rows_ * columns_), in_row_(rows_), in_column_(columns_) {
    for (std::size_t row = 0; row < rows; ++row) {
      for (std::size_t column = 0; column < columns; ++column) {
        at(row, column) = split(cells[row * columns + column], kWhole, whole[row * columns + column]);
      }
    }
    add_slack();
    for (std::size_t row = 0; row < rows_; ++row) {
      for (std::size_t column = 0; column < columns_; ++column) count(row, column, 1);
    }
  }

  /// Until every cell is 0 or 1.
  void round(UnitDraws& draws) {
    for (std::size_t row = 0; row < rows_; ++row) {
      while (in_row_[row] > 0) shift(cycle_from(row), draws);
    }
  }

  [[nodiscard]] bool is_up(std::size_t row, std::size_t column) const { return cells_[row * columns_ + column] > 0.5; }

 private:
  struct Cell {
    std::size_t row;
    std::size_t column;
  };

  double& at(std::size_t row, std::size_t column) { return cells_[row * columns_ + column]; }
  [[nodiscard]] bool is_open(std::size_t row, std::size_t column) const {
    const double cell = cells_[row * columns_ + column];
    return cell > 0 && cell < 1;
  }
  void count(std::size_t row, std::size_t column, int step) {
    if (!is_open(row, column)) return;
    in_row_[row] += step;
    in_column_[column] += step;
  }

  void add_slack() {
    const auto slack = [](double sum) {
      const double rest = std::ceil(sum - kWholeSum) - sum;
      return rest > kWholeSum ? rest : 0.0;
    };
    for (std::size_t row = 0; row + 1 < rows_; ++row) {
      double sum = 0;
      for (std::size_t column = 0; column + 1 < columns_; ++column) sum += at(row, column);
      at(row, columns_ - 1) = slack(sum);
    }
    for (std::size_t column = 0; column < columns_; ++column) {
      double sum = 0;
      for (std::size_t row = 0; row + 1 < rows_; ++row) sum += at(row, column);
      at(rows_ - 1, column) = slack(sum);
    }
  }

  /// A path that steps along a row, then along a column, until it meets a row or column that it was in: from there on it is a
  /// cycle. A cell that is alone in its row or column owes that to the precision of numbers, and is the whole path.
  std::vector<Cell> cycle_from(std::size_t row) {
    std::vector<Cell> path;
    std::vector<std::size_t> place_of_row(rows_, kNowhere);
    std::vector<std::size_t> place_of_column(columns_, kNowhere);
    std::size_t avoided = kNowhere;
    const auto from = [&path](std::size_t place) {
      return std::vector<Cell>(path.begin() + static_cast<std::ptrdiff_t>(place), path.end());
    };
    while (place_of_row[row] == kNowhere) {
      place_of_row[row] = path.size();
      const std::size_t column = open_column(row, avoided);
      if (column == kNowhere) return {path.back()};
      path.push_back({row, column});
      if (place_of_column[column] != kNowhere) return from(place_of_column[column]);
      place_of_column[column] = path.size();
      const std::size_t next = open_row(column, row);
      if (next == kNowhere) return {path.back()};
      path.push_back({next, column});
      row = next;
      avoided = column;
    }
    return from(place_of_row[row]);
  }

  [[nodiscard]] std::size_t open_column(std::size_t row, std::size_t avoided) const {
    for (std::size_t column = 0; column < columns_; ++column) {
      if (column != avoided && is_open(row, column)) return column;
    }
    return kNowhere;
  }
  [[nodiscard]] std::size_t open_row(std::size_t column, std::size_t avoided) const {
    for (std::size_t row = 0; row < rows_; ++row) {
      if (row != avoided && is_open(row, column)) return row;
    }
    return kNowhere;
  }

  /// Moves the cells of a cycle up and down in turn, as far as one of them allows, in the direction that keeps each expectation.
  void shift(const std::vector<Cell>& cycle, UnitDraws& draws) {
    if (cycle.size() == 1) return set(cycle.front(), std::round(at(cycle.front().row, cycle.front().column)));
    double up = 1;
    double down = 1;
    for (std::size_t i = 0; i < cycle.size(); ++i) {
      const double cell = at(cycle[i].row, cycle[i].column);
      up = std::min(up, i % 2 == 0 ? 1 - cell : cell);
      down = std::min(down, i % 2 == 0 ? cell : 1 - cell);
    }
    const double step = draws.next() * (up + down) < down ? up : -down;
    for (std::size_t i = 0; i < cycle.size(); ++i) {
      set(cycle[i], at(cycle[i].row, cycle[i].column) + (i % 2 == 0 ? step : -step));
    }
  }

  void set(const Cell& place, double value) {
    count(place.row, place.column, -1);
    if (value < kSettled) value = 0;
    if (value > 1 - kSettled) value = 1;
    at(place.row, place.column) = value;
    count(place.row, place.column, 1);
  }

  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
  std::size_t rows_;
  std::size_t columns_;
  std::vector<double> cells_;
  std::vector<int> in_row_;     // open cells
  std::vector<int> in_column_;  // open cells
};

}  // namespace

std::vector<std::int64_t> truncate_replicate_sample(std::span<const double> cells, Stream stream, std::uint64_t entity,
                                                    std::uint32_t item) {
  std::vector<std::int64_t> whole(cells.size());
  const double start = UnitDraws(stream, entity, item).next();
  double sum = 0;
  std::int64_t before = 0;  // how many of start, start + 1, … lie below the sum
  for (std::size_t i = 0; i < cells.size(); ++i) {
    sum += split(cells[i], kSettled, whole[i]);
    // A sum that is next to whole is so but for the precision of numbers.
    if (std::abs(sum - std::round(sum)) < kWhole) sum = std::round(sum);
    const auto reached = static_cast<std::int64_t>(std::ceil(sum - start));
    if (reached > before) {
      ++whole[i];
      before = reached;
    }
  }
  return whole;
}

std::vector<std::int64_t> controlled_rounding(std::span<const double> cells, std::size_t rows, std::size_t columns, Stream stream,
                                              std::uint64_t entity, std::uint32_t item) {
  std::vector<std::int64_t> whole(rows * columns);
  FractionTable fractions(cells, rows, columns, whole);
  UnitDraws draws(stream, entity, item);
  fractions.round(draws);
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t column = 0; column < columns; ++column) whole[row * columns + column] += fractions.is_up(row, column);
  }
  return whole;
}

std::vector<std::int64_t> largest_remainders(std::span<const double> values) {
  std::vector<std::int64_t> whole(values.size());
  std::vector<double> rests(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) rests[i] = split(values[i], kSettled, whole[i]);
  const auto total = std::llround(std::accumulate(values.begin(), values.end(), 0.0));
  auto missing = total - std::accumulate(whole.begin(), whole.end(), std::int64_t{0});
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return rests[a] > rests[b]; });
  for (std::size_t i = 0; i < order.size() && missing > 0; ++i, --missing) ++whole[order[i]];
  return whole;
}

}  // namespace koers::simulate
