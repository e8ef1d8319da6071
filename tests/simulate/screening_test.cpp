// SPDX-License-Identifier: EUPL-1.2
#include "simulate/screening.h"

#include <cmath>
#include <numbers>

#include <gtest/gtest.h>

namespace koers::simulate {
namespace {

/// Ishigami and Homma 1990: sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁ on ±π.
Result<Point> ishigami(const Point& x) {
  return Point{std::sin(x[0]) + 7 * std::pow(std::sin(x[1]), 2) + 0.1 * std::pow(x[2], 4) * std::sin(x[0])};
}
const Box kIshigami(3, {-std::numbers::pi, std::numbers::pi});

TEST(SobolIndices, OfIshigamiAreThoseOfItsClosedForm) {
  const auto found = sobol_indices(ishigami, kIshigami, 1U << 14U, 1).value().front();
  constexpr std::array<double, 3> kFirst{0.3139, 0.4424, 0};
  constexpr std::array<double, 3> kTotal{0.5576, 0.4424, 0.2437};
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(found[i].first, kFirst[i], 0.01) << i;
    EXPECT_NEAR(found[i].total, kTotal[i], 0.01) << i;
  }
}

TEST(SobolIndices, OfWhatDoesNotVaryAreZero) {
  const auto found = sobol_indices([](const Point&) -> Result<Point> { return Point{3}; }, Box(2), 64, 1).value().front();
  for (const SobolIndex& index : found) {
    EXPECT_EQ(index.first, 0);
    EXPECT_EQ(index.total, 0);
  }
}

TEST(ElementaryEffects, OfALinearFunctionAreItsCoefficients) {
  const Model linear = [](const Point& x) -> Result<Point> { return Point{2 * x[0] - 5 * x[1] + 0.5 * x[3], x[2]}; };
  const auto found = elementary_effects(linear, {{0, 1}, {0, 1}, {-1, 1}, {10, 14}}, 6, {3, 0}, 1).value();
  const std::array<double, 4> coefficients{2, 5, 0, 2};  // over the range: 0.5 × 4
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_NEAR(found[0][i].mean_size, coefficients[i], 1e-12) << i;
    EXPECT_NEAR(found[0][i].deviation, 0, 1e-12) << i;
    EXPECT_NEAR(found[1][i].mean_size, i == 2 ? 2 : 0, 1e-12) << i;
  }
}

TEST(ElementaryEffects, OfAProductDifferFromPlaceToPlace) {
  const Model product = [](const Point& x) -> Result<Point> { return Point{x[0] * x[1]}; };
  const auto found = elementary_effects(product, Box(2), 50, {4, 0}, 1).value().front();
  EXPECT_NEAR(found[0].mean_size, 0.5, 0.1);
  EXPECT_GT(found[0].deviation, 0.2);
}

TEST(Screening, IsTheSameOnAnyNumberOfThreadsAndEndsWithTheError) {
  const auto one = sobol_indices(ishigami, kIshigami, 256, 1).value();
  const auto three = sobol_indices(ishigami, kIshigami, 256, 3).value();
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(one[0][i].total, three[0][i].total);
  const Model failing = [](const Point& x) -> Result<Point> {
    if (x[0] > 0.5) return failure(ErrorCode::cancelled, "Enough.");
    return x;
  };
  EXPECT_EQ(sobol_indices(failing, Box(2), 16, 2).error().code, ErrorCode::cancelled);
  EXPECT_EQ(elementary_effects(failing, Box(2), 4, {1, 0}, 1).error().message, "Enough.");
}

}  // namespace
}  // namespace koers::simulate
