// SPDX-License-Identifier: EUPL-1.2
#include "app/monitor/published.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "app/monitor/population.h"
#include "monitor/suppression.h"

namespace koers {
namespace {

/// Units whose figures are numbers of things that belong to people, one by one.
constexpr std::array<std::string_view, 8> kCounts{"cases",      "companies",      "crimes", "dwellings",
                                                  "households", "establishments", "jobs",   "persons"};
constexpr int kDeepestTotal = 8;  // levels of totals of totals

bool is_count(const Indicator& indicator) { return std::find(kCounts.begin(), kCounts.end(), indicator.unit) != kCounts.end(); }

/// The rules of two moments, the stricter of each.
class Rules {
 public:
  Rules(const City& city, const City* stricter) : city_(city), stricter_(stricter) {}

  [[nodiscard]] std::optional<Disclosure> of(const Id<Indicator>& id) const {
    std::optional<Disclosure> rule;
    for (const City* each : {&city_, stricter_}) {
      const Indicator* indicator = each == nullptr ? nullptr : each->find(id);
      if (indicator == nullptr || !indicator->disclosure) continue;
      rule = {std::max(rule ? rule->threshold : 0, indicator->disclosure->threshold),
              std::max(rule ? rule->rounding : 1, indicator->disclosure->rounding)};
    }
    return rule;
  }
  [[nodiscard]] std::optional<Id<Indicator>> total_of(const Id<Indicator>& id) const {
    for (const City* each : {stricter_, &city_}) {
      const Indicator* indicator = each == nullptr ? nullptr : each->find(id);
      if (indicator != nullptr && indicator->part_of) return indicator->part_of;
    }
    return std::nullopt;
  }
  /// By what its total is divided.
  [[nodiscard]] std::string division_of(const Id<Indicator>& id) const {
    for (const City* each : {stricter_, &city_}) {
      const Indicator* indicator = each == nullptr ? nullptr : each->find(id);
      if (indicator != nullptr && indicator->part_of) return indicator->part_by.value_or("");
    }
    return "";
  }
  [[nodiscard]] bool counts(const Id<Indicator>& id) const {
    const Indicator* indicator = city_.find(id);
    return indicator != nullptr && is_count(*indicator);
  }
  /// The count that a share is another form of: the two tell the same.
  [[nodiscard]] std::optional<Id<Indicator>> count_of_share(const Id<Indicator>& id) const {
    const auto total = counts(id) ? std::nullopt : total_of(id);
    return total && counts(*total) ? total : std::nullopt;
  }
  /// The total of which it is a part of a part of a part.
  [[nodiscard]] Id<Indicator> root_of(Id<Indicator> id) const {
    for (int level = 0; level < kDeepestTotal; ++level) {
      const auto total = total_of(id);
      if (!total || counts(*total) != counts(id)) break;
      id = *total;
    }
    return id;
  }

 private:
  const City& city_;
  const City* stricter_;
};

using Days = std::pair<std::chrono::sys_days, std::chrono::sys_days>;  // the first and the last of a period

/// `2022` and `2022-01/2022-12` are one.
Days days_of(const Period& period) { return {period.from.first_day(), period.to.last_day()}; }

/// All figures about a total and its parts.
struct Family {
  std::vector<Reference> areas;
  std::vector<Id<Indicator>> parts;
  std::vector<Days> periods;
  std::map<std::vector<std::size_t>, std::vector<std::size_t>> figures;  // by area, part and period: places of observations
};

using Cell = std::tuple<std::string, Reference, Days>;  // of an indicator

Cell cell_of(const Observation& each) { return {each.indicator.str(), each.area, days_of(each.period)}; }

bool lies_within(const Days& period, const Days& larger) {
  return period != larger && larger.first <= period.first && period.second <= larger.second;
}

template <class T>
std::size_t place_in(std::vector<T>& all, const T& one) {
  const auto found = std::find(all.begin(), all.end(), one);
  if (found != all.end()) return static_cast<std::size_t>(found - all.begin());
  all.push_back(one);
  return all.size() - 1;
}

class Publisher {
 public:
  Publisher(const City& city, const City* stricter)
      : city_(city), rules_(city, stricter), kept_back_before_(kept_back_in(stricter)), series_(city) {}

