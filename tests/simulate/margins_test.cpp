// SPDX-License-Identifier: EUPL-1.2
#include "simulate/margins.h"

#include <cmath>

#include <gtest/gtest.h>

#include "small_town.h"

namespace koers::simulate {
namespace {

Margins with_estimates() {
  Margins margins = small_town();
  Margin& households = margins.areas[0][MarginKind::households];
  households.standing = Standing::estimated;
  households.error_kind = ErrorKind::percentage_points;
  households.error = 3;
  Margin& value = margins.areas[0][MarginKind::value];
  value = {{200}, Standing::estimated, ErrorKind::relative, 0.1, "A guess."};
  return margins;
}

const std::vector<double>& values(const Margins& margins, MarginKind kind, std::size_t area = 0) {
  return margins.areas[area][kind].values;
}

TEST(PerturbedMargins, MoveOnlyWhatIsEstimated) {
  const Margins before = with_estimates();
  const Margins after = perturbed(before, {1, 7});
  EXPECT_NE(values(after, MarginKind::households), values(before, MarginKind::households));
  EXPECT_EQ(values(after, MarginKind::people), values(before, MarginKind::people));
  EXPECT_EQ(values(after, MarginKind::households, 1), values(before, MarginKind::households, 1));
}

TEST(PerturbedMargins, KeepTheTotalOfATable) {
  const Margins before = with_estimates();
  EXPECT_NEAR(perturbed(before, {1, 7}).areas[0][MarginKind::households].total(), before.areas[0][MarginKind::households].total(),
              1e-9);
}

TEST(PerturbedMargins, AreTheEstimateItselfInReplicateZero) {
  const Margins before = with_estimates();
  EXPECT_EQ(values(perturbed(before, {1, 0}), MarginKind::households), values(before, MarginKind::households));
}

TEST(PerturbedMargins, AreAFunctionOfTheReplicate) {
  const Margins before = with_estimates();
  EXPECT_EQ(values(perturbed(before, {1, 7}), MarginKind::value), values(perturbed(before, {1, 7}), MarginKind::value));
  EXPECT_NE(values(perturbed(before, {1, 7}), MarginKind::value), values(perturbed(before, {1, 8}), MarginKind::value));
}

TEST(PerturbedMargins, VaryByTheirError) {
  const Margins before = with_estimates();
  double squares = 0;
  double share_squares = 0;
  constexpr int kRuns = 2000;
  for (std::uint32_t replicate = 1; replicate <= kRuns; ++replicate) {
    const Margins after = perturbed(before, {1, replicate});
    squares += std::pow(values(after, MarginKind::value)[0] - 200, 2);
    share_squares += std::pow((values(after, MarginKind::households)[0] - 300) / 550 * 100, 2);
  }
  EXPECT_NEAR(std::sqrt(squares / kRuns), 20, 1.5);
  // Restoring the total takes part of the error of 3 points away from the largest share.
  EXPECT_NEAR(std::sqrt(share_squares / kRuns), 2.4, 0.7);
}

TEST(AreaHash, IsFnv1a) {
  EXPECT_EQ(area_hash(""), 0xcbf29ce484222325ULL);
  EXPECT_EQ(area_hash("a"), 0xaf63dc4c8601ec8cULL);
}

}  // namespace
}  // namespace koers::simulate
