// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "simulate/margins.h"

namespace koers::simulate {

/// Two neighbourhoods with made-up whole numbers that go together: a quarter of flats and one of houses. Everything is published.
[[nodiscard]] Margins small_town();

}  // namespace koers::simulate
