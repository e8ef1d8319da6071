// SPDX-License-Identifier: EUPL-1.2
#include "monitor/multiple_testing.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace koers::monitor {
namespace {

// The fifteen p values of Benjamini and Hochberg 1995, section 4.1: at 5 % the first four are kept.
const std::vector<double> kPublished{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                     0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000};

TEST(MultipleTesting, KeepsTheFourOfThePublishedExample) {
  const auto adjusted = adjust_for_number(kPublished);
  EXPECT_EQ(std::count_if(adjusted.begin(), adjusted.end(), [](double p) { return p <= 0.05; }), 4);
  EXPECT_NEAR(adjusted[3], 0.0095 * 15 / 4, 1e-12);
  EXPECT_DOUBLE_EQ(adjusted.back(), 1);
}

TEST(MultipleTesting, DoesNotDependOnTheOrder) {
  auto turned = kPublished;
  std::reverse(turned.begin(), turned.end());
  auto adjusted = adjust_for_number(turned);
  std::reverse(adjusted.begin(), adjusted.end());
  EXPECT_EQ(adjusted, adjust_for_number(kPublished));
}

TEST(MultipleTesting, ASmallerPIsNeverAdjustedToALargerOne) {
  const auto adjusted = adjust_for_number(std::vector<double>{0.04, 0.03, 0.03});
  EXPECT_DOUBLE_EQ(adjusted[0], 0.04);
  EXPECT_DOUBLE_EQ(adjusted[1], 0.04);
}

TEST(MultipleTesting, LeavesOneTestAloneAndTakesNone) {
  EXPECT_DOUBLE_EQ(adjust_for_number(std::vector<double>{0.03})[0], 0.03);
  EXPECT_TRUE(adjust_for_number({}).empty());
}

}  // namespace
}  // namespace koers::monitor
