// SPDX-License-Identifier: EUPL-1.2
// Step 7 of a year: which households look for another dwelling, which leave the city, and what searchers bring to the market.
#pragma once
#include <cstdint>
#include <vector>

#include "simulate/market.h"
#include "simulate/prices.h"
#include "simulate/rates.h"
#include "simulate/status.h"

namespace koers::simulate {

enum class Intention : std::uint8_t {
  stays = 0,
  searches = 1,
  must_move = 2,          ///< has no dwelling of its own, or loses it
  departs = 3,            ///< leaves for outside
  searches_elsewhere = 4  ///< in another region of the run
};

/// What the market offers each kind of household, ln of mean eᵛ, by stage and fifth of income.
using MarketView = std::array<std::array<double, kQuintiles>, kLifeStages>;

/// Means where enough of a kind searched to speak for it; else of the stage, or of all.
[[nodiscard]] MarketView view_of(const Expectations& expected);

/// How much better the market is for its kind than at the start, within ±`kMostGain`: no survey says what people do beyond that.
inline constexpr double kMostGain = 2;
[[nodiscard]] constexpr double gain_of(double view, double base_view) {
  const double gain = view - base_view;
  return gain > kMostGain ? kMostGain : (gain < -kMostGain ? -kMostGain : gain);
}

/// What E1 needs beside the state. `intercepts` make the mean probability at each age of the head, over the households of the
/// start, `search_per_move` × the published rate of moves within a municipality. The others are rates of persons.
struct SearchTables {
  std::array<double, kAges> intercepts{};
  std::array<double, kAges> departure{};  ///< probability a year at the start's market
  std::array<double, kAges> elsewhere{};  ///< … of searching in another region
};

/// All that a decision of one household rests on.
struct Situation {
  const Population& population;
  const std::vector<float>& status;       ///< of each household row
  const std::vector<float>& mean_status;  ///< of each neighbourhood
  const Parameters& parameters;
  const Worth& worth;
  const PriceIndex& prices;
  const StatusScale& scale;
  const MarketView& view;       ///< of the year before
  const MarketView& base_view;  ///< of the start
};

[[nodiscard]] SearchTables search_tables(const Situation& situation, const Rates& rates, const Year& year);

/// The intention of every household row; `stays` for free ones and residents of institutions.
void decide_intentions(const Situation& situation, const SearchTables& tables, const Year& year,
                       std::vector<Intention>& intentions);

/// Of a rate of moves of persons by age, what a household has: the mean over its members, since a family moves less than the age
/// of its parents alone would say; without children of age, who mostly move on their own.
[[nodiscard]] double mean_of_family(const Population& population, HouseholdIndex household, const ByAge& rates, int year);

/// V of the dwelling it lives in; that of a household without one is −∞.
[[nodiscard]] double present_worth(const Situation& situation, HouseholdIndex household);

[[nodiscard]] Demand demand_of(const Situation& situation, HouseholdIndex household);

/// The household as a searcher in its own region. `urgent`: it has a right to go first for rented dwellings.
[[nodiscard]] Searcher searcher_of(const Situation& situation, HouseholdIndex household, bool must_move, bool urgent,
                                   const Year& year);

/// User cost of the dearest dwelling that can be bought with this income and these savings, thousands of euros a year.
[[nodiscard]] float buys_to(const Parameters& parameters, double income, double savings);

/// Years of waiting that urgency for social rent counts as.
inline constexpr float kUrgent = 100;

}  // namespace koers::simulate
