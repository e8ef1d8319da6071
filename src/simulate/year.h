// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/parallel.h"
#include "simulate/draws.h"
#include "simulate/population.h"

namespace koers::simulate {

/// The year that is being simulated.
struct Year {
  Stream stream;
  std::uint32_t index = 0;  ///< 0 for the first; part of every draw
  int calendar = 0;
  int threads = 1;
};

/// Why a dwelling came free.
enum class VacancyOrigin : std::uint8_t {
  start = 0,  ///< vacant when the run began
  new_building = 1,
  death = 2,
  institution = 3,
  union_formed = 4,  ///< two households became one
  departure = 5
};
inline constexpr std::size_t kVacancyOrigins = 6;

/// A dwelling that came free and waits to be offered.
struct Opening {
  DwellingIndex dwelling = kNone;
  VacancyOrigin origin = VacancyOrigin::start;
};

/// Calls `work(first, last)` for ranges that cover 0…`rows`, on the threads of the year. Ranges do not depend on the threads.
template <class Work>
void for_each_range(std::size_t rows, int threads, const Work& work) {
  constexpr std::size_t kRange = 1U << 15U;
  const std::size_t ranges = (rows + kRange - 1) / kRange;
  for_each_index(ranges, ranges < 2 ? 1 : threads, [&](std::size_t i) { work(i * kRange, std::min(rows, (i + 1) * kRange)); });
}

}  // namespace koers::simulate
