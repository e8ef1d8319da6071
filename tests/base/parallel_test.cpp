// SPDX-License-Identifier: EUPL-1.2
#include "base/parallel.h"

#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

namespace koers {
namespace {

TEST(ForEachIndex, TakesEachOnceOnAnyNumberOfThreads) {
  for (const int threads : {1, 2, 5, 20}) {
    std::vector<int> times(13, 0);
    for_each_index(times.size(), threads, [&](std::size_t i) { ++times[i]; });
    EXPECT_EQ(times, std::vector<int>(13, 1)) << threads;
  }
}

TEST(ForEachIndex, OfNothingDoesNothing) {
  for_each_index(0, 3, [](std::size_t) { FAIL(); });
}

TEST(ForEachIndex, ThrowsOnWhatOneThrows) {
  const auto work = [](std::size_t i) {
    if (i == 7) throw std::runtime_error("seven");
  };
  EXPECT_THROW(for_each_index(100, 1, work), std::runtime_error);
  EXPECT_THROW(for_each_index(100, 4, work), std::runtime_error);
}

}  // namespace
}  // namespace koers
