// SPDX-License-Identifier: EUPL-1.2
#include "optimise/check.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace koers::optimise {
namespace {

std::string at(const char* list, std::size_t index, const char* field = "") {
  return std::string(list) + '[' + std::to_string(index) + ']' + (*field == 0 ? "" : ".") + field;
}

class Checker {
 public:
  explicit Checker(const Portfolio& problem) : problem_(problem) {}

  std::vector<Fault> run() {
    shape();
    if (!faults_.empty()) return std::move(faults_);  // what follows looks things up by their index
    sense();
    return std::move(faults_);
  }

 private:
  void fault(const char* rule, std::string path, std::string found, std::string expected) {
    faults_.push_back({rule, {}, std::move(path), std::move(found), std::move(expected)});
  }

  void within(std::int64_t value, std::int64_t low, std::int64_t high, const std::string& path, const char* rule) {
    if (value >= low && value <= high) return;
    fault(rule, path, std::to_string(value), std::to_string(low) + " to " + std::to_string(high));
  }

  bool known(std::size_t index, std::size_t count, const std::string& path, const char* what) {
    if (index < count) return true;
    fault("unknown_reference", path, std::to_string(index), std::string("one of ") + std::to_string(count) + ' ' + what);
    return false;
  }

  void known_items(const std::vector<std::size_t>& items, const std::string& path) {
    for (std::size_t i = 0; i < items.size(); ++i) known(items[i], problem_.items.size(), path + at(".items", i), "items");
    if (std::set<std::size_t>(items.begin(), items.end()).size() != items.size()) {
      fault("twice", path + ".items", "an item more than once", "each item once");
    }
  }

  void long_enough(std::size_t length, std::size_t wanted, const std::string& path) {
    if (length != wanted) fault("length", path, std::to_string(length) + " amounts", std::to_string(wanted));
  }

  // — shape

  void shape() {
    within(problem_.years, 1, 100, "years", "range");
    if (!faults_.empty()) return;
    columns();
    sources();
    teams();
    relations();
    if (problem_.shift_limit) not_negative(*problem_.shift_limit, "shift_limit");
  }

  void not_negative(std::int64_t amount, const std::string& path) {
    if (amount < 0) fault("negative", path, std::to_string(amount), "0 or more");
    if (amount > kLargestTotal) fault("too_large", path, std::to_string(amount), "at most " + std::to_string(kLargestTotal));
  }

