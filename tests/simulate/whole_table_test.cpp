// SPDX-License-Identifier: EUPL-1.2
#include "simulate/whole_table.h"

#include <cmath>

#include <gtest/gtest.h>

namespace koers::simulate {
namespace {

const Purpose kPurpose{{1, 0}, 2, 3};

TEST(FitAndRound, KeepsBothMargins) {
  JointFit joint;
  const auto whole = fit_and_round({1, 2, 3, 1, 2, 5}, {4, 3, 3}, {6, 4}, kPurpose, joint);
  ASSERT_TRUE(whole) << whole.error().message;
  for (std::size_t row = 0; row < 3; ++row) EXPECT_EQ((*whole)[2 * row] + (*whole)[2 * row + 1], row == 0 ? 4 : 3);
  EXPECT_EQ((*whole)[0] + (*whole)[2] + (*whole)[4], 6);
  EXPECT_EQ(joint.cells, 6U);
  EXPECT_NEAR(joint.reference, 10, 1e-7);
  EXPECT_LT(joint.absolute, 6);
}

// The zero rules the margins out: 5 in the first row need the second column, which has 4.
TEST(FitAndRound, KeepsMarginsThatFittingCannotMeet) {
  JointFit joint;
  const auto whole = fit_and_round({0, 1, 1, 1}, {5, 5}, {6, 4}, kPurpose, joint);
  ASSERT_TRUE(whole) << whole.error().message;
  EXPECT_EQ(*whole, (Whole{1, 4, 5, 0}));
}

TEST(WholeTable, KeepsEachWholeMargin) {
  DenseTable seed{{2, 2, 2, 2}, {}};
  for (int i = 0; i < 16; ++i) seed.cells.push_back(1 + i % 5);
  const std::vector<MarginTable> margins{{"a", {0}, {7, 4}}, {"b", {1}, {5, 6}}, {"c", {2}, {1, 10}}, {"d", {3}, {3, 8}}};
  JointFit joint;
  const auto whole = whole_table(seed, margins, kPurpose, joint);
  ASSERT_TRUE(whole) << whole.error().message;
  const DenseTable table{seed.sizes, Cells(whole->begin(), whole->end())};
  for (const MarginTable& margin : margins) EXPECT_EQ(margin_of(table, margin.dimensions), margin.cells) << margin.name;
}

TEST(JointFit, AddsUpOverAreas) {
  JointFit a;
  a.add(3, 4);
  JointFit b;
  b.add(5, 4);
  a.add(b);
  EXPECT_EQ(a.absolute, 2);
  EXPECT_DOUBLE_EQ(a.srmse(), 0.25);
  EXPECT_EQ(JointFit{}.srmse(), 0);
}

TEST(WholeMargin, TurnsSharesIntoNumbersWithTheTotal) {
  EXPECT_EQ(whole_margin({{1, 1, 1}, Standing::published, ErrorKind::relative, 0, {}}, 10), (std::vector<double>{4, 3, 3}));
  EXPECT_TRUE(whole_margin({}, 10).empty());
}

}  // namespace
}  // namespace koers::simulate
