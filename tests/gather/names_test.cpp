// SPDX-License-Identifier: EUPL-1.2
#include "gather/names.h"

#include <gtest/gtest.h>

namespace koers::gather {
namespace {

TEST(Names, TheLevelBeforeANameIsNoPartOfIt) {
  EXPECT_EQ(bare_area_name("Wijk 00 Centrum  "), "centrum");
  EXPECT_EQ(bare_area_name("Buurt 1 De Leyens"), "deleyens");
  EXPECT_EQ(bare_area_name("'s-Gravenhage"), "sgravenhage");
}

TEST(Names, APlaceThatIsCalledWijkKeepsItsName) {
  EXPECT_EQ(bare_area_name("Wijk aan Zee"), "wijkaanzee");
  EXPECT_EQ(bare_area_name("Wijk 12"), "wijk12");
}

TEST(Names, LettersWithAccentsCount) { EXPECT_NE(bare_area_name("Súdwest"), bare_area_name("Sdwest")); }

TEST(Names, ThePositionBehindAColumnIsNoPartOfItsName) {
  EXPECT_EQ(without_position("AantalInwoners_5"), "AantalInwoners");
  EXPECT_EQ(without_position("a_00_14"), "a_00");  // why an exact name is looked for first
  EXPECT_EQ(without_position("k_0Tot15Jaar_8"), "k_0Tot15Jaar");
  EXPECT_EQ(without_position("T001036"), "T001036");
  EXPECT_EQ(without_position("_5"), "_5");
}

TEST(Names, TemplatesAreFilledInEverywhere) { EXPECT_EQ(filled_in("{table} of {year}/{year}", "2022", "T1"), "T1 of 2022/2022"); }

}  // namespace
}  // namespace koers::gather
