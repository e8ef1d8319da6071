// SPDX-License-Identifier: EUPL-1.2
// From fitted numbers to whole persons and dwellings, without moving an expectation.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "simulate/draws.h"

namespace koers::simulate {

/// Truncate, replicate, sample (Lovelace & Ballas, Truncate, replicate, sample: a method for creating integer weights for spatial
/// microsimulation, Computers, Environment and Urban Systems 41, 2013): each cell keeps its whole part, and the remaining ones go
/// to cells with probability equal to the fraction. Drawn systematically (Madow, On the theory of systematic sampling, II, Annals
/// of Mathematical Statistics 20, 1949): no cell is off by 1 or more, each expectation is exact, the total is that of the cells
/// (rounded at random when it is not whole), and so is every sum of the first cells: a margin over the leading dimensions that is
/// whole stays exact. `entity` and `item` tell draws apart.
[[nodiscard]] std::vector<std::int64_t> truncate_replicate_sample(std::span<const double> cells, Stream stream,
                                                                  std::uint64_t entity, std::uint32_t item);

/// A table of `rows` × `columns`, by row: every cell, row sum, column sum and the total become one of the two whole numbers
/// beside them (themselves when whole), with exact expectations of cells (Cox, A constructive procedure for unbiased controlled
/// rounding, JASA 82, 1987). For a table with more dimensions: take two groups of them as rows and columns.
[[nodiscard]] std::vector<std::int64_t> controlled_rounding(std::span<const double> cells, std::size_t rows, std::size_t columns,
                                                            Stream stream, std::uint64_t entity, std::uint32_t item);

/// The nearest whole numbers with the rounded total of the values: largest remainders (Hare), the first of equals. No draws.
[[nodiscard]] std::vector<std::int64_t> largest_remainders(std::span<const double> values);

}  // namespace koers::simulate
