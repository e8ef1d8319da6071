// SPDX-License-Identifier: EUPL-1.2
#include "gather/numbers.h"

#include <gtest/gtest.h>

namespace koers::gather {
namespace {

std::string read(const std::string& text, CellKind kind, DecimalSign sign = DecimalSign::point) {
  const auto number = number_of({text, kind}, sign);
  return number ? to_string(*number) : "refused";
}

TEST(Numbers, TextNeedsTheDecimalSignOfTheMapping) {
  EXPECT_EQ(read("12,5", CellKind::text, DecimalSign::comma), "12.5");
  EXPECT_EQ(read("12.5", CellKind::text, DecimalSign::point), "12.5");
  EXPECT_EQ(read("12,5", CellKind::text, DecimalSign::point), "refused");
  EXPECT_EQ(read("12.5", CellKind::text, DecimalSign::comma), "refused");
  EXPECT_EQ(read(" 7 ", CellKind::text), "7");
}

TEST(Numbers, ThousandsAreNotGuessed) {
  EXPECT_EQ(read("1.234,5", CellKind::text, DecimalSign::comma), "refused");
  EXPECT_EQ(read("1 234", CellKind::text), "refused");
  EXPECT_EQ(read("1,234,567", CellKind::text, DecimalSign::comma), "refused");
}

TEST(Numbers, BinaryFractionsOfASpreadsheetAreWhatWasTyped) {
  EXPECT_EQ(read("0.30000000000000004", CellKind::number), "0.3");
  EXPECT_EQ(read("1e-05", CellKind::number), "0.00001");
  EXPECT_EQ(read("1.5E3", CellKind::number), "1500");
  EXPECT_EQ(read("1e300", CellKind::number), "refused");
  EXPECT_EQ(read("inf", CellKind::number), "refused");
  EXPECT_EQ(read("nan", CellKind::number), "refused");
}

TEST(Numbers, OtherCellsAreNoNumbers) {
  for (const CellKind kind : {CellKind::boolean, CellKind::date, CellKind::error, CellKind::empty})
    EXPECT_EQ(read("1", kind), "refused");
}

TEST(Numbers, ProductsAreExactOrRefused) {
  EXPECT_EQ(product({2395, 1}, {1000, 0}), (Decimal{239'500, 0}));
  EXPECT_EQ(product({350, 0}, {1, 2}), (Decimal{35, 1}));
  EXPECT_EQ(product({1, 9}, {1, 1}), std::nullopt);
  EXPECT_EQ(product({999'999'999'999'999, 0}, {1000, 0}), std::nullopt);
}

TEST(Numbers, PeriodsOfTheCbsAreRead) {
  EXPECT_EQ(to_string(period_of("2022JJ00").value()), "2022");
  EXPECT_EQ(to_string(period_of("2022KW03").value()), "2022-07/2022-09");
  EXPECT_EQ(to_string(period_of("2022MM11").value()), "2022-11");
  EXPECT_EQ(to_string(period_of("2020/2022").value()), "2020/2022");
  EXPECT_EQ(to_string(period_of(" 2022-01-01 ").value()), "2022-01-01");
  for (const char* text : {"2022JJ01", "2022KW05", "2022MM13", "2022XX00", "", "22", "2022MM1x"})
    EXPECT_FALSE(period_of(text)) << text;
}

}  // namespace
}  // namespace koers::gather
