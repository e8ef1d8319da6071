// SPDX-License-Identifier: EUPL-1.2
#include "model/units.h"

#include <gtest/gtest.h>

#include <set>

namespace koers {
namespace {

TEST(Units, are_found_by_their_exact_name) {
  ASSERT_NE(find_unit("%"), nullptr);
  EXPECT_EQ(find_unit("dwellings")->name, "dwellings");
  for (const char* name : {"", "Dwellings", "dwelling", "€", "percent"}) EXPECT_EQ(find_unit(name), nullptr) << name;
}

TEST(Units, have_a_name_each) {
  std::set<std::string_view> names;
  for (const Unit& unit : kUnits) EXPECT_TRUE(names.insert(unit.name).second) << unit.name;
}

TEST(Units, add_up_over_areas_only_when_they_count_things_in_a_place) {
  for (const char* name : {"persons", "dwellings", "households", "km2"}) EXPECT_TRUE(find_unit(name)->is_additive) << name;
  for (const char* name : {"%", "mark", "index", "rank", "years"}) EXPECT_FALSE(find_unit(name)->is_additive) << name;
}

}  // namespace
}  // namespace koers
