// SPDX-License-Identifier: EUPL-1.2
// A strategic agenda as a problem of choice, as plain data: which efforts, in which form, from which year, so that value is
// greatest within money, people, order and coherence. All amounts are whole numbers, so that search, verification and bound can
// agree to the last unit.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace koers::optimise {

using Cents = std::int64_t;
using CentiFte = std::int64_t;  ///< 0.01 fte
/// Agendas count in billionths of a point, so that a price per cent is a whole number too; other problems in what they like.
using Value = std::int64_t;
inline constexpr Value kUnitsPerPoint = 1'000'000'000;

/// What may be summed without loss, also in a double: no total of values, prices, money or fte of a problem may exceed it.
inline constexpr std::int64_t kLargestTotal = 4'000'000'000'000'000;

struct MoneyUse {
  std::size_t source = 0;
  int year = 0;
  Cents amount = 0;
  bool operator==(const MoneyUse&) const = default;
};

struct PeopleUse {
  std::size_t team = 0;
  int year = 0;
  CentiFte amount = 0;
  bool operator==(const PeopleUse&) const = default;
};

/// One way to carry out one item: an option from a year on. Years count from 0, the first of the agenda.
struct Column {
  std::size_t item = 0;
  std::string option;  ///< such as `continue`, `stop`, `light`
  int first_year = 0;  ///< below 0 for what was running before
  int years = 1;       ///< duration; money and people fall within it
  bool active = true;  ///< false for what ends an item: it is then not there for order, synergy, conflict and coverage
  Value value = 0;     ///< discounted and weighted
  Cents shift = 0;     ///< money moved away from what the baseline has, Σ|c − c(baseline)|
  std::vector<MoneyUse> money;
  std::vector<PeopleUse> people;
};

/// A running item takes exactly one of its columns; a proposed one at most one.
struct Item {
  std::string id;
  bool running = false;
};

/// What happens beyond a row of money or people.
struct Overrun {
  bool allowed = true;  ///< elastic: it costs `price`; otherwise the row is hard
  Value price = 0;      ///< value lost for each cent or 0.01 fte beyond
};

struct Source {
  std::string id;
  std::vector<Cents> budget;  ///< of each year
  bool carries_over = false;  ///< what is left goes to the next year, as a reserve
  Cents reserve_at_start = 0;
  Cents reserve_cap = 0;
  Overrun overrun;
};

struct Team {
  std::string id;
  std::vector<CentiFte> capacity;  ///< of each year
  int hire_percent = 0;            ///< of the capacity of the year, 0 … 20, rounded down to 0.01 fte
  Value hire_price = 0;            ///< value lost for each 0.01 fte hired; hiring comes before overrun
  Overrun overrun;
};

/// `after` may start only `lag` years or more after `before` has started, and not without it.
struct Order {
  std::size_t before = 0;
  std::size_t after = 0;
  int lag = 0;
};

/// Value when both items are active: above 0 synergy, below 0 antagonism.
struct Pair {
  std::size_t first = 0;
  std::size_t second = 0;
  Value bonus = 0;
};

/// Items of which at most one may be active.
struct Conflict {
  std::string name;
  std::vector<std::size_t> items;
};

/// Of a group (domain, area, guideline) that many active items, or that part of the value of all columns chosen.
struct Coverage {
  std::string name;
  std::vector<std::size_t> items;
  int least_items = 0;
  int least_permille = 0;  ///< of Σ value of the columns; 0 asks nothing
};

enum class Imposed : std::uint8_t {
  must = 1,  ///< an active column of the item, or one of these columns
  ban = 2    ///< no active column of the item, or none of these columns
};

struct Imposition {
  Imposed kind = Imposed::must;
  std::size_t item = 0;
  std::vector<std::size_t> columns;  ///< in Portfolio::columns, of that item; empty: its active ones
};

/// Σ amount of the columns chosen ≥ least. For what analyses ask, such as a least value of the other pillar.
struct Floor {
  std::string name;
  std::vector<std::int64_t> amount;  ///< by column
  std::int64_t least = 0;
};

/// The second question of a lexicographic pair: with the value at least that, the choice with most preference.
struct Preference {
  Value least_value = 0;
  std::vector<std::int64_t> amount;  ///< by column
};

struct Portfolio {
  int years = 1;
  std::vector<Item> items;
  std::vector<Column> columns;
  std::vector<Source> sources;
  std::vector<Team> teams;
  std::optional<Cents> shift_limit;  ///< the tempo: Σ shift of the columns chosen is at most this
  std::vector<Order> orders;
  std::vector<Pair> pairs;
  std::vector<Conflict> conflicts;
  std::vector<Coverage> coverages;
  std::vector<Imposition> impositions;
  std::vector<Floor> floors;
  std::optional<Preference> preference;
};

/// Of each item the column in Portfolio::columns, or `kNoColumn`.
using Choice = std::vector<std::int32_t>;
inline constexpr std::int32_t kNoColumn = -1;

/// Is this column, of the item that `imposition` is about, among those that it means?
[[nodiscard]] inline bool is_meant(const Portfolio& problem, const Imposition& imposition, std::int32_t column) {
  if (column == kNoColumn) return false;
  const auto index = static_cast<std::size_t>(column);
  if (imposition.columns.empty()) return problem.columns[index].active;
  return std::ranges::find(imposition.columns, index) != imposition.columns.end();
}

}  // namespace koers::optimise
