// SPDX-License-Identifier: EUPL-1.2
#include "model/causal_loops.h"

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

/// How many influences lie between each mechanism and `start`, over mechanisms not before it.
std::vector<std::size_t> distances_to(const Graph& graph, std::size_t start) {
  std::vector<std::size_t> distances(graph.nodes.size(), graph.nodes.size() + 1);  // farther than any circuit is long
  distances[start] = 0;
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t node = start; node < graph.nodes.size(); ++node) {
      for (const auto& [to, influence] : graph.edges[node]) {
        if (to < start || distances[to] + 1 >= distances[node]) continue;
        distances[node] = distances[to] + 1;
        changed = true;
      }
    }
  }
  return distances;
}

/// Walks the paths from `start` over mechanisms not before it, so that each circuit is found from its least mechanism only; and
/// only those that can still be back within `length`, so that a dense part that never leads back costs nothing.
class Search {
 public:
  Search(const Graph& graph, std::size_t start, std::vector<CausalLoop>& loops)
      : graph_(graph), loops_(loops), start_(start), distances_(distances_to(graph, start)), on_path_(graph.nodes.size()) {}

  void find_of_length(std::size_t length) {
    length_ = length;
    visit(start_);
  }

 private:
  void visit(std::size_t node) {
    on_path_[node] = true;
    for (const auto& [to, influence] : graph_.edges[node]) {
      const std::size_t shortest = path_.size() + 1 + distances_[to];
      if (to < start_ || shortest > length_ || loops_.size() >= kMaxLoops) continue;
      path_.push_back(influence);
      if (to != start_ && !on_path_[to]) visit(to);
      if (to == start_ && shortest == length_) close();
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
  std::size_t start_;
  std::vector<std::size_t> distances_;
  std::vector<bool> on_path_;
  std::vector<const Influence*> path_;
  std::size_t length_ = 0;
};

}  // namespace

std::vector<CausalLoop> find_causal_loops(const City& city) {
  const Graph graph = graph_of(city);
  std::vector<CausalLoop> loops;
  std::vector<Search> searches;
  for (std::size_t start = 0; start < graph.nodes.size(); ++start) searches.emplace_back(graph, start, loops);
  for (std::size_t length = 1; length <= graph.nodes.size() && loops.size() < kMaxLoops; ++length) {
    for (Search& search : searches) search.find_of_length(length);
  }
  int reinforcing = 0;
  int balancing = 0;
  for (CausalLoop& loop : loops) {
    loop.name = loop.nature == LoopNature::reinforcing ? 'R' + std::to_string(++reinforcing) : 'B' + std::to_string(++balancing);
  }
  return loops;
}

}  // namespace koers
