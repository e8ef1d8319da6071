// SPDX-License-Identifier: EUPL-1.2
#include "model/causal_loops.h"

#include <algorithm>

namespace koers {
namespace {

/// The influences between mechanisms, by index of the mechanism they start from.
struct Graph {
  std::vector<const Mechanism*> nodes;
  std::vector<std::vector<std::pair<std::size_t, const Influence*>>> edges;
};

std::optional<std::size_t> index_of(const Graph& graph, const std::string& id) {
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    if (graph.nodes[i]->id.str() == id) return i;
  }
  return std::nullopt;
}

Graph graph_of(const City& city) {
  Graph graph;
  for (const Mechanism& mechanism : city.all<Mechanism>()) graph.nodes.push_back(&mechanism);
  graph.edges.resize(graph.nodes.size());
  for (const Influence& influence : city.all<Influence>()) {
    if (influence.from.kind != Kind::mechanism) continue;
    const auto from = index_of(graph, influence.from.id);
    const auto to = index_of(graph, influence.to.str());
    if (from && to) graph.edges[*from].emplace_back(*to, &influence);
  }
  return graph;
}

/// Walks all paths from `start` over mechanisms not before it, so that each circuit is found from its least mechanism only.
class Search {
 public:
  Search(const Graph& graph, std::vector<CausalLoop>& loops) : graph_(graph), loops_(loops), on_path_(graph.nodes.size()) {}

  void from(std::size_t start) {
    start_ = start;
    visit(start);
  }

 private:
  void visit(std::size_t node) {
    on_path_[node] = true;
    for (const auto& [to, influence] : graph_.edges[node]) {
      if (to < start_ || loops_.size() >= kMaxLoops * 4) continue;
      path_.push_back(influence);
      if (to == start_) {
        close();
      } else if (!on_path_[to]) {
        visit(to);
      }
      path_.pop_back();
    }
    on_path_[node] = false;
  }

  void close() {
    CausalLoop loop;
    bool balancing = false;
    for (const Influence* influence : path_) {
      loop.mechanisms.emplace_back(influence->from.id);
      loop.influences.push_back(influence->id);
      loop.lag_years_min += influence->lag_years_min;
      loop.lag_years_max += influence->lag_years_max;
      if (influence->sign == Sign::negative) balancing = !balancing;
    }
    loop.nature = balancing ? LoopNature::balancing : LoopNature::reinforcing;
    loops_.push_back(std::move(loop));
  }

  const Graph& graph_;
  std::vector<CausalLoop>& loops_;
  std::vector<bool> on_path_;
  std::vector<const Influence*> path_;
  std::size_t start_ = 0;
};

}  // namespace

std::vector<CausalLoop> find_causal_loops(const City& city) {
  const Graph graph = graph_of(city);
  std::vector<CausalLoop> loops;
  for (std::size_t start = 0; start < graph.nodes.size(); ++start) Search(graph, loops).from(start);
  std::stable_sort(loops.begin(), loops.end(), [](const CausalLoop& a, const CausalLoop& b) {
    return a.influences.size() < b.influences.size();
  });
  if (loops.size() > kMaxLoops) loops.resize(kMaxLoops);
  int reinforcing = 0;
  int balancing = 0;
  for (CausalLoop& loop : loops) {
    loop.name = loop.nature == LoopNature::reinforcing ? 'R' + std::to_string(++reinforcing) : 'B' + std::to_string(++balancing);
  }
  return loops;
}

}  // namespace koers
