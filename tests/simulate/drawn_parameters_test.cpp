// SPDX-License-Identifier: EUPL-1.2
#include "simulate/drawn_parameters.h"

#include <cmath>

#include <gtest/gtest.h>

namespace koers::simulate {
namespace {

TEST(DrawnParameters, AreWithinTheirRangeAndTheSpread) {
  const Parameters centre;
  for (std::uint32_t replicate = 0; replicate < 50; ++replicate) {
    const Parameters drawn = drawn_parameters(centre, 0.2, {1, replicate});
    EXPECT_TRUE(check(drawn).empty());
    for (const ParameterDescription& row : parameter_table())
      EXPECT_LE(std::abs(drawn.*row.member - centre.*row.member), 0.2 * std::abs(centre.*row.member) + 1e-12) << row.name;
  }
}

TEST(DrawnParameters, FillTheSpreadEvenly) {
  const Parameters centre;
  constexpr std::uint32_t kDraws = 4000;
  double mean = 0;
  double variance = 0;
  for (std::uint32_t replicate = 0; replicate < kDraws; ++replicate) {
    const double off = drawn_parameters(centre, 0.2, {1, replicate}).worth_cost / centre.worth_cost - 1;
    mean += off / kDraws;
    variance += off * off / kDraws;
  }
  EXPECT_NEAR(mean, 0, 4 * 0.1155 / std::sqrt(kDraws));
  EXPECT_NEAR(std::sqrt(variance), 0.2 / std::sqrt(3.0), 0.004);
}

TEST(DrawnParameters, DifferByParameterAndReplicateAndAreTheSameAgain) {
  const Parameters centre;
  const Parameters one = drawn_parameters(centre, 0.2, {1, 0});
  EXPECT_NE(one.worth_cost / centre.worth_cost, one.worth_owned / centre.worth_owned);
  EXPECT_NE(one.worth_cost, drawn_parameters(centre, 0.2, {1, 1}).worth_cost);
  EXPECT_NE(one.worth_cost, drawn_parameters(centre, 0.2, {2, 0}).worth_cost);
  EXPECT_EQ(one.worth_cost, drawn_parameters(centre, 0.2, {1, 0}).worth_cost);
  EXPECT_EQ(drawn_parameters(centre, 0, {1, 0}).worth_cost, centre.worth_cost);
}

}  // namespace
}  // namespace koers::simulate
