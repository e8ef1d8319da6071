// SPDX-License-Identifier: EUPL-1.2
#include "optimise/drawn_portfolio.h"

#include <algorithm>
#include <random>

#include "optimise/brute_force.h"
#include "optimise/check.h"

namespace koers::optimise {
namespace {

constexpr int kYears = 4;
constexpr double kMostChoices = 3000;

class Drawer {
 public:
  explicit Drawer(std::uint32_t seed) : random_(seed) {}

  Portfolio draw() {
    out_.years = kYears;
    const int most_items = chance(0.3) ? 14 : 7;  // many with one column, or fewer with more
    add_rows();
    for (int i = 0; i < most_items; ++i) {
      add_item(most_items > 7 ? 1 : from(1, 3));
      if (number_of_choices(out_) > kMostChoices) break;
    }
    while (number_of_choices(out_) > kMostChoices) drop_item();
    add_relations();
    return std::move(out_);
  }

 private:
  bool chance(double probability) { return static_cast<double>(random_()) < probability * 0x1.0p32; }
  int from(int low, int high) { return low + static_cast<int>(random_() % static_cast<std::uint32_t>(high - low + 1)); }
  std::size_t item() { return static_cast<std::size_t>(from(0, static_cast<int>(out_.items.size()) - 1)); }

  void add_rows() {
    for (int s = 0; s < from(1, 3); ++s) {
      Source source{"s" + std::to_string(s), {}, chance(0.5), from(0, 200), from(50, 500), {chance(0.4), from(0, 30)}};
      for (int year = 0; year < kYears; ++year) source.budget.push_back(from(200, 900));
      out_.sources.push_back(source);
    }
    for (int t = 0; t < from(0, 2); ++t) {
      Team team{"t" + std::to_string(t), {}, chance(0.5) ? from(1, 20) : 0, from(0, 20), {chance(0.5), from(20, 60)}};
      for (int year = 0; year < kYears; ++year) team.capacity.push_back(from(60, 200));
      out_.teams.push_back(team);
    }
    if (chance(0.4)) out_.shift_limit = from(500, 3000);
  }

  void add_item(int columns) {
    const bool is_running = chance(0.3);
    out_.items.push_back({"i" + std::to_string(out_.items.size()), is_running});
    for (int c = 0; c < columns + (is_running ? 1 : 0); ++c) {
      Column column;
      column.item = out_.items.size() - 1;
      column.option = "o" + std::to_string(c);
      column.first_year = from(is_running ? -1 : 0, kYears - 1);
      column.years = from(1, 3);
      column.active = !is_running || c > 0;
      column.value = from(-20, 1000);
      column.shift = from(0, 600);
      for (int year = std::max(0, column.first_year); year < std::min(kYears, column.first_year + column.years); ++year) {
        for (std::size_t s = 0; s < out_.sources.size(); ++s) {
          if (chance(0.6)) column.money.push_back({s, year, from(0, 300)});
        }
        for (std::size_t t = 0; t < out_.teams.size(); ++t) {
          if (chance(0.6)) column.people.push_back({t, year, from(0, 80)});
        }
      }
      out_.columns.push_back(column);
    }
  }

  void drop_item() {
    out_.items.pop_back();
    std::erase_if(out_.columns, [&](const Column& column) { return column.item == out_.items.size(); });
  }

  void add_relations() {
    if (out_.items.size() < 3) return;
    for (int i = 0; i < from(0, 2); ++i) {
      const std::size_t first = item();
      if (first + 1 < out_.items.size()) out_.orders.push_back({first, first + 1, from(0, 2)});
    }
    for (int i = 0; i < from(0, 3); ++i) {
      const std::size_t first = item();
      const std::size_t second =
          (first + 1 + static_cast<std::size_t>(from(0, static_cast<int>(out_.items.size()) - 2))) % out_.items.size();
      out_.pairs.push_back({first, second, from(-300, 300)});
    }
    if (chance(0.4)) out_.conflicts.push_back({"c", {0, 1, 2}});
    if (chance(0.4)) out_.coverages.push_back({"g", {0, 1, out_.items.size() - 1}, from(0, 2), chance(0.3) ? from(1, 500) : 0});
    if (chance(0.3)) impose({chance(0.5) ? Imposed::must : Imposed::ban, item(), {}});
    if (chance(0.3)) {
      const auto column = static_cast<std::size_t>(from(0, static_cast<int>(out_.columns.size()) - 1));
      impose({chance(0.5) ? Imposed::must : Imposed::ban, out_.columns[column].item, {column}});
    }
    if (chance(0.2)) {
      Floor floor{"f", {}, from(0, 800)};
      for (std::size_t c = 0; c < out_.columns.size(); ++c) floor.amount.push_back(from(0, 300));
      out_.floors.push_back(floor);
    }
    while (!check(out_).empty()) {  // what contradicts itself without a search is not for this test
      if (!out_.impositions.empty()) {
        out_.impositions.pop_back();
      } else {
        out_.coverages.clear();
        out_.orders.clear();
      }
    }
  }

  void impose(const Imposition& imposition) { out_.impositions.push_back(imposition); }

  std::mt19937 random_;
  Portfolio out_;
};

}  // namespace

Portfolio drawn_portfolio(std::uint32_t seed) { return Drawer(seed).draw(); }

Portfolio with_preference(Portfolio problem, std::uint32_t seed, Value least_value) {
  std::mt19937 random(seed);
  problem.preference = Preference{least_value, {}};
  for (std::size_t c = 0; c < problem.columns.size(); ++c) {
    problem.preference->amount.push_back(static_cast<std::int64_t>(random() % 100U) - 40);
  }
  return problem;
}

}  // namespace koers::optimise