  std::vector<Observation> run() {
    std::vector<Observation> out = city_.observations;
    for (const auto& [key, family] : families()) keep_back(family, out);
    keep_shares_back(out);
    for (Observation& each : out) round(each);
    return out;
  }

  [[nodiscard]] std::map<std::string, Family> families() const {
    std::set<std::string> guarded;
    for (const Indicator& indicator : city_.all<Indicator>()) {
      if (rules_.of(indicator.id)) guarded.insert(rules_.root_of(indicator.id).str());
    }
    std::map<std::string, Family> families;
    for (std::size_t i = 0; i < city_.observations.size(); ++i) {
      const Observation& each = city_.observations[i];
      const std::string root = rules_.root_of(each.indicator).str();
      if (!guarded.contains(root)) continue;
      Family& family = families[root];
      const std::size_t area = place_in(family.areas, each.area);
      const std::size_t part = place_in(family.parts, each.indicator);
      family.figures[{area, part, place_in(family.periods, days_of(each.period))}].push_back(i);
    }
    return families;
  }

  void keep_back(const Family& family, std::vector<Observation>& out) const {
    const auto table = table_of(family);
    double width = 0;
    for (const auto& part : family.parts) {
      const auto rule = rules_.of(part);
      if (rule) width = std::max(width, static_cast<double>(rule->threshold));
    }
    const auto found = monitor::suppress(table, width);
    for (const auto& [place, figures] : family.figures) {
      const std::size_t cell = table.at(place);
      // A figure whose persons are unknown is no part of any sum that somebody could work out.
      const bool is_hidden = found.kept_back[cell] || table.cells[cell].is_sensitive;
      for (const std::size_t each : is_hidden ? figures : std::vector<std::size_t>{}) hide(out[each]);
    }
  }

  static void hide(Observation& each) {
    each.value.reset();
    each.denominator.reset();
    each.note.clear();
    each.status = ObservationStatus::suppressed;
  }

  /// A share times its denominator is a count: where that is kept back, the share is too.
  void keep_shares_back(std::vector<Observation>& out) const {
    std::set<Cell> hidden;
    for (const Observation& each : out) {
      if (each.status == ObservationStatus::suppressed && rules_.counts(each.indicator)) hidden.insert(cell_of(each));
    }
    for (Observation& each : out) {
      const auto count = rules_.count_of_share(each.indicator);
      if (count && hidden.contains({count->str(), each.area, days_of(each.period)})) hide(each);
    }
  }

  static std::set<Cell> kept_back_in(const City* city) {
    std::set<Cell> cells;
    for (const Observation& each : city == nullptr ? std::vector<Observation>{} : city->observations) {
      if (each.status == ObservationStatus::suppressed) cells.insert(cell_of(each));
    }
    return cells;
  }

  [[nodiscard]] monitor::SumTable table_of(const Family& family) const {
    monitor::SumTable table{{{areas_of(family), {}}, parts_of(family), {periods_of(family), {}}}, {}};
    table.cells.resize(family.areas.size() * family.parts.size() * family.periods.size());
    for (const auto& [place, figures] : family.figures) {
      monitor::TableCell& cell = table.cells[table.at(place)];
      const auto rule = rules_.of(family.parts[place[1]]);
      cell.is_published_elsewhere = !rule;
      for (const std::size_t each : figures) {
        const Observation& figure = city_.observations[each];
        const auto persons = persons_of(figure);
        if (persons && *persons < cell.persons.value_or(HUGE_VAL)) cell.persons = persons;  // a move must hold for each source
        if (persons) cell.most = std::min(cell.most, most_of(figure));
        cell.is_sensitive = cell.is_sensitive || (rule && is_sensitive(figure, rule->threshold)) ||
                            (rule && kept_back_before_.contains(cell_of(figure)));
      }
    }
    return table;
  }

  /// Each area lies in the nearest larger one that has figures.
  [[nodiscard]] std::vector<std::optional<std::size_t>> areas_of(const Family& family) const {
    std::vector<std::optional<std::size_t>> parents;
    for (const Reference& area : family.areas) {
      std::optional<std::size_t> place;
      for (auto larger = parent_of(city_, area); larger && !place; larger = parent_of(city_, *larger)) {
        const auto found = std::find(family.areas.begin(), family.areas.end(), *larger);
        if (found != family.areas.end()) place = static_cast<std::size_t>(found - family.areas.begin());
      }
      parents.push_back(place);
    }
    return parents;
  }

