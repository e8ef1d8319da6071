// SPDX-License-Identifier: EUPL-1.2
#include "optimise/check.h"

#include <functional>

#include <gtest/gtest.h>

#include "optimise/drawn_agenda.h"

namespace koers::optimise {
namespace {

Portfolio sound() {
  Portfolio out;
  out.years = 3;
  out.items = {{"bridge", false}, {"park", true}, {"school", false}};
  out.sources.push_back({"own means", {100, 100, 100}, false, 0, 0, {true, 7}});
  out.teams.push_back({"roads", {100, 100, 100}, 10, 3, {true, 5}});
  out.columns.push_back({0, "base", 1, 2, true, 1000, 0, {{0, 1, 60}}, {{0, 1, 90}}});
  out.columns.push_back({1, "continue", -3, 5, true, 500, 0, {{0, 0, 10}}, {}});
  out.columns.push_back({2, "base", 0, 3, true, 500, 0, {}, {}});
  return out;
}

TEST(Check, HasNothingToSayAboutSoundProblems) {
  EXPECT_TRUE(check(sound()).empty());
  EXPECT_TRUE(check(drawn_agenda({1, 200, 10, true})).empty());
}

struct Planted {
  const char* rule;
  const char* path;
  const char* words;  ///< in what was found or expected
  std::function<void(Portfolio&)> plant;
};

TEST(Check, NamesEachFaultWithItsPlace) {
  const std::vector<Planted> faults{
      {"range", "years", "0", [](Portfolio& p) { p.years = 0; }},
      {"unknown_reference", "columns[0].item", "9", [](Portfolio& p) { p.columns[0].item = 9; }},
      {"unknown_reference", "columns[0].people.team", "one of 1 teams", [](Portfolio& p) { p.columns[0].people[0].team = 4; }},
      {"unknown_reference", "columns[0].money.source", "one of 1 sources",
       [](Portfolio& p) { p.columns[0].money[0].source = 1; }},
      {"negative", "columns[0].money[0].amount", "-5", [](Portfolio& p) { p.columns[0].money[0].amount = -5; }},
      {"negative", "sources[0].budget", "-1", [](Portfolio& p) { p.sources[0].budget[2] = -1; }},
      {"outside_duration", "columns[0].people[0].year", "from 1 to 2", [](Portfolio& p) { p.columns[0].people[0].year = 0; }},
      {"outside_duration", "columns[1].money[0].year", "from 0 to 1", [](Portfolio& p) { p.columns[1].money[0].year = 2; }},
      {"range", "columns[0].first_year", "-1", [](Portfolio& p) { p.columns[0].first_year = -1; }},
      {"length", "teams[0].capacity", "2 amounts", [](Portfolio& p) { p.teams[0].capacity.pop_back(); }},
      {"range", "teams[0].hire_percent", "0 to 20", [](Portfolio& p) { p.teams[0].hire_percent = 21; }},
      {"overrun_cheaper_than_hiring", "teams[0].overrun.price", "9", [](Portfolio& p) { p.teams[0].hire_price = 9; }},
      {"with_itself", "orders[0]", "bridge twice",
       [](Portfolio& p) {
         p.orders.push_back({0, 0, 1});
       }},
      {"twice", "conflicts[0].items", "more than once",
       [](Portfolio& p) {
         p.conflicts.push_back({"c", {1, 1}});
       }},
      {"other_item", "impositions[0].columns[0]", "another item",
       [](Portfolio& p) {
         p.impositions.push_back({Imposed::must, 0, {2}});
       }},
      {"circular_order", "orders", "bridge, park, school",
       [](Portfolio& p) {
         p.orders = {{0, 1, 0}, {1, 2, 1}, {2, 0, 0}};
       }},
      {"no_option_left", "items[0]", "must and ban contradict",
       [](Portfolio& p) {
         p.impositions = {{Imposed::must, 0, {}}, {Imposed::ban, 0, {}}};
       }},
      {"no_option_left", "items[1]", "park",
       [](Portfolio& p) {
         p.impositions = {{Imposed::ban, 1, {}}};
       }},
      {"conflicting_musts", "conflicts[0]", "bridge, school",
       [](Portfolio& p) {
         p.conflicts.push_back({"c", {0, 1, 2}});
         p.impositions = {{Imposed::must, 0, {}}, {Imposed::must, 2, {}}};
       }},
      {"unreachable_coverage", "coverages[0]", "at most 1",
       [](Portfolio& p) {
         p.coverages.push_back({"green", {0, 2}, 2, 0});
         p.impositions = {{Imposed::ban, 2, {}}};
       }},
      {"too_large", "columns.value", "a total", [](Portfolio& p) {
         p.columns[0].value = kLargestTotal;
         p.columns[1].value = 10;
       }}};
  for (const Planted& each : faults) {
    Portfolio problem = sound();
    each.plant(problem);
    const std::vector<Fault> found = check(problem);
    ASSERT_FALSE(found.empty()) << each.rule << ' ' << each.path;
    EXPECT_EQ(found.front().rule, each.rule);
    EXPECT_EQ(found.front().path, each.path);
    EXPECT_NE((found.front().found + '|' + found.front().expected).find(each.words), std::string::npos)
        << to_string(found.front());
  }
}

TEST(Check, LeavesOutOfACircleWhatOnlyWaitsForIt) {
  Portfolio problem = sound();
  problem.orders = {{0, 1, 0}, {1, 0, 1}, {1, 2, 0}};
  const auto found = check(problem);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].found, "items that wait for each other: bridge, park");
}

}  // namespace
}  // namespace koers::optimise
