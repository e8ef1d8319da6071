// SPDX-License-Identifier: EUPL-1.2
#include "optimise/neighbourhood.h"

#include <algorithm>
#include <numeric>

#include "optimise/draws.h"

namespace koers::optimise {
namespace {

bool uses_cell(const Cells& cells, std::size_t item, std::uint32_t cell) {
  return std::ranges::any_of(cells.candidates[item], [&](std::int32_t column) {
    if (column == kNoColumn) return false;
    return std::ranges::any_of(cells.uses[static_cast<std::size_t>(column)],
                               [&](const CellUse& use) { return use.cell == cell; });
  });
}

std::vector<std::size_t> sorted_by(const std::vector<double>& key) {
  std::vector<std::size_t> order(key.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::size_t item) { return key[item]; });
  return order;
}

/// The lower, the sooner an item is taken; luck below 1 is added.
std::vector<double> ranks(const Cells& cells, const std::vector<double>& regrets, std::size_t wanted, std::uint32_t bits,
                          std::uint64_t number) {
  std::vector<double> rank(regrets.size());
  if (number % 3 == 0) {
    // Those within `wanted` places of each other mix by luck.
    const std::vector<std::size_t> order = sorted_by(regrets);
    for (std::size_t place = 0; place < order.size(); ++place) {
      rank[order[place]] = static_cast<double>(place) / static_cast<double>(wanted);
    }
  } else if (number % 3 == 1) {
    const auto cell = static_cast<std::uint32_t>(below(bits, std::max<std::size_t>(1, cells.cells.size())));
    for (std::size_t item = 0; item < rank.size(); ++item) rank[item] = uses_cell(cells, item, cell) ? 0 : 1;
  }
  return rank;
}

}  // namespace

std::vector<char> neighbourhood(const Cells& cells, const std::vector<double>& regrets, const NeighbourhoodSize& size,
                                std::uint32_t seed, std::uint64_t number) {
  const std::uint32_t bits = draw(seed, 1, DrawSite::neighbourhood, number)[0];
  std::vector<double> rank = ranks(cells, regrets, size.items, bits, number);
  for (std::size_t item = 0; item < rank.size(); ++item) {
    rank[item] += unit(draw(seed, 0, DrawSite::neighbourhood, number, static_cast<std::uint32_t>(item))[0]);
  }
  std::vector<char> out(rank.size());
  std::size_t items = 0;
  std::size_t columns = 0;
  for (const std::size_t item : sorted_by(rank)) {
    if (cells.candidates[item].size() < 2) continue;
    items += 1;
    columns += cells.candidates[item].size();
    if (items > size.items || columns > size.columns) break;
    out[item] = 1;
  }
  return out;
}

}  // namespace koers::optimise
