// SPDX-License-Identifier: EUPL-1.2
#include "simulate/interventions.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "hamlet.h"
#include "simulate/engine.h"
#include "simulate/family.h"
#include "small_city.h"

namespace koers::simulate {
namespace {

PlanStep step(StepKind kind, std::uint32_t number = 1) {
  PlanStep out;
  out.id = "one";
  out.kind = kind;
  out.year = kHamletYear;
  out.number = number;
  return out;
}

PlanStep building(std::uint32_t number, Tenure tenure = Tenure::social_rent) {
  PlanStep out = step(StepKind::new_dwellings, number);
  out.type = DwellingType::terraced;
  out.tenure = tenure;
  out.rooms = 4;
  out.price = 700;
  return out;
}

class Intervention : public testing::Test {
 protected:
  Population population_ = hamlet();
  PlanState state_;
  Year year_{{1, 1}, 1, kHamletYear, 1};

  Interventions carry_out(const std::vector<PlanStep>& plan) { return intervene(population_, plan, year_, state_); }

  /// A dwelling that somebody lives in.
  DwellingIndex lived_in(Tenure tenure, std::int16_t built, std::uint16_t neighbourhood = 0) {
    const DwellingIndex out = dwelling(population_, tenure, neighbourhood);
    population_.dwellings.built[out] = built;
    settle(population_, household(population_, {person(population_, Sex::man, 40)}), out, 2010);
    return out;
  }
  DwellingIndex vacant(Tenure tenure, std::int16_t built) {
    const DwellingIndex out = dwelling(population_, tenure);
    population_.dwellings.built[out] = built;
    return out;
  }
  [[nodiscard]] bool stands(DwellingIndex i) const { return population_.dwellings.status[i] == DwellingStatus::standing; }
};

TEST_F(Intervention, HappensInItsYearOnly) {
  PlanStep later = building(3);
  later.year = kHamletYear + 1;
  EXPECT_TRUE(carry_out({later}).built.empty());
  year_.calendar = kHamletYear + 1;
  EXPECT_EQ(carry_out({later}).built.size(), 3U);
}

TEST_F(Intervention, BuildsVacantDwellingsAsAsked) {
  PlanStep own = building(2);
  own.neighbourhood = 1;
  const Interventions done = carry_out({own});
  ASSERT_EQ(done.built.size(), 2U);
  const DwellingIndex first = done.built[0].dwelling;
  const Dwellings& dwellings = population_.dwellings;
  EXPECT_EQ(dwellings.occupant[first], kNone);
  EXPECT_EQ(dwellings.neighbourhood[first], 1);
  EXPECT_EQ(dwellings.type[first], DwellingType::terraced);
  EXPECT_EQ(dwellings.tenure[first], Tenure::social_rent);
  EXPECT_EQ(dwellings.rooms[first], 4);
  EXPECT_EQ(dwellings.price[first], 700);
  EXPECT_EQ(dwellings.built[first], kHamletYear);
  EXPECT_EQ(dwellings.key[first], key_of_new(own, 0));
  EXPECT_NE(dwellings.key[first], dwellings.key[done.built[1].dwelling]);
  EXPECT_TRUE(stands(first));
}

TEST_F(Intervention, KeysNewDwellingsByStepYearAndNumberOnly) {
  std::set<std::uint64_t> keys;
  for (const std::string id : {"a", "b", "ab"}) {
    for (const int year : {2022, 2023}) {
      PlanStep one = building(1);
      one.id = id;
      one.year = year;
      one.neighbourhood = 1;
      for (std::uint32_t n = 0; n < 50; ++n) keys.insert(key_of_new(one, n));
      one.neighbourhood = 0;
      one.price = 1;
      EXPECT_TRUE(keys.contains(key_of_new(one, 7)));
    }
  }
  EXPECT_EQ(keys.size(), 3U * 2 * 50);
}

TEST_F(Intervention, GivesPriorityToResidentsOfADistrict) {
  PlanStep own = building(2);
  own.first_for = 1;
  const Interventions done = carry_out({building(1), own});
  ASSERT_EQ(state_.priorities.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(state_.priorities[i].dwelling, done.built[1 + i].dwelling);
    EXPECT_EQ(state_.priorities[i].district, 1);
  }
}

TEST_F(Intervention, DemolishesVacantDwellingsFirstAndThenTheOldest) {
  const DwellingIndex old = lived_in(Tenure::social_rent, 1931);
  const DwellingIndex oldest = lived_in(Tenure::social_rent, 1930);
  const DwellingIndex empty = vacant(Tenure::social_rent, 2010);
  const DwellingIndex twin = lived_in(Tenure::social_rent, 1931);
  const HouseholdIndex household = population_.dwellings.occupant[oldest];
  const HouseholdIndex second = population_.dwellings.occupant[old];
  const Interventions done = carry_out({step(StepKind::demolition, 3)});
  EXPECT_EQ(done.withdrawn, (std::vector<DwellingIndex>{empty}));
  EXPECT_EQ(done.displaced, (std::vector<HouseholdIndex>{household, second})) << "of two as old the one with the lower key";
  EXPECT_FALSE(stands(empty) || stands(oldest) || stands(old));
  EXPECT_TRUE(stands(twin));
  EXPECT_EQ(population_.households.dwelling[household], kNone);
  EXPECT_TRUE(done.unmet_steps.empty());
  EXPECT_EQ(faults_of(population_), std::vector<std::string>{});
}

TEST_F(Intervention, DemolishesOnlyWhatTheStepMeans) {
  const DwellingIndex owned = lived_in(Tenure::owner_occupied, 1930);
  const DwellingIndex elsewhere = lived_in(Tenure::social_rent, 1930, 1);
  const DwellingIndex house = lived_in(Tenure::social_rent, 1930);
  population_.dwellings.type[house] = DwellingType::detached;
  const DwellingIndex flat = lived_in(Tenure::social_rent, 1990);
  PlanStep own = step(StepKind::demolition, 5);
  own.tenure = Tenure::social_rent;
  own.type = DwellingType::flat;
  const Interventions done = carry_out({own});
  EXPECT_FALSE(stands(flat));
  EXPECT_TRUE(stands(owned) && stands(elsewhere) && stands(house));
  EXPECT_EQ(done.unmet_steps, (std::vector<std::uint16_t>{0}));
}

TEST_F(Intervention, DoesNotDemolishWhatIsBuiltInTheSameYear) {
  const DwellingIndex old = lived_in(Tenure::social_rent, 1960);
  const Interventions done = carry_out({building(5), step(StepKind::demolition, 1)});
  EXPECT_FALSE(stands(old));
  EXPECT_TRUE(done.withdrawn.empty());
  for (const Built& built : done.built) EXPECT_TRUE(stands(built.dwelling));
}

TEST_F(Intervention, ConvertsVacantDwellingsFirstAndKeepsTheirResidents) {
  const DwellingIndex old = lived_in(Tenure::private_rent, 1930);
  const DwellingIndex empty = vacant(Tenure::private_rent, 2010);
  const DwellingIndex newest = lived_in(Tenure::private_rent, 2015);
  PlanStep own = step(StepKind::conversion, 2);
  own.tenure = Tenure::private_rent;
  own.becomes = Tenure::social_rent;
  const HouseholdIndex household = population_.dwellings.occupant[old];
  EXPECT_TRUE(carry_out({own}).unmet_steps.empty());
  EXPECT_EQ(population_.dwellings.tenure[empty], Tenure::social_rent);
  EXPECT_EQ(population_.dwellings.tenure[old], Tenure::social_rent);
  EXPECT_EQ(population_.dwellings.tenure[newest], Tenure::private_rent);
  EXPECT_EQ(population_.dwellings.occupant[old], household);
  EXPECT_EQ(population_.dwellings.price[old], 600) << "a rent stays a rent";
}

TEST_F(Intervention, ConvertsPricesAtTwentyFiveYearsOfRent) {
  const DwellingIndex rented = lived_in(Tenure::private_rent, 1990);
  PlanStep own = step(StepKind::conversion, 1);
  own.tenure = Tenure::private_rent;
  own.becomes = Tenure::owner_occupied;
  carry_out({own});
  EXPECT_FLOAT_EQ(population_.dwellings.price[rented], 180);  // 600 a month × 12 × 25 = 180,000
  std::swap(own.tenure, own.becomes);
  carry_out({own});
  EXPECT_FLOAT_EQ(population_.dwellings.price[rented], 600);
}

TEST_F(Intervention, ConvertsNoDwellingThatHasThatTenureAlready) {
  lived_in(Tenure::social_rent, 1930);
  const DwellingIndex owned = lived_in(Tenure::owner_occupied, 1980);
  PlanStep own = step(StepKind::conversion, 1);
  own.becomes = Tenure::social_rent;
  carry_out({own});
  EXPECT_EQ(population_.dwellings.tenure[owned], Tenure::social_rent);
}

TEST_F(Intervention, SellsSocialDwellingsAsTheyComeFree) {
  const DwellingIndex first = lived_in(Tenure::social_rent, 1930);
  const DwellingIndex second = lived_in(Tenure::social_rent, 1930);
  const DwellingIndex elsewhere = lived_in(Tenure::social_rent, 1930, 1);
  carry_out({step(StepKind::sale_of_rented, 1)});
  EXPECT_EQ(population_.dwellings.tenure[first], Tenure::social_rent) << "not yet";
  EXPECT_FALSE(sell_if_planned(population_.dwellings, elsewhere, state_));
  EXPECT_TRUE(sell_if_planned(population_.dwellings, second, state_));
  EXPECT_EQ(population_.dwellings.tenure[second], Tenure::owner_occupied);
  EXPECT_FLOAT_EQ(population_.dwellings.price[second], 180);
  EXPECT_FALSE(sell_if_planned(population_.dwellings, first, state_)) << "all are sold";
}

TEST_F(Intervention, SellsNoOwnedOrPrivateDwellings) {
  carry_out({step(StepKind::sale_of_rented, 5)});
  for (const Tenure tenure : {Tenure::owner_occupied, Tenure::private_rent}) {
    EXPECT_FALSE(sell_if_planned(population_.dwellings, dwelling(population_, tenure), state_));
  }
  EXPECT_EQ(state_.to_sell[0], 5U);
}

TEST_F(Intervention, ChangesPlacesByItsAmount) {
  PlanStep space = step(StepKind::public_space);
  space.amount = 0.5F;
  PlanStep access = step(StepKind::access);
  access.neighbourhood = 1;
  access.amount = -0.25F;
  PlanStep fund = step(StepKind::social_fund);
  fund.amount = 0.2F;
  carry_out({space, access, fund, space});
  EXPECT_FLOAT_EQ(population_.neighbourhoods[0].public_space, 1);
  EXPECT_FLOAT_EQ(population_.neighbourhoods[1].public_space, 0);
  EXPECT_FLOAT_EQ(population_.neighbourhoods[1].access, -0.25F);
  ASSERT_EQ(state_.work_fund.size(), 2U);
  EXPECT_FLOAT_EQ(state_.work_fund[0], 0.2F);
  EXPECT_FLOAT_EQ(state_.work_fund[1], 0);
}

// — in a run

std::uint32_t of_measure(const RunResult& result, Measure measure) {
  double sum = 0;
  for (const YearResult& year : result.years) {
    for (const MeasureRow& row : year.neighbourhoods) sum += row[static_cast<std::size_t>(measure)];
  }
  return static_cast<std::uint32_t>(sum);
}

RunResult run_with(std::vector<PlanStep> plan, int years) {
  RunSetting setting;
  setting.years = years;
  setting.stream = {3, 3};
  setting.plan = std::move(plan);
  return *run(small_city(3'000, {6, 0}), setting);
}

TEST(PlanInARun, BuildsAndDemolishesInOneYear) {
  PlanStep demolition = step(StepKind::demolition, 60);
  demolition.tenure = Tenure::social_rent;
  const RunResult result = run_with({building(80), demolition}, 3);
  EXPECT_EQ(of_measure(result, Measure::built), 80U);
  EXPECT_EQ(of_measure(result, Measure::demolished), 60U);
}

TEST(PlanInARun, SellsOnlyWhatAnOccupantHasLeft) {
  // All that comes free in the neighbourhood may be sold; what is built there is not, until somebody has lived in it.
  const RunResult without = run_with({step(StepKind::sale_of_rented, 250)}, 1);
  const RunResult with = run_with({building(100), step(StepKind::sale_of_rented, 250)}, 1);
  const auto social = [](const RunResult& result) {
    return result.years.back().neighbourhoods[0][static_cast<std::size_t>(Measure::social_rent)];
  };
  EXPECT_GT(of_measure(without, Measure::sold), 5U);
  const double sold_with = of_measure(with, Measure::sold);
  EXPECT_EQ(social(with), social(without) + of_measure(without, Measure::sold) + 100 - sold_with);
  EXPECT_LT(sold_with, 100);
}

}  // namespace
}  // namespace koers::simulate
