// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/scenario_plan.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "app/simulate/middle.h"
#include "model/kinds.h"
#include "simulate/integerise.h"

namespace koers {
namespace {

using simulate::DwellingIndex;
using simulate::DwellingStatus;
using simulate::DwellingType;
using simulate::PlanStep;
using simulate::Population;
using simulate::StepKind;
using simulate::Tenure;

// The words of the model begin at 1, the codes of a run at 0; both in the same order.
template <class To, class From>
To code_of(From word) {
  return static_cast<To>(static_cast<int>(word) - 1);
}
template <class To, class From>
std::optional<To> code_of(const std::optional<From>& word) {
  return word ? std::optional(code_of<To>(*word)) : std::nullopt;
}
static_assert(static_cast<int>(StepForm::jobs) - 1 == static_cast<int>(StepKind::jobs));
static_assert(static_cast<int>(HomeType::detached) - 1 == static_cast<int>(DwellingType::detached));
static_assert(static_cast<int>(HomeTenure::private_rent) - 1 == static_cast<int>(Tenure::private_rent));
static_assert(static_cast<int>(EducationTier::high) - 1 == static_cast<int>(simulate::Education::high));

constexpr float kCents = 100;
constexpr float kEurosInThousand = 1'000;

/// Whole numbers in proportion to `weights` that add up to `total`; equal ones when there are no weights.
std::vector<std::int64_t> divide(int total, std::vector<double> weights) {
  double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (sum == 0) {
    std::ranges::fill(weights, 1.0);
    sum = static_cast<double>(weights.size());
  }
  for (double& weight : weights) weight *= total / sum;
  return simulate::largest_remainders(weights);
}

class Planner {
 public:
  Planner(const Scenario& scenario, const Population& start, int years)
      : scenario_(scenario), start_(start), first_(start.year), last_(start.year + years - 1) {}

  Result<std::vector<PlanStep>> plan() {
    for (at_ = 0; at_ < scenario_.steps.size(); ++at_) add(scenario_.steps[at_]);
    if (faults_.empty()) check_whole();
    if (faults_.empty()) return std::move(plan_);
    std::string message = to_string(faults_.front());
    return failure(ErrorCode::bad_input, std::move(message), std::move(faults_));
  }

 private:
  void fault(std::size_t step, std::string_view field, std::string found, std::string expected) {
    std::string path = fmt::format("scenario/{} steps[{}].{}", scenario_.id.str(), step, field);
    faults_.push_back({"plan", {}, std::move(path), std::move(found), std::move(expected)});
  }

  void add(const ScenarioStep& step) {
    const std::vector<std::uint16_t> areas = areas_of(step.area);
    if (areas.empty()) return fault(at_, "area", to_string(step.area), "a neighbourhood or district of the run");
    if (step.from.value < first_) {
      return fault(at_, "from", std::to_string(step.from.value), fmt::format("a year from {}, where the run starts", first_));
    }
    const auto whole = whole_step(step);
    if (!whole) return;
    const std::vector<std::int64_t> numbers = divide(std::max(0, step.number.value_or(0)), weights_of(step, areas));
    for (std::size_t i = 0; i < areas.size(); ++i) {
      PlanStep in_area = *whole;
      in_area.neighbourhood = areas[i];
      if (areas.size() > 1) in_area.id += ':' + start_.neighbourhoods[areas[i]].code;
      spread_over_years(step, in_area, static_cast<std::uint64_t>(numbers[i]));
    }
  }

  [[nodiscard]] std::vector<std::uint16_t> areas_of(const Reference& area) const {
    std::vector<std::uint16_t> out;
    for (std::size_t i = 0; i < start_.neighbourhoods.size(); ++i) {
      const simulate::Neighbourhood& each = start_.neighbourhoods[i];
      const std::string& code = area.kind == Kind::district ? start_.districts[each.district] : each.code;
      if (code == area.id) out.push_back(static_cast<std::uint16_t>(i));
    }
    return out;
  }

  [[nodiscard]] bool is_meant(DwellingIndex i, std::optional<Tenure> tenure, std::optional<DwellingType> type) const {
    const simulate::Dwellings& all = start_.dwellings;
    return all.status[i] == DwellingStatus::standing && (!tenure || all.tenure[i] == *tenure) && (!type || all.type[i] == *type);
  }

