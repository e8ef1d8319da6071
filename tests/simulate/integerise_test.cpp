// SPDX-License-Identifier: EUPL-1.2
#include "simulate/integerise.h"

#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

namespace koers::simulate {
namespace {

using Counts = std::vector<std::int64_t>;

std::int64_t sum(const Counts& counts) { return std::accumulate(counts.begin(), counts.end(), std::int64_t{0}); }

std::vector<std::int64_t> row_sums(const Counts& counts, std::size_t columns) {
  Counts sums;
  for (std::size_t i = 0; i < counts.size(); i += columns) {
    sums.push_back(std::accumulate(counts.begin() + static_cast<std::ptrdiff_t>(i),
                                   counts.begin() + static_cast<std::ptrdiff_t>(i + columns), std::int64_t{0}));
  }
  return sums;
}

Counts column_sums(const Counts& counts, std::size_t columns) {
  Counts sums(columns);
  for (std::size_t i = 0; i < counts.size(); ++i) sums[i % columns] += counts[i];
  return sums;
}

const std::vector<double> kCells{0.3, 1.2, 2.5, 0.0, 3.9, 0.1};

TEST(TruncateReplicateSample, KeepsTheTotalAndStaysWithinOneOfEachCell) {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    const Counts counts = truncate_replicate_sample(kCells, {seed, 0}, 1, 0);
    EXPECT_EQ(sum(counts), 8);
    for (std::size_t i = 0; i < counts.size(); ++i) EXPECT_LT(std::abs(static_cast<double>(counts[i]) - kCells[i]), 1);
  }
}

TEST(TruncateReplicateSample, HasTheCellsAsExpectation) {
  constexpr int kRuns = 20000;
  std::vector<double> means(kCells.size());
  for (std::uint32_t seed = 0; seed < kRuns; ++seed) {
    const Counts counts = truncate_replicate_sample(kCells, {seed, 3}, 1, 0);
    for (std::size_t i = 0; i < counts.size(); ++i) means[i] += static_cast<double>(counts[i]) / kRuns;
  }
  for (std::size_t i = 0; i < kCells.size(); ++i) EXPECT_NEAR(means[i], kCells[i], 4 * 0.5 / std::sqrt(kRuns)) << i;
}

TEST(TruncateReplicateSample, KeepsAWholeMarginOverTheLeadingDimension) {
  const std::vector<double> cells{0.25, 0.75, 1.5, 0.5, 0.1, 1.9};
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    EXPECT_EQ(row_sums(truncate_replicate_sample(cells, {seed, 0}, 1, 0), 2), (Counts{1, 2, 2}));
  }
}

TEST(TruncateReplicateSample, RoundsATotalThatIsNotWholeUpOrDown) {
  double mean = 0;
  for (std::uint32_t seed = 0; seed < 4000; ++seed) {
    const auto total = sum(truncate_replicate_sample(std::vector{0.5, 0.4, 0.4}, {seed, 0}, 1, 0));
    EXPECT_TRUE(total == 1 || total == 2);
    mean += static_cast<double>(total) / 4000;
  }
  EXPECT_NEAR(mean, 1.3, 0.04);
}

/// Whole margins: rows 2, 3 and 1; columns 2, 2 and 2.
const std::vector<double> kTable{0.5, 0.7, 0.8, 1.3, 0.9, 0.8, 0.2, 0.4, 0.4};

TEST(ControlledRounding, KeepsWholeMarginsOnBothSides) {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    const Counts counts = controlled_rounding(kTable, 3, 3, {seed, 0}, 1, 0);
    EXPECT_EQ(row_sums(counts, 3), (Counts{2, 3, 1}));
    EXPECT_EQ(column_sums(counts, 3), (Counts{2, 2, 2}));
    for (std::size_t i = 0; i < counts.size(); ++i) EXPECT_LT(std::abs(static_cast<double>(counts[i]) - kTable[i]), 1);
  }
}

TEST(ControlledRounding, HasTheCellsAsExpectation) {
  constexpr int kRuns = 20000;
  std::vector<double> means(kTable.size());
  for (std::uint32_t seed = 0; seed < kRuns; ++seed) {
    const Counts counts = controlled_rounding(kTable, 3, 3, {seed, 0}, 1, 0);
    for (std::size_t i = 0; i < counts.size(); ++i) means[i] += static_cast<double>(counts[i]) / kRuns;
  }
  for (std::size_t i = 0; i < kTable.size(); ++i) EXPECT_NEAR(means[i], kTable[i], 4 * 0.5 / std::sqrt(kRuns)) << i;
}

TEST(ControlledRounding, KeepsMarginsThatAreNotWholeWithinOne) {
  const std::vector<double> cells{0.4, 0.3, 1.6, 0.9, 2.2, 0.7, 0.5, 0.5};
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const Counts counts = controlled_rounding(cells, 2, 4, {seed, 0}, 1, 0);
    for (std::size_t row = 0; row < 2; ++row) {
      const double expected = std::accumulate(cells.begin() + static_cast<std::ptrdiff_t>(row) * 4,
                                              cells.begin() + static_cast<std::ptrdiff_t>(row) * 4 + 4, 0.0);
      EXPECT_LT(std::abs(static_cast<double>(row_sums(counts, 4)[row]) - expected), 1);
    }
    for (std::size_t column = 0; column < 4; ++column) {
      EXPECT_LT(std::abs(static_cast<double>(column_sums(counts, 4)[column]) - cells[column] - cells[column + 4]), 1);
    }
  }
}

TEST(ControlledRounding, SettlesALargeTableWithTheImprecisionOfFitting) {
  constexpr std::size_t kRows = 60;
  constexpr std::size_t kColumns = 40;
  std::vector<double> cells;
  for (std::size_t i = 0; i < kRows * kColumns; ++i) cells.push_back(unit(draw({1, 1}, i, 0, DrawSite::synthesis)[0]));
  for (std::size_t row = 0; row < kRows; ++row) {
    double rest = 0;
    for (std::size_t column = 1; column < kColumns; ++column) rest += cells[row * kColumns + column];
    cells[row * kColumns] = std::ceil(rest) - rest + 1e-8;
  }
  const Counts sums = row_sums(controlled_rounding(cells, kRows, kColumns, {1, 0}, 1, 0), kColumns);
  for (std::size_t row = 0; row < kRows; ++row) {
    const double expected = std::accumulate(cells.begin() + static_cast<std::ptrdiff_t>(row * kColumns),
                                            cells.begin() + static_cast<std::ptrdiff_t>((row + 1) * kColumns), 0.0);
    EXPECT_EQ(sums[row], std::llround(expected));
  }
}

TEST(ControlledRounding, IsTheSameForTheSamePurposeOnly) {
  EXPECT_EQ(controlled_rounding(kTable, 3, 3, {1, 2}, 3, 4), controlled_rounding(kTable, 3, 3, {1, 2}, 3, 4));
  int different = 0;
  for (std::uint64_t entity = 0; entity < 20; ++entity) {
    different += controlled_rounding(kTable, 3, 3, {1, 2}, entity, 4) != controlled_rounding(kTable, 3, 3, {1, 2}, 99, 4);
  }
  EXPECT_GT(different, 5);
}

TEST(LargestRemainders, GiveTheRoundedTotal) {
  EXPECT_EQ(largest_remainders(std::vector{1.4, 1.4, 1.2}), (Counts{2, 1, 1}));
  EXPECT_EQ(largest_remainders(std::vector{2.0, 3.0}), (Counts{2, 3}));
  EXPECT_TRUE(largest_remainders({}).empty());
}

}  // namespace
}  // namespace koers::simulate
