// SPDX-License-Identifier: EUPL-1.2
#include "gather/differences.h"

#include <gtest/gtest.h>

#include "gather/gather_city.h"

namespace koers::test {
namespace {

Observation figure(const std::string& area, std::int64_t value, const std::string& period = "2022") {
  Observation out;
  out.indicator = Id<Indicator>("people");
  out.area = {Kind::district, area};
  out.period = *parse_period(period);
  out.value = Decimal{value, 0};
  out.status = ObservationStatus::final_;
  out.source = {Id<Source>("counts"), "table 1"};
  return out;
}

gather::Scope scope_of(const std::vector<Observation>& figures) {
  gather::Scope scope;
  for (const Observation& each : figures) {
    scope.areas.insert(each.area);
    scope.figures.emplace(each.indicator, each.period);
  }
  return scope;
}

TEST(Differences, NewChangedSameAndGoneAreCounted) {
  const std::vector held{figure("WK1", 1), figure("WK2", 2), figure("WK3", 3)};
  const std::vector staged{figure("WK1", 1), figure("WK2", 20), figure("WK4", 4)};
  gather::Scope scope = scope_of(staged);
  scope.areas.insert({Kind::district, "WK3"});
  const auto differences = gather::compare(held, staged, scope);
  EXPECT_EQ(differences.same, 1);
  EXPECT_EQ(differences.changed, 1);
  EXPECT_EQ(differences.added, 1);
  EXPECT_EQ(differences.gone, 1);
  ASSERT_EQ(differences.changes.size(), 3U);
  EXPECT_EQ(differences.changes[0].before->value, (Decimal{2, 0}));
  EXPECT_EQ(differences.changes[0].after->value, (Decimal{20, 0}));
}

TEST(Differences, WhatIsOutsideTheScopeIsNeitherGoneNorLost) {
  const std::vector held{figure("WK1", 1), figure("WK9", 9), figure("WK1", 5, "2021")};
  const std::vector staged{figure("WK1", 10)};
  const auto scope = scope_of(staged);
  EXPECT_EQ(gather::compare(held, staged, scope).gone, 0);
  EXPECT_EQ(lines_of(gather::merged(held, staged, scope)),
            (std::vector<std::string>{"people WK9 2022 9 final", "people WK1 2021 5 final", "people WK1 2022 10 final"}));
}

TEST(Differences, AnotherStatusOrDenominatorIsADifferenceAnotherSectionIsNot) {
  const std::vector held{figure("WK1", 1)};
  const auto counts = [&](auto change) {
    std::vector staged{figure("WK1", 1)};
    change(staged[0]);
    return gather::compare(held, staged, scope_of(staged)).changed;
  };
  EXPECT_EQ(counts([](Observation& each) { each.source.section = "table 2"; }), 0);
  EXPECT_EQ(counts([](Observation& each) { each.status = ObservationStatus::provisional; }), 1);
  EXPECT_EQ(counts([](Observation& each) { each.denominator = Decimal{100, 0}; }), 1);
  EXPECT_EQ(counts([](Observation& each) { each.value.reset(); }), 1);
}

TEST(Differences, AFigureThatIsTheSameStaysAsItIsHeld) {
  std::vector held{figure("WK1", 1)};
  held[0].denominator = Decimal{100, 0};
  held[0].note = "counted twice";
  const std::vector staged{figure("WK1", 1)};
  const auto scope = scope_of(staged);
  EXPECT_TRUE(gather::compare(held, staged, scope).is_empty());
  EXPECT_EQ(gather::merged(held, staged, scope), held);
}

TEST(Differences, AcceptingTwiceGivesTheSame) {
  const std::vector held{figure("WK1", 1), figure("WK2", 2)};
  const std::vector staged{figure("WK1", 7)};
  const auto scope = scope_of(staged);
  const auto once = gather::merged(held, staged, scope);
  EXPECT_TRUE(gather::compare(once, staged, scope).is_empty());
  EXPECT_EQ(gather::merged(once, staged, scope), once);
}

}  // namespace
}  // namespace koers::test
