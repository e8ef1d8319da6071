// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/knapsack_file.h"

#include <algorithm>
#include <array>
#include <sstream>

#include <gtest/gtest.h>

#include "app/optimise/petersen.h"
#include "optimise/solve.h"

namespace koers {
namespace {

/// In the form of OR-Library.
std::string text_of(const std::vector<PetersenProblem>& problems) {
  std::ostringstream out;
  out << problems.size() << "\n\n";
  for (const PetersenProblem& problem : problems) {
    out << problem.count << ' ' << problem.capacities.size() << ' ' << problem.optimum << '\n';
    for (std::size_t row = 0; row <= problem.capacities.size(); ++row) {
      for (std::size_t project = 0; project < problem.count; ++project) out << problem.projects[project][row] << ' ';
      out << '\n';
    }
    for (const double capacity : problem.capacities) out << capacity << ' ';
    out << "\n\n";
  }
  return std::move(out).str();
}

optimise::Solution solved(const KnapsackProblem& problem) {
  optimise::SolveOptions options;
  options.search.moves = 20'000;
  options.bound_nodes = 10'000;
  return optimise::solve(problem.portfolio, options);
}

TEST(KnapsackFile, OfOrLibraryLeadsToThePublishedOptimaOfPetersenProved) {
  const auto problems = read_knapsacks(text_of(kPetersen), "petersen", KnapsackFormat::orlib);
  ASSERT_TRUE(problems) << to_string(problems.error().faults.front());
  ASSERT_EQ(problems->size(), 7U);
  for (std::size_t i = 0; i < problems->size(); ++i) {
    const KnapsackProblem& problem = (*problems)[i];
    const optimise::Solution solution = solved(problem);
    EXPECT_DOUBLE_EQ(static_cast<double>(solution.objective) / static_cast<double>(problem.units_per_one), kPetersen[i].optimum);
    EXPECT_TRUE(solution.is_proved) << "problem " << i + 1;
    EXPECT_EQ(problem.best_known, solution.objective) << "problem " << i + 1;
  }
}

/// The first problem of Hiremath and Hill's smallest set (New greedy heuristics for the multiple-choice multidimensional knapsack
/// problem, International Journal of Operational Research 2, 2007): five groups of ten, five constraints.
constexpr std::array<int, 5> kCapacities{331, 318, 228, 317, 198};
constexpr std::array<std::array<int, 6>, 50> kItems{
    {{7, 74, 19, 48, 42, 44},  {8, 66, 22, 53, 6, 49},   {9, 52, 16, 5, 70, 33},   {12, 38, 23, 42, 41, 17},
     {29, 37, 28, 3, 69, 25},  {50, 58, 46, 53, 51, 45}, {65, 3, 54, 12, 15, 53},  {81, 34, 51, 32, 35, 12},
     {90, 37, 81, 13, 28, 53}, {93, 13, 58, 57, 55, 2},  {2, 78, 4, 46, 48, 58},   {21, 67, 19, 17, 33, 41},
     {31, 47, 69, 54, 79, 9},  {39, 45, 24, 43, 32, 11}, {49, 16, 33, 32, 1, 21},  {51, 48, 81, 28, 54, 31},
     {55, 4, 63, 65, 59, 32},  {66, 46, 58, 20, 20, 3},  {78, 32, 73, 2, 48, 10},  {79, 38, 70, 16, 64, 17},
     {17, 53, 45, 32, 37, 14}, {22, 23, 25, 49, 11, 2},  {29, 42, 19, 1, 39, 48},  {62, 23, 56, 22, 65, 51},
     {72, 24, 48, 58, 49, 20}, {77, 33, 46, 34, 49, 50}, {79, 12, 66, 8, 5, 29},   {85, 8, 81, 64, 10, 33},
     {87, 2, 70, 9, 7, 2},     {95, 22, 82, 51, 19, 4},  {12, 70, 16, 29, 33, 22}, {18, 49, 5, 51, 26, 16},
     {36, 29, 49, 1, 52, 5},   {36, 5, 41, 50, 3, 29},   {37, 61, 14, 15, 66, 3},  {39, 19, 68, 31, 40, 13},
     {68, 30, 74, 41, 64, 18}, {77, 37, 76, 40, 3, 24},  {78, 55, 49, 23, 38, 7},  {86, 1, 54, 17, 47, 50},
     {1, 79, 8, 11, 35, 58},   {1, 61, 6, 61, 68, 52},   {7, 59, 6, 42, 21, 6},    {17, 79, 48, 35, 11, 31},
     {19, 58, 17, 37, 37, 44}, {22, 66, 46, 21, 54, 20}, {32, 50, 43, 17, 27, 29}, {42, 20, 43, 61, 60, 10},
     {45, 8, 65, 7, 38, 12},   {48, 24, 31, 43, 55, 48}}};

enum class Head { plain, numbered_groups, numbered_problem, own_sizes };

std::string hiremath_hill(Head head) {
  std::ostringstream out;
  if (head == Head::numbered_problem) out << "1\t";
  out << (head == Head::own_sizes ? "5 5\n" : "5 10 5\n");
  for (const int capacity : kCapacities) out << '\t' << capacity;
  for (std::size_t i = 0; i < kItems.size(); ++i) {
    if (i % 10 == 0 && head == Head::own_sizes) out << "\n10";
    if (i % 10 == 0 && (head == Head::numbered_groups || head == Head::numbered_problem)) out << "\n" << i / 10 + 1 << '\t';
    out << '\n';
    for (const int number : kItems[i]) out << number << ' ';
  }
  return std::move(out).str() + '\n';
}

/// Each of the 100,000 choices.
int best_of_all_items() {
  int best = -1;
  for (std::size_t choice = 0; choice < 100'000; ++choice) {
    std::array<int, 6> sum{};
    for (std::size_t group = 0, left = choice; group < 5; ++group, left /= 10) {
      for (std::size_t k = 0; k < 6; ++k) sum[k] += kItems[group * 10 + left % 10][k];
    }
    bool fits = true;
    for (std::size_t k = 0; k < 5; ++k) fits = fits && sum[k + 1] <= kCapacities[k];
    if (fits) best = std::max(best, sum[0]);
  }
  return best;
}

TEST(KnapsackFile, OfMultipleChoiceIsReadInEachOfItsFormsAndSolvedToTheBestOfAll) {
  const int best = best_of_all_items();
  for (const Head head : {Head::plain, Head::numbered_groups, Head::numbered_problem, Head::own_sizes}) {
    const auto problems = read_knapsacks(hiremath_hill(head), "hill", KnapsackFormat::mmkp);
    ASSERT_TRUE(problems) << to_string(problems.error().faults.front());
    ASSERT_EQ(problems->size(), 1U);
    const optimise::Solution solution = solved(problems->front());
    EXPECT_EQ(solution.objective, best);
    EXPECT_TRUE(solution.is_proved);
    EXPECT_FALSE(problems->front().best_known);
  }
}

TEST(KnapsackFile, HoldsSeveralMultipleChoiceProblems) {
  const std::string one = hiremath_hill(Head::numbered_problem);
  const auto problems = read_knapsacks(one + '\n' + one, "hill", KnapsackFormat::mmkp);
  ASSERT_TRUE(problems);
  EXPECT_EQ(problems->size(), 2U);
}

TEST(KnapsackFile, KeepsDecimalsExactly) {
  const auto problems = read_knapsacks("1\n2 1 0\n0.1 600.25\n1.5 2\n3.25\n", "file", KnapsackFormat::orlib);
  ASSERT_TRUE(problems);
  const KnapsackProblem& problem = problems->front();
  EXPECT_EQ(problem.units_per_one, 100);
  EXPECT_EQ(problem.portfolio.columns[1].value, 60'025);
  EXPECT_EQ(problem.portfolio.columns[0].money[0].amount, 150);
  EXPECT_EQ(problem.portfolio.sources[0].budget[0], 325);
  EXPECT_FALSE(problem.best_known);
}

TEST(KnapsackFile, MayLeaveOutTheNumberOfItsOnlyProblem) {
  const auto problems = read_knapsacks("2 1 5\n4 5\n1 1\n1\n", "file", KnapsackFormat::orlib);
  ASSERT_TRUE(problems);
  EXPECT_EQ(problems->front().best_known, 5);
}

struct Bad {
  const char* text;
  KnapsackFormat format;
  const char* fault;
};

TEST(KnapsackFile, ThatIsWrongIsRefusedWithLineAndWhatWasExpected) {
  constexpr auto kOr = KnapsackFormat::orlib;
  constexpr auto kMc = KnapsackFormat::mmkp;
  for (const Bad& each : std::vector<Bad>{
           {"", kOr, "f:1: found the end of the file, expected the number of problems"},
           {"x\n", kOr, "f:1: found x, expected the number of problems, a number of at most 15 digits"},
           {"0\n", kOr, "f:1: found 0, expected the number of problems, a whole number from 1 to 1000"},
           {"1\n2 1 0\n4 5\n1\n", kOr, "f:5: found the end of the file, expected weight 2 of constraint 1 of problem 1"},
           {"1\n2 1 0\n4 five\n1 1 1", kOr, "f:3: found five, expected profit 2 of problem 1"},
           {"1\n2 1 0\n4 5\n-1 1\n1", kOr,
            "f:4: found a number below 0, expected weight 1 of constraint 1 of problem 1, 0 or more"},
           {"1\n2.5 1 0\n", kOr, "f:2: found 2.5, expected the number of items of problem 1, a whole number"},
           {"1\n1 1 0\n4\n1\n1\n9\n", kOr, "f:5: found more after the last problem, expected the end of the file"},
           {"1\n1 1 0\n1e3\n1\n1\n", kOr, "f:3: found 1e3, expected profit 1 of problem 1"},
           {"1\n1 1 0\n1234567890123456\n1\n1\n", kOr, "f:3: found 1234567890123456"},
           {"2 1 1\n5\n2\n3 1\n", kMc, "f:3: found 2, expected the number of group 1 of problem 1, a whole number from 1 to 1"},
           {"2 1 1\n5\n3 1\n", kMc, "f:4: found the end of the file, expected the value of item 1 of group 2 of problem 1"}}) {
    const auto problems = read_knapsacks(each.text, "f", each.format);
    ASSERT_FALSE(problems) << each.text;
    ASSERT_EQ(problems.error().faults.size(), 1U) << each.text;
    EXPECT_NE(to_string(problems.error().faults[0]).find(each.fault), std::string::npos) << to_string(problems.error().faults[0]);
  }
}

TEST(KnapsackFile, ThatIsTooLargeIsRefusedBeforeItIsHeld) {
  KnapsackLimits limits;
  limits.weights = 100;
  EXPECT_EQ(read_knapsacks("1\n20 20 0\n", "f", KnapsackFormat::orlib, limits).error().code, ErrorCode::too_large);
  limits.bytes = 5;
  EXPECT_EQ(read_knapsacks("1\n20 20 0\n", "f", KnapsackFormat::orlib, limits).error().code, ErrorCode::too_large);
  EXPECT_FALSE(read_knapsacks("1\n20001 1 0\n", "f", KnapsackFormat::orlib)) << "more items than the limit";
}

TEST(KnapsackFile, WithNumbersTooLargeToAddUpIsRefused) {
  const auto problems = read_knapsacks("1\n2 1 0\n999999999999999 1.00001\n1 1\n1\n", "f", KnapsackFormat::orlib);
  ASSERT_FALSE(problems);
  EXPECT_EQ(problems.error().faults[0].rule, "too_large");
}

}  // namespace
}  // namespace koers
