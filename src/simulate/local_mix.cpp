// SPDX-License-Identifier: EUPL-1.2
#include "simulate/local_mix.h"

#include "simulate/numerics.h"
#include "simulate/worth.h"

namespace koers::simulate {
namespace {

using Counts = std::array<double, kMixKinds>;
constexpr std::size_t kDwellingKinds = kSegments * (kMaxRooms + 1U);

std::size_t dwelling_kind(const Dwellings& dwellings, DwellingIndex i) {
  return segment_of(dwellings.tenure[i], dwellings.type[i]) * (kMaxRooms + 1U) + dwellings.rooms[i];
}

/// Calls `visit(dwelling, kind of household)` for every occupied dwelling.
template <typename Visit>
void for_occupied(const Population& start, const Visit& visit) {
  for (DwellingIndex i = 0; i < start.dwellings.rows(); ++i) {
    const HouseholdIndex household = start.dwellings.occupant[i];
    if (household != kNone) visit(i, mix_kind(start.households.stage[household], start.households.children[household]));
  }
}

/// Shares of the kinds of household among those who live in each kind of dwelling.
std::vector<Counts> shares_by_dwelling(const Population& start) {
  std::vector<Counts> shares(kDwellingKinds, Counts{});
  std::vector<double> total(kDwellingKinds, 0);
  for_occupied(start, [&](DwellingIndex dwelling, std::size_t kind) {
    ++shares[dwelling_kind(start.dwellings, dwelling)][kind];
    ++total[dwelling_kind(start.dwellings, dwelling)];
  });
  for (std::size_t kind = 0; kind < kDwellingKinds; ++kind) {
    for (double& share : shares[kind]) share /= total[kind] > 0 ? total[kind] : 1;
  }
  return shares;
}

}  // namespace

LocalMix local_mix(const Population& start) {
  const std::vector<Counts> shares = shares_by_dwelling(start);
  std::vector<Counts> found(start.neighbourhoods.size(), Counts{});
  std::vector<Counts> expected(start.neighbourhoods.size(), Counts{});
  for_occupied(start, [&](DwellingIndex dwelling, std::size_t kind) {
    const std::uint16_t neighbourhood = start.dwellings.neighbourhood[dwelling];
    ++found[neighbourhood][kind];
    const Counts& share = shares[dwelling_kind(start.dwellings, dwelling)];
    for (std::size_t each = 0; each < kMixKinds; ++each) expected[neighbourhood][each] += share[each];
  });
  LocalMix out(start.neighbourhoods.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    for (std::size_t kind = 0; kind < kMixKinds; ++kind) {
      out[i][kind] = static_cast<float>(ln((found[i][kind] + kLocalMixPrior) / (expected[i][kind] + kLocalMixPrior)));
    }
  }
  return out;
}

}  // namespace koers::simulate
