// SPDX-License-Identifier: EUPL-1.2
// What a run tells: measures per neighbourhood and year, flows of the escalator, and chains.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "simulate/chains.h"
#include "simulate/demography.h"
#include "simulate/market.h"

namespace koers::simulate {

/// Of a neighbourhood on 31 December, or during the year where it is a flow. Append only.
enum class Measure : std::uint8_t {
  persons = 0,
  persons_0_14,
  persons_15_24,
  persons_25_44,
  persons_45_64,
  persons_65_plus,
  households,
  starters,
  singles,
  couples,
  young_families,
  one_parent_families,
  older_families,
  empty_nests,
  oldest,
  dwellings,
  vacant,
  owner_occupied,
  social_rent,
  private_rent,
  highest_income,
  lowest_income,
  working,
  working_age,
  high_education,
  arrived,
  departed,
  moved_in,
  moved_out,
  built,
  demolished,
  sold,
  income_sum,
  score
};
inline constexpr std::size_t kMeasures = static_cast<std::size_t>(Measure::score) + 1;

struct MeasureDescription {
  std::string_view name;  ///< snake_case
  bool is_flow;
  std::string_view sentence;
};
[[nodiscard]] const MeasureDescription& describe(Measure measure);

/// Counts are whole numbers; `income_sum` is in thousands of euros, `score` in standard deviations of the start.
using MeasureRow = std::array<double, kMeasures>;

/// Households by step of the escalator and fifth of income.
using Flow = std::array<std::array<std::uint32_t, kQuintiles>, kLifeStages>;

struct YearResult {
  int year = 0;
  std::vector<MeasureRow> neighbourhoods;
  Flow arrived{};         ///< from outside
  Flow departed{};        ///< to outside, by choice
  Flow departed_unmet{};  ///< to outside, for want of a dwelling
  Flow moved{};           ///< within the city, from a dwelling of their own
  Flow started{};         ///< into a first dwelling of their own
  Flow searched{};        ///< looked for another dwelling
  /// Households that moved from a dwelling of one segment into one of another: [from][to]; the last row and column are none.
  std::array<std::array<std::uint32_t, kSegments + 1>, kSegments + 1> segments{};
  std::vector<std::uint32_t> filled_by_round;
  LifeAccount life;
  std::uint32_t unions = 0;
  std::uint64_t persons_arrived = 0;
  std::uint64_t persons_departed = 0;
  double stayed_years_sum = 0;  ///< years at the last address of those that moved or left
};

struct RunResult {
  std::vector<YearResult> years;  ///< the first is the state at the start, without flows
  std::vector<Chain> chains;
  std::vector<Move> moves;     ///< empty unless they were asked for
  bool has_own_start = false;  ///< a variation gave it a starting population that other replicates do not have
};

}  // namespace koers::simulate
