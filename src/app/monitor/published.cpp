// SPDX-License-Identifier: EUPL-1.2
#include "app/monitor/published.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

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
  /// The total of which it is a part of a part of a part.
  [[nodiscard]] Id<Indicator> root_of(Id<Indicator> id) const {
    for (int level = 0; level < kDeepestTotal; ++level) {
      const auto total = total_of(id);
      if (!total) break;
      id = *total;
    }
    return id;
  }

 private:
  const City& city_;
  const City* stricter_;
};

/// All figures of one period about a total and its parts.
struct Family {
  std::vector<Reference> areas;
  std::vector<Id<Indicator>> parts;
  std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> figures;  // by area and part: places of observations
};

template <class T>
std::size_t place_in(std::vector<T>& all, const T& one) {
  const auto found = std::find(all.begin(), all.end(), one);
  if (found != all.end()) return static_cast<std::size_t>(found - all.begin());
  all.push_back(one);
  return all.size() - 1;
}

class Publisher {
 public:
  Publisher(const City& city, const City* stricter) : city_(city), rules_(city, stricter), series_(city) {}

  std::vector<Observation> run() {
    std::vector<Observation> out = city_.observations;
    for (const auto& [key, family] : families()) keep_back(family, out);
    for (Observation& each : out) round(each);
    return out;
  }

 private:
  [[nodiscard]] std::map<std::pair<std::string, Period>, Family> families() const {
    std::set<std::string> guarded;
    for (const Indicator& indicator : city_.all<Indicator>()) {
      if (rules_.of(indicator.id)) guarded.insert(rules_.root_of(indicator.id).str());
    }
    std::map<std::pair<std::string, Period>, Family> families;
    for (std::size_t i = 0; i < city_.observations.size(); ++i) {
      const Observation& each = city_.observations[i];
      const std::string root = rules_.root_of(each.indicator).str();
      if (!guarded.contains(root)) continue;
      Family& family = families[{root, each.period}];
      const std::size_t area = place_in(family.areas, each.area);
      family.figures[{area, place_in(family.parts, each.indicator)}].push_back(i);
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
      const std::size_t cell = table.at(place.first, place.second);
      // A figure whose persons are unknown is no part of any sum that somebody could work out.
      const bool is_hidden = found.kept_back[cell] || table.cells[cell].is_sensitive;
      for (const std::size_t each : is_hidden ? figures : std::vector<std::size_t>{}) {
        out[each].value.reset();
        out[each].denominator.reset();
        out[each].note.clear();
        out[each].status = ObservationStatus::suppressed;
      }
    }
  }

  [[nodiscard]] monitor::SumTable table_of(const Family& family) const {
    monitor::SumTable table{{areas_of(family)}, {parts_of(family)}, {}};
    table.cells.resize(family.areas.size() * family.parts.size());
    for (const auto& [place, figures] : family.figures) {
      monitor::TableCell& cell = table.cells[table.at(place.first, place.second)];
      const auto rule = rules_.of(family.parts[place.second]);
      cell.is_published_elsewhere = !rule;
      for (const std::size_t each : figures) {
        const Observation& figure = city_.observations[each];
        if (!cell.persons) cell.persons = persons_of(figure);
        cell.is_sensitive = cell.is_sensitive || (rule && is_sensitive(figure, rule->threshold));
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
  [[nodiscard]] std::vector<std::optional<std::size_t>> parts_of(const Family& family) const {
    std::vector<std::optional<std::size_t>> totals;
    for (const auto& part : family.parts) {
      const auto total = rules_.total_of(part);
      const auto found = total ? std::find(family.parts.begin(), family.parts.end(), *total) : family.parts.end();
      totals.push_back(found == family.parts.end() ? std::nullopt
                                                   : std::optional(static_cast<std::size_t>(found - family.parts.begin())));
    }
    for (auto& total : totals) {
      if (total && std::count(totals.begin(), totals.end(), total) == 1) total.reset();
    }
    return totals;
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