  /// Of a step that changes what stands there, the dwellings that it can change; else all of them.
  [[nodiscard]] std::vector<double> weights_of(const ScenarioStep& step, const std::vector<std::uint16_t>& areas) const {
    std::optional<Tenure> tenure = code_of<Tenure>(step.tenure);
    std::optional<DwellingType> type = code_of<DwellingType>(step.type);
    if (step.form == StepForm::sale_of_rented) tenure = Tenure::social_rent;
    if (step.form == StepForm::new_dwellings || step.form == StepForm::jobs) tenure = std::nullopt, type = std::nullopt;
    std::vector<double> there(start_.neighbourhoods.size());
    for (DwellingIndex i = 0; i < start_.dwellings.rows(); ++i) {
      if (is_meant(i, tenure, type)) there[start_.dwellings.neighbourhood[i]] += 1;
    }
    std::vector<double> out;
    for (const std::uint16_t area : areas) out.push_back(there[area]);
    return out;
  }

  /// Everything but where, when and how many.
  [[nodiscard]] std::optional<PlanStep> whole_step(const ScenarioStep& step) {
    PlanStep out;
    out.id = step.name;
    out.kind = code_of<StepKind>(step.form);
    out.type = code_of<DwellingType>(step.type);
    out.tenure = code_of<Tenure>(step.tenure);
    out.becomes = code_of<Tenure>(step.becomes);
    out.education = code_of<simulate::Education>(step.education);
    if (step.first_for) {
      const auto found = std::ranges::find(start_.districts, step.first_for->str());
      if (found == start_.districts.end()) {
        fault(at_, "first_for", step.first_for->str(), "a district of the run");
        return std::nullopt;
      }
      out.first_for = static_cast<std::uint16_t>(found - start_.districts.begin());
    }
    if (step.form == StepForm::new_dwellings) fill_in(step, out);
    return out;
  }

  void fill_in(const ScenarioStep& step, PlanStep& out) const {
    if (!out.type) out.type = DwellingType::flat;
    const bool is_owned = out.tenure == Tenure::owner_occupied;
    if (step.rooms) out.rooms = static_cast<std::uint8_t>(std::clamp(*step.rooms, 1, int{simulate::kMaxRooms}));
    if (step.price) out.price = static_cast<float>(step.price->cents) / kCents / (is_owned ? kEurosInThousand : 1);
    if (step.rooms && step.price) return;
    const std::vector<DwellingIndex> alike = like(out.tenure, out.type);
    if (alike.empty()) return;  // the check of the plan says so
    if (!step.rooms) out.rooms = middle_of(start_.dwellings.rooms, alike);
    if (!step.price) out.price = middle_of(start_.dwellings.price, alike);
  }

  /// The dwellings of the city of that tenure and type, or of the tenure alone when there is none.
  [[nodiscard]] std::vector<DwellingIndex> like(std::optional<Tenure> tenure, std::optional<DwellingType> type) const {
    std::vector<DwellingIndex> out;
    for (const std::optional<DwellingType> of : {type, std::optional<DwellingType>()}) {
      if (!out.empty()) break;
      for (DwellingIndex i = 0; i < start_.dwellings.rows(); ++i) {
        if (is_meant(i, tenure, of)) out.push_back(i);
      }
    }
    return out;
  }

  void spread_over_years(const ScenarioStep& step, PlanStep in_area, std::uint64_t number) {
    const auto years = static_cast<std::uint64_t>(step.until.value_or(step.from).value - step.from.value) + 1;
    for (std::uint64_t i = 0; i < years; ++i) {
      in_area.year = step.from.value + static_cast<int>(i);
      in_area.number = static_cast<std::uint32_t>(number * (i + 1) / years - number * i / years);
      if (step.amount) in_area.amount = static_cast<float>(step.amount->to_double() / static_cast<double>(years));
      const bool nothing = step.number && in_area.number == 0;
      if (nothing || in_area.year > last_) continue;
      plan_.push_back(in_area);
      came_from_.push_back(at_);
    }
  }

  /// What is wrong with a step of the plan is told of the step of the scenario that it came from.
  void check_whole() {
    for (simulate::PlanFault& each : simulate::faults_of(plan_, start_, first_, last_)) {
      const PlanStep& step = plan_[each.step];
      std::string found = fmt::format("{} in {} in {}", each.found, start_.neighbourhoods[step.neighbourhood].code, step.year);
      fault(came_from_[each.step], each.field, std::move(found), std::move(each.expected));
    }
  }

  const Scenario& scenario_;
  const Population& start_;
  int first_;
  int last_;
  std::size_t at_ = 0;  // of the step that is looked at
  std::vector<PlanStep> plan_;
  std::vector<std::size_t> came_from_;  // for each of `plan_`
  std::vector<Fault> faults_;
};

}  // namespace

Result<std::vector<PlanStep>> plan_of(const Scenario& scenario, const Population& start, int years) {
  return Planner(scenario, start, years).plan();
}

}  // namespace koers
