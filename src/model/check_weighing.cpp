// SPDX-License-Identifier: EUPL-1.2
// The rules of appraisals and of the frame in which they are weighed: options that go together, amounts for every year, weights
// that do not contradict each other.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "model/check.h"

namespace koers {
namespace {

constexpr int kMaxOptionYears = 20;
constexpr int kMaxAgendaYears = 20;
constexpr double kMaxScore = 3;
constexpr int kMaxHirePercent = 20;
constexpr int kMaxShiftPercent = 1'000;
constexpr double kWeightTolerance = 1e-9;

std::string at(const char* list, std::size_t index) { return std::string(list) + '[' + std::to_string(index) + ']'; }

bool is_criterion(Kind kind) { return kind == Kind::guideline || kind == Kind::mechanism; }
bool is_item(Kind kind) { return kind == Kind::effort || kind == Kind::policy_document; }
bool is_group(Kind kind) { return kind == Kind::pillar || kind == Kind::guideline || kind == Kind::challenge || is_area(kind); }

std::string show(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

template <class Amount>
std::int64_t least_of(const std::vector<Amount>& amounts) {
  std::int64_t least = 0;
  for (const Amount& amount : amounts) {
    if constexpr (std::is_same_v<Amount, Euro>) least = std::min(least, amount.cents);
    if constexpr (std::is_same_v<Amount, Fte>) least = std::min(least, amount.hundredths);
  }
  return least;
}

double sum_of(const std::vector<Criterion>& criteria, Decimal Criterion::*part) {
  double sum = 0;
  for (const Criterion& each : criteria) sum += (each.*part).to_double();
  return sum;
}

}  // namespace

void CityCheck::check_own_rules(const Appraisal& appraisal) {
  const Reference self{Kind::appraisal, appraisal.id.str()};
  if (!is_item(appraisal.subject.kind))
    fault("type", self, "subject", to_string(appraisal.subject), "an effort or policy document");
  if (appraisal.options.empty()) fault("missing_field", self, "options", "no options", "at least one");
  std::set<OptionForm> forms;
  bool has_keep = false;
  bool has_new = false;
  for (std::size_t i = 0; i < appraisal.options.size(); ++i) {
    const OptionForm form = appraisal.options[i].form;
    if (!forms.insert(form).second) fault("double_id", self, at("options", i) + ".form", name_of(form), "every option once");
    has_keep = has_keep || form == OptionForm::keep;
    has_new = has_new || is_for_new(form);
    check_option(appraisal, i);
  }
  const bool has_running = std::any_of(forms.begin(), forms.end(), [](OptionForm form) { return !is_for_new(form); });
  if (has_running && has_new)
    fault("type", self, "options", "options of something that runs and of something new", "either the one or the other");
  if (has_running && !has_keep) fault("missing_field", self, "options", "no `keep`", "what happens when nothing changes");
}

void CityCheck::check_option(const Appraisal& appraisal, std::size_t index) {
  const Reference self{Kind::appraisal, appraisal.id.str()};
  const AppraisalOption& option = appraisal.options[index];
  const std::string path = at("options", index);
  if (option.years < 1 || option.years > kMaxOptionYears)
    fault("type", self, path + ".years", std::to_string(option.years), "years from 1 to 20");
  if (option.form == OptionForm::keep && option.starts)
    fault("unknown_field", self, path + ".starts", "starts", "nothing: what is kept runs from the first year on");
  if (appraisal.bound_until && option.starts && option.starts->to <= *appraisal.bound_until && option.form != OptionForm::keep)
    fault("contract", self, path + ".starts.to", to_string(option.starts->to),
          "after " + to_string(*appraisal.bound_until) + ", until when contracts hold it");
  const auto check_amounts = [&](const auto& amounts, const std::string& where) {
    if (amounts.size() != 1 && amounts.size() != static_cast<std::size_t>(std::max(option.years, 0)))
      fault("type", self, where, std::to_string(amounts.size()) + " amounts",
            "one, or one for each of the " + std::to_string(option.years) + " years of the option");
    if (least_of(amounts) < 0) fault("type", self, where, "an amount below zero", "not less than zero");
  };
  for (std::size_t i = 0; i < option.costs.size(); ++i)
    check_amounts(option.costs[i].amounts, path + '.' + at("costs", i) + ".amounts");
  for (std::size_t i = 0; i < option.people.size(); ++i)
    check_amounts(option.people[i].amounts, path + '.' + at("people", i) + ".amounts");
  check_contributions(option, self, path);
}

void CityCheck::check_contributions(const AppraisalOption& option, const Reference& document, const std::string& path) {
  std::set<std::pair<Reference, std::string>> seen;
  for (std::size_t i = 0; i < option.contributions.size(); ++i) {
    const Contribution& each = option.contributions[i];
    const std::string where = path + '.' + at("contributions", i);
    if (!is_criterion(each.to.kind)) fault("type", document, where + ".to", to_string(each.to), "a guideline or mechanism");
    const double low = each.low.to_double();
    const double likely = each.likely.to_double();
    const double high = each.high.to_double();
    if (low < -kMaxScore || high > kMaxScore || likely < low || high < likely)
      fault("range", document, where, to_string(each.low) + ", " + to_string(each.likely) + ", " + to_string(each.high),
            "low, likely and high in order, from -3 to 3");
    if (each.basis == Basis::panel && !each.assessor)
      fault("missing_field", document, where, "nothing", "the field `assessor` of a panel");
    if ((each.basis == Basis::escalator) != each.scenario.has_value())
      fault(each.scenario ? "unknown_field" : "missing_field", document, where, each.scenario ? "scenario" : "nothing",
            "the field `scenario` for the basis `escalator`, and for no other");
    if (!seen.insert({each.to, each.assessor.value_or("")}).second)
      fault("double_id", document, where + ".to", to_string(each.to), "once for every assessor");
  }
}

void CityCheck::check_appraisals_once() {
  std::map<Reference, std::string> seen;
  for (const Appraisal& each : city_.all<Appraisal>()) {
    const auto [first, is_new] = seen.insert({each.subject, each.id.str()});
    if (is_new) continue;
    fault("double_id", {Kind::appraisal, each.id.str()}, "subject", to_string(each.subject),
          "one appraisal of it; there is appraisal/" + first->second);
  }
}

void CityCheck::check_own_rules(const Weighing& weighing) {
  const Reference self{Kind::weighing, weighing.id.str()};
  if (weighing.years.to.value - weighing.years.from.value >= kMaxAgendaYears)
    fault("years_out_of_order", self, "years", to_string(weighing.years.from) + " to " + to_string(weighing.years.to),
          "at most 20 years");
  const double discount = weighing.discount_percent.to_double();
  if (discount < 0 || discount > 20)
    fault("range", self, "discount_percent", to_string(weighing.discount_percent), "from 0 to 20");
  const auto check_points = [&](const char* name, const Decimal& points) {
    if (points.units < 0) fault("range", self, std::string("exchange.") + name, to_string(points), "not less than zero");
  };
  for_each_field(weighing.exchange, [&](const char* name, const auto& points) {
    if constexpr (kIsOptional<std::remove_cvref_t<decltype(points)>>) {
      if (points) check_points(name, *points);
    } else {
      check_points(name, points);
    }
  });
  check_criteria(weighing, self);
  check_means(weighing, self);
  check_wishes(weighing, self);
}

void CityCheck::check_criteria(const Weighing& weighing, const Reference& document) {
  const auto& criteria = weighing.criteria;
  std::set<Reference> seen;
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    const Criterion& each = criteria[i];
    const std::string path = at("criteria", i);
    if (!is_criterion(each.to.kind)) fault("type", document, path + ".to", to_string(each.to), "a guideline or mechanism");
    if (!seen.insert(each.to).second) fault("double_id", document, path + ".to", to_string(each.to), "every criterion once");
    const double weight = each.weight.to_double();
    if (each.least.units < 0 || weight < each.least.to_double() || each.most.to_double() < weight)
      fault("weights", document, path, to_string(each.least) + ", " + to_string(each.weight) + ", " + to_string(each.most),
            "least, weight and most in order, not below 0");
    for (const Criterion& other : criteria) {
      if (!each.rank || !other.rank || *each.rank >= *other.rank || other.weight.to_double() <= weight) continue;
      fault("weights", document, path + ".weight", to_string(each.weight),
            "at least " + to_string(other.weight) + ", the weight of " + to_string(other.to) + ", which ranks after it");
    }
  }
  const double sum = sum_of(criteria, &Criterion::weight);
  if (std::abs(sum - 1) > kWeightTolerance) fault("weights", document, "criteria", show(sum) + " together", "1 together");
}

void CityCheck::check_means(const Weighing& weighing, const Reference& document) {
  const auto years = static_cast<std::size_t>(std::max(0, weighing.years.to.value - weighing.years.from.value + 1));
  const auto check_amounts = [&](const auto& amounts, const std::string& path) {
    if (amounts.size() != years)
      fault("type", document, path, std::to_string(amounts.size()) + " amounts",
            "one for each of the " + std::to_string(years) + " years");
    if (least_of(amounts) < 0) fault("type", document, path, "an amount below zero", "not less than zero");
  };
  std::set<std::string> seen;
  for (std::size_t i = 0; i < weighing.funds.size(); ++i) {
    const FundFrame& each = weighing.funds[i];
    const std::string path = at("funds", i);
    if (!seen.insert(each.fund.str()).second) fault("double_id", document, path + ".fund", each.fund.str(), "every fund once");
    check_amounts(each.budget, path + ".budget");
    if (!each.carries_over && (each.reserve_at_start || each.reserve_most))
      fault("unknown_field", document, path, "a reserve", "a reserve only of a fund that carries over");
    if (each.reserve_at_start.value_or(Euro{}).cents < 0 || each.reserve_most.value_or(Euro{}).cents < 0)
      fault("type", document, path, "a reserve below zero", "not less than zero");
  }
  seen.clear();
  for (std::size_t i = 0; i < weighing.teams.size(); ++i) {
    const TeamFrame& each = weighing.teams[i];
    const std::string path = at("teams", i);
    if (!seen.insert(each.team.str()).second) fault("double_id", document, path + ".team", each.team.str(), "every team once");
    check_amounts(each.capacity, path + ".capacity");
    if (each.hire_percent < 0 || each.hire_percent > kMaxHirePercent)
      fault("range", document, path + ".hire_percent", std::to_string(each.hire_percent), "from 0 to 20");
  }
}

void CityCheck::check_wishes(const Weighing& weighing, const Reference& document) {
  std::set<Tempo> tempos;
  for (std::size_t i = 0; i < weighing.tempos.size(); ++i) {
    const TempoLimit& each = weighing.tempos[i];
    const std::string path = at("tempos", i);
    if (!tempos.insert(each.tempo).second) fault("double_id", document, path + ".tempo", name_of(each.tempo), "every tempo once");
    if (each.shift_percent < 0 || each.shift_percent > kMaxShiftPercent)
      fault("range", document, path + ".shift_percent", std::to_string(each.shift_percent), "from 0 to 1000");
  }
  for (std::size_t i = 0; i < weighing.coverage.size(); ++i) {
    const CoverageRule& each = weighing.coverage[i];
    if (!is_group(each.group.kind))
      fault("type", document, at("coverage", i) + ".group", to_string(each.group), "a pillar, guideline, challenge or area");
    if (each.least_items < 1)
      fault("range", document, at("coverage", i) + ".least_items", std::to_string(each.least_items), "at least 1");
  }
  std::set<Reference> items;
  for (std::size_t i = 0; i < weighing.items.size(); ++i) {
    const Reference& item = weighing.items[i];
    if (!is_item(item.kind)) fault("type", document, at("items", i), to_string(item), "an effort or policy document");
    if (!items.insert(item).second) fault("double_id", document, at("items", i), to_string(item), "every item once");
  }
  for (std::size_t i = 0; i < weighing.wishes.size(); ++i) {
    if (is_item(weighing.wishes[i].item.kind)) continue;
    fault("type", document, at("wishes", i) + ".item", to_string(weighing.wishes[i].item), "an effort or policy document");
  }
}

}  // namespace koers
