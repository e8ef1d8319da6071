// SPDX-License-Identifier: EUPL-1.2
// Which figures of small groups are kept back, and which others with them so that nobody can work them out from sums.
#pragma once
#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

namespace koers::monitor {

/// Trees whose children add up to their parent, such as districts and their neighbourhoods. `parent[i]` is the place of the
/// parent of `i`, none for a root; no cycles. An only child equals its parent. A total that is divided in several ways, such as
/// by sex and by age, has children of several groups; those of each group add up to it.
struct SumTree {
  std::vector<std::optional<std::size_t>> parent;
  std::vector<int> group;  ///< of each place; empty: one group

  [[nodiscard]] int group_of(std::size_t place) const { return group.empty() ? 0 : group[place]; }
};

/// What is known of one place in each of the trees, such as women in a district.
struct TableCell {
  std::optional<double> persons;                          ///< whom the figure counts; none: not in the table
  bool is_sensitive = false;                              ///< too few: must be kept back
  bool is_published_elsewhere = false;                    ///< keeping it back here would hide nothing
  double most = std::numeric_limits<double>::infinity();  ///< everybody knows that there cannot be more, as of a share
};

/// Cells of, for instance, areas × parts × periods; the places of the last tree lie side by side.
struct SumTable {
  std::vector<SumTree> trees;
  std::vector<TableCell> cells;

  /// The cell at one place in each tree.
  [[nodiscard]] std::size_t at(const std::vector<std::size_t>& places) const;
  [[nodiscard]] std::vector<std::size_t> places_of(std::size_t cell) const;
};

struct Suppression {
  std::vector<bool> kept_back;           ///< one per cell
  std::vector<std::size_t> unprotected;  ///< sensitive cells that could not be protected, since others publish all around them
};

/// Keeps the sensitive cells back, and as few others as it finds, so that who knows all other cells, and that none is negative,
/// cannot tell a sensitive cell within less than `width` persons, or than the most that it can be.
///
/// Each sensitive cell gets a move: in each tree a shift of places up and down, and the product of these, along which
/// persons can go without any published cell or sum changing (Cox, Suppression methodology and statistical disclosure control,
/// JASA 75, 1980: his cycles, here over trees). That the shifted table is a possible one too is the proof of protection.
/// Which move: the one with the fewest persons in new cells, then the fewest of those; not the optimum over the whole table
/// (Fischetti and Salazar, Solving the cell suppression problem on tabular data with linear constraints, Management Science 47,
/// 2001), but as safe. Around a cell that no move protects, all that may be is kept back.
[[nodiscard]] Suppression suppress(const SumTable& table, double width);

}  // namespace koers::monitor
