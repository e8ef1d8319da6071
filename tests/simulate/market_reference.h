// SPDX-License-Identifier: EUPL-1.2
// The market once more, in the plainest way: slow, one thread, no ranges that are kept, no limit to memory. Only draws, the
// Gumbel variate and the plain worth of a dwelling are shared with what it is compared with.
#pragma once
#include "simulate/market.h"

namespace koers::simulate {

/// All that a market is about.
struct MarketCase {
  Parameters parameters;
  std::vector<Neighbourhood> neighbourhoods;
  std::vector<Searcher> searchers;
  std::vector<Vacancy> vacancies;
  MarketSetting setting;
  Year year;
};

/// Whether it is let to the searcher at all, and whether the searcher can pay it.
[[nodiscard]] bool could_have(const MarketCase& market, const Searcher& searcher, const Vacancy& vacancy);

/// What the searcher sees in it: the plain worth, its taste for dwellings of that kind and for this one.
[[nodiscard]] float seen_worth(const MarketCase& market, const Worth& worth, const Searcher& searcher, const Offer& offer);

/// As `clear_market`, without its expectations.
[[nodiscard]] MarketResult reference_market(const MarketCase& market, const Worth& worth, const Settle& settle);

}  // namespace koers::simulate
