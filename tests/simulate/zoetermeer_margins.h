// SPDX-License-Identifier: EUPL-1.2
// The margins of Zoetermeer on 1 January 2022, as far as they are published, for tests.
#pragma once
#include "simulate/margins.h"

namespace koers::simulate {

enum class Level : std::uint8_t { districts, neighbourhoods };

/// 9 districts or 26 neighbourhoods; 125,770 inhabitants, 56,668 dwellings. Neighbourhoods divide their district by what is known
/// of 2016.
[[nodiscard]] Margins zoetermeer_margins(Level level);

}  // namespace koers::simulate
