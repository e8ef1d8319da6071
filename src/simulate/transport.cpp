// SPDX-License-Identifier: EUPL-1.2
#include "simulate/transport.h"

#include <cassert>
#include <numeric>
#include <utility>

#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

namespace koers::simulate {
namespace {

using Graph = lemon::StaticDigraph;

struct Ends {
  std::vector<std::size_t> sources;
  std::vector<std::size_t> sinks;
};

/// Only those with something: the others would cost time.
std::vector<std::size_t> that_have(std::span<const std::int64_t> amounts) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    if (amounts[i] > 0) places.push_back(i);
  }
  return places;
}

std::vector<std::pair<int, int>> every_arc(const Ends& ends) {
  std::vector<std::pair<int, int>> arcs;
  arcs.reserve(ends.sources.size() * ends.sinks.size());
  const int sources = static_cast<int>(ends.sources.size());
  for (int source = 0; source < sources; ++source) {
    for (int sink = 0; sink < static_cast<int>(ends.sinks.size()); ++sink) arcs.emplace_back(source, sources + sink);
  }
  return arcs;
}

}  // namespace

std::vector<std::int64_t> transport(std::span<const std::int64_t> supply, std::span<const std::int64_t> demand,
                                    std::span<const int> cost) {
  assert(std::accumulate(supply.begin(), supply.end(), std::int64_t{0}) ==
         std::accumulate(demand.begin(), demand.end(), std::int64_t{0}));
  std::vector<std::int64_t> amounts(supply.size() * demand.size());
  const Ends ends{that_have(supply), that_have(demand)};
  if (ends.sources.empty() || ends.sinks.empty()) return amounts;
  const auto arcs = every_arc(ends);
  Graph graph;
  graph.build(static_cast<int>(ends.sources.size() + ends.sinks.size()), arcs.begin(), arcs.end());
  Graph::NodeMap<int> balance(graph);
  for (std::size_t i = 0; i < ends.sources.size(); ++i)
    balance[graph.node(static_cast<int>(i))] = static_cast<int>(supply[ends.sources[i]]);
  for (std::size_t i = 0; i < ends.sinks.size(); ++i) {
    balance[graph.node(static_cast<int>(ends.sources.size() + i))] = -static_cast<int>(demand[ends.sinks[i]]);
  }
  const auto place = [&](std::size_t arc) {
    return ends.sources[arc / ends.sinks.size()] * demand.size() + ends.sinks[arc % ends.sinks.size()];
  };
  Graph::ArcMap<int> costs(graph);
  for (std::size_t arc = 0; arc < arcs.size(); ++arc) costs[graph.arc(static_cast<int>(arc))] = cost[place(arc)];
  lemon::NetworkSimplex<Graph, int, int> simplex(graph);
  simplex.costMap(costs).supplyMap(balance).run();
  for (std::size_t arc = 0; arc < arcs.size(); ++arc) amounts[place(arc)] = simplex.flow(graph.arc(static_cast<int>(arc)));
  return amounts;
}

}  // namespace koers::simulate
