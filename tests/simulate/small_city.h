// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "simulate/draws.h"
#include "simulate/population.h"

namespace koers::simulate {

/// A city that is drawn: so many households in `regions` × 3 neighbourhoods, one dwelling in thirty vacant. No place is like it.
[[nodiscard]] Population small_city(std::uint32_t households, Stream stream, std::uint16_t regions = 1);

}  // namespace koers::simulate
