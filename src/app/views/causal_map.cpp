// SPDX-License-Identifier: EUPL-1.2
#include "app/views/causal_map.h"

namespace koers::views {

CausalMap causal_map(const City& city) {
  CausalMap map;
  for (const Guideline& each : city.all<Guideline>())
    map.nodes.push_back({Kind::guideline, each.id.str(), each.number, each.title, {}, {}});
  for (const Challenge& each : city.all<Challenge>()) {
    map.nodes.push_back({Kind::challenge, each.id.str(), each.number, each.title, each.guideline.str(), {}});
  }
  for (const Mechanism& each : city.all<Mechanism>()) {
    map.nodes.push_back({Kind::mechanism, each.id.str(), each.number, each.title, {}, each.desired});
  }
  for (const Influence& each : city.all<Influence>()) {
    map.edges.push_back({each.id.str(), each.from.kind, each.from.id, each.to.str(), each.sign, each.strength, each.lag_years_min,
                         each.lag_years_max, each.confidence, each.evidence, each.retest, each.status, each.sources});
  }
  for (CausalLoop& loop : find_causal_loops(city)) {
    map.loops.push_back({std::move(loop.name), loop.nature, std::move(loop.mechanisms), std::move(loop.influences),
                         loop.lag_years_min, loop.lag_years_max});
  }
  return map;
}

}  // namespace koers::views
