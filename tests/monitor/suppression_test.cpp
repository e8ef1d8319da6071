// SPDX-License-Identifier: EUPL-1.2
#include "monitor/suppression.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "monitor/draws.h"
#include "monitor/sum_attacker.h"

namespace koers::monitor {
namespace {

constexpr double kWidth = 10;
const SumTree kNoParts{{std::nullopt}};

/// A city (0) of districts with these counts, without parts.
SumTable city_of(const std::vector<double>& districts) {
  SumTable table{{{std::nullopt}}, kNoParts, {{0, false, false}}};
  for (const double persons : districts) {
    table.areas.parent.push_back(0);
    table.cells.push_back({persons, persons < 10, false});
    *table.cells[0].persons += persons;
  }
  return table;
}

int count(const std::vector<bool>& kept_back) { return static_cast<int>(std::count(kept_back.begin(), kept_back.end(), true)); }

/// Fails when somebody can tell a cell within less than the width.
void expect_safe(const SumTable& table, const Suppression& found, const std::string& where = "") {
  for (const CellBounds& each : attack(table, found.kept_back)) EXPECT_GE(each.width(), kWidth - 1e-6) << where;
}

TEST(Suppression, OfNothingSensitiveIsNothing) { EXPECT_EQ(count(suppress(city_of({20, 30, 40}), kWidth).kept_back), 0); }

TEST(Suppression, OfOneDistrictTakesTheSmallestOtherThatHidesItWellEnough) {
  const auto table = city_of({4, 200, 30, 5000});
  const auto found = suppress(table, kWidth);
  EXPECT_EQ(found.kept_back, (std::vector<bool>{false, true, false, true, false}));
  expect_safe(table, found);
}

TEST(Suppression, TwoTinyDistrictsDoNotHideEachOther) {
  const auto table = city_of({2, 3, 100, 200});
  EXPECT_EQ(attack(table, {false, true, true, false, false})[0].highest, 5) << "their sum is known";
  const auto found = suppress(table, kWidth);
  EXPECT_EQ(count(found.kept_back), 3);
  expect_safe(table, found);
}

TEST(Suppression, OfASingleDistrictKeepsTheCityBackToo) {
  const auto table = city_of({4});
  EXPECT_EQ(count(suppress(table, kWidth).kept_back), 2);
}

TEST(Suppression, SaysWhatItCannotProtectBecauseOthersPublishAroundIt) {
  auto table = city_of({4, 50});
  table.cells[0].is_published_elsewhere = table.cells[2].is_published_elsewhere = true;
  const auto found = suppress(table, kWidth);
  EXPECT_EQ(found.unprotected, std::vector<std::size_t>{1});
}

// City 0; districts 1 and 2; neighbourhoods 3, 4 in district 1 and 5, 6 in district 2.
SumTable two_levels(double three, double four, double five, double six) {
  SumTable table{{{std::nullopt, 0, 0, 1, 1, 2, 2}}, kNoParts, {}};
  for (const double persons : {three + four + five + six, three + four, five + six, three, four, five, six}) {
    table.cells.push_back({persons, persons < 10, false});
  }
  return table;
}

TEST(Suppression, StaysWithinTheDistrictWhereThatIsEnough) {
  const auto table = two_levels(3, 80, 70, 60);
  const auto found = suppress(table, kWidth);
  EXPECT_EQ(found.kept_back, (std::vector<bool>{false, false, false, true, true, false, false}));
  expect_safe(table, found);
}

TEST(Suppression, GoesThroughTheDistrictsWhereItIsNot) {
  auto table = two_levels(3, 80, 70, 60);
  table.cells[4].is_published_elsewhere = true;
  const auto found = suppress(table, kWidth);
  EXPECT_EQ(found.kept_back, (std::vector<bool>{false, true, true, true, false, false, true}));
  expect_safe(table, found);
}

TEST(Suppression, HidesWomenBehindMenInTwoDistricts) {
  SumTable table{{{std::nullopt, 0, 0}}, {{std::nullopt, 0, 0}}, {}};  // city and two districts × all, women, men
  for (const double persons : {160.0, 64.0, 96.0, 100.0, 4.0, 96.0, 60.0, 60.0, 0.0}) {
    table.cells.push_back({persons, persons > 0 && persons < 10, false});
  }
  const auto found = suppress(table, kWidth);
  EXPECT_TRUE(found.kept_back[4]);
  EXPECT_TRUE(found.unprotected.empty());
  expect_safe(table, found);
}

double draw(std::uint32_t table, std::uint32_t item) { return uniform(7, DrawSite::bootstrap, table, item); }

/// City, two to five districts, each with up to four neighbourhoods; one to four parts of a total.
SumTable drawn_table(std::uint32_t number) {
  std::uint32_t item = 0;
  const auto upto = [&](double most) { return static_cast<std::size_t>(most * draw(number, item++)); };
  SumTable table{{{std::nullopt}}, {{std::nullopt}}, {}};
  const std::size_t districts = 2 + upto(4);
  for (std::size_t i = 0; i < districts; ++i) table.areas.parent.push_back(0);
  for (std::size_t i = 0; i < districts; ++i) {
    for (std::size_t j = upto(5); j > 0; --j) table.areas.parent.push_back(1 + i);
  }
  for (std::size_t i = upto(5); i > 0; --i) table.parts.parent.push_back(0);
  table.cells.resize(table.areas.parent.size() * table.parts.parent.size());
  const auto is_leaf = [](const SumTree& tree, std::size_t place) {
    return std::find(tree.parent.begin(), tree.parent.end(), std::optional(place)) == tree.parent.end();
  };
  for (auto& cell : table.cells) cell.persons = 0;
  for (std::size_t area = 0; area < table.areas.parent.size(); ++area) {
    for (std::size_t part = 0; part < table.parts.parent.size(); ++part) {
      if (!is_leaf(table.areas, area) || !is_leaf(table.parts, part)) continue;
      const double size = draw(number, item++);
      const double persons = static_cast<double>(static_cast<int>(size * size * size * 150));
      for (std::optional<std::size_t> a = area; a; a = table.areas.parent[*a]) {
        for (std::optional<std::size_t> p = part; p; p = table.parts.parent[*p])
          *table.cells[table.at(*a, *p)].persons += persons;
      }
    }
  }
  for (auto& cell : table.cells) cell.is_sensitive = *cell.persons < 10;
  return table;
}

TEST(Suppression, HoldsOutAgainstAnAttackerOnAThousandTables) {
  int sensitive = 0;
  int kept_back = 0;
  for (std::uint32_t number = 0; number < 1000; ++number) {
    const auto table = drawn_table(number);
    const auto found = suppress(table, kWidth);
    EXPECT_TRUE(found.unprotected.empty()) << number;
    expect_safe(table, found, std::to_string(number));
    for (std::size_t i = 0; i < table.cells.size(); ++i) EXPECT_TRUE(!table.cells[i].is_sensitive || found.kept_back[i]);
    sensitive +=
        static_cast<int>(std::count_if(table.cells.begin(), table.cells.end(), [](auto& each) { return each.is_sensitive; }));
    kept_back += count(found.kept_back);
  }
  EXPECT_GT(sensitive, 2500);
  RecordProperty("kept_back_per_sensitive_cell", std::to_string(kept_back / static_cast<double>(sensitive)));
}

TEST(Suppression, WithoutItTheAttackerWins) {
  int recovered = 0;
  for (std::uint32_t number = 0; number < 200; ++number) {
    const auto table = drawn_table(number);
    std::vector<bool> only_sensitive;
    for (const auto& cell : table.cells) only_sensitive.push_back(cell.is_sensitive);
    for (const CellBounds& each : attack(table, only_sensitive)) recovered += each.width() < 1;
  }
  EXPECT_GT(recovered, 100) << "the attacker is worth defending against";
}

}  // namespace
}  // namespace koers::monitor
