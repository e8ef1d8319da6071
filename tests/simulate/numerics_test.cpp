// SPDX-License-Identifier: EUPL-1.2
#include "simulate/numerics.h"

#include <cmath>
#include <limits>
#include <numbers>

#include <gtest/gtest.h>

#include "simulate/draws.h"

namespace koers::simulate {
namespace {

// The C library in 80 bits is the truth: its error is a thousandth of what is promised.
double relative_error(double found, long double truth) {
  return static_cast<double>(std::abs((static_cast<long double>(found) - truth) / truth));
}

TEST(Ln, HasTheAccuracyItPromisesOverAllMagnitudes) {
  double worst = 0;
  for (int exponent = -300; exponent <= 300; ++exponent) {
    for (double mantissa = 1.0007; mantissa < 10; mantissa += 0.0193) {
      const double x = mantissa * std::pow(10, exponent);
      worst = std::max(worst, relative_error(ln(x), std::log(static_cast<long double>(x))));
    }
  }
  EXPECT_LT(worst, 2e-15);
}

TEST(Ln, HasItNearOneAndAtBothEnds) {
  for (double distance = 1e-15; distance < 0.5; distance *= 1.7) {
    for (const double x : {1 - distance, 1 + distance}) {
      if (x == 1) continue;
      EXPECT_LT(relative_error(ln(x), std::log(static_cast<long double>(x))), 2e-15) << x;
    }
  }
  EXPECT_EQ(ln(1), 0);
  for (const double x : {std::numeric_limits<double>::min(), std::numeric_limits<double>::max(), std::numbers::sqrt2, 0.5}) {
    EXPECT_LT(relative_error(ln(x), std::log(static_cast<long double>(x))), 2e-15) << x;
  }
}

TEST(Exponential, HasTheAccuracyItPromises) {
  double worst = 0;
  for (double x = -700; x <= 700; x += 0.00731)
    worst = std::max(worst, relative_error(exp_of(x), std::exp(static_cast<long double>(x))));
  EXPECT_LT(worst, 1e-13);
  worst = 0;
  for (double x = -40; x <= 40; x += 0.000371)
    worst = std::max(worst, relative_error(exp_of(x), std::exp(static_cast<long double>(x))));
  EXPECT_LT(worst, 1e-14);
  EXPECT_EQ(exp_of(0), 1);
}

TEST(Exponential, HoldsItsArgumentWithinSevenHundred) {
  EXPECT_EQ(exp_of(1e9), exp_of(700));
  EXPECT_EQ(exp_of(-1e9), exp_of(-700));
  EXPECT_GT(exp_of(-1e9), 0);
  EXPECT_EQ(exp_of(std::numeric_limits<double>::infinity()), exp_of(700));
}

TEST(Exponential, IsWhatLnUndoes) {
  for (double x = -690; x < 690; x += 0.713) EXPECT_NEAR(ln(exp_of(x)), x, 1e-13 * std::max(1.0, std::abs(x)));
}

TEST(Logistic, IsTheTextbookFunction) {
  EXPECT_EQ(logistic(0), 0.5);
  EXPECT_NEAR(logistic(1), 0.7310585786300049, 1e-15);
  EXPECT_NEAR(logistic(-3) + logistic(3), 1, 1e-15);
  EXPECT_GT(logistic(-1e6), 0);
  EXPECT_EQ(logistic(1e6), 1);
}

TEST(Gumbel, IsCloseToTheFormulaEverywhere) {
  double worst = 0;
  for (std::uint64_t bits = 0; bits <= 0xffffffffU; bits += 3571) {
    const double truth = -std::log(-std::log((static_cast<double>(bits) + 0.5) * 0x1.0p-32));
    const double error = std::abs(static_cast<double>(gumbel_of(static_cast<std::uint32_t>(bits))) - truth);
    worst = std::max(worst, error / std::max(1.0, std::abs(truth)));
  }
  EXPECT_LT(worst, 3e-5);
}

TEST(Gumbel, RisesWithItsBits) {
  float previous = gumbel_of(0);
  for (std::uint64_t bits = 4096; bits <= 0xffffffffU; bits += 4096) {
    const float next = gumbel_of(static_cast<std::uint32_t>(bits));
    ASSERT_GE(next, previous) << bits;
    previous = next;
  }
  EXPECT_TRUE(std::isfinite(gumbel_of(0)));
  EXPECT_TRUE(std::isfinite(gumbel_of(0xffffffffU)));
}

TEST(Gumbel, HasTheMeanOfEulerAndVarianceOfPiSquaredOverSix) {
  constexpr int kBlocks = 250'000;
  double sum = 0;
  double squares = 0;
  for (int i = 0; i < kBlocks; ++i) {
    for (const std::uint32_t bits : draw({11, 0}, static_cast<std::uint64_t>(i), 0, DrawSite::taste)) {
      const auto value = static_cast<double>(gumbel_of(bits)) - std::numbers::egamma;
      sum += value;
      squares += value * value;
    }
  }
  constexpr double kNumber = 4.0 * kBlocks;
  constexpr double kVariance = std::numbers::pi * std::numbers::pi / 6;
  EXPECT_NEAR(sum / kNumber, 0, 4 * std::sqrt(kVariance / kNumber));
  // The fourth moment about the mean is 5.4 times the variance squared.
  EXPECT_NEAR(squares / kNumber, kVariance, 4 * kVariance * std::sqrt(4.4 / kNumber));
}

}  // namespace
}  // namespace koers::simulate
