// SPDX-License-Identifier: EUPL-1.2
#include "simulate/identification.h"

#include <cmath>

#include <gtest/gtest.h>

namespace koers::simulate {
namespace {

/// The first parameter is seen, the second and third only as their sum, the fourth does nothing.
Result<Point> partly_seen(const Point& x) { return Point{3 * x[0], x[1] + x[2]}; }

TEST(Identification, TellsWhatIsSeenWhatOnlyTogetherAndWhatNot) {
  const Identification found = identify(partly_seen, Box(4), {0.5, 0.4, 0.6, 0.5}, {{1.5, 0.05}, {1, 0.01}}, 0.1, 1).value();
  EXPECT_EQ(found.verdicts, (std::vector{Identified::yes, Identified::weakly, Identified::weakly, Identified::no}));
  // Of the sum's two parameters half of the variance remains: one direction of two.
  EXPECT_NEAR(found.remaining[1], std::sqrt(0.5), 0.01);
  EXPECT_NEAR(found.remaining[3], 1, 1e-9);
  EXPECT_NEAR(found.jacobian[0][0], 3 / 0.05 / std::sqrt(12.0), 1e-6);
}

TEST(Identification, NamesTheDirectionsWithoutInformation) {
  const Identification found = identify(partly_seen, Box(4), Point(4, 0.5), {{1.5, 0.05}, {1, 0.01}}, 0.1, 1).value();
  ASSERT_EQ(found.directions.size(), 4U);
  EXPECT_GT(found.directions[1].singular_value, 1);
  for (const std::size_t i : {2U, 3U}) {
    EXPECT_LT(found.directions[i].singular_value, 1e-9);
    EXPECT_NEAR(found.directions[i].parts[0], 0, 1e-9);
    // Either the fourth alone, or the second against the third, or a mix of both.
    EXPECT_NEAR(found.directions[i].parts[1], -found.directions[i].parts[2], 1e-9);
  }
}

TEST(Identification, HasOneSidedDifferencesAtTheBorder) {
  const Model model = [](const Point& x) -> Result<Point> {
    EXPECT_LE(x[0], 1);
    return Point{2 * x[0]};
  };
  const Identification found = identify(model, Box(1), {1}, {{2, 0.1}}, 0.1, 1).value();
  EXPECT_NEAR(found.jacobian[0][0], 20 / std::sqrt(12.0), 1e-9);
}

TEST(Identification, HasTheSingularValuesOfAKnownMatrix) {
  // [[3, 0], [4, 5]]: 3√5 and √5. With these errors the Jacobian is that matrix.
  const Model model = [](const Point& x) -> Result<Point> { return Point{3 * x[0], 4 * x[0] + 5 * x[1]}; };
  const double error = 1 / std::sqrt(12.0);
  const Identification found = identify(model, Box(2), {0.5, 0.5}, {{0, error}, {0, error}}, 0.1, 1).value();
  EXPECT_NEAR(found.directions[0].singular_value, 3 * std::sqrt(5), 1e-9);
  EXPECT_NEAR(found.directions[1].singular_value, std::sqrt(5), 1e-9);
  EXPECT_NEAR(std::abs(found.directions[0].parts[0]), std::sqrt(0.5), 1e-9);
  // (JᵀJ + 1)⁻¹ with JᵀJ = [[25, 20], [20, 25]]: 26 / 276 on the diagonal.
  EXPECT_NEAR(found.remaining[0], std::sqrt(26.0 / 276), 1e-9);
}

}  // namespace
}  // namespace koers::simulate