  template <class Use>
  void uses(const std::vector<Use>& list, const Column& column, const std::string& path) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::string here = path + '[' + std::to_string(i) + ']';
      not_negative(list[i].amount, here + ".amount");
      const int first = std::max(0, column.first_year);
      const int last = std::min(problem_.years, column.first_year + column.years) - 1;
      if (list[i].year < first || list[i].year > last) {
        fault("outside_duration", here + ".year", std::to_string(list[i].year),
              "a year from " + std::to_string(first) + " to " + std::to_string(last) + ", when the option runs");
      }
    }
  }

  void columns() {
    for (std::size_t c = 0; c < problem_.columns.size(); ++c) {
      const Column& column = problem_.columns[c];
      const std::string path = at("columns", c);
      if (!known(column.item, problem_.items.size(), path + ".item", "items")) continue;
      within(column.first_year, problem_.items[column.item].running ? -100 : 0, problem_.years - 1, path + ".first_year",
             "range");
      within(column.years, 1, 200, path + ".years", "range");
      within(column.value, -kLargestTotal, kLargestTotal, path + ".value", "too_large");
      not_negative(column.shift, path + ".shift");
      for (const MoneyUse& use : column.money) known(use.source, problem_.sources.size(), path + ".money.source", "sources");
      for (const PeopleUse& use : column.people) known(use.team, problem_.teams.size(), path + ".people.team", "teams");
      uses(column.money, column, path + ".money");
      uses(column.people, column, path + ".people");
    }
  }

  void sources() {
    for (std::size_t s = 0; s < problem_.sources.size(); ++s) {
      const Source& source = problem_.sources[s];
      long_enough(source.budget.size(), static_cast<std::size_t>(problem_.years), at("sources", s, "budget"));
      for (const Cents amount : source.budget) not_negative(amount, at("sources", s, "budget"));
      not_negative(source.reserve_at_start, at("sources", s, "reserve_at_start"));
      not_negative(source.reserve_cap, at("sources", s, "reserve_cap"));
      not_negative(source.overrun.price, at("sources", s, "overrun.price"));
    }
  }

  void teams() {
    for (std::size_t t = 0; t < problem_.teams.size(); ++t) {
      const Team& team = problem_.teams[t];
      long_enough(team.capacity.size(), static_cast<std::size_t>(problem_.years), at("teams", t, "capacity"));
      for (const CentiFte amount : team.capacity) not_negative(amount, at("teams", t, "capacity"));
      within(team.hire_percent, 0, 20, at("teams", t, "hire_percent"), "range");
      not_negative(team.hire_price, at("teams", t, "hire_price"));
      not_negative(team.overrun.price, at("teams", t, "overrun.price"));
      if (team.hire_percent > 0 && team.overrun.allowed && team.overrun.price < team.hire_price) {
        fault("overrun_cheaper_than_hiring", at("teams", t, "overrun.price"), std::to_string(team.overrun.price),
              "the price of hiring or more: " + std::to_string(team.hire_price));
      }
    }
  }

  void two_items(std::size_t first, std::size_t second, const std::string& path) {
    const bool both = known(first, problem_.items.size(), path, "items") && known(second, problem_.items.size(), path, "items");
    if (both && first == second) fault("with_itself", path, problem_.items[first].id + " twice", "two items");
  }

  void relations() {
    for (std::size_t i = 0; i < problem_.orders.size(); ++i) {
      two_items(problem_.orders[i].before, problem_.orders[i].after, at("orders", i));
      within(problem_.orders[i].lag, 0, 100, at("orders", i, "lag"), "range");
    }
    for (std::size_t i = 0; i < problem_.pairs.size(); ++i) {
      two_items(problem_.pairs[i].first, problem_.pairs[i].second, at("pairs", i));
      within(problem_.pairs[i].bonus, -kLargestTotal, kLargestTotal, at("pairs", i, "bonus"), "too_large");
    }
    for (std::size_t i = 0; i < problem_.conflicts.size(); ++i) known_items(problem_.conflicts[i].items, at("conflicts", i));
    for (std::size_t i = 0; i < problem_.coverages.size(); ++i) {
      known_items(problem_.coverages[i].items, at("coverages", i));
      within(problem_.coverages[i].least_permille, 0, 1000, at("coverages", i, "least_permille"), "range");
    }
    for (std::size_t i = 0; i < problem_.impositions.size(); ++i) imposition(problem_.impositions[i], at("impositions", i));
    for (std::size_t i = 0; i < problem_.floors.size(); ++i) {
      long_enough(problem_.floors[i].amount.size(), problem_.columns.size(), at("floors", i, "amount"));
    }
    if (problem_.preference) long_enough(problem_.preference->amount.size(), problem_.columns.size(), "preference.amount");
  }

  void imposition(const Imposition& imposition, const std::string& path) {
    if (!known(imposition.item, problem_.items.size(), path + ".item", "items")) return;
    for (std::size_t i = 0; i < imposition.columns.size(); ++i) {
      const std::size_t column = imposition.columns[i];
      const std::string place = path + '.' + at("columns", i);
      if (!known(column, problem_.columns.size(), place, "columns")) continue;
      if (problem_.columns[column].item == imposition.item) continue;
      fault("other_item", place, "a column of another item", "one of " + problem_.items[imposition.item].id);
    }
  }

  // — sense

  void sense() {
    circles();
    imposed();
    coverages();
    totals();
  }

  /// Takes away items that nothing remaining has to come before; what is left goes round.
  void circles() {
    std::vector<bool> is_free(problem_.items.size(), true);
    const auto waits = [&](std::size_t item) {
      return std::ranges::any_of(problem_.orders, [&](const Order& o) { return o.after == item && !is_free[o.before]; });
    };
    for (const Order& order : problem_.orders) is_free[order.before] = is_free[order.after] = false;
    for (bool has_changed = true; has_changed;) {
      has_changed = false;
      for (std::size_t item = 0; item < is_free.size(); ++item) {
        if (is_free[item] || waits(item)) continue;
        is_free[item] = has_changed = true;
      }
    }
    std::string names;
    for (std::size_t item = 0; item < is_free.size(); ++item) {
      if (!is_free[item] && leads_on(item, is_free)) names += (names.empty() ? "" : ", ") + problem_.items[item].id;
    }
    if (!names.empty()) fault("circular_order", "orders", "items that wait for each other: " + names, "an order without circles");
  }

  /// Whether something that is still waiting waits for this item: it is then in a circle or between two, not only behind one.
  bool leads_on(std::size_t item, const std::vector<bool>& is_free) const {
    return std::ranges::any_of(problem_.orders, [&](const Order& o) { return o.before == item && !is_free[o.after]; });
  }

  bool remains(std::size_t c, bool only_active) const {
    const Column& column = problem_.columns[c];
    if (only_active && !column.active) return false;
    return std::ranges::none_of(problem_.impositions, [&](const Imposition& each) {
      if (each.item != column.item) return false;
      return is_meant(problem_, each, static_cast<std::int32_t>(c)) != (each.kind == Imposed::must);
    });
  }

  bool has_column(std::size_t item, bool only_active) const {
    for (std::size_t c = 0; c < problem_.columns.size(); ++c) {
      if (problem_.columns[c].item == item && remains(c, only_active)) return true;
    }
    return false;
  }

  bool is_must(std::size_t item) const {
    return std::ranges::any_of(problem_.impositions,
                               [&](const Imposition& each) { return each.item == item && each.kind == Imposed::must; });
  }

  void imposed() {
    for (std::size_t item = 0; item < problem_.items.size(); ++item) {
      if (!problem_.items[item].running && !is_must(item)) continue;
      if (has_column(item, false)) continue;
      fault("no_option_left", "items[" + std::to_string(item) + "]", problem_.items[item].id + " with every option ruled out",
            problem_.items[item].running ? "one option for what is running" : "one option for a must: must and ban contradict");
    }
    for (std::size_t i = 0; i < problem_.conflicts.size(); ++i) {
      std::string musts;
      int count = 0;
      for (const std::size_t item : problem_.conflicts[i].items) {
        if (!is_active_must(item)) continue;
        musts += (count++ > 0 ? ", " : "") + problem_.items[item].id;
      }
      if (count > 1) fault("conflicting_musts", at("conflicts", i), "musts " + musts, "at most one must among items in conflict");
    }
  }

  bool is_active_must(std::size_t item) const {
    return std::ranges::any_of(problem_.impositions, [&](const Imposition& each) {
      return each.item == item && each.kind == Imposed::must &&
             std::ranges::all_of(each.columns, [&](std::size_t column) { return problem_.columns[column].active; });
    });
  }

  void coverages() {
    for (std::size_t i = 0; i < problem_.coverages.size(); ++i) {
      const Coverage& coverage = problem_.coverages[i];
      const auto possible = std::ranges::count_if(coverage.items, [&](std::size_t item) { return has_column(item, true); });
      if (coverage.least_items <= possible) continue;
      fault("unreachable_coverage", at("coverages", i), std::to_string(coverage.least_items) + " items of " + coverage.name,
            "at most " + std::to_string(possible) + ", the items that are not ruled out");
    }
  }

  void not_too_large(double total, const char* what) {
    if (total <= static_cast<double>(kLargestTotal)) return;
    fault("too_large", what, "a total of " + std::to_string(total), "at most " + std::to_string(kLargestTotal));
  }

  void totals() {
    double value = 0;
    double shift = 0;
    std::vector<double> money(problem_.sources.size());
    std::vector<double> people(problem_.teams.size());
    for (const Column& column : problem_.columns) {
      value += std::abs(static_cast<double>(column.value));
      shift += static_cast<double>(column.shift);
      for (const MoneyUse& use : column.money) money[use.source] += static_cast<double>(use.amount);
      for (const PeopleUse& use : column.people) people[use.team] += static_cast<double>(use.amount);
    }
    for (const Pair& pair : problem_.pairs) value += std::abs(static_cast<double>(pair.bonus));
    not_too_large(value, "columns.value");
    not_too_large(shift, "columns.shift");
    for (std::size_t s = 0; s < money.size(); ++s) priced_total(money[s], problem_.sources[s].overrun.price, "sources");
    for (std::size_t t = 0; t < people.size(); ++t) {
      priced_total(people[t], std::max(problem_.teams[t].overrun.price, problem_.teams[t].hire_price), "teams");
    }
    for (const Source& source : problem_.sources) {
      double budget = static_cast<double>(source.reserve_at_start);
      for (const Cents amount : source.budget) budget += static_cast<double>(amount);
      not_too_large(budget, "sources.budget");
    }
  }

  void priced_total(double total, Value price, const char* what) {
    not_too_large(total * static_cast<double>(std::max<Value>(1, price)), what);
  }

  const Portfolio& problem_;
  std::vector<Fault> faults_;
};

}  // namespace

std::vector<Fault> check(const Portfolio& problem) { return Checker(problem).run(); }

}  // namespace koers::optimise
