// SPDX-License-Identifier: EUPL-1.2
#include "optimise/robustness.h"

#include <numeric>

#include <gtest/gtest.h>

#include "optimise/information.h"

namespace koers::optimise {
namespace {

std::vector<Criterion> criteria(std::vector<int> ranks) {
  std::vector<Criterion> out;
  for (const int rank : ranks) out.push_back({1.0 / static_cast<double>(ranks.size()), 0, 1, rank});
  return out;
}

TEST(DrawnWeights, AreUniformOverTheSimplex) {
  const auto three = criteria({0, 0, 0});
  std::array<double, 3> mean{};
  double square = 0;
  constexpr int kDraws = 4000;
  for (int i = 0; i < kDraws; ++i) {
    const auto weights = *drawn_weights(three, 1, static_cast<std::uint64_t>(i));
    EXPECT_NEAR(std::accumulate(weights.begin(), weights.end(), 0.0), 1, 1e-12);
    for (std::size_t c = 0; c < 3; ++c) mean[c] += weights[c] / kDraws;
    square += weights[0] * weights[0] / kDraws;
  }
  for (const double each : mean) EXPECT_NEAR(each, 1.0 / 3, 0.015);
  EXPECT_NEAR(square, 1.0 / 6, 0.01) << "E w² = 2/(n(n + 1)) of a Dirichlet with ones";
}

TEST(DrawnWeights, KeepTheOrderAndTheBoundsAndAreUniformWithin) {
  auto four = criteria({1, 0, 1, 2});
  four[3].least = 0.02;
  double first = 0;
  double third = 0;
  constexpr int kDraws = 2000;
  for (int i = 0; i < kDraws; ++i) {
    const auto weights = *drawn_weights(four, 1, static_cast<std::uint64_t>(i));
    EXPECT_GE(weights[1], std::max(weights[0], weights[2]));
    EXPECT_LE(weights[3], std::min(weights[0], weights[2]));
    EXPECT_NEAR(std::accumulate(weights.begin(), weights.end(), 0.0), 1, 1e-12);
    EXPECT_GE(weights[3], 0.02);
    first += weights[0] / kDraws;
    third += weights[2] / kDraws;
  }
  EXPECT_NEAR(first, third, 0.01) << "equal ranks are not ordered";
}

TEST(DrawnWeights, AreEvenWhereOrderLeavesATriangle) {
  const auto three = criteria({0, 1, 2});
  std::array<double, 3> mean{};
  constexpr int kDraws = 4000;
  for (int i = 0; i < kDraws; ++i) {
    const auto weights = *drawn_weights(three, 2, static_cast<std::uint64_t>(i));
    for (std::size_t c = 0; c < 3; ++c) mean[c] += weights[c] / kDraws;
  }
  const std::array<double, 3> centroid{11.0 / 18, 5.0 / 18, 2.0 / 18};  // of (1, 0, 0), (½, ½, 0), (⅓, ⅓, ⅓)
  for (std::size_t c = 0; c < 3; ++c) EXPECT_NEAR(mean[c], centroid[c], 0.01);
}

TEST(DrawnWeights, KeepNarrowBoundsOfManyCriteria) {
  auto many = criteria(std::vector<int>(11, 0));
  for (Criterion& each : many) each = {1.0 / 11, 0.7 / 11, 1.3 / 11, std::nullopt};
  for (std::uint64_t i = 0; i < 50; ++i) {
    const auto weights = *drawn_weights(many, 1, i);
    for (const double weight : weights) {
      EXPECT_GE(weight, 0.7 / 11 - 1e-12);
      EXPECT_LE(weight, 1.3 / 11 + 1e-12);
    }
  }
}

TEST(DrawnWeights, ThatContradictThemselvesAreRefused) {
  auto two = criteria({0, 1});
  two[1].least = 0.6;  // and yet at most the other
  const auto weights = drawn_weights(two, 1, 0);
  ASSERT_FALSE(weights);
  EXPECT_EQ(weights.error().code, ErrorCode::bad_input);
}

/// Two twins of which one fits, one that always fits and one that never does.
struct Twins {
  Portfolio problem;
  Assessment assessment;
};

Twins twins() {
  Twins out;
  out.problem.sources.push_back({"own means", {100}, false, 0, 0, {false, 0}});
  const std::vector<Cents> costs{60, 60, 30, 200};
  for (std::size_t i = 0; i < costs.size(); ++i) {
    out.problem.items.push_back({std::to_string(i), false});
    out.problem.columns.push_back({i, "base", 0, 1, true, 0, 0, {{0, 0, costs[i]}}, {}});
    out.assessment.scores.push_back({{1, 5, 9}, {1, 5, 9}});
  }
  out.assessment.criteria = criteria({0, 0});
  return out;
}

RobustnessOptions quick() {
  RobustnessOptions options;
  options.draws = 200;
  options.search.moves = 300;
  options.search.restarts = 2;
  options.search.neighbourhoods = 0;
  return options;
}

TEST(Robustness, TellsCoreBorderlineAndExteriorApart) {
  const Twins these = twins();
  const auto found = robustness(these.problem, these.assessment, quick());
  ASSERT_TRUE(found);
  EXPECT_EQ(found->feasible_draws, 200);
  EXPECT_NEAR(found->items[0].acceptability, 0.5, 0.1);
  EXPECT_NEAR(found->items[0].acceptability + found->items[1].acceptability, 1, 1e-12);
  EXPECT_EQ(found->items[0].standing, Standing::borderline);
  EXPECT_EQ(found->items[2].acceptability, 1);
  EXPECT_EQ(found->items[2].standing, Standing::core);
  EXPECT_EQ(found->items[3].acceptability, 0);
  EXPECT_EQ(found->items[3].standing, Standing::exterior);
}

TEST(Robustness, IsCertainAboutCertainDataUpToItsNoise) {
  Twins these = twins();
  for (auto& scores : these.assessment.scores) scores = {{5, 5, 5}, {5, 5, 5}};
  these.assessment.scores[0] = {{6, 6, 6}, {6, 6, 6}};
  const auto found = robustness(these.problem, these.assessment, quick());
  ASSERT_TRUE(found);
  EXPECT_EQ(found->items[0].acceptability, 1);
  EXPECT_EQ(found->items[1].acceptability, 0);
  EXPECT_EQ(found->noise_floor, 0);
}

TEST(Robustness, KnowsThatTwinsAreALotteryOfTheSearch) {
  Twins these = twins();
  for (auto& scores : these.assessment.scores) scores = {{5, 5, 5}, {5, 5, 5}};
  RobustnessOptions options = quick();
  options.repeated_draws = 40;
  const auto found = robustness(these.problem, these.assessment, options);
  ASSERT_TRUE(found);
  EXPECT_GT(found->items[0].noise, 0.1);
  EXPECT_EQ(found->items[2].noise, 0);
  EXPECT_GT(found->noise_floor, 0.05);
}

TEST(Robustness, FeelsUncertainCosts) {
  Twins these = twins();
  these.assessment.cost_factors = {{1, 1, 1}, {1, 1, 1}, {1, 1, 3}, {0.3, 0.4, 1}};
  const auto found = robustness(these.problem, these.assessment, quick());
  ASSERT_TRUE(found);
  EXPECT_LT(found->items[2].acceptability, 1);
  EXPECT_GT(found->items[3].acceptability, 0);
}

TEST(Robustness, IsTheSameOnOneAndMoreThreads) {
  const Twins these = twins();
  RobustnessOptions options = quick();
  const auto one = robustness(these.problem, these.assessment, options);
  options.threads = 3;
  const auto three = robustness(these.problem, these.assessment, options);
  for (std::size_t item = 0; item < one->items.size(); ++item) {
    EXPECT_EQ(one->items[item].acceptability, three->items[item].acceptability);
    EXPECT_EQ(one->items[item].noise, three->items[item].noise);
  }
}

TEST(DataNeeds, AreGreatestWhereMuchMoneyIsInDoubt) {
  Twins these = twins();
  Robustness found;
  found.noise_floor = 0.05;
  found.items = {
      {0.5, 0, Standing::borderline}, {0.9, 0, Standing::borderline}, {1, 0, Standing::core}, {0.03, 0, Standing::exterior}};
  const auto needs = data_needs(these.problem, found);
  ASSERT_EQ(needs.size(), 2U) << "what is below the noise is left out";
  EXPECT_EQ(needs[0].item, 0U);
  EXPECT_EQ(needs[0].doubt, 1);
  EXPECT_EQ(needs[0].at_stake, 60);
  EXPECT_EQ(needs[1].item, 1U);
  EXPECT_NEAR(needs[1].need, 0.36 * 60, 1e-9);
}

}  // namespace
}  // namespace koers::optimise
