// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "app/views/parts.h"
#include "model/causal_loops.h"

namespace koers::views {

struct CausalNode {
  Kind kind{};
  std::string id;
  int number = 0;
  Text title;
  std::optional<std::string> guideline;  ///< of a challenge
  std::optional<Direction> desired;      ///< of a mechanism
};
BOOST_DESCRIBE_STRUCT(CausalNode, (), (kind, id, number, title, guideline, desired))

struct CausalEdge {
  std::string id;
  Kind from_kind{};
  std::string from;
  std::string to;
  Sign sign{};
  Strength strength{};
  int lag_years_min = 0;
  int lag_years_max = 0;
  Confidence confidence{};
  Text evidence;
  std::optional<Year> retest;
  Status status{};
  std::vector<Citation> sources;
};
BOOST_DESCRIBE_STRUCT(CausalEdge, (),
                      (id, from_kind, from, to, sign, strength, lag_years_min, lag_years_max, confidence, evidence, retest,
                       status, sources))

struct LoopView {
  std::string name;
  LoopNature nature{};
  std::vector<Id<Mechanism>> mechanisms;
  std::vector<Id<Influence>> influences;
  int lag_years_min = 0;
  int lag_years_max = 0;
};
BOOST_DESCRIBE_STRUCT(LoopView, (), (name, nature, mechanisms, influences, lag_years_min, lag_years_max))

struct CausalMap {
  std::vector<CausalNode> nodes;
  std::vector<CausalEdge> edges;
  std::vector<LoopView> loops;
};
BOOST_DESCRIBE_STRUCT(CausalMap, (), (nodes, edges, loops))

[[nodiscard]] CausalMap causal_map(const City& city);

}  // namespace koers::views
