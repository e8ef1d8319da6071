// SPDX-License-Identifier: EUPL-1.2
#include "optimise/drawn_agenda.h"

#include <algorithm>
#include <random>

namespace koers::optimise {
namespace {

constexpr std::size_t kSources = 5;
constexpr std::size_t kTeams = 8;
constexpr Cents kThousandEuro = 100'000;

class Drawer {
 public:
  explicit Drawer(const DrawnAgenda& options) : options_(options), random_(options.seed) {}

  Portfolio draw() {
    out_.years = options_.years;
    for (int i = 0; i < options_.items; ++i) {
      out_.items.push_back({"item-" + std::to_string(i + 1), unit() < 0.4});
      out_.items.back().running ? add_running(static_cast<std::size_t>(i)) : add_proposed(static_cast<std::size_t>(i));
    }
    add_rows();
    add_relations();
    return std::move(out_);
  }

 private:
  double unit() { return (static_cast<double>(random_()) + 0.5) * 0x1.0p-32; }
  int from(int low, int high) { return low + static_cast<int>(unit() * (high - low + 1)); }
  std::size_t index(std::size_t count) { return static_cast<std::size_t>(unit() * static_cast<double>(count)); }

  /// What an item asks in a year of full work.
  struct Size {
    std::size_t source, other_source, team, other_team;
    double euro;    ///< thousands a year
    double people;  ///< 0.01 fte
    double points;
  };

  Size draw_size() {
    const double lump = 1 / (0.04 + unit());  // few are large
    Size size{index(kSources), index(kSources), index(kTeams), index(kTeams), 40 + 60 * lump, 30 + 25 * lump * unit(), 0};
    size.points = (size.euro + size.people) * (0.02 + 0.08 * unit()) + 5 * unit();
    return size;
  }

  Column column(std::size_t item, const char* option, const Size& size, int first, int years, double scale, double worth) {
    Column out{item, option, first, years, true, 0, 0, {}, {}};
    for (int year = std::max(0, first); year < std::min(first + years, options_.years); ++year) {
      const bool is_building = year < first + 2;
      const auto cents = static_cast<Cents>(size.euro * scale * (is_building ? 1.4 : 0.8)) * kThousandEuro;
      out.money.push_back({is_building ? size.source : size.other_source, year, cents});
      out.people.push_back({year % 2 == 0 ? size.team : size.other_team, year, static_cast<CentiFte>(size.people * scale) + 1});
    }
    out.value = static_cast<Value>(worth * 1e6) * (kUnitsPerPoint / 1'000'000);
    return out;
  }

  void add_running(std::size_t item) {
    const Size size = draw_size();
    const double trend = 0.5 + unit();
    const int left = from(3, options_.years);
    const Column baseline = column(item, "continue", size, -2, left + 2, 0.8, size.points * 0.7);
    out_.columns.push_back(baseline);
    baseline_ += spent(baseline);
    const int lock = from(0, 4);
    add_shifted(column(item, "bend", size, -2, left + 2, 0.85, size.points * 0.7 * (0.8 + 0.5 * unit())), baseline);
    add_shifted(column(item, "speed up", size, -2, std::max(3, left), 1.2, size.points * (0.6 + 0.4 * trend)), baseline);
    if (lock > 2) return;  // a contract that cannot be broken
    Column stop = column(item, "stop", size, -2, 2 + lock, 0.8, size.points * 0.1 * lock);
    stop.active = false;
    add_shifted(stop, baseline);
  }

  void add_proposed(std::size_t item) {
    const Size size = draw_size();
    const int years = from(2, 8);
    const int starts = from(3, 6);
    for (int start = 0; start < std::min(starts, options_.years); ++start) {
      const double discount = 1 - 0.06 * start;
      const struct {
        const char* name;
        double scale, worth;
      } options[] = {{"light", 0.6, 0.68}, {"base", 1, 1}, {"plus", 1.5, 1.25}};
      for (const auto& [name, scale, worth] : options) {
        add_shifted(column(item, name, size, start, years, scale, size.points * worth * discount), {});
      }
    }
  }

  static Cents spent(const Column& column) {
    Cents sum = 0;
    for (const MoneyUse& use : column.money) sum += use.amount;
    return sum;
  }

  /// Shift against what the item would cost anyway, in each source and year.
  void add_shifted(Column column, const Column& baseline) {
    std::vector<std::vector<Cents>> cost(kSources, std::vector<Cents>(static_cast<std::size_t>(options_.years)));
    for (const MoneyUse& use : column.money) cost[use.source][static_cast<std::size_t>(use.year)] += use.amount;
    for (const MoneyUse& use : baseline.money) cost[use.source][static_cast<std::size_t>(use.year)] -= use.amount;
    for (const auto& source : cost) {
      for (const Cents amount : source) column.shift += std::abs(amount);
    }
    out_.columns.push_back(std::move(column));
  }

