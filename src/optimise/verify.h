// SPDX-License-Identifier: EUPL-1.2
// What a choice is worth and where it goes beyond its rows, worked out anew from the problem in whole numbers: the judge of every
// search, with which it shares nothing but the problem.
#pragma once
#include <cstdint>
#include <vector>

#include "optimise/portfolio.h"

namespace koers::optimise {

enum class RowKind : std::uint8_t {
  option = 1,      ///< a running item without a column, or a column of another item; `index` is the item
  money = 2,       ///< `index` is the source; cents
  people = 3,      ///< `index` is the team; 0.01 fte
  shift = 4,       ///< the tempo; cents
  order = 5,       ///< `index` in Portfolio::orders; 1
  conflict = 6,    ///< … conflicts; items too many
  coverage = 7,    ///< … coverages; items too few, or thousandths of value too little
  imposition = 8,  ///< … impositions; 1
  floor = 9,       ///< … floors; amount too little
  preference = 10  ///< value below Preference::least_value
};

struct Excess {
  RowKind row = RowKind::option;
  std::size_t index = 0;
  int year = 0;  ///< of money and people
  std::int64_t amount = 0;
  bool operator==(const Excess&) const = default;
};

struct Verification {
  Value value = 0;  ///< of columns and pairs, less prices
  Value columns = 0;
  Value pairs = 0;
  Value prices = 0;  ///< of hiring and overruns
  std::int64_t preference = 0;
  std::vector<std::vector<Cents>> spent;        ///< [source][year]
  std::vector<std::vector<Cents>> reserve;      ///< [source][year], at the end of the year
  std::vector<std::vector<CentiFte>> occupied;  ///< [team][year]
  std::vector<Excess> hired;
  std::vector<Excess> overruns;    ///< of elastic rows
  std::vector<Excess> violations;  ///< of hard rows; a choice without any is feasible
  [[nodiscard]] bool is_feasible() const { return violations.empty(); }
};

/// `problem` must be sound (check.h). Reserves carry over as much as the cap lets them, which no other use of them improves on:
/// prices are the same in every year.
[[nodiscard]] Verification verify(const Portfolio& problem, const Choice& choice);

}  // namespace koers::optimise
