// SPDX-License-Identifier: EUPL-1.2
#include "monitor/inequality.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "monitor/draws.h"

namespace koers::monitor {
namespace {

std::vector<Part> parts(std::initializer_list<double> values) {
  std::vector<Part> out;
  for (const double value : values) out.push_back({value, 1, 0});
  return out;
}

std::vector<Part> random_parts(std::uint64_t seed, int count) {
  std::vector<Part> out;
  for (int i = 0; i < count; ++i) {
    const auto item = static_cast<std::uint32_t>(i);
    out.push_back({1 + 99 * uniform(seed, DrawSite::bootstrap, 0, item), 10 + 90 * uniform(seed, DrawSite::bootstrap, 1, item),
                   static_cast<int>(4 * uniform(seed, DrawSite::bootstrap, 2, item))});
  }
  return out;
}

TEST(Gini, HasItsClosedForms) {
  EXPECT_NEAR(gini(parts({3, 3, 3})), 0, 1e-12);
  EXPECT_NEAR(gini(parts({0, 0, 0, 1})), 0.75, 1e-12) << "1 − 1/n when one has all";
  EXPECT_NEAR(gini(parts({1, 2, 3, 4, 5})), 4.0 / 15, 1e-12) << "(n² − 1)/(3n) / (n + 1) of 1…n";
}

TEST(Gini, CountsAPartAsOftenAsItWeighs) {
  const std::vector<Part> weighted{{1, 3, 0}, {5, 1, 0}};
  EXPECT_NEAR(gini(weighted), gini(parts({1, 1, 1, 5})), 1e-12);
}

TEST(Theil, HasItsClosedForms) {
  EXPECT_NEAR(theil(parts({2, 2, 2}))->total, 0, 1e-12);
  const double one_of_three = (0.5 * std::log(0.5) + 0.5 * std::log(0.5) + 2 * std::log(2.0)) / 3;  // of 1, 1, 4 around 2
  EXPECT_NEAR(theil(parts({1, 1, 4}))->total, one_of_three, 1e-12);
  EXPECT_FALSE(theil(parts({0, 1}))) << "no logarithm of nothing";
}

TEST(Theil, IsTheSumOfBetweenAndWithin) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const auto split = *theil(random_parts(seed, 30));
    EXPECT_NEAR(split.total, split.between + split.within, 1e-12);
    EXPECT_GE(split.between, -1e-12);
    EXPECT_GE(split.within, -1e-12);
  }
}

TEST(Theil, IsAllBetweenWhenGroupsAreEvenWithin) {
  const auto split = *theil(std::vector<Part>{{1, 2, 0}, {1, 1, 0}, {4, 3, 1}, {4, 5, 1}});
  EXPECT_NEAR(split.within, 0, 1e-12);
  EXPECT_NEAR(split.between, split.total, 1e-12);
}

TEST(Inequality, DoesNotDependOnTheUnitOrTheOrder) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const auto original = random_parts(seed, 25);
    auto changed = original;
    for (Part& part : changed) part.value *= 1000;
    std::reverse(changed.begin(), changed.end());
    EXPECT_NEAR(gini(changed), gini(original), 1e-12);
    EXPECT_NEAR(theil(changed)->total, theil(original)->total, 1e-12);
    EXPECT_NEAR(*quintile_ratio(changed), *quintile_ratio(original), 1e-9);
  }
}

TEST(QuintileRatio, ComparesTheFifthsOfThePersons) {
  EXPECT_DOUBLE_EQ(*quintile_ratio(parts({1, 2, 3, 4, 10})), 10);
  EXPECT_DOUBLE_EQ(*quintile_ratio(std::vector<Part>{{2, 1, 0}, {4, 9, 0}}), 4.0 / 3) << "a fifth is half of 2 and half of 4";
  EXPECT_FALSE(quintile_ratio(parts({0, 1, 2, 3, 4})));
}

TEST(Dissimilarity, RunsFromMixedToApart) {
  EXPECT_DOUBLE_EQ(*dissimilarity(std::vector<double>{1, 2, 3}, std::vector<double>{10, 20, 30}), 0);
  EXPECT_DOUBLE_EQ(*dissimilarity(std::vector<double>{5, 0}, std::vector<double>{0, 7}), 1);
  EXPECT_DOUBLE_EQ(*dissimilarity(std::vector<double>{50, 50}, std::vector<double>{75, 25}), 0.25);
  EXPECT_FALSE(dissimilarity(std::vector<double>{0, 0}, std::vector<double>{1, 2}));
}

TEST(Inequality, HasAnIntervalAroundIt) {
  const auto found = inequality(random_parts(5, 26));
  EXPECT_LE(found.gini.lower, found.gini.value);
  EXPECT_GE(found.gini.upper, found.gini.value);
  ASSERT_TRUE(found.theil && found.split && found.quintile_ratio);
  EXPECT_DOUBLE_EQ(found.theil->value, found.split->total);
}

TEST(ChangeOfGini, IsNotShownByNoise) {
  const auto before = random_parts(8, 26);
  auto after = before;
  for (std::size_t i = 0; i < after.size(); ++i) after[i].value *= i % 2 == 0 ? 1.01 : 0.99;
  const Interval change = change_of_gini(before, after);
  EXPECT_LT(change.lower, 0);
  EXPECT_GT(change.upper, 0);
}

TEST(ChangeOfGini, IsShownWhenTheHighRiseAndTheLowFall) {
  const auto before = random_parts(9, 26);
  auto after = before;
  for (Part& part : after) part.value *= part.value > 50 ? 1.3 : 0.7;
  EXPECT_GT(change_of_gini(before, after).lower, 0);
  EXPECT_LT(change_of_gini(after, before).upper, 0);
}

}  // namespace
}  // namespace koers::monitor