  /// Rows hold what runs, and a part of what is proposed.
  void add_rows() {
    std::vector<std::vector<double>> money(kSources, std::vector<double>(static_cast<std::size_t>(options_.years)));
    std::vector<std::vector<double>> people(kTeams, money.front());
    std::vector<double> columns_of(out_.items.size());
    for (const Column& each : out_.columns) columns_of[each.item] += 1;
    for (const Column& each : out_.columns) {
      for (const MoneyUse& use : each.money)
        money[use.source][static_cast<std::size_t>(use.year)] += static_cast<double>(use.amount) / columns_of[each.item];
      for (const PeopleUse& use : each.people)
        people[use.team][static_cast<std::size_t>(use.year)] += static_cast<double>(use.amount) / columns_of[each.item];
    }
    for (std::size_t s = 0; s < kSources; ++s) {
      Source source{"source-" + std::to_string(s + 1), {}, options_.elastic, 0, 0, {options_.elastic, 5}};
      for (const double mean : money[s]) source.budget.push_back(static_cast<Cents>(mean * 0.62) + 100 * kThousandEuro);
      source.reserve_cap = options_.elastic ? source.budget.front() / 4 : 0;
      out_.sources.push_back(std::move(source));
    }
    for (std::size_t t = 0; t < kTeams; ++t) {
      const int percent = options_.elastic ? 20 : 0;
      Team team{"team-" + std::to_string(t + 1), {}, percent, percent > 0 ? 50'000'000 : 0, {options_.elastic, 200'000'000}};
      for (const double mean : people[t]) team.capacity.push_back(static_cast<CentiFte>(mean * 0.68) + 150);
      out_.teams.push_back(std::move(team));
    }
    out_.shift_limit = baseline_ + static_cast<Cents>(out_.items.size()) * 400 * kThousandEuro;
  }

  void add_relations() {
    const auto count = static_cast<int>(out_.items.size());
    for (int i = 0; i < count / 10; ++i) {
      const std::size_t before = index(out_.items.size() - 1);
      out_.orders.push_back({before, before + 1 + index(out_.items.size() - before - 1), from(0, 2)});
      if (out_.items[out_.orders.back().after].running) out_.orders.pop_back();
    }
    for (int i = 0; i < count / 8; ++i) {
      const std::size_t first = index(out_.items.size() - 1);
      const double points = i % 3 == 0 ? -3 : 4;
      out_.pairs.push_back({first, first + 1, static_cast<Value>(points * unit() * 1e6) * (kUnitsPerPoint / 1'000'000)});
    }
    for (int i = 0; i < count / 15; ++i) add_conflict();
    for (std::size_t group = 0; group < 6; ++group) {
      Coverage coverage{"guideline " + std::to_string(group + 1), {}, 0, 0};
      for (std::size_t item = group; item < out_.items.size(); item += 6) coverage.items.push_back(item);
      coverage.least_items = static_cast<int>(coverage.items.size() / 3);
      out_.coverages.push_back(std::move(coverage));
    }
  }

  void add_conflict() {
    Conflict conflict{"alternatives", {}};
    for (int tries = 0; tries < 20 && conflict.items.size() < 3; ++tries) {
      const std::size_t item = index(out_.items.size());
      if (!out_.items[item].running && std::ranges::find(conflict.items, item) == conflict.items.end())
        conflict.items.push_back(item);
    }
    out_.conflicts.push_back(std::move(conflict));
  }

  const DrawnAgenda& options_;
  std::mt19937 random_;
  Portfolio out_;
  Cents baseline_ = 0;
};

}  // namespace

Portfolio drawn_agenda(const DrawnAgenda& options) { return Drawer(options).draw(); }

Portfolio drawn_knapsack(std::uint32_t seed, int items, int constraints, double tightness) {
  std::mt19937 random(seed);
  const auto unit = [&] { return (static_cast<double>(random()) + 0.5) * 0x1.0p-32; };
  Portfolio out;
  for (int c = 0; c < constraints; ++c) out.sources.push_back({"row-" + std::to_string(c + 1), {0}, false, 0, 0, {false, 0}});
  for (int i = 0; i < items; ++i) {
    Column column{static_cast<std::size_t>(i), "in", 0, 1, true, 0, 0, {}, {}};
    Cents sum = 0;
    for (int c = 0; c < constraints; ++c) {
      const Cents weight = 1 + static_cast<Cents>(unit() * 1000);
      sum += weight;
      column.money.push_back({static_cast<std::size_t>(c), 0, weight});
      out.sources[static_cast<std::size_t>(c)].budget[0] += weight;
    }
    column.value = sum / constraints + static_cast<Value>(500 * unit());
    out.columns.push_back(std::move(column));
    out.items.push_back({"item-" + std::to_string(i + 1), false});
  }
  for (Source& source : out.sources) source.budget[0] = static_cast<Cents>(tightness * static_cast<double>(source.budget[0]));
  return out;
}

}  // namespace koers::optimise
