// SPDX-License-Identifier: EUPL-1.2
#include "monitor/suppression.h"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "monitor/draws.h"
#include "monitor/sum_attacker.h"

namespace koers::monitor {
namespace {

constexpr double kWidth = 10;
/// A city (0) of districts with these counts, without parts.
SumTable city_of(const std::vector<double>& districts) {
  SumTable table{{{{std::nullopt}, {}}}, {{.persons = 0}}};
  for (const double persons : districts) {
    table.trees[0].parent.push_back(0);
    table.cells.push_back({.persons = persons, .is_sensitive = persons < 10});
    *table.cells[0].persons += persons;
  }
  return table;
}

int count(const std::vector<bool>& kept_back) { return static_cast<int>(std::count(kept_back.begin(), kept_back.end(), true)); }

/// Fails when somebody can tell a cell within less than the width.
void expect_safe(const SumTable& table, const Suppression& found, const std::string& where = "") {
  const auto bounds = attack(table, found.kept_back);
  std::size_t next = 0;
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    if (!found.kept_back[i]) continue;
    const double width = bounds[next++].width();
    const bool is_warned_of = std::find(found.unprotected.begin(), found.unprotected.end(), i) != found.unprotected.end();
    if (table.cells[i].is_sensitive ? !is_warned_of : found.unprotected.empty()) {
      EXPECT_GE(width, kWidth - 1e-6) << where << " cell " << i;
    }
  }
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
  SumTable table{{{{std::nullopt, 0, 0, 1, 1, 2, 2}, {}}}, {}};
  for (const double persons : {three + four + five + six, three + four, five + six, three, four, five, six}) {
    table.cells.push_back({.persons = persons, .is_sensitive = persons < 10});
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
  SumTable table{{{{std::nullopt, 0, 0}, {}}, {{std::nullopt, 0, 0}, {}}}, {}};  // city and two districts × all, women, men
  for (const double persons : {160.0, 64.0, 96.0, 100.0, 4.0, 96.0, 60.0, 60.0, 0.0}) {
    table.cells.push_back({.persons = persons, .is_sensitive = persons > 0 && persons < 10});
  }
  const auto found = suppress(table, kWidth);
  EXPECT_TRUE(found.kept_back[4]);
  EXPECT_TRUE(found.unprotected.empty());
  expect_safe(table, found);
}

double draw(std::uint32_t table, std::uint32_t item) { return uniform(7, DrawSite::bootstrap, table, item); }

/// Numbers of a table, one after another.
class Numbers {
 public:
  explicit Numbers(std::uint32_t table) : table_(table) {}
  double next() { return draw(table_, item_++); }
  std::size_t below(std::size_t most) { return static_cast<std::size_t>(static_cast<double>(most) * next()); }

