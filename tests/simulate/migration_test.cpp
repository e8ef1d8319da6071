// SPDX-License-Identifier: EUPL-1.2
#include "simulate/migration.h"

#include <gtest/gtest.h>

#include "simulate/family.h"
#include "small_city.h"

namespace koers::simulate {
namespace {

constexpr std::uint32_t kHouseholds = 20'000;

bool is_young(int age) { return age >= 18 && age < 30; }

/// The share of 18–29 among persons, each counted `weight(age)` times.
template <class Weight>
double young_share(const Population& population, const Weight& weight) {
  double young = 0;
  double all = 0;
  for (const std::int16_t birth_year : population.persons.birth_year) {
    const int age = population.year - 1 - birth_year;
    if (age < 0) continue;
    all += weight(age);
    if (is_young(age)) young += weight(age);
  }
  return young / all;
}

struct Gate {
  std::vector<Arrival> arrivals;
  Donors donors;
};

Gate gate_of(const Population& population, double per_household, double per_young = 1) {
  const Rates& rates = netherlands();
  Gate out;
  out.donors = donors_of(population, rates, work_table(population, population.year - 1), per_young);
  Parameters parameters;
  parameters.arrivals = per_household;
  std::vector<std::uint16_t> regions;
  out.arrivals = arrivals_of(out.donors, {kHouseholds}, parameters, {}, {}, {{3, 0}, 1, population.year, 1}, regions);
  return out;
}

TEST(Migration, ThoseAtTheGateHaveTheAgesOfThoseWhoMove) {
  Population population = small_city(kHouseholds, {11, 3});
  for (HouseholdIndex i = 0; i < population.households.rows(); ++i) {
    const int age = population.year - population.persons.birth_year[population.households.first[i]];
    population.households.stage[i] =
        life_stage(age, population.households.members[i] - population.households.children[i], population.households.children[i]);
  }
  const Gate gate = gate_of(population, 1);
  double young = 0;
  double all = 0;
  for (const Arrival& arrival : gate.arrivals) {
    for (std::uint32_t i = gate.donors.first[arrival.donor]; i < gate.donors.first[arrival.donor + 1]; ++i) {
      ++all;
      young += is_young(gate.donors.members[i].age) ? 1 : 0;
    }
  }
  const Rates& rates = netherlands();
  const double expected = young_share(population, [&](int age) {
    const auto at = static_cast<std::size_t>(age);
    return rates.moves_between[at] + rates.emigration[at];
  });
  EXPECT_NEAR(young / all, expected, 0.15 * expected);
  EXPECT_GT(young / all, 1.5 * young_share(population, [](int) { return 1.0; })) << "those who move are young";
}

TEST(Migration, MoreOfTheYoungLookWhereTheyFindLessOften) {
  const Population population = small_city(kHouseholds, {14, 3});
  const auto young_part = [&](double per_young) {
    const Gate gate = gate_of(population, 1, per_young);
    double young = 0;
    for (const Arrival& arrival : gate.arrivals) young += gate.donors.members[gate.donors.first[arrival.donor]].age < 30 ? 1 : 0;
    return young / static_cast<double>(gate.arrivals.size());
  };
  const double once = young_part(1);
  EXPECT_NEAR(young_part(3), 3 * once / (1 + 2 * once), 0.02) << "three for each of under 30";
}

TEST(Migration, ChildrenOfAgeComeOnTheirOwn) {
  const Population population = small_city(kHouseholds, {12, 3});
  const Gate gate = gate_of(population, 0.2);
  std::uint32_t alone = 0;
  for (const std::uint32_t donor : gate.donors.by_stage[static_cast<std::size_t>(LifeStage::starter)].rows) {
    const std::uint32_t members = gate.donors.first[donor + 1] - gate.donors.first[donor];
    if (members == 1) ++alone;
    EXPECT_EQ(gate.donors.members[gate.donors.first[donor]].role, Role::head);
  }
  EXPECT_GT(alone, 0U);
}

TEST(Migration, OfManyAtTheGateAsManyComeAsWereAskedFor) {
  const Gate gate = gate_of(small_city(kHouseholds, {13, 3}), 0.5);
  EXPECT_NEAR(static_cast<double>(gate.arrivals.size()), 0.5 * kHouseholds, 4 * 100);  // Poisson
}

}  // namespace
}  // namespace koers::simulate