  /// A single part is not the whole of its total: the others are not among the figures, so nobody can subtract.
  [[nodiscard]] monitor::SumTree parts_of(const Family& family) const {
    monitor::SumTree tree;
    std::vector<std::string> divisions;
    auto& totals = tree.parent;
    for (const auto& part : family.parts) {
      const auto total = rules_.total_of(part);
      const auto found = total ? std::find(family.parts.begin(), family.parts.end(), *total) : family.parts.end();
      totals.push_back(found == family.parts.end() ? std::nullopt
                                                   : std::optional(static_cast<std::size_t>(found - family.parts.begin())));
      tree.group.push_back(static_cast<int>(place_in(divisions, rules_.division_of(part))));
    }
    std::map<std::pair<std::size_t, int>, int> sizes;
    for (std::size_t i = 0; i < totals.size(); ++i) {
      if (totals[i]) ++sizes[{*totals[i], tree.group[i]}];
    }
    for (std::size_t i = 0; i < totals.size(); ++i) {
      if (totals[i] && sizes[{*totals[i], tree.group[i]}] == 1) totals[i].reset();
    }
    return tree;
  }

  /// Each period lies in the shortest longer one: what happens in the months makes the year.
  static std::vector<std::optional<std::size_t>> periods_of(const Family& family) {
    std::vector<std::optional<std::size_t>> parents;
    for (const Days& period : family.periods) {
      std::optional<std::size_t> parent;
      for (std::size_t i = 0; i < family.periods.size(); ++i) {
        if (!lies_within(period, family.periods[i])) continue;
        if (!parent || lies_within(family.periods[i], family.periods[*parent])) parent = i;
      }
      parents.push_back(parent);
    }
    return parents;
  }

  /// No share counts more persons than there are behind it.
  [[nodiscard]] double most_of(const Observation& figure) const {
    const Indicator* indicator = city_.find(figure.indicator);
    if (indicator == nullptr || indicator->unit != "%") return HUGE_VAL;
    return persons_behind(series_, figure).value_or(HUGE_VAL);
  }

  /// Whom a figure counts: a count itself; of a share those who have it; of a mean all persons behind it, since a sum of means
  /// gives away as much of it as a sum of persons.
  [[nodiscard]] std::optional<double> persons_of(const Observation& figure) const {
    const Indicator* indicator = city_.find(figure.indicator);
    if (indicator == nullptr || !figure.value) return std::nullopt;
    const double value = std::abs(figure.value->to_double());
    if (is_count(*indicator)) return value;
    const auto behind = persons_behind(series_, figure);
    if (!behind) return std::nullopt;
    return indicator->unit == "%" ? value / 100 * *behind : *behind;
  }

  [[nodiscard]] bool is_sensitive(const Observation& figure, int threshold) const {
    const Indicator* indicator = city_.find(figure.indicator);
    if (indicator == nullptr || !figure.value) return false;
    if (is_count(*indicator)) return figure.value->to_double() < threshold;
    const auto behind = persons_behind(series_, figure);
    return !behind || *behind < threshold;
  }

  void round(Observation& each) const {
    const auto rule = rules_.of(each.indicator);
    const Indicator* indicator = city_.find(each.indicator);
    if (!rule || rule->rounding <= 1 || !each.value || indicator == nullptr || !is_count(*indicator)) return;
    const auto multiples = static_cast<std::int64_t>(std::llround(each.value->to_double() / rule->rounding));
    each.value = parse_decimal(std::to_string(multiples * rule->rounding));
  }

  const City& city_;
  Rules rules_;
  std::set<Cell> kept_back_before_;  // in the stricter city
  SeriesIndex series_;
};

}  // namespace

bool has_disclosure_rules(const City& city) {
  return std::any_of(city.all<Indicator>().begin(), city.all<Indicator>().end(),
                     [](const Indicator& each) { return each.disclosure.has_value(); });
}

std::vector<Observation> published_observations(const City& city, const City* stricter) {
  if (!has_disclosure_rules(city) && (stricter == nullptr || !has_disclosure_rules(*stricter))) return city.observations;
  return Publisher(city, stricter).run();
}

}  // namespace koers
