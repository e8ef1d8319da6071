// SPDX-License-Identifier: EUPL-1.2
// The problem as the search and the solver see it: every row is a cell with a limit, and every column a list of what it adds to
// cells. Musts and bans are gone: they decide which columns an item may take.
#pragma once
#include <cstdint>
#include <vector>

#include "optimise/portfolio.h"

namespace koers::optimise {

/// Σ amount ≤ limit; beyond it first `soft` at its price (hiring), then at `price`, or not at all when `is_hard`.
struct Cell {
  std::int64_t limit = 0;
  std::int64_t soft = 0;
  Value soft_price = 0;
  Value price = 0;
  bool is_hard = true;
  std::int32_t pool = -1;  ///< of a source that carries over; the limit is then the budget of the year
};

/// The cells of a source that carries over, one a year, in order.
struct Pool {
  std::uint32_t first = 0;
  std::uint32_t years = 0;
  Cents at_start = 0;
  Cents cap = 0;
};

struct CellUse {
  std::uint32_t cell = 0;
  std::int64_t amount = 0;
};

/// The other item of a pair, and the bonus when both are active.
struct Partner {
  std::uint32_t item = 0;
  Value bonus = 0;
};

struct Cells {
  const Portfolio* problem = nullptr;  ///< must outlive this
  std::vector<Cell> cells;
  std::vector<Pool> pools;
  std::vector<std::vector<CellUse>> uses;             ///< by column
  std::vector<std::vector<std::int32_t>> candidates;  ///< by item: the columns it may take, `kNoColumn` among them if it may
  std::vector<std::vector<Partner>> partners;         ///< by item
};

/// `problem` must be sound (check.h).
[[nodiscard]] Cells cells_of(const Portfolio& problem);

}  // namespace koers::optimise
