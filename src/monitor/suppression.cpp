// SPDX-License-Identifier: EUPL-1.2
#include "monitor/suppression.h"

#include <algorithm>
#include <map>
#include <utility>

namespace koers::monitor {
namespace {

constexpr double kUnlimited = std::numeric_limits<double>::infinity();
constexpr double kRounding = 1e-6;         // of persons, in adding them
constexpr std::size_t kMostShifts = 4096;  // through one place; more than any city has areas

/// Places of a tree that go up by one and down by one together; its sums stay sums.
struct Shift {
  std::vector<std::size_t> plus;
  std::vector<std::size_t> minus;

  [[nodiscard]] Shift and_also(const Shift& other) const {
    Shift both = *this;
    both.plus.insert(both.plus.end(), other.plus.begin(), other.plus.end());
    both.minus.insert(both.minus.end(), other.minus.begin(), other.minus.end());
    return both;
  }
  [[nodiscard]] Shift reversed() const { return {minus, plus}; }
};

/// All shifts of a tree by the place that they go through.
class Shifts {
 public:
  explicit Shifts(const SumTree& tree) : tree_(tree), children_(tree.parent.size()), below_(tree.parent.size()) {
    for (std::size_t i = 0; i < tree.parent.size(); ++i) {
      if (tree.parent[i]) children_[*tree.parent[i]][tree.group_of(i)].push_back(i);
    }
  }

  [[nodiscard]] std::vector<Shift> through(std::size_t place) { return each_with_each(down(place), up(place)); }

 private:
  static std::vector<Shift> each_with_each(const std::vector<Shift>& some, const std::vector<Shift>& others) {
    std::vector<Shift> both;
    for (const Shift& one : some) {
      for (const Shift& other : others) {
        if (both.size() < kMostShifts) both.push_back(one.and_also(other));
      }
    }
    return both;
  }

  /// The place up by one, and one place of each group below it.
  const std::vector<Shift>& down(std::size_t place) {
    if (below_[place].empty()) below_[place] = with_groups(place, {}, {{{place}, {}}});
    return below_[place];
  }

  /// The shifts with one child of each group of a place but `except`.
  std::vector<Shift> with_groups(std::size_t place, std::optional<int> except, std::vector<Shift> shifts) {
    for (const auto& [group, children] : children_[place]) {
      if (group == except) continue;
      std::vector<Shift> choices;
      for (const std::size_t child : children) {
        const auto& below = down(child);
        choices.insert(choices.end(), below.begin(), below.end());
      }
      shifts = each_with_each(shifts, choices);
    }
    return shifts;
  }

  /// What must go with a place that goes up: a sister down, or the parent up.
  std::vector<Shift> up(std::size_t place) {
    const auto parent = tree_.parent[place];
    if (!parent) return {Shift{}};
    const int group = tree_.group_of(place);
    std::vector<Shift> found;
    for (const std::size_t sister : children_[*parent][group]) {
      if (sister == place) continue;
      for (const Shift& each : down(sister)) found.push_back(each.reversed());
    }
    const auto through_parent = each_with_each(with_groups(*parent, group, {{{*parent}, {}}}), up(*parent));
    found.insert(found.end(), through_parent.begin(), through_parent.end());
    return found;
  }

  const SumTree& tree_;
  std::vector<std::map<int, std::vector<std::size_t>>> children_;
  std::vector<std::vector<Shift>> below_;
};

/// What it takes to protect a cell along one product of shifts.
struct Move {
  std::vector<std::size_t> cells;  // all that it moves
  std::size_t added = 0;           // not kept back yet
  double persons = 0;              // in those
  double up = kUnlimited;          // how far it can go
  double down = kUnlimited;

  [[nodiscard]] double width() const { return up + down + kRounding; }
  [[nodiscard]] bool is_better_than(const Move& other) const {
    return persons != other.persons ? persons < other.persons : added < other.added;
  }
};

class Suppressor {
 public:
  Suppressor(const SumTable& table, double width)
      : table_(table), width_(width), kept_back_(table.cells.size()), in_gap_(table.cells.size(), kUnlimited) {
    for (std::size_t i = 0; i < kept_back_.size(); ++i) kept_back_[i] = table.cells[i].is_sensitive && table.cells[i].persons;
    for (const SumTree& tree : table.trees) {
      shifts_.emplace_back(tree);
      found_.emplace_back(tree.parent.size());
    }
    share_out_gaps();
  }

  Suppression run() {
    std::vector<bool> done(kept_back_.size());
    std::vector<std::size_t> unprotected;
    for (std::size_t cell = 0; cell < kept_back_.size(); ++cell) {
      if (!table_.cells[cell].is_sensitive || !kept_back_[cell] || done[cell]) continue;
      const auto move = best_move(cell);
      if (!move) {
        unprotected.push_back(cell);
        keep_back_around(cell);
        continue;
      }
      for (const std::size_t each : move->cells) {
        kept_back_[each] = true;
        if (move->width() >= need_of(each)) done[each] = true;  // the same move protects all its cells
      }
    }
    return {std::move(kept_back_), std::move(unprotected)};
  }

 private:
  /// Nobody can be more in the dark about a cell than that it is anything from nothing to the most that it can be.
  [[nodiscard]] double need_of(std::size_t cell) const { return std::min(width_, table_.cells[cell].most); }

