// SPDX-License-Identifier: EUPL-1.2
#include "app/views/registers.h"

#include <algorithm>

#include "model/calendar.h"

namespace koers::views {
namespace {

ReviewState review_state(const PolicyDocument& document, int this_year) {
  if (document.state != DocumentState::in_force) {
    return document.state == DocumentState::unknown ? ReviewState::unknown : ReviewState::not_applicable;
  }
  const auto due = review_year(document);
  if (!due) return ReviewState::unknown;
  if (due->value < this_year) return ReviewState::late;
  return due->value == this_year ? ReviewState::due : ReviewState::current;
}

PolicyRow policy_row(const City& city, const PolicyDocument& document, int this_year) {
  PolicyRow row{document.id.str(),
                document.title,
                document.summary,
                document.sector,
                document.year,
                {},
                document.state,
                document.adopted_by,
                document.runs_until,
                {},
                review_state(document, this_year),
                {},
                document.owner,
                all_mentioned(city, document.challenges),
                document.status,
                document.sources};
  if (document.year) row.age_years = this_year - document.year->value;
  if (document.state == DocumentState::in_force) row.review_due = review_year(document);
  if (document.replaced_by) row.replaced_by = mentioned(city, *document.replaced_by);
  return row;
}

EffortRow effort_row(const City& city, const Effort& effort) {
  const Money money = money_of(city, effort.id);
  EffortRow row{effort.id.str(),
                effort.title,
                effort.summary,
                effort.form,
                effort.state,
                effort.starts,
                effort.ends,
                effort.owner,
                all_mentioned(city, effort.areas),
                all_mentioned(city, effort.challenges),
                {},
                money.costs,
                money.costs_status,
                money.cover,
                money.cover_status,
                effort.status,
                effort.sources};
  for (const Involvement& involvement : effort.partners) row.partners.push_back(mentioned(city, involvement.partner));
  return row;
}

}  // namespace

PolicyRegister policy_register(const City& city, std::chrono::year_month_day today) {
  PolicyRegister out{to_date(today), {}};
  for (const PolicyDocument& document : city.all<PolicyDocument>())
    out.rows.push_back(policy_row(city, document, int(today.year())));
  return out;
}

EffortRegister effort_register(const City& city) {
  EffortRegister out;
  for (const Effort& effort : city.all<Effort>()) out.rows.push_back(effort_row(city, effort));
  return out;
}

DecisionRegister decision_register(const City& city) {
  DecisionRegister out;
  for (const Decision& each : city.all<Decision>()) {
    out.rows.push_back({each.id.str(), each.date, each.body, each.title, each.summary, each.reference, each.votes,
                        all_mentioned(city, each.subjects), each.status, each.sources});
  }
  std::stable_sort(out.rows.begin(), out.rows.end(), [](const DecisionRow& a, const DecisionRow& b) { return b.date < a.date; });
  return out;
}

}  // namespace koers::views
