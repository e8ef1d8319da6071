// SPDX-License-Identifier: EUPL-1.2
#include "simulate/plan.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include <fmt/format.h>

namespace koers::simulate {
namespace {

constexpr std::uint32_t kMostDwellings = 100'000;
constexpr float kDearest = 100'000;
constexpr float kMostAmount = 5;

class Checker {
 public:
  Checker(const Population& start, int first_year, int last_year)
      : neighbourhoods_(start.neighbourhoods.size()),
        districts_(start.districts.size()),
        first_year_(first_year),
        last_year_(last_year) {
    for (DwellingIndex i = 0; i < start.dwellings.rows(); ++i) {
      if (start.dwellings.status[i] == DwellingStatus::standing)
        ++stock_[{start.dwellings.neighbourhood[i], start.dwellings.tenure[i]}];
    }
  }

  void look_at(std::size_t index, const PlanStep& step) {
    at_ = index;
    if (step.year < first_year_ || step.year > last_year_) {
      add("year", std::to_string(step.year), fmt::format("a year from {} to {}", first_year_, last_year_));
    }
    if (step.neighbourhood >= neighbourhoods_)
      add("neighbourhood", std::to_string(step.neighbourhood), "a neighbourhood of the run");
    if (step.first_for && *step.first_for >= districts_)
      add("firstFor", std::to_string(*step.first_for), "a district of the run");
    switch (step.kind) {
      case StepKind::new_dwellings:
        look_at_new(step);
        break;
      case StepKind::demolition:
      case StepKind::sale_of_rented:
      case StepKind::conversion:
        look_at_change(step);
        break;
      case StepKind::jobs:
        look_at_number(step);
        break;
      default:
        look_at_amount(step);
    }
  }

  /// The keys of what is built are made of id and year.
  void look_at_ids(const std::vector<PlanStep>& plan) {
    std::map<std::tuple<std::string, int>, std::size_t> seen;
    for (at_ = 0; at_ < plan.size(); ++at_) {
      if (plan[at_].kind != StepKind::new_dwellings) continue;
      const auto [first, is_new] = seen.try_emplace({plan[at_].id, plan[at_].year}, at_);
      if (!is_new)
        add("id", plan[at_].id, fmt::format("another id than steps[{}], which builds in the same year", first->second));
    }
  }

  [[nodiscard]] std::vector<PlanFault> faults() && { return std::move(faults_); }

 private:
  void add(std::string_view field, std::string found, std::string expected) {
    faults_.push_back({at_, std::string(field), std::move(found), std::move(expected)});
  }

  void look_at_number(const PlanStep& step) {
    if (step.number == 0 || step.number > kMostDwellings)
      add("number", std::to_string(step.number), fmt::format("1 to {}", kMostDwellings));
  }

  void look_at_new(const PlanStep& step) {
    look_at_number(step);
    if (!step.type) add("type", "nothing", "the type of the dwellings");
    if (!step.tenure) add("tenure", "nothing", "the tenure of the dwellings");
    if (step.rooms < 1 || step.rooms > kMaxRooms) add("rooms", std::to_string(step.rooms), fmt::format("1 to {}", kMaxRooms));
    if (!(step.price > 0) || step.price > kDearest)
      add("price", fmt::format("{}", step.price), fmt::format("above 0, at most {}", kDearest));
    if (step.tenure && faults_.empty()) stock_[{step.neighbourhood, *step.tenure}] += step.number;
  }

  /// Steps are looked at by year, new dwellings last: what is built in an earlier year counts.
  void look_at_change(const PlanStep& step) {
    look_at_number(step);
    const bool sale = step.kind == StepKind::sale_of_rented;
    const std::optional<Tenure> from = sale ? Tenure::social_rent : step.tenure;
    if (step.kind == StepKind::conversion && !step.becomes) add("becomes", "nothing", "the tenure after the conversion");
    if (!from) {
      add("tenure", "nothing", "the tenure of the dwellings");
      return;
    }
    std::uint32_t& there = stock_[{step.neighbourhood, *from}];
    if (there < step.number) {
      add("number", std::to_string(step.number), fmt::format("at most {}, which is what stands there", there));
      return;
    }
    there -= step.number;
    if (sale) stock_[{step.neighbourhood, Tenure::owner_occupied}] += step.number;
    if (step.becomes) stock_[{step.neighbourhood, *step.becomes}] += step.number;
  }

  void look_at_amount(const PlanStep& step) {
    if (!(step.amount >= -kMostAmount && step.amount <= kMostAmount) || step.amount == 0) {
      add("amount", fmt::format("{}", step.amount), fmt::format("within ±{}, not 0", kMostAmount));
    }
  }

  std::size_t neighbourhoods_;
  std::size_t districts_;
  int first_year_;
  int last_year_;
  std::size_t at_ = 0;
  std::map<std::tuple<std::uint16_t, Tenure>, std::uint32_t> stock_;
  std::vector<PlanFault> faults_;
};

}  // namespace

std::vector<PlanFault> faults_of(const std::vector<PlanStep>& plan, const Population& start, int first_year, int last_year) {
  std::vector<std::size_t> order(plan.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, {},
                           [&](std::size_t i) { return std::tuple(plan[i].year, plan[i].kind == StepKind::new_dwellings); });
  Checker checker(start, first_year, last_year);
  for (const std::size_t i : order) checker.look_at(i, plan[i]);
  checker.look_at_ids(plan);
  return std::move(checker).faults();
}

std::vector<Fault> check(const std::vector<PlanStep>& plan, const Population& start, int first_year, int last_year) {
  std::vector<Fault> out;
  for (PlanFault& each : faults_of(plan, start, first_year, last_year)) {
    out.push_back(
        {"plan", {}, fmt::format("steps[{}].{}", each.step, each.field), std::move(each.found), std::move(each.expected)});
  }
  return out;
}

}  // namespace koers::simulate
