// SPDX-License-Identifier: EUPL-1.2
#include "simulate/demography.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <gtest/gtest.h>

#include "hamlet.h"
#include "simulate/engine.h"
#include "simulate/family.h"
#include "small_city.h"

namespace koers::simulate {
namespace {

// — Leslie

/// n′₀ = Σ F n, n′ᵢ₊₁ = sᵢ nᵢ (Leslie, On the use of matrices in certain population mathematics, 1945).
std::vector<double> projected(const std::vector<double>& births, const std::vector<double>& survival, std::vector<double> number,
                              int steps) {
  for (int step = 0; step < steps; ++step) {
    std::vector<double> next(number.size(), 0);
    for (std::size_t i = 0; i < number.size(); ++i) next[0] += births[i] * number[i];
    for (std::size_t i = 0; i + 1 < number.size(); ++i) next[i + 1] = survival[i] * number[i];
    number = next;
  }
  return number;
}

TEST(LeslieMatrix, IsTheOneWorkedOutByHand) {
  const std::vector<double> found = projected({0, 1.2, .3}, {.98, .9}, {100, 80, 60}, 10);
  EXPECT_NEAR(found[0], 528.0153, 5e-5);
  EXPECT_NEAR(found[1], 435.0209, 5e-5);
  EXPECT_NEAR(found[2], 333.1798, 5e-5);
}

constexpr double kBirth = 0.09;
constexpr double kGirls = 1 / 2.065;

/// Nobody dies between 16 and 60, so that no child loses both parents.
double death_at(std::size_t age) { return age < 16 ? 0.01 : (age < 60 ? 0 : 0.06); }
double birth_at(std::size_t age) { return age >= 20 && age < 40 ? kBirth : 0; }

Rates plain_rates() {
  Rates out;
  for (std::size_t age = 0; age < kAges; ++age) {
    out.death[0][age] = out.death[1][age] = death_at(age);
    out.birth[age] = birth_at(age);
  }
  return out;
}

/// Births and deaths only.
RunSetting life_only(int years) {
  RunSetting out;
  out.years = years;
  out.stream = {17, 2};
  out.with_market = false;
  Parameters& p = out.parameters;
  p.birth_scale = p.death_scale = p.lone_birth_ratio = 1;
  p.leaving_scale = p.union_scale = p.separation_scale = p.institution_scale = 0;
  return out;
}

/// Everybody is born before the first year.
Population born_before() {
  Population out = small_city(20'000, {4, 4});
  for (std::int16_t& year : out.persons.birth_year) year = std::min<std::int16_t>(year, static_cast<std::int16_t>(out.year - 1));
  return out;
}

/// Of one sex by the age that they reach in the year to come, from 1 on.
std::vector<double> by_age_next(const Population& population, Sex sex, int year) {
  std::vector<double> out(kAges - 1, 0);
  for (PersonIndex i = 0; i < population.persons.rows(); ++i) {
    if (population.persons.household[i] == kNone || population.persons.sex[i] != sex) continue;
    ++out[age_in(year, population.persons.birth_year[i]) - 1];
  }
  return out;
}

/// The rate in the year in which an age is reached: the mean of those before and after the birthday.
double in_year(double (*rate)(std::size_t), std::size_t age) { return (rate(age - 1) + rate(age)) / 2; }

TEST(LifeCourses, OfManyAreTheLeslieMatrix) {
  constexpr int kYears = 10;
  const Population start = born_before();
  const Rates rates = plain_rates();
  std::vector<double> births;
  std::vector<double> survival;
  for (std::size_t age = 1; age < kAges; ++age) {
    const double alive = 1 - in_year(death_at, age);
    survival.push_back(alive);
    births.push_back(alive * in_year(birth_at, age) * kGirls);
  }
  const auto expected = projected(births, survival, by_age_next(start, Sex::woman, start.year), kYears);
  auto engine = Engine::begin(start, life_only(kYears), rates);
  ASSERT_TRUE(engine);
  while (!engine->is_done()) engine->step();
  const auto found = by_age_next(engine->population(), Sex::woman, start.year + kYears);
  for (std::size_t from = 0; from + 5 <= 90; from += 5) {
    double counted = 0;
    double mean = 0;
    for (std::size_t i = from; i < from + 5; ++i) {
      counted += found[i];
      mean += expected[i];
    }
    // Births are Poisson, survival is less than that.
    EXPECT_NEAR(counted, mean, 4 * std::sqrt(mean) + 1e-9) << "ages " << from + 1 << " to " << from + 5;
  }
  for (const YearResult& year : engine->result().years) EXPECT_EQ(year.life.orphans, 0U);
}

TEST(LifeCourses, CountBirthsAndDeathsOfEveryYear) {
  const Population start = born_before();
  const Rates rates = plain_rates();
  auto engine = Engine::begin(start, life_only(6), rates);
  ASSERT_TRUE(engine);
  while (!engine->is_done()) {
    const int year = start.year + static_cast<int>(engine->result().years.size()) - 1;
    const auto women = by_age_next(engine->population(), Sex::woman, year);
    const auto men = by_age_next(engine->population(), Sex::man, year);
    double births = 0;
    double deaths = 0;
    for (std::size_t i = 0; i < women.size(); ++i) {
      const double dies = in_year(death_at, i + 1);
      births += women[i] * (1 - dies) * in_year(birth_at, i + 1);
      deaths += (women[i] + men[i]) * dies;
    }
    engine->step();
    const LifeAccount& life = engine->result().years.back().life;
    EXPECT_NEAR(life.births, births, 4 * std::sqrt(births)) << year;
    EXPECT_NEAR(life.deaths, deaths, 4 * std::sqrt(deaths)) << year;
  }
}

// — rates

TEST(Deaths, AreThoseOfTheInputByAgeAndSex) {
  const Population population = small_city(30'000, {2, 9});
  Parameters parameters;
  parameters.death_scale = 2;
  const Rates& rates = netherlands();
  const LifeTables tables = life_tables(rates, parameters, population);
  std::array<std::array<double, 12>, 2> expected{};
  std::array<std::array<double, 12>, 2> variance{};
  std::array<std::array<double, 12>, 2> died{};
  for (std::uint32_t replicate = 0; replicate < 10; ++replicate) {
    std::vector<std::uint8_t> events;
    decide_life_events(population, tables, {{1, replicate}, 1, kHamletYear, 1}, events);
    for (PersonIndex i = 0; i < events.size(); ++i) {
      const std::size_t age = age_in(kHamletYear, population.persons.birth_year[i]);
      const auto sex = static_cast<std::size_t>(population.persons.sex[i]);
      const double rate = age == 0 ? rates.death[sex][0] : (rates.death[sex][age - 1] + rates.death[sex][age]) / 2;
      expected[sex][age / 10] += 2 * rate;
      variance[sex][age / 10] += 2 * rate * (1 - 2 * rate);
      died[sex][age / 10] += (events[i] & kDies) != 0 ? 1 : 0;
    }
  }
  for (std::size_t sex = 0; sex < 2; ++sex) {
    for (std::size_t group = 0; group < 12; ++group) {
      EXPECT_NEAR(died[sex][group], expected[sex][group], 4 * std::sqrt(variance[sex][group]) + 1e-9) << sex << ", " << group;
    }
  }
}

TEST(Births, OfWomenWithoutAPartnerAreTheAskedPartOfThoseWithOne) {
  const Population population = small_city(20'000, {2, 3});
  Parameters parameters;
  parameters.lone_birth_ratio = 0.2;
  parameters.birth_scale = 1;
  const LifeTables tables = life_tables(netherlands(), parameters, population);
  double births = 0;
  double published = 0;
  for (PersonIndex i = 0; i < population.persons.rows(); ++i) {
    const std::size_t age = age_in(kHamletYear, population.persons.birth_year[i]);
    if (population.persons.sex[i] != Sex::woman || age < 16 || age > 50) continue;
    const bool partnered = is_adult_role(population.persons.role[i]) && has_partner(population, population.persons.household[i]);
    births += static_cast<double>(tables.birth[partnered ? 1 : 0][age]) * 0x1.0p-32;
    published += (netherlands().birth[age - 1] + netherlands().birth[age]) / 2;
  }
  EXPECT_NEAR(births, published, 0.02 * published) << "all women together have the published number";
  for (std::size_t age = 20; age < 45; ++age) {
    EXPECT_NEAR(static_cast<double>(tables.birth[0][age]) / static_cast<double>(tables.birth[1][age]), 0.2, 1e-6) << age;
  }
}

// — what events do

const Year kYear{{3, 1}, 1, kHamletYear, 1};

class Events : public testing::Test {
 protected:
  Population population_ = hamlet();
  std::vector<Opening> openings_;

  LifeAccount carry_out(std::vector<std::pair<PersonIndex, int>> what) {
    std::vector<std::uint8_t> events(population_.persons.rows(), 0);
    for (const auto& [who, bits] : what) events[who] = static_cast<std::uint8_t>(bits);
    return carry_out_life_events(population_, events, kYear, openings_);
  }
  PersonIndex one(Sex sex, int age) { return person(population_, sex, age); }
  DwellingIndex house(HouseholdIndex home) {
    const DwellingIndex out = dwelling(population_, Tenure::owner_occupied);
    settle(population_, home, out, 2010);
    return out;
  }
  [[nodiscard]] PersonIndex head_of(HouseholdIndex home) const { return population_.households.first[home]; }
  void expect_sound() const { EXPECT_EQ(faults_of(population_), std::vector<std::string>{}); }
};

TEST_F(Events, LetThePartnerAndThenTheEldestChildOfAgeFollowADeadHead) {
  const PersonIndex man = one(Sex::man, 60);
  const PersonIndex woman = one(Sex::woman, 60);
  const PersonIndex younger = one(Sex::man, 20);
  const PersonIndex elder = one(Sex::woman, 25);
  const HouseholdIndex home = couple(population_, man, woman, {younger, elder});
  const DwellingIndex place = house(home);
  EXPECT_EQ(carry_out({{man, kDies}}).deaths, 1U);
  EXPECT_EQ(head_of(home), woman);
  carry_out({{woman, kDies}});
  EXPECT_EQ(head_of(home), elder);
  EXPECT_EQ(population_.dwellings.occupant[place], home);
  EXPECT_TRUE(openings_.empty());
  carry_out({{elder, kDies}});
  carry_out({{younger, kDies}});
  ASSERT_EQ(openings_.size(), 1U);
  EXPECT_EQ(openings_[0].dwelling, place);
  EXPECT_EQ(openings_[0].origin, VacancyOrigin::death);
  expect_sound();
}

TEST_F(Events, SendOrphansAway) {
  const PersonIndex man = one(Sex::man, 40);
  const PersonIndex woman = one(Sex::woman, 40);
  const HouseholdIndex home = couple(population_, man, woman, {one(Sex::man, 9), one(Sex::woman, 17)});
  const DwellingIndex place = house(home);
  const LifeAccount account = carry_out({{man, kDies}, {woman, kDies}});
  EXPECT_EQ(account.deaths, 2U);
  EXPECT_EQ(account.orphans, 2U);
  EXPECT_EQ(population_.persons.free_rows.size(), 4U);
  ASSERT_EQ(openings_.size(), 1U);
  EXPECT_EQ(openings_[0].dwelling, place);
  expect_sound();
}

TEST_F(Events, CountAnOrphanWhoWouldHaveDiedAsAwayOrDeadOnce) {
  const PersonIndex woman = one(Sex::woman, 40);
  const PersonIndex child = one(Sex::man, 9);
  household(population_, {woman, child});
  const LifeAccount account = carry_out({{woman, kDies}, {child, kDies}});
  EXPECT_EQ(account.deaths + account.orphans, 2U);
  expect_sound();
}

TEST_F(Events, GiveWhoPartsAHouseholdWithoutADwelling) {
  const PersonIndex man = one(Sex::man, 40);
  const PersonIndex woman = one(Sex::woman, 38);
  const HouseholdIndex home = couple(population_, man, woman);
  const DwellingIndex place = house(home);
  population_.households.wealth[home] = 30;
  EXPECT_EQ(carry_out({{man, kParts}}).separations, 1U);
  const PersonIndex stays = head_of(home);
  const PersonIndex goes = stays == man ? woman : man;
  const HouseholdIndex own = population_.persons.household[goes];
  EXPECT_NE(own, home);
  EXPECT_EQ(population_.persons.role[goes], Role::head);
  EXPECT_EQ(population_.persons.role[stays], Role::head);
  EXPECT_EQ(population_.households.dwelling[own], kNone);
  EXPECT_EQ(population_.dwellings.occupant[place], home);
  EXPECT_FLOAT_EQ(population_.households.wealth[home], 15);
  EXPECT_FLOAT_EQ(population_.households.wealth[own], 15);
  EXPECT_TRUE(openings_.empty());
  expect_sound();
}

TEST_F(Events, LetMenMoveOutInFourOfFivePartingsWithChildren) {
  std::vector<std::pair<PersonIndex, int>> what;
  std::vector<HouseholdIndex> homes;
  constexpr int kCouples = 4000;
  for (int i = 0; i < kCouples; ++i) {
    const PersonIndex man = one(Sex::man, 40);
    const PersonIndex woman = one(Sex::woman, 40);
    const PersonIndex child = one(Sex::man, 5);
    homes.push_back(i % 2 == 0 ? couple(population_, man, woman, {child}) : couple(population_, woman, man, {child}));
    what.emplace_back(head_of(homes.back()), kParts);
  }
  carry_out(what);
  double women = 0;
  for (const HouseholdIndex home : homes) {
    women += population_.persons.sex[head_of(home)] == Sex::woman ? 1 : 0;
    ASSERT_EQ(population_.households.children[home], 1);
  }
  EXPECT_NEAR(women / kCouples, 0.8, 4 * std::sqrt(0.16 / kCouples));
  expect_sound();
}

TEST_F(Events, DoNotPartWidows) {
  const PersonIndex man = one(Sex::man, 40);
  const PersonIndex woman = one(Sex::woman, 40);
  couple(population_, man, woman);
  EXPECT_EQ(carry_out({{man, kParts}, {woman, kDies}}).separations, 0U);
  expect_sound();
}

TEST_F(Events, TakeThoseWhoGoToAnInstitutionOutOfTheirDwelling) {
  const PersonIndex alone = one(Sex::woman, 90);
  const HouseholdIndex hers = household(population_, {alone});
  const DwellingIndex flat = house(hers);
  const PersonIndex man = one(Sex::man, 85);
  const PersonIndex woman = one(Sex::woman, 85);
  const HouseholdIndex theirs = couple(population_, man, woman);
  const DwellingIndex home = house(theirs);
  EXPECT_EQ(carry_out({{alone, kGoesToInstitution}, {man, kGoesToInstitution}}).institutions, 2U);
  ASSERT_EQ(openings_.size(), 1U);
  EXPECT_EQ(openings_[0].dwelling, flat);
  EXPECT_EQ(openings_[0].origin, VacancyOrigin::institution);
  EXPECT_EQ(population_.dwellings.occupant[home], theirs);
  EXPECT_EQ(head_of(theirs), woman);
  for (const PersonIndex resident : {alone, man}) {
    EXPECT_EQ(population_.persons.role[resident], Role::resident_of_institution);
    EXPECT_EQ(population_.households.dwelling[population_.persons.household[resident]], kNone);
  }
  expect_sound();
}

TEST_F(Events, BringChildrenIntoTheHouseholdOfTheirMother) {
  const PersonIndex woman = one(Sex::woman, 30);
  const HouseholdIndex home = couple(population_, one(Sex::man, 30), woman);
  const PersonIndex dying = one(Sex::woman, 30);
  household(population_, {dying});
  EXPECT_EQ(carry_out({{woman, kBears}, {dying, kBears | kDies}}).births, 1U);
  const PersonIndex child = members_of(population_, home).back();
  EXPECT_EQ(child, dying) << "the row of the dead is used again";
  EXPECT_EQ(population_.persons.birth_year[child], kHamletYear);
  EXPECT_EQ(population_.persons.role[child], Role::child);
  EXPECT_EQ(population_.persons.key[child], derived_key(population_.persons.key[woman], kHamletYear, 0));
  expect_sound();
}

TEST_F(Events, OfTheDeadAreNotThoseOfANewbornOnTheirRow) {
  const PersonIndex dying = one(Sex::man, 90);
  household(population_, {dying});
  const PersonIndex mother = one(Sex::woman, 30);
  household(population_, {mother});
  std::vector<std::uint8_t> events{kDies | kSeeksPartner | kLeavesHome, kBears | kSeeksPartner};
  static_cast<void>(carry_out_life_events(population_, events, kYear, openings_));
  EXPECT_EQ(events[dying], 0);
  EXPECT_EQ(events[mother], kBears | kSeeksPartner);
}

}  // namespace
}  // namespace koers::simulate
