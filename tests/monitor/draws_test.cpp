// SPDX-License-Identifier: EUPL-1.2
#include "monitor/draws.h"

#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

namespace koers::monitor {
namespace {

TEST(Draws, DependOnWhatTheyAreForAndOnNothingElse) {
  EXPECT_EQ(uniform(1, DrawSite::weights, 2, 3), uniform(1, DrawSite::weights, 2, 3));
  EXPECT_NE(uniform(1, DrawSite::weights, 2, 3), uniform(1, DrawSite::bootstrap, 2, 3));
  EXPECT_NE(uniform(1, DrawSite::weights, 2, 3), uniform(1, DrawSite::weights, 3, 2));
  EXPECT_NE(uniform(1, DrawSite::weights, 2, 3), uniform(std::uint64_t{1} << 32U, DrawSite::weights, 2, 3));
}

TEST(Draws, AreUniform) {
  constexpr int kCount = 20'000;
  double sum = 0;
  double squares = 0;
  for (std::uint32_t i = 0; i < kCount; ++i) {
    const double u = uniform(7, DrawSite::bootstrap, 0, i);
    ASSERT_GT(u, 0);
    ASSERT_LT(u, 1);
    sum += u;
    squares += u * u;
  }
  EXPECT_NEAR(sum / kCount, 0.5, 0.01);
  EXPECT_NEAR(squares / kCount, 1.0 / 3, 0.01);
}

// A share of a Dirichlet distribution with parameters a has mean aᵢ/a₀ and variance aᵢ(a₀ − aᵢ) / (a₀²(a₀ + 1)).
TEST(Draws, OfWeightsHaveTheMomentsOfTheDirichletDistribution) {
  const std::vector<double> weights{1, 2, 0, 1};
  constexpr double kConcentration = 20;
  constexpr int kCount = 4'000;
  std::vector<double> sum(4);
  double squares = 0;
  for (std::uint32_t draw = 0; draw < kCount; ++draw) {
    const auto shares = dirichlet(weights, kConcentration, 3, draw);
    EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), 1, 1e-12);
    for (std::size_t i = 0; i < 4; ++i) sum[i] += shares[i] / kCount;
    squares += (shares[1] - 0.5) * (shares[1] - 0.5) / kCount;
  }
  EXPECT_NEAR(sum[0], 0.25, 0.005);
  EXPECT_NEAR(sum[1], 0.5, 0.005);
  EXPECT_EQ(sum[2], 0);
  EXPECT_NEAR(squares, 0.25 / 21, 0.001);
}

// A gamma variate of a shape below 1 takes another road.
TEST(Draws, OfSmallWeightsHaveTheirMomentsToo) {
  const std::vector<double> weights{1, 9};
  constexpr double kConcentration = 2;
  constexpr int kCount = 8'000;
  double sum = 0;
  double squares = 0;
  for (std::uint32_t draw = 0; draw < kCount; ++draw) {
    const double share = dirichlet(weights, kConcentration, 5, draw)[0];
    sum += share / kCount;
    squares += (share - 0.1) * (share - 0.1) / kCount;
  }
  EXPECT_NEAR(sum, 0.1, 0.006);
  EXPECT_NEAR(squares, 0.1 * 0.9 / 3, 0.004);
}

}  // namespace
}  // namespace koers::monitor
