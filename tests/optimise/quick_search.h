// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "optimise/search.h"

namespace koers::optimise {

/// Enough for the small problems that all choices of are tried.
inline SearchOptions quick() {
  SearchOptions options;
  options.moves = 4'000;
  options.neighbourhoods = 1;
  return options;
}

}  // namespace koers::optimise
