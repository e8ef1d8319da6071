// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "model/city.h"

namespace koers {

/// The city as far as it was known in a year: where an indicator of an area has a figure about that year or the ten before, its
/// later figures are gone. Where it has none, later ones stay, so that there can be a starting population at all; what is made of
/// them tells it by `Margin::latest_year`.
[[nodiscard]] City known_then(const City& city, int year);

}  // namespace koers
