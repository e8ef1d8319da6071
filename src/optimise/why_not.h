// SPDX-License-Identifier: EUPL-1.2
// Why an item is not in the agenda, and what would bring it in, by solving again with it imposed and with it banned.
#pragma once
#include <optional>
#include <vector>

#include "optimise/search.h"

namespace koers::optimise {

/// More room in one row that brings the item in: `row` is money or people.
struct Extra {
  RowKind row = RowKind::money;
  std::size_t index = 0;  ///< source or team
  int year = 0;
  std::int64_t amount = 0;  ///< cents or 0.01 fte
};

struct WhyNot {
  std::optional<Value> with;     ///< V* when the item must be active; nothing when that is impossible as far as was found
  std::optional<Value> without;  ///< V* when it is banned; nothing likewise
  /// Worth of the item's own column in the agenda with it, and what that would have to be: θ = V*(banned) − (V*(must) − v).
  /// The item comes in exactly when its worth is θ or more. (A row on shares of value moves with the worth: θ is then a guide.)
  Value worth = 0;
  std::optional<Value> threshold;
  std::vector<std::size_t> displaced;   ///< items that are active without it and not with it
  std::vector<std::size_t> brought_in;  ///< the other way around
  std::vector<Extra> smallest;          ///< in each row that the item uses and where more room helps; least first for each kind
  [[nodiscard]] bool belongs() const { return with && (!without || *with >= *without); }
};

/// `item` not imposed in `problem`. With `with_changes` the smallest changes are sought too, to within 1/64 of what the item asks
/// of a row: up to fourteen searches for each of its rows.
[[nodiscard]] WhyNot why_not(const Portfolio& problem, std::size_t item, bool with_changes, const SearchOptions& options);

/// What each imposition costs: V* without it less V* with all; nothing where one of them has no feasible choice as far as was
/// found.
[[nodiscard]] std::vector<std::optional<Value>> prices_of_impositions(const Portfolio& problem, const SearchOptions& options);

}  // namespace koers::optimise
