// SPDX-License-Identifier: EUPL-1.2
// What the dwellings of a plan set in motion.
#include <array>
#include <limits>

#include "simulate/summary.h"
#include "simulate/worth.h"

namespace koers::simulate {
namespace {

constexpr std::uint16_t kNoStep = 0xffff;
constexpr std::uint16_t kNowhere = 0xffff;

/// Chains that begin with a dwelling that somebody left for elsewhere: what happens elsewhere when somebody comes here.
struct ChainsOfDepartures {
  double chains = 0;
  double freed = 0;
  double going_on = 0;
};

/// Counts of one replicate, as `PlanChains`.
struct Counts {
  double dwellings = 0;
  double moves = 0;
  double going_on = 0;  ///< chains that end with a newcomer who left a dwelling elsewhere
  ChainsOfDepartures departures;
  std::array<double, kChainEnds> ends{};
  std::array<double, kLifeStages> stages{};
  std::vector<double> came_from;
  double outside = 0;
  double nowhere = 0;
  std::vector<double> freed_in;
  std::array<double, kSegments> segments{};
};

void count(const Chain& chain, ChainsOfDepartures& out) {
  const bool is_absorbed = chain.end == ChainEnd::newcomer || chain.end == ChainEnd::starter;
  out.chains += 1;
  out.freed += chain.moves - (is_absorbed ? 1 : 0);  // whoever ends a chain leaves nothing here
  out.going_on += chain.goes_on_elsewhere ? 1 : 0;
}

/// Dwellings freed per chain, those elsewhere with it: a chain of departure frees f here and goes on with probability e, so that
/// it frees (f + e) / (1 − e) in all.
double freed_anywhere(const Counts& counts) {
  if (!(counts.dwellings > 0)) return std::numeric_limits<double>::quiet_NaN();
  const double here = counts.moves / counts.dwellings;
  const double going_on = counts.going_on / counts.dwellings;
  if (going_on == 0) return here;
  const ChainsOfDepartures& other = counts.departures;
  const double f = other.freed / other.chains;
  const double e = other.going_on / other.chains;
  return here + going_on * (1 + (f + e) / (1 - e));
}

/// The first move along a chain is the one into the dwelling of the plan; each is written down when it happens.
Counts count(const RunResult& result, const Population& start) {
  Counts out;
  out.came_from.resize(start.districts.size());
  out.freed_in.resize(start.districts.size());
  for (const Chain& chain : result.chains) {
    if (chain.origin == VacancyOrigin::departure) count(chain, out.departures);
    if (chain.step == kNoStep) continue;
    out.dwellings += 1;
    out.going_on += chain.goes_on_elsewhere ? 1 : 0;
    out.ends[static_cast<std::size_t>(chain.end)] += 1;
  }
  std::vector<bool> has_begun(result.chains.size());
  for (const Move& move : result.moves) {
    if (move.chain >= result.chains.size() || result.chains[move.chain].step == kNoStep) continue;
    const bool is_first = !has_begun[move.chain];
    has_begun[move.chain] = true;
    if (is_first) out.stages[static_cast<std::size_t>(move.stage)] += 1;
    if (move.from == kNowhere) {
      if (is_first) (move.from_outside ? out.outside : out.nowhere) += 1;
      continue;
    }
    const std::uint16_t district = start.neighbourhoods[move.from].district;
    if (is_first) out.came_from[district] += 1;
    out.freed_in[district] += 1;
    out.segments[move.left_segment] += 1;
    out.moves += 1;
  }
  return out;
}

}  // namespace

PlanChains chains_of_plan(const std::vector<RunResult>& results, const Population& start) {
  std::vector<Counts> all;
  for (const RunResult& result : results) all.push_back(count(result, start));
  const auto per_dwelling = [](double number, const Counts& each) {
    return each.dwellings > 0 ? number / each.dwellings : std::numeric_limits<double>::quiet_NaN();
  };
  PlanChains out;
  out.dwellings = estimate_over(all, [](const Counts& each) { return each.dwellings; });
  out.others_freed = estimate_over(all, [&](const Counts& each) { return per_dwelling(each.moves, each); });
  out.others_freed_anywhere = estimate_over(all, freed_anywhere);
  for (std::size_t i = 0; i < kChainEnds; ++i)
    out.ends[i] = estimate_over(all, [&](const Counts& each) { return per_dwelling(each.ends[i], each); });
  for (std::size_t i = 0; i < kLifeStages; ++i)
    out.taken_by_stage.push_back(estimate_over(all, [&](const Counts& each) { return each.stages[i]; }));
  for (std::size_t i = 0; i < start.districts.size(); ++i) {
    out.came_from.push_back(estimate_over(all, [&](const Counts& each) { return each.came_from[i]; }));
    out.freed_in.push_back(estimate_over(all, [&](const Counts& each) { return each.freed_in[i]; }));
  }
  out.came_from_outside = estimate_over(all, [](const Counts& each) { return each.outside; });
  out.came_from_nowhere = estimate_over(all, [](const Counts& each) { return each.nowhere; });
  for (std::size_t i = 0; i < kSegments; ++i)
    out.freed_by_segment.push_back(estimate_over(all, [&](const Counts& each) { return each.segments[i]; }));
  return out;
}

}  // namespace koers::simulate
