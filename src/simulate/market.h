// SPDX-License-Identifier: EUPL-1.2
// E3: step 8 of a year. In rounds, every searcher sees some of the vacancies of its region, wishes the best of those that are
// worth the move, and deferred acceptance settles who gets what. What movers leave is offered in the next round, with the chain
// it is in.
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "simulate/worth.h"
#include "simulate/year.h"

namespace koers::simulate {

enum class SearcherKind : std::uint8_t { household = 0, leaver = 1, arrival = 2 };

struct Searcher {
  std::uint64_t key = 0;  ///< of the head
  Demand demand;
  float buys_to = 0;      ///< user cost of the dearest dwelling that it can buy, thousands of euros a year
  float reservation = 0;  ///< what a dwelling must be worth more than; −∞ for those who must have one
  float waiting = 0;      ///< claim on social rent: years registered, and more for the urgent
  bool may_rent_social = false;
  SearcherKind kind = SearcherKind::household;
  std::uint16_t region = 0;   ///< where it searches
  std::uint32_t who = kNone;  ///< a household, or a row in the list of leavers or arrivals
};

struct Vacancy {
  Offer offer;
  std::uint32_t chain = kNone;
  std::uint16_t region = 0;
};

/// Residents of one district go before others for a dwelling.
struct Priority {
  DwellingIndex dwelling = kNone;
  std::uint16_t district = 0;
};

/// What the market offers to one kind of household: the mean over those of them that live in the region they search in, of ln of
/// the mean of eᵛ of what they see. Added up in whole numbers, so that the order does not matter.
struct Expectation {
  std::int64_t sum = 0;  ///< in 2⁻²⁰
  std::int64_t count = 0;
  void add(double value) {
    sum += static_cast<std::int64_t>((value < -kFarthest ? -kFarthest : value) * 0x1.0p20);
    ++count;
  }
  /// Nothing counts as worse than this, so that one household that can pay next to nothing does not speak for its kind.
  static constexpr double kFarthest = 10;
  [[nodiscard]] double mean() const { return static_cast<double>(sum) / static_cast<double>(count) * 0x1.0p-20; }
};
inline constexpr std::size_t kQuintiles = 5;
using Expectations = std::array<std::array<Expectation, kQuintiles>, kLifeStages>;
/// Incomes between the fifths of households, thousands of euros a year, ascending.
using IncomeBounds = std::array<float, kQuintiles - 1>;
[[nodiscard]] std::size_t income_quintile(const IncomeBounds& bounds, float income);

struct MarketSetting {
  std::vector<std::uint16_t> district_of;  ///< of each neighbourhood
  std::vector<Priority> priorities;        ///< by dwelling, ascending
  IncomeBounds income_bounds{};
  std::size_t regions = 1;
};

/// The searcher has got the vacancy. Returns what it leaves vacant, if anything.
using Settle = std::function<std::optional<Vacancy>(const Searcher& searcher, const Vacancy& vacancy)>;

struct MarketResult {
  std::vector<Searcher> unmet;        ///< those who got nothing, by region and key
  std::vector<Vacancy> open;          ///< what nobody took, by region, tenure, cost and key
  std::vector<std::uint32_t> filled;  ///< matches of each round
  Expectations expected{};            ///< of those who searched in the first round
};

/// Draws for (searcher's key, year, round), so the result does not depend on the order of either list nor on threads. Keys of
/// searchers differ, as do dwellings. `settle` is called on one thread, by region and key within a round.
[[nodiscard]] MarketResult clear_market(std::vector<Searcher> searchers, std::vector<Vacancy> vacancies,
                                        const Parameters& parameters, const Worth& worth, const MarketSetting& setting,
                                        const Year& year, const Settle& settle);

/// What these searchers would see of these vacancies in a first round; nobody gets anything.
[[nodiscard]] Expectations expect_of_market(std::vector<Searcher> searchers, std::vector<Vacancy> vacancies,
                                            const Parameters& parameters, const Worth& worth, const MarketSetting& setting,
                                            const Year& year);

/// How many of its wishes a searcher hands in per round.
inline constexpr std::size_t kWishes = 8;

}  // namespace koers::simulate