  /// All that sums tie to a cell.
  void keep_back_around(std::size_t cell) {
    const auto roots = roots_of(cell);
    for (std::size_t i = 0; i < kept_back_.size(); ++i) {
      if (table_.cells[i].persons && !table_.cells[i].is_published_elsewhere && roots_of(i) == roots) kept_back_[i] = true;
    }
  }

  [[nodiscard]] std::vector<std::size_t> roots_of(std::size_t cell) const {
    auto places = table_.places_of(cell);
    for (std::size_t k = 0; k < places.size(); ++k) {
      while (const auto parent = table_.trees[k].parent[places[k]]) places[k] = *parent;
    }
    return places;
  }

  /// A cell that is not in the table may be known to have few persons: none to give where some of its sisters are there, an
  /// equal part of their sum where none is.
  void share_out_gaps() {
    for (std::size_t cell = 0; cell < table_.cells.size(); ++cell) {
      if (table_.cells[cell].persons) continue;
      const auto places = table_.places_of(cell);
      for (std::size_t k = 0; k < table_.trees.size(); ++k) in_gap_[cell] = std::min(in_gap_[cell], share_of_gap(places, k));
    }
  }

  [[nodiscard]] double share_of_gap(std::vector<std::size_t> places, std::size_t k) const {
    const SumTree& tree = table_.trees[k];
    const std::size_t place = places[k];
    const auto parent = tree.parent[place];
    if (!parent) return kUnlimited;
    places[k] = *parent;
    const auto& sum = table_.cells[table_.at(places)].persons;
    if (!sum) return kUnlimited;
    int gaps = 0;
    for (std::size_t i = 0; i < tree.parent.size(); ++i) {
      if (tree.parent[i] != parent || tree.group_of(i) != tree.group_of(place)) continue;
      places[k] = i;
      if (table_.cells[table_.at(places)].persons) return 0;
      ++gaps;
    }
    return *sum / gaps;
  }

  const std::vector<Shift>& shifts_through(std::size_t tree, std::size_t place) {
    auto& found = found_[tree][place];
    if (found.empty()) found = shifts_[tree].through(place);
    return found;
  }

  std::optional<Move> best_move(std::size_t cell) {
    std::optional<Move> best;
    std::vector<const Shift*> chosen;
    choose(cell, table_.places_of(cell), chosen, best);
    return best;
  }

  /// One shift of each tree, and so on through all.
  void choose(std::size_t cell, const std::vector<std::size_t>& places, std::vector<const Shift*>& chosen,
              std::optional<Move>& best) {
    if (chosen.size() == places.size()) {
      Move move;
      const bool is_possible = extend(chosen, 0, 0, true, move);
      if (is_possible && move.width() >= need_of(cell) && (!best || move.is_better_than(*best))) best = std::move(move);
      return;
    }
    for (const Shift& each : shifts_through(chosen.size(), places[chosen.size()])) {
      chosen.push_back(&each);
      choose(cell, places, chosen, best);
      chosen.pop_back();
    }
  }

  /// The cells of a product of shifts; false when it would need a cell that others publish.
  [[nodiscard]] bool extend(const std::vector<const Shift*>& shifts, std::size_t tree, std::size_t at, bool is_plus,
                            Move& move) const {
    if (tree == shifts.size()) return take(at, is_plus, move);
    at *= table_.trees[tree].parent.size();
    for (const std::size_t place : shifts[tree]->plus) {
      if (!extend(shifts, tree + 1, at + place, is_plus, move)) return false;
    }
    for (const std::size_t place : shifts[tree]->minus) {
      if (!extend(shifts, tree + 1, at + place, !is_plus, move)) return false;
    }
    return true;
  }

  [[nodiscard]] bool take(std::size_t at, bool is_plus, Move& move) const {
    const TableCell& cell = table_.cells[at];
    if (cell.persons && cell.is_published_elsewhere) return false;
    const double persons = cell.persons.value_or(in_gap_[at]);
    double& less = is_plus ? move.down : move.up;
    double& more = is_plus ? move.up : move.down;
    less = std::min(less, persons);
    more = std::min(more, cell.persons ? std::max(0.0, cell.most - persons) : kUnlimited);
    if (!cell.persons) return true;
    move.cells.push_back(at);
    if (!kept_back_[at]) {
      ++move.added;
      move.persons += persons;
    }
    return true;
  }

  const SumTable& table_;
  double width_;
  std::vector<bool> kept_back_;
  std::vector<double> in_gap_;  // of cells that are not in the table
  std::vector<Shifts> shifts_;
  std::vector<std::vector<std::vector<Shift>>> found_;  // by tree and place
};

}  // namespace

std::size_t SumTable::at(const std::vector<std::size_t>& places) const {
  std::size_t cell = 0;
  for (std::size_t i = 0; i < trees.size(); ++i) cell = cell * trees[i].parent.size() + places[i];
  return cell;
}

std::vector<std::size_t> SumTable::places_of(std::size_t cell) const {
  std::vector<std::size_t> places(trees.size());
  for (std::size_t i = trees.size(); i-- > 0;) {
    places[i] = cell % trees[i].parent.size();
    cell /= trees[i].parent.size();
  }
  return places;
}

Suppression suppress(const SumTable& table, double width) { return Suppressor(table, width).run(); }

}  // namespace koers::monitor
