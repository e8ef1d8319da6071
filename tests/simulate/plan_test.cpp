// SPDX-License-Identifier: EUPL-1.2
#include "simulate/plan.h"

#include <functional>
#include <limits>

#include <gtest/gtest.h>

#include "hamlet.h"

namespace koers::simulate {
namespace {

/// Three social flats and one owned one in the first of two neighbourhoods.
Population start() {
  Population out = hamlet();
  for (int i = 0; i < 3; ++i) dwelling(out, Tenure::social_rent);
  dwelling(out, Tenure::owner_occupied);
  return out;
}

PlanStep new_dwellings(std::uint32_t number = 10) {
  PlanStep out;
  out.id = "new";
  out.kind = StepKind::new_dwellings;
  out.year = 2024;
  out.number = number;
  out.type = DwellingType::flat;
  out.tenure = Tenure::social_rent;
  out.rooms = 3;
  out.price = 600;
  return out;
}

PlanStep change(StepKind kind, std::uint32_t number, int year = 2024) {
  PlanStep out;
  out.id = "change";
  out.kind = kind;
  out.year = year;
  out.number = number;
  out.tenure = Tenure::social_rent;
  if (kind == StepKind::conversion) out.becomes = Tenure::owner_occupied;
  return out;
}

PlanStep amount(StepKind kind, float amount) {
  PlanStep out;
  out.id = "amount";
  out.kind = kind;
  out.year = 2024;
  out.amount = amount;
  return out;
}

std::vector<std::string> paths_of(const std::vector<PlanStep>& plan) {
  std::vector<std::string> out;
  for (const Fault& fault : check(plan, start(), 2022, 2031)) out.push_back(fault.path);
  return out;
}

using Paths = std::vector<std::string>;

TEST(Plan, OfAllKindsOfStepsIsWithoutFault) {
  EXPECT_EQ(paths_of({new_dwellings(), change(StepKind::demolition, 1), change(StepKind::sale_of_rented, 1),
                      change(StepKind::conversion, 1), amount(StepKind::public_space, 1), amount(StepKind::social_fund, -1),
                      amount(StepKind::access, 5)}),
            Paths{});
  EXPECT_EQ(paths_of({}), Paths{});
}

struct FaultCase {
  const char* path;
  PlanStep step;
  std::function<void(PlanStep&)> damage;
};

std::vector<FaultCase> cases_of_building() {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  return {{"steps[0].year", new_dwellings(), [](PlanStep& s) { s.year = 2021; }},
          {"steps[0].year", new_dwellings(), [](PlanStep& s) { s.year = 2032; }},
          {"steps[0].neighbourhood", new_dwellings(), [](PlanStep& s) { s.neighbourhood = 2; }},
          {"steps[0].firstFor", new_dwellings(), [](PlanStep& s) { s.first_for = 2; }},
          {"steps[0].number", new_dwellings(), [](PlanStep& s) { s.number = 0; }},
          {"steps[0].number", new_dwellings(), [](PlanStep& s) { s.number = 100'001; }},
          {"steps[0].type", new_dwellings(), [](PlanStep& s) { s.type.reset(); }},
          {"steps[0].tenure", new_dwellings(), [](PlanStep& s) { s.tenure.reset(); }},
          {"steps[0].rooms", new_dwellings(), [](PlanStep& s) { s.rooms = 0; }},
          {"steps[0].rooms", new_dwellings(), [](PlanStep& s) { s.rooms = 7; }},
          {"steps[0].price", new_dwellings(), [](PlanStep& s) { s.price = 0; }},
          {"steps[0].price", new_dwellings(), [](PlanStep& s) { s.price = 100'001; }},
          {"steps[0].price", new_dwellings(), [=](PlanStep& s) { s.price = nan; }}};
}

std::vector<FaultCase> cases_of_change() {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  return {{"steps[0].number", change(StepKind::demolition, 0), [](PlanStep&) {}},
          {"steps[0].number", change(StepKind::demolition, 4), [](PlanStep&) {}},
          {"steps[0].number", change(StepKind::sale_of_rented, 4), [](PlanStep&) {}},
          {"steps[0].number", change(StepKind::conversion, 4), [](PlanStep&) {}},
          {"steps[0].tenure", change(StepKind::demolition, 1), [](PlanStep& s) { s.tenure.reset(); }},
          {"steps[0].tenure", change(StepKind::conversion, 1), [](PlanStep& s) { s.tenure.reset(); }},
          {"steps[0].becomes", change(StepKind::conversion, 1), [](PlanStep& s) { s.becomes.reset(); }},
          {"steps[0].amount", amount(StepKind::public_space, 0), [](PlanStep&) {}},
          {"steps[0].amount", amount(StepKind::access, 5.1F), [](PlanStep&) {}},
          {"steps[0].amount", amount(StepKind::social_fund, -5.1F), [](PlanStep&) {}},
          {"steps[0].amount", amount(StepKind::access, nan), [](PlanStep&) {}},
          {"steps[0].year", amount(StepKind::access, 1), [](PlanStep& s) { s.year = 1900; }}};
}

TEST(Plan, TellsEachFaultByItsPath) {
  for (const auto& cases : {cases_of_building(), cases_of_change()}) {
    for (std::size_t i = 0; i < cases.size(); ++i) {
      PlanStep step = cases[i].step;
      cases[i].damage(step);
      EXPECT_EQ(paths_of({step}), Paths{cases[i].path}) << i;
    }
  }
}

TEST(Plan, TellsWhichStepItIs) {
  PlanStep bad = new_dwellings();
  bad.id = "bad";
  bad.rooms = 9;
  EXPECT_EQ(paths_of({new_dwellings(), amount(StepKind::access, 1), bad}), Paths{"steps[2].rooms"});
}

TEST(Plan, TellsAllFaultsOfAStep) {
  PlanStep bad = new_dwellings(0);
  bad.year = 1999;
  bad.tenure.reset();
  bad.price = -1;
  EXPECT_EQ(paths_of({bad}), (Paths{"steps[0].year", "steps[0].number", "steps[0].tenure", "steps[0].price"}));
}

TEST(Plan, CannotTakeMoreThanStandsThereAfterEarlierSteps) {
  EXPECT_EQ(paths_of({change(StepKind::demolition, 2), change(StepKind::demolition, 2, 2025)}), Paths{"steps[1].number"});
  EXPECT_EQ(paths_of({change(StepKind::demolition, 2, 2025), change(StepKind::demolition, 2)}), Paths{"steps[0].number"})
      << "by year, not by place in the plan";
  PlanStep elsewhere = change(StepKind::demolition, 1);
  elsewhere.neighbourhood = 1;
  EXPECT_EQ(paths_of({elsewhere}), Paths{"steps[0].number"});
}

TEST(Plan, CountsWhatIsBuiltInYearsBeforeAndNotInTheSameYear) {
  EXPECT_EQ(paths_of({new_dwellings(10), change(StepKind::demolition, 13, 2025)}), Paths{});
  EXPECT_EQ(paths_of({new_dwellings(10), change(StepKind::demolition, 14, 2025)}), Paths{"steps[1].number"});
  EXPECT_EQ(paths_of({new_dwellings(10), change(StepKind::demolition, 4, 2024)}), Paths{"steps[1].number"});
}

TEST(Plan, CountsWhatBecomesOfConvertedAndSoldDwellings) {
  PlanStep owned = change(StepKind::demolition, 3, 2026);
  owned.tenure = Tenure::owner_occupied;
  EXPECT_EQ(paths_of({change(StepKind::conversion, 2), owned}), Paths{});
  EXPECT_EQ(paths_of({change(StepKind::sale_of_rented, 2), owned}), Paths{});
  EXPECT_EQ(paths_of({change(StepKind::conversion, 1), owned}), Paths{"steps[1].number"});
}

TEST(Plan, HasNoTwoStepsOfOneIdThatBuildInOneYear) {
  PlanStep later = new_dwellings();
  later.year = 2025;
  const std::vector<Fault> faults = check({new_dwellings(), later, new_dwellings()}, start(), 2022, 2030);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].path, "steps[2].id");
  EXPECT_EQ(faults[0].expected, "another id than steps[0], which builds in the same year");
}

}  // namespace
}  // namespace koers::simulate
