// SPDX-License-Identifier: EUPL-1.2
#include "app/views/vision_tree.h"

#include <set>

#include "app/city_fixture.h"
#include "app/views/causal_map.h"

namespace koers::test {
namespace {

class VisionTreeTest : public CityTest {};

// Known answers from Visie Zoetermeer 2040: six guidelines, seventeen challenges, numbered through.
TEST_F(VisionTreeTest, HasSixGuidelinesWithSeventeenChallengesInOrder) {
  const auto tree = views::vision_tree(city()).value();
  ASSERT_EQ(tree.guidelines.size(), 6U);
  std::vector<int> numbers;
  for (const auto& guideline : tree.guidelines) {
    for (const auto& challenge : guideline.challenges) numbers.push_back(challenge.number);
  }
  std::vector<int> expected(17);
  for (int i = 0; i < 17; ++i) expected[static_cast<std::size_t>(i)] = i + 1;
  EXPECT_EQ(numbers, expected);
}

TEST_F(VisionTreeTest, EveryEffortStandsUnderEachOfItsChallenges) {
  const auto tree = views::vision_tree(city()).value();
  for (const auto& guideline : tree.guidelines) {
    for (const auto& challenge : guideline.challenges) {
      std::set<std::string> expected;
      for (const Effort& effort : city().all<Effort>()) {
        if (views::contains(effort.challenges, Id<Challenge>(challenge.id))) expected.insert(effort.id.str());
      }
      std::set<std::string> found;
      for (const auto& effort : challenge.efforts) found.insert(effort.id);
      EXPECT_EQ(found, expected) << challenge.id;
    }
  }
}

TEST_F(VisionTreeTest, ASumIsAsMadeUpAsTheMostMadeUpOfItsAmounts) {
  std::set<Status> seen;
  const auto tree = views::vision_tree(city()).value();
  for (const auto& guideline : tree.guidelines) {
    for (const auto& challenge : guideline.challenges) {
      std::optional<Status> weakest;
      for (const auto& effort : challenge.efforts) {
        const auto money = views::money_of(city(), Id<Effort>(effort.id));
        if (money.costs) weakest = std::max({Status::derived, weakest.value_or(Status::derived), *money.costs_status});
      }
      EXPECT_EQ(challenge.costs_status, weakest) << challenge.id;
      EXPECT_EQ(challenge.costs.has_value(), challenge.costs_status.has_value()) << challenge.id;
      if (weakest) seen.insert(*weakest);
    }
  }
  EXPECT_EQ(seen, (std::set{Status::derived, Status::illustrative}));  // the example has both kinds
}

TEST_F(VisionTreeTest, ACityWithoutAVisionHasNoTree) { EXPECT_EQ(views::vision_tree(City{}).error().code, ErrorCode::not_found); }

TEST_F(VisionTreeTest, CoverageCountsItsOwnCells) {
  const auto matrix = views::coverage(city());
  ASSERT_EQ(matrix.challenges.size(), 17U);
  std::map<std::string, int> cells;
  for (const auto& cell : matrix.cells) ++cells[cell.challenge];
  for (const auto& challenge : matrix.challenges) EXPECT_EQ(challenge.count, cells[challenge.id]) << challenge.id;
}

TEST_F(VisionTreeTest, TheUncoveredChallengesAreThoseWithoutACell) {
  const auto matrix = views::coverage(city());
  std::vector<std::string> expected;
  for (const auto& challenge : matrix.challenges) {
    if (challenge.count == 0) expected.push_back(challenge.id);
  }
  std::vector<std::string> found;
  for (const auto& each : views::uncovered_challenges(city())) found.push_back(each.id);
  EXPECT_EQ(found, expected);
}

TEST_F(VisionTreeTest, WhatHasEndedServesNoChallenge) {
  City changed = city();
  for (const Effort& effort : city().all<Effort>()) {
    Effort ended = effort;
    ended.state = EffortState::closed;
    changed.all<Effort>().put(ended);
  }
  EXPECT_EQ(views::uncovered_challenges(changed).size(), 17U);
  EXPECT_TRUE(views::coverage(changed).cells.empty());
}

TEST_F(VisionTreeTest, TheCausalMapHasEveryNodeAndEdgeOnce) {
  const auto map = views::causal_map(city());
  EXPECT_EQ(map.nodes.size(), city().all<Guideline>().size() + city().all<Challenge>().size() + city().all<Mechanism>().size());
  EXPECT_EQ(map.edges.size(), city().all<Influence>().size());
  std::set<std::pair<Kind, std::string>> nodes;
  for (const auto& node : map.nodes) EXPECT_TRUE(nodes.emplace(node.kind, node.id).second) << node.id;
  for (const auto& edge : map.edges) {
    EXPECT_TRUE(nodes.contains({edge.from_kind, edge.from}) && nodes.contains({Kind::mechanism, edge.to})) << edge.id;
  }
}

TEST_F(VisionTreeTest, ALoopIsBalancingWhenItHasAnOddNumberOfNegativeInfluences) {
  const auto map = views::causal_map(city());
  EXPECT_FALSE(map.loops.empty());
  for (const auto& loop : map.loops) {
    int negative = 0;
    for (const auto& id : loop.influences) negative += city().find(id)->sign == Sign::negative ? 1 : 0;
    EXPECT_EQ(loop.nature == LoopNature::balancing, negative % 2 == 1) << loop.name;
    EXPECT_EQ(loop.mechanisms.size(), loop.influences.size()) << loop.name;
  }
}

}  // namespace
}  // namespace koers::test
