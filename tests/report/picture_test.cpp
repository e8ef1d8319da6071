// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "report/picture.h"
#include "report/small_document.h"

namespace koers::report {
namespace {

TEST(AxisTest, GoesInRoundStepsFromBelowTheLowestToAboveTheHighest) {
  const Axis axis = axis_over(-0.71, 0.35);
  EXPECT_DOUBLE_EQ(axis.step, 0.2);
  EXPECT_NEAR(axis.from, -0.8, 1e-12);
  EXPECT_NEAR(axis.to, 0.4, 1e-12);
}

TEST(AxisTest, HasRoomAlsoForASingleValueAndForNonsense) {
  for (const Axis axis : {axis_over(5, 5), axis_over(0, 0), axis_over(1, -1), axis_over(0, 1.0 / 0.0)}) {
    EXPECT_LT(axis.from, axis.to);
    EXPECT_GT(axis.step, 0);
  }
}

TEST(NumberWordsTest, WritesNumbersAsEachLanguageDoes) {
  EXPECT_EQ(number_words(1234567.891, 2, "nl"), "1.234.567,89");
  EXPECT_EQ(number_words(1234567.891, 2, "en"), "1,234,567.89");
  EXPECT_EQ(number_words(-0.04, 2, "nl"), "\u22120,04");
}

TEST(NumberWordsTest, KnowsNoNegativeZero) { EXPECT_EQ(number_words(-0.001, 2, "en"), "0.00"); }

TEST(PictureTest, PutsAnIntervalWhereItsValuesAre) {
  Figure figure{"f", "t", "d", IntervalPicture{{{"a", "w", 0.5, 0, 1}}, std::nullopt, "", 1}, {}};
  const std::string svg = svg_of(figure, "en");
  // The axis runs from 0 to 1 between x = 210 and x = 530, so its middle is at 370.
  EXPECT_NE(svg.find("<circle cx=\"370\""), std::string::npos) << svg;
  EXPECT_NE(svg.find("x1=\"210\" y1=\"25\" x2=\"530\" y2=\"25\" class=\"interval\""), std::string::npos) << svg;
}

TEST(PictureTest, DrawsEachMeasurementAndRingsTheTarget) {
  Figure figure{"f", "t", "d", LinePicture{{{2020, 1, ""}, {2021, 2, ""}, {2022, 1, ""}}, {{2030, 4, "doel"}}, 0}, {}};
  const std::string svg = svg_of(figure, "nl");
  std::size_t marks = 0;
  for (std::size_t at = svg.find("class=\"mark\""); at != std::string::npos; at = svg.find("class=\"mark\"", at + 1)) ++marks;
  EXPECT_EQ(marks, 3U);
  EXPECT_NE(svg.find("class=\"target\""), std::string::npos);
}

}  // namespace
}  // namespace koers::report
