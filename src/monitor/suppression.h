// SPDX-License-Identifier: EUPL-1.2
// Which figures of small groups are kept back, and which others with them so that nobody can work them out from sums.
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

namespace koers::monitor {

/// Trees whose children add up to their parent, such as districts and their neighbourhoods. `parent[i]` is the place of the
/// parent of `i`, none for a root; no cycles. An only child equals its parent.
struct SumTree {
  std::vector<std::optional<std::size_t>> parent;
};

/// What is known of one area and one part (such as women) of a total.
struct TableCell {
  std::optional<double> persons;        ///< whom the figure counts; none: not in the table
  bool is_sensitive = false;            ///< too few: must be kept back
  bool is_published_elsewhere = false;  ///< keeping it back here would hide nothing
};

/// Cells of areas × parts: that of `area` and `part` is at area × number of parts + part.
struct SumTable {
  SumTree areas;
  SumTree parts;
  std::vector<TableCell> cells;

  [[nodiscard]] std::size_t at(std::size_t area, std::size_t part) const { return area * parts.parent.size() + part; }
};

struct Suppression {
  std::vector<bool> kept_back;           ///< one per cell
  std::vector<std::size_t> unprotected;  ///< sensitive cells that could not be protected, since others publish all around them
};

/// Keeps the sensitive cells back, and as few others as it finds, so that who knows all other cells, and that none is negative,
/// cannot tell any cell that is kept back within less than `width` persons.
///
/// Each cell that is kept back gets a move: an area and its counterpart, times a part and its counterpart, along which persons
/// can be shifted without any published cell or sum changing (Cox, Suppression methodology and statistical disclosure control,
/// JASA 75, 1980: his cycles, here over two trees). That the shifted table is a possible one too is the proof of protection.
/// Which move: the one with the fewest persons in new cells, then the fewest of those; not the optimum over the whole table
/// (Fischetti and Salazar, Solving the cell suppression problem on tabular data with linear constraints, Management Science 47,
/// 2001), but as safe.
[[nodiscard]] Suppression suppress(const SumTable& table, double width);

}  // namespace koers::monitor
