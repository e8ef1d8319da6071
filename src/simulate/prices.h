// SPDX-License-Identifier: EUPL-1.2
// E4: prices and rents by segment.
#pragma once
#include <array>
#include <vector>

#include "simulate/parameters.h"
#include "simulate/worth.h"

namespace koers::simulate {

/// Small (up to 2 rooms), middle (3 and 4), large.
inline constexpr std::size_t kSizes = 3;
[[nodiscard]] constexpr std::size_t size_of(std::uint8_t rooms) { return rooms <= 2 ? 0 : (rooms <= 4 ? 1 : 2); }

/// Prices beside the start of the run, by segment (tenure × type) and size.
struct PriceIndex {
  std::array<std::array<double, kSizes>, kSegments> level;
  PriceIndex() {
    for (auto& sizes : level) sizes.fill(1);
  }
};

/// Δ ln p = g + κ (u* − u), within ± `price_step`, with u the share of the segment's dwellings that nobody took. Social rents
/// follow g alone. A segment without dwellings follows g.
void update_prices(const Population& population, const Parameters& parameters, PriceIndex& index);

/// The dwelling as a searcher sees it.
[[nodiscard]] Offer offer_of(const Dwellings& dwellings, DwellingIndex dwelling, const Parameters& parameters,
                             const PriceIndex& index);

}  // namespace koers::simulate
