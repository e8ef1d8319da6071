// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>

#include "market_reference.h"

namespace koers::simulate {

/// A small market that is drawn: up to four regions, searchers of all kinds, scarce or plenty of vacancies, few or many looks.
/// `left_by` holds what a searcher leaves vacant when it moves.
struct DrawnMarket {
  MarketCase market;
  std::map<std::uint32_t, Vacancy> left_by;  ///< by `Searcher::who`
};
[[nodiscard]] DrawnMarket drawn_market(std::uint64_t seed);
/// The same with this many of each, in three regions.
[[nodiscard]] DrawnMarket drawn_market(std::uint64_t seed, std::uint32_t searchers, std::uint32_t vacancies);

/// Who got what, in the order in which it was settled.
struct Handover {
  std::uint64_t key = 0;
  DwellingIndex dwelling = kNone;
  std::uint32_t chain = kNone;
  bool operator==(const Handover&) const = default;
};

/// What a market came to, ready to be compared.
struct Outcome {
  std::vector<Handover> handovers;
  std::vector<std::uint64_t> unmet;  ///< keys
  std::vector<Handover> open;        ///< with key 0
  std::vector<std::uint32_t> filled;
  bool operator==(const Outcome&) const = default;
};

[[nodiscard]] Worth worth_in(const DrawnMarket& drawn);
[[nodiscard]] Outcome outcome_of(const DrawnMarket& drawn);
[[nodiscard]] Outcome reference_outcome_of(const DrawnMarket& drawn);

}  // namespace koers::simulate
