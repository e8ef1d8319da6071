// SPDX-License-Identifier: EUPL-1.2
#include "simulate/fitting.h"

#include <cmath>

#include <gtest/gtest.h>

namespace koers::simulate {
namespace {

const DenseTable kSeed{{3, 2}, {1, 2, 3, 1, 2, 5}};
const MarginTable kRows{"rows", {0}, {40, 35, 25}};
const MarginTable kColumns{"columns", {1}, {60, 40}};

std::string error_of(const DenseTable& seed, const std::vector<MarginTable>& margins) {
  const auto fitted = fit(seed, margins);
  return fitted ? "" : fitted.error().message;
}

TEST(Fit, GivesTheKnownTable) {
  const auto fitted = fit(kSeed, std::vector{kRows, kColumns});
  ASSERT_TRUE(fitted);
  EXPECT_NEAR(fitted->table.cells[0], 19.45864, 5e-6);
  EXPECT_LT(fitted->largest_difference, 1e-9);
  EXPECT_LT(total_absolute_error(margin_of(fitted->table, std::vector<std::size_t>{0}), kRows.cells), 1e-7);
  EXPECT_LT(total_absolute_error(margin_of(fitted->table, std::vector<std::size_t>{1}), kColumns.cells), 1e-7);
}

TEST(Fit, KeepsTheOddsRatioOfTheSeed) {
  const auto cells = fit(kSeed, std::vector{kRows, kColumns})->table.cells;
  EXPECT_NEAR(cells[0] * cells[3] / (cells[1] * cells[2]), 1.0 / 6, 1e-12);
}

TEST(Fit, MeetsATwoWayMarginOfAThreeWayTable) {
  const DenseTable seed{{2, 2, 2}, {1, 2, 3, 4, 5, 6, 7, 8}};
  const MarginTable pair{"pair", {0, 2}, {10, 20, 30, 40}};
  const MarginTable middle{"middle", {1}, {55, 45}};
  const auto fitted = fit(seed, std::vector{pair, middle});
  ASSERT_TRUE(fitted);
  EXPECT_LT(total_absolute_error(margin_of(fitted->table, pair.dimensions), pair.cells), 1e-7);
  EXPECT_LT(total_absolute_error(margin_of(fitted->table, middle.dimensions), middle.cells), 1e-7);
}

TEST(Fit, KeepsZerosOfTheSeed) {
  const auto fitted = fit({{2, 2}, {0, 1, 1, 1}}, std::vector<MarginTable>{{"r", {0}, {3, 7}}, {"c", {1}, {2, 8}}});
  ASSERT_TRUE(fitted);
  EXPECT_EQ(fitted->table.cells[0], 0);
  EXPECT_NEAR(fitted->table.cells[1], 3, 1e-9);
}

TEST(Fit, SaysHowFarItIsFromMarginsThatTheZerosRuleOut) {
  const auto fitted = fit({{2, 2}, {0, 1, 1, 1}}, std::vector<MarginTable>{{"r", {0}, {5, 5}}, {"c", {1}, {6, 4}}});
  ASSERT_TRUE(fitted);
  EXPECT_GT(fitted->largest_difference, 0.05);
}

TEST(Fit, AcceptsMarginsOfNothing) {
  const auto fitted = fit(kSeed, std::vector<MarginTable>{{"rows", {0}, {0, 0, 0}}});
  ASSERT_TRUE(fitted);
  for (const double cell : fitted->table.cells) EXPECT_EQ(cell, 0);
}

TEST(Fit, RefusesANegativeCellByName) {
  EXPECT_EQ(error_of(kSeed, {{"rows", {0}, {40, -1, 61}}}), "Cell 1 of margin rows is not zero or a positive number.");
  EXPECT_NE(error_of(kSeed, {{"rows", {0}, {40, NAN, 61}}}), "");
}

TEST(Fit, RefusesTotalsThatDiffer) {
  EXPECT_EQ(error_of(kSeed, {kRows, {"columns", {1}, {60, 41}}}),
            "Margin columns has total 101.000000 and margin rows has 100.000000.");
}

TEST(Fit, RefusesAPositiveCellWhereTheSeedHasNothing) {
  EXPECT_EQ(error_of({{3, 2}, {1, 2, 0, 0, 2, 5}}, {kRows}), "Cell 1 of margin rows is positive where the seed has nothing.");
}

TEST(Fit, RefusesAMarginOfAnotherShape) {
  EXPECT_EQ(error_of(kSeed, {{"rows", {0}, {50, 50}}}), "Margin rows has 2 cells where 3 are expected.");
  EXPECT_EQ(error_of(kSeed, {{"depth", {2}, {50, 50}}}), "Margin depth is not over ascending dimensions of its table.");
  EXPECT_NE(error_of({{3, 2}, {1, 2}}, {kRows}), "");
  EXPECT_NE(error_of({{1, 1, 1, 1, 1, 1}, {1}}, {}), "") << "six dimensions";
}

TEST(TotalAbsoluteError, AddsDifferences) { EXPECT_EQ(total_absolute_error(std::vector{1.0, 5.0}, std::vector{3.0, 4.0}), 3); }

TEST(StandardisedRmse, IsTheErrorInMeansOfTheReference) {
  EXPECT_DOUBLE_EQ(standardised_rmse(std::vector{3.0, 5.0}, std::vector{4.0, 4.0}), 0.25);
  EXPECT_EQ(standardised_rmse(std::vector{0.0}, std::vector{0.0}), 0);
  EXPECT_TRUE(std::isinf(standardised_rmse(std::vector{1.0}, std::vector{0.0})));
}

}  // namespace
}  // namespace koers::simulate
