// SPDX-License-Identifier: EUPL-1.2
// What the households of the start tell of their neighbourhoods beside what the dwellings do: the location constants of E2.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "simulate/population.h"

namespace koers::simulate {

/// Kinds of household that choose alike: a step of the escalator, and 0, 1, 2 or more children at home.
inline constexpr std::size_t kMostChildren = 3;
inline constexpr std::size_t kMixKinds = kLifeStages * (kMostChildren + 1);
[[nodiscard]] constexpr std::size_t mix_kind(LifeStage stage, int children) {
  return static_cast<std::size_t>(stage) * (kMostChildren + 1) +
         static_cast<std::size_t>(std::clamp(children, 0, static_cast<int>(kMostChildren)));
}

/// Of each neighbourhood and kind: ln (households that live there / households that would if only tenure, type and rooms of its
/// dwellings decided). Where dwellings are occupied as everywhere, or there are none, 0.
///
/// What makes families or the old choose one quarter and not its twin is not in any figure; where they live is. Models of land
/// use estimate a constant per alternative from it (McFadden 1978; Berry 1994: the constant that makes predicted shares equal to
/// observed ones). Few households say little: kLocalMixPrior of them are added as the dwellings would have it.
using LocalMix = std::vector<std::array<float, kMixKinds>>;
inline constexpr double kLocalMixPrior = 20;

[[nodiscard]] LocalMix local_mix(const Population& start);

}  // namespace koers::simulate
