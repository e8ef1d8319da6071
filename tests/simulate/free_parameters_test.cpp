// SPDX-License-Identifier: EUPL-1.2
#include "simulate/free_parameters.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace koers::simulate {
namespace {

TEST(FreeParameters, AreParametersWithADefaultWithinTheirRange) {
  const Parameters defaults;
  for (const FreeParameter& free : free_parameters()) {
    const auto row = std::ranges::find(parameter_table(), free.name, &ParameterDescription::name);
    ASSERT_NE(row, parameter_table().end()) << free.name;
    EXPECT_LE(row->lowest, free.range.lowest) << free.name;
    EXPECT_GE(row->highest, free.range.highest) << free.name;
    EXPECT_LE(free.range.lowest, defaults.*row->member) << free.name;
    EXPECT_GE(free.range.highest, defaults.*row->member) << free.name;
  }
}

TEST(FreeParameters, AreSetAndReadByTheirPlace) {
  const auto free = free_parameters_of({"departures", "birth_scale"}).value();
  const Parameters set = with_values({}, free, {0.6, 1.1});
  EXPECT_EQ(set.departures, 0.6);
  EXPECT_EQ(set.birth_scale, 1.1);
  EXPECT_EQ(set.death_scale, Parameters{}.death_scale);
  EXPECT_EQ(values_of(set, free), (Point{0.6, 1.1}));
  EXPECT_EQ(free_parameters_of({})->size(), free_parameters().size());
}

TEST(FreeParameters, OfAnotherNameAreRefused) {
  EXPECT_EQ(free_parameters_of({"birth_scale", "rounds"}).error().faults.front().found, "rounds");
}

}  // namespace
}  // namespace koers::simulate
