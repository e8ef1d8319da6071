// SPDX-License-Identifier: EUPL-1.2
// Margins of a drawn country of the size and variety of the Netherlands, to test at scale. Its places do not exist.
#pragma once
#include "simulate/margins.h"

namespace koers::simulate {

inline constexpr std::size_t kMunicipalities = 345;  ///< of the Netherlands in 2022
inline constexpr std::size_t kDistricts = 3340;

/// Of scale 1: 345 municipalities, 3,340 districts (one area each), 18 million persons, 8.3 million dwellings; of scale s (0 < s
/// ≤ 1) that part of the municipalities, with districts of the same sizes. Distributions and correlations are those of Statistics
/// Netherlands' key figures 2022 of all districts (85318NED). Synthesise it with `synthesise`, about 0.9 GB of population at
/// scale 1.
[[nodiscard]] Margins drawn_country(Stream stream, double scale = 1);

}  // namespace koers::simulate
