// SPDX-License-Identifier: EUPL-1.2
#include "simulate/risk_paths.h"

#include <algorithm>
#include <cmath>
#include <string>

#include <gtest/gtest.h>

#include "simulate/risk_paths_exact.h"

namespace koers::simulate {
namespace {

constexpr Stream kStream{2026, 1};
constexpr std::uint64_t kCases = 200'000;
constexpr std::size_t kClasses = 12;

const RiskPathsTables& simulated() {
  static const RiskPathsTables tables = run_risk_paths({}, {0, kCases}, kStream, 2).value();
  return tables;
}
const RiskPathsExact& exact() {
  static const RiskPathsExact answer = risk_paths_exact({}).value();
  return answer;
}

double binomial_error(double share, double cases) { return std::sqrt(share * (1 - share) / cases); }
/// Events less hazard × time has mean zero and the expected number of events as its variance, hazards being what they are.
double rate_error(const ExpectedOccurrences& one, double cases) { return std::sqrt(one.events / cases) / one.years; }

// ---- The published answers: one million cases of OpenM++ 1.17.13

constexpr double kPublishedCases = 1e6;

// Each within three standard errors but one: the first-union rate of 25–27½ (0.14545, of which the true value is its hazard,
// 0.14739) lies at 3.07. Of nineteen, one in twenty times one lies beyond three; so the bound is 3.3 and their sum is judged too.
TEST(RiskPathsExact, MeetsThePublishedFirstUnionRates) {
  const std::array<double, kClasses> published{0,       0.03102, 0.13388, 0.16719, 0.16573, 0.14545,
                                               0.10834, 0.08068, 0.03421, 0.04628, 0.04057, 0};
  double squares = 0;
  for (std::size_t i = 0; i < kClasses; ++i) {
    const ExpectedOccurrences& expected = exact().first_unions_by_class[i];
    const double error = rate_error(expected, kPublishedCases);
    EXPECT_NEAR(published[i], expected.per_year(), 3.3 * error + 0.5e-5) << i;
    if (error > 0) squares += std::pow((published[i] - expected.per_year()) / error, 2);
  }
  EXPECT_LT(squares, 18.31);  // chi-square of ten, 95 %
}

TEST(RiskPathsExact, MeetsThePublishedPregnanciesByUnionStatus) {
  const std::array<double, kUnionStatuses> published{257788, 601834, 54500, 3287, 10058, 169};
  for (std::size_t i = 0; i < kUnionStatuses; ++i) {
    const double share = exact().pregnancies_by_status[i];
    EXPECT_NEAR(published[i] / kPublishedCases, share, 3 * binomial_error(share, kPublishedCases)) << i;
  }
}

TEST(RiskPathsExact, MeetsThePublishedShareAndAge) {
  const double childless = exact().share_childless;
  EXPECT_NEAR(0.07236, childless, 3 * binomial_error(childless, kPublishedCases));
  const double error = exact().deviation_age_at_pregnancy / std::sqrt(kPublishedCases * (1 - childless));
  EXPECT_NEAR(22.127, exact().mean_age_at_pregnancy, 3 * error + 0.0005);
}

// ---- Closed forms

TEST(RiskPathsExact, AddsUp) {
  double by_class = 0;
  double by_age = 0;
  for (const auto& row : exact().pregnancies_by_class) {
    for (const ExpectedOccurrences& each : row) by_class += each.years;
  }
  for (const ExpectedOccurrences& each : exact().pregnancies_of_childless) by_age += each.years;
  const double childless = exact().share_childless;
  EXPECT_NEAR(by_class, by_age, 1e-10);
  EXPECT_NEAR(by_age, exact().mean_age_at_pregnancy * (1 - childless) + 100 * childless, 1e-9);
}

/// One class of everything, and hazards of which only those that are given differ from zero.
RiskPathsParameters flat(double first_union, double first_end, double second_union, double second_end) {
  RiskPathsParameters p;
  p.age_bounds.clear();
  p.union_bounds.clear();
  p.second_union_bounds.clear();
  p.pregnancy_hazards = {0};
  p.first_union_hazards = {first_union};
  p.first_union_end_hazards = {first_end};
  p.second_union_hazards = {second_union};
  p.second_union_end_hazards = {second_end};
  return p;
}

TEST(RiskPathsExact, WithOneHazardIsOneExponential) {
  RiskPathsParameters p = flat(0, 0, 0, 0);
  p.pregnancy_hazards = {0.05};
  p.pregnancy_risks.fill(1);
  const RiskPathsExact answer = risk_paths_exact(p).value();
  const double childless = std::exp(-5.0);
  EXPECT_NEAR(answer.share_childless, childless, 1e-11);
  EXPECT_NEAR(answer.mean_age_at_pregnancy, 20 - 100 * childless / (1 - childless), 1e-9);
  EXPECT_NEAR(answer.pregnancies_of_childless[0].events, 1 - std::exp(-0.05), 1e-12);
}

// Where the relative risk is the same in every status, unions make no difference to pregnancies, whatever their hazards.
TEST(RiskPathsExact, DoesNotLetUnionsMatterThatDoNot) {
  RiskPathsParameters p;
  p.pregnancy_risks.fill(0.3);
  const double used = 2.5 * (0.2869 + 0.7591 + 0.8458 + 0.8167 + 0.6727 + 0.5105 + 0.4882 + 0.2562 + 0.2597 + 0.1542);
  EXPECT_NEAR(risk_paths_exact(p).value().share_childless, std::exp(-0.3 * used), 1e-9);
}

// A chain of five steps of one hazard without pregnancies: in its last status with the probability of five events or more of
// Poisson. First unions turn late after three years, which moves nobody on.
TEST(RiskPathsExact, PassesThroughTheStatusesAsAPoissonProcess) {
  const double hazard = 0.06;
  const RiskPathsExact answer = risk_paths_exact(flat(hazard, hazard, hazard, hazard)).value();
  const auto& years = answer.pregnancies_by_class[0];
  // Mean time within 100 years in the i-th state of a Poisson process: P(more than i events by 100) / hazard.
  const auto more_than = [&](int i) {
    double term = std::exp(-100 * hazard);
    double at_most = 0;
    for (int j = 0; j <= i; ++j, term *= 100 * hazard / j) at_most += term;
    return 1 - at_most;
  };
  EXPECT_NEAR(years[0].years, more_than(0) / hazard, 1e-9);
  EXPECT_NEAR(years[1].years + years[2].years, more_than(1) / hazard, 1e-8);
  EXPECT_NEAR(years[3].years, more_than(2) / hazard, 1e-8);
  EXPECT_NEAR(years[4].years, more_than(3) / hazard, 1e-8);
}

TEST(RiskPathsExact, RefusesBoundsBesideItsGrid) {
  RiskPathsParameters p;
  p.union_bounds[1] = 3.001;
  const auto answer = risk_paths_exact(p);
  ASSERT_FALSE(answer);
  ASSERT_EQ(answer.error().faults.size(), 1U);
  EXPECT_EQ(answer.error().faults[0].path, "union_bounds[1]");
}

TEST(RiskPathsExact, RefusesHazardsThatAreTooSteepForIt) {
  RiskPathsParameters p;
  p.second_union_hazards[2] = 11;
  p.pregnancy_hazards[4] = 6;
  p.pregnancy_risks[3] = 2;
  const auto answer = risk_paths_exact(p);
  ASSERT_FALSE(answer);
  ASSERT_EQ(answer.error().faults.size(), 2U);
  EXPECT_EQ(answer.error().faults[0].path, "pregnancy_hazards[4]");
  EXPECT_EQ(answer.error().faults[1].path, "second_union_hazards[2]");
}

TEST(RiskPathsExact, HoldsForTheSteepestHazardsThatItTakes) {
  const RiskPathsExact answer = risk_paths_exact(flat(10, 10, 10, 0)).value();
  const auto& years = answer.pregnancies_by_class[0];
  EXPECT_NEAR(years[0].years, 0.1, 1e-8);
  EXPECT_NEAR(years[1].years + years[2].years, 0.1, 1e-7);
  EXPECT_NEAR(years[3].years, 0.1, 1e-7);
  EXPECT_NEAR(years[4].years, 99.7, 1e-7 * 99.7);
}

// ---- The simulation against the exact answer

TEST(RiskPaths, MeetsTheExactShareAndAge) {
  const double childless = exact().share_childless;
  const double error = binomial_error(childless, kCases);
  EXPECT_NEAR(simulated().share_childless(), childless, 3 * error);
  EXPECT_NEAR(simulated().share_pregnant(), 1 - childless, 3 * error);
  const double pregnant = static_cast<double>(simulated().pregnant);
  EXPECT_NEAR(simulated().mean_age_at_pregnancy(), exact().mean_age_at_pregnancy,
              3 * exact().deviation_age_at_pregnancy / std::sqrt(pregnant));
}

TEST(RiskPaths, MeetsTheExactPregnanciesByUnionStatus) {
  for (std::size_t i = 0; i < kUnionStatuses; ++i) {
    const double share = exact().pregnancies_by_status[i];
    const double found = static_cast<double>(simulated().pregnancies_by_status[i]) / kCases;
    EXPECT_NEAR(found, share, 3 * binomial_error(share, kCases)) << i;
  }
}

TEST(RiskPaths, MeetsTheExactFirstUnionRates) {
  for (std::size_t i = 0; i < kClasses; ++i) {
    const ExpectedOccurrences& expected = exact().first_unions_by_class[i];
    EXPECT_NEAR(simulated().first_unions_by_class[i].per_year(), expected.per_year(), 3 * rate_error(expected, kCases)) << i;
  }
}

// By age there are twenty-five rates and by class and status sixty: three errors would be passed by chance once in a while, four
// are not. Where fewer than five events are expected, their number is not near to normal.
TEST(RiskPaths, MeetsTheExactPregnanciesByAge) {
  for (std::size_t age = 0; age < kLifeYears; ++age) {
    const ExpectedOccurrences& expected = exact().pregnancies_of_childless[age];
    const Occurrences& found = simulated().pregnancies_of_childless[age];
    EXPECT_NEAR(simulated().pregnancies[age].per_year(), expected.events, 4 * binomial_error(expected.events, kCases) + 1e-15);
    // Women are childless for a part of a year of at most 1: its variance is at most that of a yes or no.
    EXPECT_NEAR(found.years() / kCases, expected.years, 4 * binomial_error(std::min(expected.years, 1.0), kCases) + 1e-7) << age;
  }
}

TEST(RiskPaths, MeetsTheExactPregnancyRatesByClassAndStatus) {
  const RiskPathsParameters p;
  int compared = 0;
  for (std::size_t i = 0; i < kClasses; ++i) {
    for (std::size_t status = 0; status < kUnionStatuses; ++status) {
      const ExpectedOccurrences& expected = exact().pregnancies_by_class[i][status];
      const Occurrences& found = simulated().pregnancies_by_class[i][status];
      if (expected.events == 0) {
        EXPECT_EQ(found.events, 0) << i << ' ' << status;
      }
      if (expected.events * kCases < 5) continue;
      EXPECT_NEAR(found.per_year(), p.pregnancy_hazards[i] * p.pregnancy_risks[status], 4 * rate_error(expected, kCases))
          << i << ' ' << status;
      ++compared;
    }
  }
  EXPECT_GT(compared, 45);
}

// ---- Lives and tables

/// Time of one life in every class and status, in the plainest way.
std::array<std::array<std::int64_t, kUnionStatuses>, kClasses> times_of(const RiskPathsLife& life) {
  std::array<std::array<std::int64_t, kUnionStatuses>, kClasses> times{};
  const std::vector<double> bounds = RiskPathsParameters{}.age_bounds;
  for (std::size_t status = 0; status < kUnionStatuses; ++status) {
    Ticks until = life.pregnancy;
    for (std::size_t next = status + 1; next < kUnionStatuses; ++next) until = std::min(until, life.entered[next]);
    for (std::size_t i = 0; i < kClasses; ++i) {
      const Ticks begin = i == 0 ? 0 : static_cast<Ticks>(bounds[i - 1] * kTicksPerYear);
      const Ticks end = i + 1 == kClasses ? kLifeTicks : static_cast<Ticks>(bounds[i] * kTicksPerYear);
      times[i][status] = std::max(0, std::min(until, end) - std::max(life.entered[status], begin));
    }
  }
  return times;
}

class RiskPathsLives : public testing::Test {
 protected:
  static const std::vector<RiskPathsLife>& lives() {
    static const std::vector<RiskPathsLife> all = risk_paths_lives({}, {0, kCases}, kStream).value();
    return all;
  }
};

TEST_F(RiskPathsLives, SpendAsMuchTimeAsTheTablesSayAndAsIsExpected) {
  std::array<std::array<std::int64_t, kUnionStatuses>, kClasses> sums{};
  std::array<std::array<double, kUnionStatuses>, kClasses> squares{};
  for (const RiskPathsLife& life : lives()) {
    const auto times = times_of(life);
    for (std::size_t i = 0; i < kClasses; ++i) {
      for (std::size_t status = 0; status < kUnionStatuses; ++status) {
        sums[i][status] += times[i][status];
        squares[i][status] += std::pow(static_cast<double>(times[i][status]) / kTicksPerYear, 2);
      }
    }
  }
  for (std::size_t i = 0; i < kClasses; ++i) {
    for (std::size_t status = 0; status < kUnionStatuses; ++status) {
      const Occurrences& found = simulated().pregnancies_by_class[i][status];
      ASSERT_EQ(found.ticks, sums[i][status]) << i << ' ' << status;
      const double expected = exact().pregnancies_by_class[i][status].years;
      if (expected * kCases < 50) continue;  // of so few women that their spread says nothing
      const double mean = found.years() / kCases;
      const double error = std::sqrt((squares[i][status] / kCases - mean * mean) / kCases);
      EXPECT_NEAR(mean, expected, 4 * error + 1e-6) << i << ' ' << status;
    }
  }
}

TEST_F(RiskPathsLives, AddUpToTheTables) {
  std::int64_t childless_ticks = 0;
  std::int64_t pregnant = 0;
  std::int64_t ages = 0;
  std::int64_t first_unions = 0;
  std::array<std::int64_t, kUnionStatuses> by_status{};
  for (const RiskPathsLife& life : lives()) {
    childless_ticks += life.pregnancy;
    first_unions += life.entered[1] < kLifeTicks;
    if (life.pregnancy == kLifeTicks) continue;
    ++pregnant;
    ages += life.pregnancy;
    ++by_status[index_of(life.last)];
  }
  EXPECT_EQ(simulated().pregnant, pregnant);
  EXPECT_EQ(simulated().pregnancy_ages, ages);
  EXPECT_EQ(simulated().pregnancies_by_status, by_status);
  for (const Occurrences& each : simulated().first_unions_by_class) first_unions -= each.events;
  EXPECT_EQ(first_unions, 0);
  for (const Occurrences& each : simulated().pregnancies_of_childless) childless_ticks -= each.ticks;
  EXPECT_EQ(childless_ticks, 0);
}

TEST_F(RiskPathsLives, PassTheStatusesInOrder) {
  const Ticks early = 3 * kTicksPerYear;
  for (const RiskPathsLife& life : lives()) {
    const auto& at = life.entered;
    ASSERT_LE(at[index_of(life.last)], life.pregnancy);
    if (life.last < UnionStatus::after_second) {
      ASSERT_EQ(at[index_of(life.last) + 1], kLifeTicks);
    }
    if (at[2] < kLifeTicks) {
      ASSERT_EQ(at[2], at[1] + early);
    }
    if (at[3] < kLifeTicks && at[2] == kLifeTicks) {
      ASSERT_LT(at[3], at[1] + early);
    }
    ASSERT_LE(at[3], at[4]);
    ASSERT_LE(at[4], at[5]);
  }
}

TEST_F(RiskPathsLives, AreTheSameAloneAsInALargerRun) {
  const auto thousand = risk_paths_lives({}, {0, 1000}, kStream).value();
  EXPECT_TRUE(std::equal(thousand.begin(), thousand.end(), lives().begin()));
  EXPECT_EQ(risk_paths_lives({}, {77'777, 1}, kStream).value()[0], lives()[77'777]);
}

TEST(RiskPaths, TablesOfTwoPartsAreThoseOfTheWhole) {
  const RiskPathsTables thousand = run_risk_paths({}, {0, 1000}, kStream, 1).value();
  const RiskPathsTables others = run_risk_paths({}, {1000, kCases - 1000}, kStream, 1).value();
  for (std::size_t i = 0; i < kClasses; ++i) {
    for (std::size_t status = 0; status < kUnionStatuses; ++status) {
      const Occurrences& one = thousand.pregnancies_by_class[i][status];
      const Occurrences& other = others.pregnancies_by_class[i][status];
      const Occurrences sum{one.events + other.events, one.ticks + other.ticks};
      EXPECT_EQ(sum, simulated().pregnancies_by_class[i][status]);
    }
  }
}

TEST(RiskPaths, IsTheSameOnAnyNumberOfThreads) {
  EXPECT_EQ(run_risk_paths({}, {0, kCases}, kStream, 1).value(), simulated());
  EXPECT_EQ(run_risk_paths({}, {0, kCases}, kStream, 16).value(), simulated());
}

TEST(RiskPaths, DiffersByStream) {
  EXPECT_NE(run_risk_paths({}, {0, 1000}, {2026, 1}, 1).value(), run_risk_paths({}, {0, 1000}, {2026, 2}, 1).value());
  EXPECT_NE(run_risk_paths({}, {0, 1000}, {2026, 1}, 1).value(), run_risk_paths({}, {0, 1000}, {2027, 1}, 1).value());
}

// On every processor and with every compiler: a change here changes every run.
TEST(RiskPaths, StaysWhatItWas) {
  EXPECT_EQ(simulated().pregnant, 185506);
  EXPECT_EQ(simulated().pregnancy_ages, 68855631708344);
}

TEST(RiskPaths, LetsEverybodyLiveToAHundred) {
  std::int64_t ticks = 0;
  for (const std::int64_t survivors : simulated().survivors) EXPECT_EQ(survivors, static_cast<std::int64_t>(kCases));
  for (const Occurrences& each : simulated().deaths) {
    EXPECT_EQ(each.events, 0);
    ticks += each.ticks;
  }
  EXPECT_EQ(ticks, std::int64_t{kCases} * kLifeTicks);
}

TEST(RiskPaths, CountsEveryPregnancyInEveryTable) {
  std::int64_t by_age = 0;
  std::int64_t of_childless = 0;
  std::int64_t by_class = 0;
  std::int64_t by_status = 0;
  for (const Occurrences& each : simulated().pregnancies) by_age += each.events;
  for (const Occurrences& each : simulated().pregnancies_of_childless) of_childless += each.events;
  for (const auto& row : simulated().pregnancies_by_class) {
    for (const Occurrences& each : row) by_class += each.events;
  }
  for (const std::int64_t each : simulated().pregnancies_by_status) by_status += each;
  EXPECT_EQ(by_age, simulated().pregnant);
  EXPECT_EQ(of_childless, simulated().pregnant);
  EXPECT_EQ(by_class, simulated().pregnant);
  EXPECT_EQ(by_status, simulated().pregnant);
  EXPECT_EQ(simulated().share_pregnant() + simulated().share_childless(), 1);
}

TEST(RiskPaths, OfNobodyIsEmpty) {
  const RiskPathsTables tables = run_risk_paths({}, {0, 0}, kStream, 4).value();
  EXPECT_EQ(tables.share_childless(), 0);
  EXPECT_EQ(tables.mean_age_at_pregnancy(), 0);
  EXPECT_EQ(tables.pregnancies[20].per_year(), 0);
}

// ---- Parameters beside the published ones

TEST(RiskPaths, WithoutHazardsNothingHappens) {
  const auto life = risk_paths_lives(flat(0, 0, 0, 0), {0, 1}, kStream).value()[0];
  EXPECT_EQ(life, RiskPathsLife{});
}

TEST(RiskPaths, WithHugeHazardsEverythingHappensAtOnce) {
  RiskPathsParameters p = flat(1e9, 1e9, 1e9, 1e9);
  const auto life = risk_paths_lives(p, {0, 1}, kStream).value()[0];
  EXPECT_EQ(life.last, UnionStatus::after_second);
  EXPECT_EQ(life.entered[5], 0);
  p.pregnancy_hazards = {1e9};
  p.pregnancy_risks.fill(1e9);
  EXPECT_EQ(risk_paths_lives(p, {0, 1}, kStream).value()[0].pregnancy, 0);
}

TEST(RiskPaths, KeepsAnEventOutOfAClassThatForbidsIt) {
  RiskPathsParameters p = flat(0, 0, 0, 0);
  p.age_bounds = {20, 20 + 1.0 / 4096};
  p.pregnancy_hazards = {0, 1e7, 0};
  p.first_union_hazards = {0, 0, 0};
  p.pregnancy_risks.fill(1);
  const RiskPathsTables tables = run_risk_paths(p, {0, 20'000}, kStream, 1).value();
  EXPECT_EQ(tables.pregnancies_by_class[0][0].events, 0);
  EXPECT_EQ(tables.pregnancies_by_class[1][0].events, 20'000);
}

struct Refusal {
  std::string name;
  void (*spoil)(RiskPathsParameters&);
  std::string path;
  std::string rule;
};

class RiskPathsRefusal : public testing::TestWithParam<Refusal> {};

TEST_P(RiskPathsRefusal, NamesThePlace) {
  RiskPathsParameters p;
  GetParam().spoil(p);
  const auto answer = run_risk_paths(p, {0, 10}, kStream, 1);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::bad_input);
  ASSERT_EQ(answer.error().faults.size(), 1U);
  EXPECT_EQ(answer.error().faults[0].path, GetParam().path);
  EXPECT_EQ(answer.error().faults[0].rule, GetParam().rule);
  EXPECT_FALSE(risk_paths_lives(p, {0, 10}, kStream));
  EXPECT_FALSE(risk_paths_exact(p));
}

INSTANTIATE_TEST_SUITE_P(
    Of, RiskPathsRefusal,
    testing::Values(
        Refusal{"NegativeHazard", [](auto& p) { p.first_union_hazards[3] = -0.1; }, "first_union_hazards[3]", "out_of_range"},
        Refusal{"NoNumber", [](auto& p) { p.pregnancy_hazards[0] = std::nan(""); }, "pregnancy_hazards[0]", "out_of_range"},
        Refusal{"InfiniteRisk", [](auto& p) { p.pregnancy_risks[5] = HUGE_VAL; }, "pregnancy_risks[5]", "out_of_range"},
        Refusal{"HugeHazard", [](auto& p) { p.pregnancy_hazards[11] = 2e9; }, "pregnancy_hazards[11]", "out_of_range"},
        Refusal{"EqualBounds", [](auto& p) { p.union_bounds[2] = 3; }, "union_bounds[2]", "not_increasing"},
        Refusal{"FirstBoundAtZero", [](auto& p) { p.age_bounds[0] = 0; }, "age_bounds[0]", "not_increasing"},
        Refusal{"BoundBeyondLife", [](auto& p) { p.second_union_bounds[3] = 100; }, "second_union_bounds[3]", "not_increasing"},
        Refusal{"HazardTooMany", [](auto& p) { p.second_union_hazards.push_back(0); }, "second_union_hazards", "wrong_count"},
        Refusal{"HazardTooFew", [](auto& p) { p.second_union_end_hazards.pop_back(); }, "second_union_end_hazards",
                "wrong_count"},
        Refusal{"NoEarlyUnion", [](auto& p) { p.early_union_years = 0; }, "early_union_years", "out_of_range"},
        Refusal{"TooManyClasses",
                [](auto& p) {
                  p.second_union_bounds.clear();
                  for (int i = 1; i <= 16; ++i) p.second_union_bounds.push_back(i);
                  p.second_union_hazards.assign(17, 0.1);
                },
                "second_union_bounds", "too_large"}),
    [](const auto& each) { return each.param.name; });

TEST(RiskPaths, RefusesMoreCasesThanItsSumsHold) {
  const auto answer = run_risk_paths({}, {0, kMostCases + 1}, kStream, 1);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::too_large);
  EXPECT_EQ(answer.error().faults[0].path, "cases");
}

}  // namespace
}  // namespace koers::simulate
