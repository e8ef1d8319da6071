// SPDX-License-Identifier: EUPL-1.2
#include "model/causal_loops.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

#include "packages.h"

namespace koers {
namespace {

/// Edges as people draw them: `a+b` more of a gives more of b, `a-b` less.
City city_of(const std::string& nodes, const std::vector<std::string>& edges) {
  City city;
  for (const char node : nodes) {
    Mechanism mechanism{};
    mechanism.id = Id<Mechanism>(std::string(1, node));
    city.all<Mechanism>().add(mechanism);
  }
  for (const std::string& edge : edges) {
    Influence influence{};
    influence.id = Id<Influence>(std::string{edge[0], 'x', edge[2]});
    influence.from = {Kind::mechanism, edge.substr(0, 1)};
    influence.to = Id<Mechanism>(edge.substr(2, 1));
    influence.sign = edge[1] == '+' ? Sign::positive : Sign::negative;
    influence.lag_years_min = 1;
    influence.lag_years_max = 3;
    city.all<Influence>().add(influence);
  }
  return city;
}

/// `R1 abc`: the name and the mechanisms in order.
std::vector<std::string> loops_of(const City& city) {
  std::vector<std::string> out;
  for (const CausalLoop& loop : find_causal_loops(city)) {
    std::string line = loop.name + ' ';
    for (const auto& mechanism : loop.mechanisms) line += mechanism.str();
    out.push_back(line);
  }
  return out;
}

using Lines = std::vector<std::string>;

TEST(CausalLoops, are_none_in_a_graph_without_a_way_back) {
  EXPECT_EQ(loops_of(city_of("abc", {"a+b", "b+c", "a-c"})), Lines{});
  EXPECT_EQ(loops_of(City{}), Lines{});
}

TEST(CausalLoops, reinforce_with_an_even_number_of_negative_links_and_balance_with_an_odd_one) {
  EXPECT_EQ(loops_of(city_of("ab", {"a+b", "b+a"})), Lines{"R1 ab"});
  EXPECT_EQ(loops_of(city_of("ab", {"a-b", "b+a"})), Lines{"B1 ab"});
  EXPECT_EQ(loops_of(city_of("ab", {"a-b", "b-a"})), Lines{"R1 ab"});
  EXPECT_EQ(loops_of(city_of("abc", {"a-b", "b-c", "c-a"})), Lines{"B1 abc"});
}

TEST(CausalLoops, can_be_of_one_mechanism_on_itself) { EXPECT_EQ(loops_of(city_of("a", {"a-a"})), Lines{"B1 a"}); }

TEST(CausalLoops, come_once_each_and_the_shortest_first) {
  EXPECT_EQ(loops_of(city_of("abc", {"a+b", "b+c", "c+a", "b-a", "c+b"})), (Lines{"B1 ab", "R1 bc", "R2 abc"}));
}

TEST(CausalLoops, of_a_complete_graph_of_four_are_twenty) {
  Lines edges;
  for (const char from : std::string("abcd")) {
    for (const char to : std::string("abcd")) {
      if (from != to) edges.push_back(std::string{from, '+', to});
    }
  }
  EXPECT_EQ(loops_of(city_of("abcd", edges)).size(), 20U) << "6 of two, 8 of three, 6 of four";
}

TEST(CausalLoops, add_up_the_lags_of_their_influences) {
  const auto loops = find_causal_loops(city_of("abc", {"a+b", "b+c", "c+a"}));
  ASSERT_EQ(loops.size(), 1U);
  EXPECT_EQ(loops[0].lag_years_min, 3);
  EXPECT_EQ(loops[0].lag_years_max, 9);
  EXPECT_EQ(loops[0].influences, (std::vector{Id<Influence>("axb"), Id<Influence>("bxc"), Id<Influence>("cxa")}));
}

TEST(CausalLoops, leave_out_influences_of_anything_but_mechanisms) {
  City city = city_of("ab", {"a+b", "b+a"});
  Influence influence = city.all<Influence>().front();
  influence.id = Id<Influence>("guideline");
  influence.from = {Kind::guideline, "a"};
  city.all<Influence>().add(influence);
  EXPECT_EQ(loops_of(city), Lines{"R1 ab"});
}

/// Every order of every subset of nodes, tried as a circuit; the least node stands first.
std::set<std::string> circuits_by_brute_force(const std::set<std::string>& edges, const std::string& nodes) {
  std::set<std::string> found;
  for (unsigned subset = 1; subset < 1U << nodes.size(); ++subset) {
    std::string order;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if ((subset >> i & 1U) != 0) order += nodes[i];
    }
    do {
      bool closed = true;
      for (std::size_t i = 0; i < order.size(); ++i) closed = closed && edges.contains({order[i], order[(i + 1) % order.size()]});
      if (closed) found.insert(order);
    } while (std::next_permutation(order.begin() + 1, order.end()));
  }
  return found;
}

TEST(CausalLoops, agree_with_brute_force_on_random_graphs_of_five_mechanisms) {
  const std::string nodes = "abcde";
  std::mt19937 random(2040);
  for (int round = 0; round < 200; ++round) {
    std::set<std::string> edges;
    Lines drawn;
    for (const char from : nodes) {
      for (const char to : nodes) {
        if (random() % 5 < 2 && edges.insert({from, to}).second) drawn.push_back({from, random() % 2 == 0 ? '+' : '-', to});
      }
    }
    std::set<std::string> found;
    for (const std::string& line : loops_of(city_of(nodes, drawn))) {
      EXPECT_TRUE(found.insert(line.substr(line.find(' ') + 1)).second) << "twice: " << line;
    }
    ASSERT_EQ(found, circuits_by_brute_force(edges, nodes)) << "round " << round;
  }
}

TEST(CausalLoops, end_soon_in_a_graph_with_more_than_anybody_can_read) {
  Lines edges;
  const std::string nodes = "abcdefghijklmnopqrst";
  for (const char from : nodes) {
    for (const char to : nodes) edges.push_back(std::string{from, '+', to});
  }
  const auto loops = find_causal_loops(city_of(nodes, edges));
  EXPECT_EQ(loops.size(), kMaxLoops);
  EXPECT_EQ(loops[19].mechanisms.size(), 1U) << "20 of one, 190 of two, then those of three";
  EXPECT_EQ(loops[209].mechanisms.size(), 2U);
  EXPECT_EQ(loops.back().mechanisms.size(), 3U);
}

TEST(CausalLoops, end_soon_in_a_graph_with_very_many_paths_and_no_loop) {
  Lines edges;
  const std::string nodes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ";
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (std::size_t j = i + 1; j < nodes.size(); ++j) edges.push_back(std::string{nodes[i], '+', nodes[j]});
  }
  EXPECT_EQ(loops_of(city_of(nodes, edges)), Lines{});
}

TEST(CausalLoops, end_soon_when_a_mechanism_leads_into_a_dense_part_and_never_back) {
  Lines edges{"a+b"};
  const std::string dense = "bcdefghijklmnopqrstu";
  for (const char from : dense) {
    for (const char to : dense) edges.push_back(std::string{from, '+', to});
  }
  EXPECT_EQ(find_causal_loops(city_of("abcdefghijklmnopqrstu", edges)).size(), kMaxLoops);
}

TEST(CausalLoops, of_zoetermeer_are_of_both_natures) {
  const auto loops = find_causal_loops(zoetermeer());
  const auto count = [&](LoopNature nature) {
    return std::count_if(loops.begin(), loops.end(), [&](const CausalLoop& loop) { return loop.nature == nature; });
  };
  EXPECT_GT(count(LoopNature::reinforcing), 0);
  EXPECT_GT(count(LoopNature::balancing), 0);
  for (const CausalLoop& loop : loops) EXPECT_EQ(loop.mechanisms.size(), loop.influences.size());
}

}  // namespace
}  // namespace koers
