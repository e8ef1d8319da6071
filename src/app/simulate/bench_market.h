// SPDX-License-Identifier: EUPL-1.2
// The housing market alone, with made-up movers and vacancies in one region.
#pragma once
#include "app/simulate/bench.h"
#include "simulate/draws.h"

namespace koers {

struct MarketBench {
  std::uint64_t matched = 0;
  std::uint64_t double_booked = 0;  ///< dwellings that more than one got
  std::size_t rounds = 0;
  Elapsed elapsed;
};

/// So many movers, a quarter more vacancies, 30 alternatives, one household per dwelling. As where other engines were measured,
/// nobody is kept from a dwelling by price or rules: what it costs only makes it less wanted. Movers must have a dwelling and
/// leave none behind. What they earn and what dwellings cost is illustrative.
[[nodiscard]] MarketBench bench_market(std::uint32_t movers, simulate::Stream stream, int threads, const Stopwatch& stopwatch);

}  // namespace koers
