// SPDX-License-Identifier: EUPL-1.2
#include "simulate/parameters.h"

#include <cmath>
#include <limits>
#include <set>

#include <gtest/gtest.h>

namespace koers::simulate {
namespace {

TEST(Parameters, EachHaveOneRowInTheTable) {
  const Parameters parameters;
  std::set<const double*> members;
  std::set<std::string_view> names;
  for (const ParameterDescription& row : parameter_table()) {
    EXPECT_TRUE(members.insert(&(parameters.*row.member)).second) << row.name << " is described twice";
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
  }
  EXPECT_EQ(members.size(), sizeof(Parameters) / sizeof(double));
}

TEST(Parameters, AreDescribed) {
  for (const ParameterDescription& row : parameter_table()) {
    EXPECT_FALSE(row.sentence.empty()) << row.name;
    EXPECT_LT(row.lowest, row.highest) << row.name;
    const bool needs_source = row.status == ParameterStatus::literature || row.status == ParameterStatus::derived ||
                              row.status == ParameterStatus::calibrated;
    EXPECT_EQ(row.source.empty() && needs_source, false) << row.name << " says it is known, but not from where";
    EXPECT_EQ(row.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"), std::string_view::npos) << row.name;
  }
}

TEST(Parameters, AreWithinTheirRangesByDefault) { EXPECT_TRUE(check(Parameters{}).empty()); }

TEST(Parameters, CanBeSetByName) {
  const auto found = parameters_with({{"rounds", 7}, {"worth_cost", -3.5}});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->rounds, 7);
  EXPECT_EQ(found->worth_cost, -3.5);
  EXPECT_EQ(found->viewers, Parameters{}.viewers);
}

TEST(Parameters, MayLieOnTheEndsOfTheirRangeButNotBeyond) {
  for (const ParameterDescription& row : parameter_table()) {
    const std::string name(row.name);
    EXPECT_TRUE(parameters_with({{name, row.lowest}})) << name;
    EXPECT_TRUE(parameters_with({{name, row.highest}})) << name;
    for (const double outside : {std::nextafter(row.lowest, -1e9), std::nextafter(row.highest, 1e9)}) {
      const auto refused = parameters_with({{name, outside}});
      ASSERT_FALSE(refused) << name;
      ASSERT_EQ(refused.error().faults.size(), 1U);
      EXPECT_EQ(refused.error().faults[0].path, name);
      EXPECT_EQ(refused.error().faults[0].rule, "range");
    }
  }
}

TEST(Parameters, AreNeverNotANumber) {
  for (const ParameterDescription& row : parameter_table()) {
    Parameters parameters;
    parameters.*row.member = std::numeric_limits<double>::quiet_NaN();
    const std::vector<Fault> faults = check(parameters);
    ASSERT_EQ(faults.size(), 1U) << row.name;
    EXPECT_EQ(faults[0].path, row.name);
    EXPECT_FALSE(parameters_with({{std::string(row.name), std::numeric_limits<double>::infinity()}})) << row.name;
  }
}

TEST(Parameters, AreRefusedUnderAnUnknownNameTogetherWithOtherFaults) {
  const auto refused = parameters_with({{"luck", 1}, {"rounds", 0}, {"viewers", 5}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::bad_input);
  ASSERT_EQ(refused.error().faults.size(), 2U);
  EXPECT_EQ(refused.error().faults[0].rule, "unknown_parameter");
  EXPECT_EQ(refused.error().faults[0].path, "luck");
  EXPECT_EQ(refused.error().faults[1].path, "rounds");
}

TEST(ParameterStatus, HasANameForEach) {
  EXPECT_EQ(name_of(ParameterStatus::literature), "literature");
  EXPECT_EQ(name_of(ParameterStatus::illustrative), "illustrative");
}

}  // namespace
}  // namespace koers::simulate
