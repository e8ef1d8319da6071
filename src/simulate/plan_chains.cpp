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

/// Counts of one replicate, as `PlanChains`.
struct Counts {
  double dwellings = 0;
  double moves = 0;
  std::array<double, kChainEnds> ends{};
  std::array<double, kLifeStages> stages{};
  std::vector<double> came_from;
  double outside = 0;
  double nowhere = 0;
  std::vector<double> freed_in;
  std::array<double, kSegments> segments{};
};

/// The first move along a chain is the one into the dwelling of the plan; each is written down when it happens.
Counts count(const RunResult& result, const Population& start) {
  Counts out;
  out.came_from.resize(start.districts.size());
  out.freed_in.resize(start.districts.size());
  for (const Chain& chain : result.chains) {
    if (chain.step == kNoStep) continue;
    out.dwellings += 1;
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
