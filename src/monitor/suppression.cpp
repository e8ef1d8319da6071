// SPDX-License-Identifier: EUPL-1.2
#include "monitor/suppression.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace koers::monitor {
namespace {

/// Places in a tree with +1 and with −1; the sums of the tree stay what they are when each gets its sign.
struct Shift {
  std::vector<std::size_t> plus;
  std::vector<std::size_t> minus;
};

std::vector<std::vector<std::size_t>> children_of(const SumTree& tree) {
  std::vector<std::vector<std::size_t>> children(tree.parent.size());
  for (std::size_t i = 0; i < tree.parent.size(); ++i) {
    if (tree.parent[i]) children[*tree.parent[i]].push_back(i);
  }
  return children;
}

/// From a place up to its root.
std::vector<std::size_t> path_of(const SumTree& tree, std::size_t place) {
  std::vector<std::size_t> path{place};
  while (tree.parent[path.back()]) path.push_back(*tree.parent[path.back()]);
  return path;
}

void collect_leaves(const std::vector<std::vector<std::size_t>>& children, std::size_t place, std::vector<std::size_t>& leaves) {
  if (children[place].empty()) leaves.push_back(place);
  for (const std::size_t child : children[place]) collect_leaves(children, child, leaves);
}

/// What is left of two paths to a root when they are held against each other: each to below where they meet.
Shift between(std::vector<std::size_t> plus, std::vector<std::size_t> minus) {
  while (!plus.empty() && !minus.empty() && plus.back() == minus.back()) {
    plus.pop_back();
    minus.pop_back();
  }
  return {std::move(plus), std::move(minus)};
}

/// All shifts of a tree with a place among their signs: from a leaf below it to another leaf, or up to the root and beyond.
std::vector<Shift> shifts_through(const SumTree& tree, std::size_t place) {
  const auto children = children_of(tree);
  std::vector<std::size_t> below;
  std::vector<std::size_t> others;
  collect_leaves(children, place, below);
  collect_leaves(children, path_of(tree, place).back(), others);
  std::vector<Shift> shifts;
  for (const std::size_t leaf : below) {
    shifts.push_back({path_of(tree, leaf), {}});
    for (const std::size_t other : others) {
      Shift shift = between(path_of(tree, leaf), path_of(tree, other));
      if (std::find(shift.plus.begin(), shift.plus.end(), place) != shift.plus.end()) shifts.push_back(std::move(shift));
    }
  }
  return shifts;
}

/// What it takes to protect a cell along one pair of shifts.
struct Move {
  std::vector<std::size_t> cells;  // all that it moves
  std::size_t added = 0;           // not kept back yet
  double persons = 0;              // in those
  double width = 0;                // how far it can go, both ways together

  [[nodiscard]] bool is_better_than(const Move& other) const {
    return persons != other.persons ? persons < other.persons : added < other.added;
  }
};

class Suppressor {
 public:
  Suppressor(const SumTable& table, double width) : table_(table), width_(width), kept_back_(table.cells.size()) {
    for (std::size_t i = 0; i < kept_back_.size(); ++i) kept_back_[i] = table.cells[i].is_sensitive && table.cells[i].persons;
  }

  Suppression run() {
    std::vector<bool> done(kept_back_.size());
    std::vector<std::size_t> unprotected;
    for (bool changed = true; changed;) {  // what is kept back for another must be protected too
      changed = false;
      for (std::size_t area = 0; area < table_.areas.parent.size(); ++area) {
        for (std::size_t part = 0; part < table_.parts.parent.size(); ++part) {
          const std::size_t cell = table_.at(area, part);
          if (!kept_back_[cell] || done[cell]) continue;
          changed = true;
          done[cell] = true;
          const auto move = best_move(area, part);
          if (!move) {
            unprotected.push_back(cell);
            continue;
          }
          for (const std::size_t each : move->cells) {
            kept_back_[each] = true;
            done[each] = true;  // the same move protects all its cells
          }
        }
      }
    }
    return {std::move(kept_back_), std::move(unprotected)};
  }

 private:
  [[nodiscard]] std::optional<Move> best_move(std::size_t area, std::size_t part) const {
    std::optional<Move> best;
    const auto by_part = shifts_through(table_.parts, part);
    for (const Shift& areas : shifts_through(table_.areas, area)) {
      for (const Shift& parts : by_part) {
        const auto move = move_along(areas, parts);
        if (move && move->width >= width_ && (!best || move->is_better_than(*best))) best = move;
      }
    }
    return best;
  }

  /// None when it would need a cell that others publish.
  [[nodiscard]] std::optional<Move> move_along(const Shift& areas, const Shift& parts) const {
    Move move;
    double up = std::numeric_limits<double>::infinity();
    double down = std::numeric_limits<double>::infinity();
    const auto visit = [&](const std::vector<std::size_t>& some_areas, const std::vector<std::size_t>& some_parts, bool is_plus) {
      for (const std::size_t area : some_areas) {
        for (const std::size_t part : some_parts) {
          const std::size_t at = table_.at(area, part);
          const TableCell& cell = table_.cells[at];
          double& limit = is_plus ? down : up;
          if (!cell.persons) {  // others may know that it has few persons to give
            limit = 0;
            continue;
          }
          if (cell.is_published_elsewhere) return false;
          move.cells.push_back(at);
          if (!kept_back_[at]) {
            ++move.added;
            move.persons += *cell.persons;
          }
          limit = std::min(limit, *cell.persons);
        }
      }
      return true;
    };
    const bool possible = visit(areas.plus, parts.plus, true) && visit(areas.minus, parts.minus, true) &&
                          visit(areas.plus, parts.minus, false) && visit(areas.minus, parts.plus, false);
    if (!possible) return std::nullopt;
    move.width = up + down;
    return move;
  }

  const SumTable& table_;
  double width_;
  std::vector<bool> kept_back_;
};

}  // namespace

Suppression suppress(const SumTable& table, double width) { return Suppressor(table, width).run(); }

}  // namespace koers::monitor
