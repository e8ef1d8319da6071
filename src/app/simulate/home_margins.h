// SPDX-License-Identifier: EUPL-1.2
// Margins of the dwellings of each neighbourhood: types, tenures, periods of building.
#pragma once
#include <vector>

#include "app/simulate/city_figures.h"
#include "app/simulate/divided_counts.h"
#include "simulate/margins.h"

namespace koers {

/// Of each area, as many as `dwellings`. What single-family houses are not told apart in is divided as in the country.
/// `bad_input` where not even the share of flats is known.
[[nodiscard]] Result<std::vector<simulate::Margin>> type_margins(const CityFigures& figures,
                                                                 const std::vector<DividedCount>& dwellings);

/// Owners as known; where rents are not told apart, as they are in the country in dwellings of these types. Without values where
/// owners are not known.
[[nodiscard]] std::vector<simulate::Margin> tenure_margins(const CityFigures& figures,
                                                           const std::vector<simulate::Margin>& types);

/// The periods of the country for dwellings of these types, shifted so that the share of 1965–1984 in what a figure is about (as
/// a rule the city) is that of the figure. Without values where there is none.
[[nodiscard]] std::vector<simulate::Margin> period_margins(const CityFigures& figures,
                                                           const std::vector<simulate::Margin>& types);

}  // namespace koers
