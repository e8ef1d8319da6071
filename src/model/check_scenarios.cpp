// SPDX-License-Identifier: EUPL-1.2
// The rules of scenarios: what a step of each form must say, and what it cannot say.
#include <algorithm>
#include <array>
#include <set>

#include "model/check.h"

namespace koers {
namespace {

enum class Need : std::uint8_t { never, may, must };

/// What a step of one form says of itself. Prices, rooms and who goes first go with what is built.
struct StepRule {
  StepForm form;
  Need number, type, tenure, becomes, built, education, amount;
};
constexpr std::array kStepRules{
    StepRule{StepForm::new_dwellings, Need::must, Need::may, Need::must, Need::never, Need::may, Need::never, Need::never},
    StepRule{StepForm::demolition, Need::must, Need::may, Need::must, Need::never, Need::never, Need::never, Need::never},
    StepRule{StepForm::sale_of_rented, Need::must, Need::may, Need::never, Need::never, Need::never, Need::never, Need::never},
    StepRule{StepForm::conversion, Need::must, Need::may, Need::must, Need::must, Need::never, Need::never, Need::never},
    StepRule{StepForm::public_space, Need::never, Need::never, Need::never, Need::never, Need::never, Need::never, Need::must},
    StepRule{StepForm::social_fund, Need::never, Need::never, Need::never, Need::never, Need::never, Need::never, Need::must},
    StepRule{StepForm::access, Need::never, Need::never, Need::never, Need::never, Need::never, Need::never, Need::must},
    StepRule{StepForm::jobs, Need::must, Need::never, Need::never, Need::never, Need::never, Need::may, Need::never},
};

constexpr int kMaxNumber = 1'000'000;
constexpr double kMaxAmount = 5;  // standard deviations, or log odds: beyond it nothing was ever seen
constexpr int kMaxRooms = 12;
constexpr int kMaxSpread = 50;  // years

const StepRule& rule_of(StepForm form) {
  return *std::find_if(kStepRules.begin(), kStepRules.end(), [&](const StepRule& each) { return each.form == form; });
}

}  // namespace

void CityCheck::check_step(const ScenarioStep& step, const Reference& document, const std::string& path) {
  const StepRule& rule = rule_of(step.form);
  const std::string form = name_of(step.form);
  const auto there = [&](Need need, bool is_there, const char* field) {
    if (need == Need::must && !is_there)
      fault("missing_field", document, path, "nothing", "the field `" + std::string(field) + "` of " + form);
    if (need == Need::never && is_there)
      fault("unknown_field", document, path + '.' + field, field, "a field that " + form + " has");
  };
  there(rule.number, step.number.has_value(), "number");
  there(rule.type, step.type.has_value(), "type");
  there(rule.tenure, step.tenure.has_value(), "tenure");
  there(rule.becomes, step.becomes.has_value(), "becomes");
  there(rule.built, step.rooms.has_value(), "rooms");
  there(rule.built, step.price.has_value(), "price");
  there(rule.built, step.first_for.has_value(), "first_for");
  there(rule.education, step.education.has_value(), "education");
  there(rule.amount, step.amount.has_value(), "amount");
}

void CityCheck::check_step_values(const ScenarioStep& step, const Reference& document, const std::string& path) {
  const auto within = [&](std::optional<int> value, int highest, const char* field) {
    if (!value || (*value >= 1 && *value <= highest)) return;
    fault("range", document, path + '.' + field, std::to_string(*value), "1 to " + std::to_string(highest));
  };
  within(step.number, kMaxNumber, "number");
  within(step.rooms, kMaxRooms, "rooms");
  if (step.price && step.price->cents <= 0) fault("range", document, path + ".price", to_string(*step.price), "more than 0");
  if (step.amount && !(std::abs(step.amount->to_double()) <= kMaxAmount)) {
    fault("range", document, path + ".amount", to_string(*step.amount), "-5 to 5");
  }
  if (step.becomes && step.becomes == step.tenure) {
    fault("range", document, path + ".becomes", name_of(*step.becomes), "another tenure than it was");
  }
  if (step.until && (step.until->value < step.from.value || step.until->value - step.from.value >= kMaxSpread)) {
    fault("years_out_of_order", document, path + ".until", to_string(*step.until),
          "from " + to_string(step.from) + ", within 50 years");
  }
}

void CityCheck::check_own_rules(const Scenario& scenario) {
  const Reference self{Kind::scenario, scenario.id.str()};
  std::set<std::string> names;
  for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
    const ScenarioStep& step = scenario.steps[i];
    const std::string path = "steps[" + std::to_string(i) + ']';
    if (!names.insert(step.name).second) fault("double_id", self, path + ".name", step.name, "every step once");
    if (step.area.kind != Kind::neighbourhood && step.area.kind != Kind::district) {
      fault("type", self, path + ".area", to_string(step.area), "a neighbourhood or district");
    }
    check_step(step, self, path);
    check_step_values(step, self, path);
  }
}

}  // namespace koers
