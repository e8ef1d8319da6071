// SPDX-License-Identifier: EUPL-1.2
#include "app/views/parts.h"

#include <algorithm>

namespace koers::views {
namespace {

bool same_place_and_time(const Observation& a, const Observation& b) {
  return a.indicator == b.indicator && a.period == b.period && a.source.source == b.source.source;
}

/// The values of the observations like `of` in the areas that `test` accepts.
template <class Test>
std::vector<Decimal> values_like(const City& city, const Observation& of, Test test) {
  std::vector<Decimal> values;
  for (const Observation& each : city.observations) {
    if (each.value && same_place_and_time(each, of) && test(each.area)) values.push_back(*each.value);
  }
  return values;
}

void add(std::optional<Euro>& sum, std::optional<Status>& status, Euro amount, Status own) {
  sum = sum.value_or(Euro{}) + amount;
  status = std::max(status.value_or(own), own);
}

}  // namespace

Mentioned mentioned(const City& city, const Reference& reference) {
  return {reference.kind, reference.id, city.title_of(reference)};
}

std::optional<Spread> spread_of(std::vector<Decimal> values) {
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end(), [](const Decimal& a, const Decimal& b) { return a.to_double() < b.to_double(); });
  const std::size_t middle = values.size() / 2;
  const double upper = values[middle].to_double();
  const double median = values.size() % 2 == 1 ? upper : (values[middle - 1].to_double() + upper) / 2;
  return Spread{static_cast<int>(values.size()), values.front(), median, values.back()};
}

Reference own_municipality(const City& city) {
  return {Kind::municipality, city.manifest() == nullptr ? "" : city.manifest()->municipality.str()};
}

const Observation* latest(const City& city, const std::string& indicator, const Reference& area) {
  const Observation* found = nullptr;
  for (const Observation& each : city.observations) {
    if (each.indicator.str() != indicator || each.area != area) continue;
    if (found == nullptr || found->period.to.last_day() < each.period.to.last_day()) found = &each;
  }
  return found;
}

std::optional<Measurement> measurement(const City& city, const Indicator& indicator, const Reference& area) {
  const Observation* found = latest(city, indicator.id.str(), area);
  if (found == nullptr) return std::nullopt;
  const auto of_role = [&](MunicipalityRole role) {
    return spread_of(values_like(city, *found, [&](const Reference& at) {
      const Municipality* municipality = at.kind == Kind::municipality ? city.all<Municipality>().find(at.id) : nullptr;
      return municipality != nullptr && municipality->role == role;
    }));
  };
  Measurement out{indicator.id.str(),
                  indicator.title,
                  indicator.definition,
                  indicator.unit,
                  indicator.decimals,
                  indicator.polarity,
                  found->period,
                  found->value,
                  found->status,
                  {},
                  found->source,
                  {},
                  {},
                  {},
                  {}};
  if (!found->note.empty()) out.note = found->note;
  const auto own = values_like(city, *found, [&](const Reference& at) { return at == own_municipality(city); });
  if (!own.empty()) out.city = own.front();
  out.districts = spread_of(values_like(city, *found, [](const Reference& at) { return at.kind == Kind::district; }));
  out.new_towns = of_role(MunicipalityRole::new_town);
  out.neighbours = of_role(MunicipalityRole::neighbour);
  return out;
}

Money money_of(const City& city, const Id<Effort>& effort) {
  Money money;
  for (const Budget& budget : city.all<Budget>()) {
    if (budget.subject == Reference{Kind::effort, effort.str()}) {
      add(money.costs, money.costs_status, budget.total_costs, budget.status);
      add(money.cover, money.cover_status, budget.total_cover, budget.status);
      continue;
    }
    for (const BudgetLine& line : budget.lines) {
      if (line.effort != effort || !line.amount) continue;
      const Status status = std::max(line.status, budget.status);
      if (line.kind == BudgetLineKind::cost) {
        add(money.costs, money.costs_status, *line.amount, status);
      } else {
        add(money.cover, money.cover_status, *line.amount, status);
      }
    }
  }
  return money;
}

}  // namespace koers::views