 private:
  std::uint32_t table_;
  std::uint32_t item_ = 0;
};

/// City, two to five districts, each with up to four neighbourhoods.
SumTree drawn_areas(Numbers& numbers) {
  SumTree tree{{std::nullopt}, {}};
  const std::size_t districts = 2 + numbers.below(4);
  for (std::size_t i = 0; i < districts; ++i) tree.parent.push_back(0);
  for (std::size_t i = 0; i < districts; ++i) {
    for (std::size_t j = numbers.below(5); j > 0; --j) tree.parent.push_back(1 + i);
  }
  return tree;
}

/// A total that is divided in up to two ways, into two or three parts each.
SumTree drawn_parts(Numbers& numbers) {
  SumTree tree{{std::nullopt}, {0}};
  for (int group = static_cast<int>(numbers.below(3)); group > 0; --group) {
    for (std::size_t i = 2 + numbers.below(2); i > 0; --i) {
      tree.parent.push_back(0);
      tree.group.push_back(group);
    }
  }
  return tree;
}

/// The places in which somebody who is at one place of each group counts: a leaf of each, and all above.
std::vector<std::size_t> drawn_person(const SumTree& tree, Numbers& numbers) {
  std::vector<std::size_t> places{0};
  for (std::size_t i = 0; i < places.size(); ++i) {
    std::map<int, std::vector<std::size_t>> groups;
    for (std::size_t child = 0; child < tree.parent.size(); ++child) {
      if (tree.parent[child] == places[i]) groups[tree.group_of(child)].push_back(child);
    }
    for (const auto& [group, children] : groups) {
      const double skew = numbers.next() * numbers.next();  // the first are rare
      places.push_back(children[static_cast<std::size_t>((1 - skew) * 0.999 * static_cast<double>(children.size()))]);
    }
  }
  return places;
}

/// Areas × parts (× a year and its quarters), filled person by person, so that every sum is one.
SumTable drawn_table(std::uint32_t number) {
  Numbers numbers(number);
  SumTable table{{drawn_areas(numbers), drawn_parts(numbers)}, {}};
  if (number % 5 == 0) table.trees.push_back({{std::nullopt, 0, 0, 0}, {}});
  std::size_t size = 1;
  for (const SumTree& tree : table.trees) size *= tree.parent.size();
  table.cells.assign(size, {.persons = 0});
  for (std::size_t person = 30 + numbers.below(400); person > 0; --person) {
    std::vector<std::size_t> cells{0};
    for (const SumTree& tree : table.trees) {
      std::vector<std::size_t> longer;
      for (const std::size_t place : drawn_person(tree, numbers)) {
        for (const std::size_t cell : cells) longer.push_back(cell * tree.parent.size() + place);
      }
      cells = longer;
    }
    for (const std::size_t cell : cells) ++*table.cells[cell].persons;
  }
  for (auto& cell : table.cells) cell.is_sensitive = *cell.persons < 10;
  return table;
}

TEST(Suppression, HoldsOutAgainstAnAttackerOnHundredsOfTables) {
  int sensitive = 0;
  int kept_back = 0;
  for (std::uint32_t number = 0; number < 300; ++number) {
    const auto table = drawn_table(number);
    const auto found = suppress(table, kWidth);
    EXPECT_TRUE(found.unprotected.empty()) << number;
    expect_safe(table, found, std::to_string(number));
    for (std::size_t i = 0; i < table.cells.size(); ++i) EXPECT_TRUE(!table.cells[i].is_sensitive || found.kept_back[i]);
    sensitive +=
        static_cast<int>(std::count_if(table.cells.begin(), table.cells.end(), [](auto& each) { return each.is_sensitive; }));
    kept_back += count(found.kept_back);
  }
  EXPECT_GT(sensitive, 1500);
  RecordProperty("kept_back_per_sensitive_cell", std::to_string(kept_back / static_cast<double>(sensitive)));
}

TEST(Suppression, DoesNotHideAWomanBehindTheYoung) {  // both add up to all, each with others
  SumTable table{{{{std::nullopt, 0, 0}, {}}, {{std::nullopt, 0, 0, 0, 0}, {0, 1, 1, 2, 2}}}, {}};
  for (const double persons : {164.0, 64.0, 100.0, 54.0, 110.0, 64.0, 4.0, 60.0, 12.0, 52.0, 100.0, 60.0, 40.0, 42.0, 58.0}) {
    table.cells.push_back({.persons = persons, .is_sensitive = persons < 10});
  }
  std::vector<bool> woman_and_young(15);
  woman_and_young[6] = woman_and_young[8] = true;
  EXPECT_EQ(attack(table, woman_and_young)[0].width(), 0);
  const auto found = suppress(table, kWidth);
  EXPECT_TRUE(found.kept_back[7]) << "the men";
  EXPECT_TRUE(found.unprotected.empty());
  expect_safe(table, found);
}

TEST(Suppression, KnowsThatNoShareIsMoreThanTheWhole) {
  // Of the second district everybody counts already, so nobody can move there, whatever is kept back.
  SumTable table{{{{std::nullopt, 0, 0, 0}, {}}}, {}};
  for (const auto& [persons, most] : {std::pair{104.0, 300.0}, {4.0, 40.0}, {20.0, 20.0}, {80.0, 240.0}}) {
    table.cells.push_back({.persons = persons, .is_sensitive = persons < 10, .most = most});
  }
  const auto found = suppress(table, 24.5);
  EXPECT_EQ(found.kept_back, (std::vector<bool>{false, true, false, true}));
  for (const CellBounds& each : attack(table, found.kept_back)) EXPECT_GE(each.width(), 24.5);
  const auto whole = suppress(table, 1000);
  EXPECT_TRUE(whole.unprotected.empty()) << "anything from none to all forty is as dark as it gets";
  EXPECT_EQ(attack(table, whole.kept_back)[0].width(), 40);
}

TEST(Suppression, ProtectsATotalOfWhichTheNeighbourhoodsHaveNoParts) {
  // City and two districts × all, women, men; the districts are not divided.
  SumTable table{{{{std::nullopt, 0, 0}, {}}, {{std::nullopt, 0, 0}, {}}}, {}};
  for (const double persons : {104.0, 54.0, 50.0, 4.0, -1.0, -1.0, 100.0, -1.0, -1.0}) {
    table.cells.push_back({.persons = persons < 0 ? std::nullopt : std::optional(persons)});
  }
  table.cells[3].is_sensitive = true;
  const auto found = suppress(table, kWidth);
  EXPECT_TRUE(found.unprotected.empty());
  EXPECT_EQ(count(found.kept_back), 2);
  expect_safe(table, found);
}

TEST(Suppression, HoldsOutWhereFiguresWereNeverCollected) {
  for (std::uint32_t number = 5000; number < 5200; ++number) {
    auto table = drawn_table(number);
    for (std::size_t i = 1; i < table.cells.size(); ++i) {
      if (draw(number, static_cast<std::uint32_t>(100000 + i)) < 0.15) table.cells[i] = {};
    }
    expect_safe(table, suppress(table, kWidth), std::to_string(number));
  }
}

TEST(Suppression, WithoutItTheAttackerWins) {
  int recovered = 0;
  for (std::uint32_t number = 0; number < 60; ++number) {
    const auto table = drawn_table(number);
    std::vector<bool> only_sensitive;
    for (const auto& cell : table.cells) only_sensitive.push_back(cell.is_sensitive);
    for (const CellBounds& each : attack(table, only_sensitive)) recovered += each.width() < 1;
  }
  EXPECT_GT(recovered, 50) << "the attacker is worth defending against";
}

}  // namespace
}  // namespace koers::monitor
