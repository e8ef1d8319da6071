// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/scenario_plan.h"

#include <map>

#include <gtest/gtest.h>

#include "model/kinds.h"

namespace koers::test {
namespace {

using simulate::DwellingType;
using simulate::PlanStep;
using simulate::Tenure;

/// Two districts; in the first two neighbourhoods with 30 and 10 social rented flats, and one owner-occupied house in each.
simulate::Population town() {
  simulate::Population out;
  out.year = 2022;
  out.districts = {"WK01", "WK02"};
  out.regions = {"GM01"};
  for (const auto& [code, district] : std::map<std::string, std::uint16_t>{{"BU011", 0}, {"BU012", 0}, {"BU021", 1}}) {
    simulate::Neighbourhood each;
    each.code = code;
    each.district = district;
    out.neighbourhoods.push_back(each);
  }
  const auto add = [&](std::uint16_t where, Tenure tenure, DwellingType type, std::uint8_t rooms, float price) {
    simulate::Dwellings& all = out.dwellings;
    all.key.push_back(all.key.size());
    all.neighbourhood.push_back(where);
    all.tenure.push_back(tenure);
    all.type.push_back(type);
    all.rooms.push_back(rooms);
    all.price.push_back(price);
    all.status.push_back(simulate::DwellingStatus::standing);
    all.built.push_back(1990);
    all.occupant.push_back(simulate::kNone);
  };
  for (int i = 0; i < 30; ++i) add(0, Tenure::social_rent, DwellingType::flat, 3, 600);
  for (int i = 0; i < 10; ++i) add(1, Tenure::social_rent, DwellingType::flat, 3, 600);
  for (std::uint16_t where = 0; where < 3; ++where) add(where, Tenure::owner_occupied, DwellingType::terraced, 5, 300.0F + where);
  return out;
}

ScenarioStep step(StepForm form, Reference area, int from, int until, std::optional<int> number) {
  ScenarioStep out;
  out.name = "stap";
  out.form = form;
  out.area = std::move(area);
  out.from = Year{from};
  out.until = Year{until};
  out.number = number;
  return out;
}

Result<std::vector<PlanStep>> planned(std::vector<ScenarioStep> steps, int years = 20) {
  Scenario scenario;
  scenario.id = Id<Scenario>("vraag");
  scenario.steps = std::move(steps);
  return plan_of(scenario, town(), years);
}

const Reference kDistrict{Kind::district, "WK01"};
const Reference kNeighbourhood{Kind::neighbourhood, "BU011"};

void expect_fault(const Result<std::vector<PlanStep>>& result, const std::string& path, const std::string& found) {
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::bad_input);
  ASSERT_FALSE(result.error().faults.empty());
  EXPECT_EQ(result.error().faults.front().path, path);
  EXPECT_NE(result.error().faults.front().found.find(found), std::string::npos) << result.error().faults.front().found;
}

TEST(ScenarioPlan, SpreadsANumberOverYearsAndNeighbourhoodsWithoutLosingAny) {
  ScenarioStep demolition = step(StepForm::demolition, kDistrict, 2024, 2026, 20);
  demolition.tenure = HomeTenure::social_rent;
  const auto plan = planned({demolition}).value();
  std::map<int, std::uint32_t> by_year;
  std::map<int, std::uint32_t> by_area;
  for (const PlanStep& each : plan) {
    by_year[each.year] += each.number;
    by_area[each.neighbourhood] += each.number;
  }
  EXPECT_EQ(by_area, (std::map<int, std::uint32_t>{{0, 15}, {1, 5}}));  // as the social rented flats stand there
  ASSERT_EQ(by_year.size(), 3U);
  for (const auto& [year, number] : by_year) EXPECT_NEAR(number, 20.0 / 3, 1) << year;
  EXPECT_EQ(by_year[2024] + by_year[2025] + by_year[2026], 20U);
}

TEST(ScenarioPlan, FillsInWhatIsLeftOpenFromWhatStandsThere) {
  ScenarioStep built = step(StepForm::new_dwellings, kNeighbourhood, 2024, 2024, 7);
  built.tenure = HomeTenure::owner;
  built.type = HomeType::detached;  // there is none: the tenure alone decides
  const auto plan = planned({built}).value();
  ASSERT_EQ(plan.size(), 1U);
  EXPECT_EQ(plan[0].rooms, 5);
  EXPECT_EQ(plan[0].price, 301.0F);  // the median of 300, 301 and 302
  EXPECT_EQ(plan[0].number, 7U);
  EXPECT_EQ(plan[0].type, DwellingType::detached);
}

TEST(ScenarioPlan, ReadsPricesInEurosToBuyAndAMonth) {
  ScenarioStep owned = step(StepForm::new_dwellings, kNeighbourhood, 2024, 2024, 1);
  owned.tenure = HomeTenure::owner;
  owned.rooms = 4;
  owned.price = parse_euro("350000");
  ScenarioStep rented = owned;
  rented.name = "huur";
  rented.tenure = HomeTenure::social_rent;
  rented.price = parse_euro("750.50");
  rented.first_for = Id<District>("WK02");
  const auto plan = planned({owned, rented}).value();
  ASSERT_EQ(plan.size(), 2U);
  EXPECT_FLOAT_EQ(plan[0].price, 350);
  EXPECT_FLOAT_EQ(plan[1].price, 750.5);
  EXPECT_EQ(plan[1].first_for, 1);
  EXPECT_EQ(plan[0].rooms, 4);
}

TEST(ScenarioPlan, DividesAnAmountOverItsYearsAndGivesItToEachNeighbourhood) {
  ScenarioStep greener = step(StepForm::public_space, kDistrict, 2024, 2027, std::nullopt);
  greener.amount = parse_decimal("0.8");
  const auto plan = planned({greener}).value();
  ASSERT_EQ(plan.size(), 8U);
  for (const PlanStep& each : plan) EXPECT_FLOAT_EQ(each.amount, 0.2F);
}

TEST(ScenarioPlan, LeavesOutWhatComesAfterTheLastYearOfTheRun) {
  ScenarioStep jobs = step(StepForm::jobs, kNeighbourhood, 2022, 2025, 40);
  const auto plan = planned({jobs}, 2).value();
  ASSERT_EQ(plan.size(), 2U);
  EXPECT_EQ(plan[0].number + plan[1].number, 20U);
}

TEST(ScenarioPlan, SaysWhichStepOfTheScenarioCannotBe) {
  ScenarioStep fine = step(StepForm::jobs, kNeighbourhood, 2024, 2024, 10);
  ScenarioStep early = step(StepForm::jobs, kNeighbourhood, 2019, 2024, 10);
  expect_fault(planned({fine, early}), "scenario/vraag steps[1].from", "2019");
  ScenarioStep nowhere = step(StepForm::jobs, {Kind::neighbourhood, "BU999"}, 2024, 2024, 10);
  expect_fault(planned({nowhere}), "scenario/vraag steps[0].area", "neighbourhood/BU999");
  ScenarioStep too_many = step(StepForm::demolition, kNeighbourhood, 2024, 2024, 31);
  too_many.tenure = HomeTenure::social_rent;
  expect_fault(planned({fine, too_many}), "scenario/vraag steps[1].number", "31 in BU011 in 2024");
  ScenarioStep for_nobody = step(StepForm::new_dwellings, kNeighbourhood, 2024, 2024, 3);
  for_nobody.tenure = HomeTenure::owner;
  for_nobody.first_for = Id<District>("WK99");
  expect_fault(planned({for_nobody}), "scenario/vraag steps[0].first_for", "WK99");
}

TEST(ScenarioPlan, CannotSellMoreThanThereIsInADistrict) {
  ScenarioStep sale = step(StepForm::sale_of_rented, kDistrict, 2024, 2030, 41);
  const auto refused = planned({sale});
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().faults.front().path.starts_with("scenario/vraag steps[0].number"));
}

}  // namespace
}  // namespace koers::test
