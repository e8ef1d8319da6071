// SPDX-License-Identifier: EUPL-1.2
#include "gather/sheet_table.h"

#include <gtest/gtest.h>

namespace koers::gather {
namespace {

ForeignSheet sheet_with(std::vector<ForeignCell> heading) {
  return {"file.xlsx",
          "Blad1",
          false,
          {{1, {{"Enquête 2022", CellKind::text}}}, {3, std::move(heading)}, {4, {{"x", CellKind::text}}}}};
}

TEST(SheetTable, TheRowsBelowTheHeadingAreTheTable) {
  const auto table = table_of(sheet_with({{" Code ", CellKind::text}, {}, {"2022", CellKind::number}}), 3);
  ASSERT_TRUE(table);
  EXPECT_EQ(table->columns, (std::vector<std::string>{"Code", "", "2022"}));
  ASSERT_EQ(table->rows.size(), 1U);
  EXPECT_EQ(table->rows[0].number, 4) << "rows keep the number that a reader sees";
}

TEST(SheetTable, AHeadingThatIsNotThereIsRefused) {
  const auto table = table_of(sheet_with({{"Code", CellKind::text}}), 2);
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().faults.at(0).place.line, 2);
}

TEST(SheetTable, AHeadingTwiceIsRefusedWithItsColumn) {
  const auto table = table_of(sheet_with({{"n", CellKind::text}, {"Code", CellKind::text}, {"n", CellKind::text}}), 3);
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().faults.at(0).rule, "double_id");
  EXPECT_EQ(table.error().faults.at(0).place.column, 3);
}

TEST(SheetTable, AHeadingOverSeveralColumnsIsRefused) {
  ForeignCell over{"2021 en 2022", CellKind::text};
  over.merged = true;
  const auto table = table_of(sheet_with({{"Code", CellKind::text}, over}), 3);
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().faults.at(0).rule, "merged_cell");
}

}  // namespace
}  // namespace koers::gather
