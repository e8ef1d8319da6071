// SPDX-License-Identifier: EUPL-1.2
// Sums that must add up, and references that must not run in circles.
#include <set>

#include "model/check.h"

namespace koers {
namespace {

/// Follows `next` from `start`; true when it comes back to where it was.
template <class Next>
bool runs_in_a_circle(const std::string& start, Next next) {
  std::set<std::string> seen;
  std::optional<std::string> at = start;
  while (at && seen.insert(*at).second) at = next(*at);
  return at.has_value();
}

std::optional<std::string> whole_of(const Effort* effort) {
  if (effort == nullptr) return std::nullopt;
  for (const Link& link : effort->links) {
    if (link.nature == LinkNature::part_of && link.to.kind == Kind::effort) return link.to.id;
  }
  return std::nullopt;
}

template <class T>
std::optional<std::string> text_of(const std::optional<Id<T>>& id) {
  return id ? std::optional(id->str()) : std::nullopt;
}

}  // namespace

void CityCheck::check_own_rules(const Budget& budget) {
  const Reference self{Kind::budget, budget.id.str()};
  Euro costs;
  Euro cover;
  for (std::size_t i = 0; i < budget.lines.size(); ++i) {
    const BudgetLine& line = budget.lines[i];
    (line.kind == BudgetLineKind::cost ? costs : cover) += line.amount.value_or(Euro{});
    const std::string path = "lines[" + std::to_string(i) + ']';
    if (line.year && (*line.year < budget.years.from || budget.years.to < *line.year)) {
      fault("years_out_of_order", self, path + ".year", to_string(*line.year), "a year of the budget");
    }
    if (line.amount && line.amount->cents < 0)
      fault("type", self, path + ".amount", to_string(*line.amount), "not less than zero");
    if (!line.amount && !line.note) fault("missing_field", self, path, "neither amount nor note", "why there is no amount");
  }
  const auto require_sum = [&](const char* path, Euro stated, Euro sum) {
    if (stated != sum) fault("sum", self, path, to_string(stated), to_string(sum) + ", the sum of its lines");
  };
  require_sum("total_costs", budget.total_costs, costs);
  require_sum("total_cover", budget.total_cover, cover);
  require_sum("shortfall", budget.shortfall, costs - cover);
}

void CityCheck::check_cycles() {
  for (const PolicyDocument& document : city_.all<PolicyDocument>()) {
    const auto next = [&](const std::string& id) {
      const PolicyDocument* found = city_.all<PolicyDocument>().find(id);
      return found == nullptr ? std::nullopt : text_of(found->replaced_by);
    };
    if (runs_in_a_circle(document.id.str(), next)) {
      fault("circle", {Kind::policy_document, document.id.str()}, "replaced_by", "a circle", "a newest document at the end");
    }
  }
  for (const Indicator& indicator : city_.all<Indicator>()) {
    const auto next = [&](const std::string& id) {
      const Indicator* found = city_.all<Indicator>().find(id);
      return found == nullptr ? std::nullopt : text_of(found->part_of);
    };
    if (runs_in_a_circle(indicator.id.str(), next)) {
      fault("circle", {Kind::indicator, indicator.id.str()}, "part_of", "a circle", "a total that is part of nothing");
    }
  }
  for (const Agenda& agenda : city_.all<Agenda>()) {
    const auto next = [&](const std::string& id) {
      const Agenda* found = city_.all<Agenda>().find(id);
      return found == nullptr ? std::nullopt : text_of(found->succeeds);
    };
    if (runs_in_a_circle(agenda.id.str(), next)) {
      fault("circle", {Kind::agenda, agenda.id.str()}, "succeeds", "a circle", "a first agenda at the end");
    }
  }
  for (const Effort& effort : city_.all<Effort>()) {
    const auto next = [&](const std::string& id) { return whole_of(city_.all<Effort>().find(id)); };
    if (runs_in_a_circle(effort.id.str(), next)) {
      fault("circle", {Kind::effort, effort.id.str()}, "links", "a circle of `part_of`", "a whole that is part of nothing");
    }
  }
}

}  // namespace koers
