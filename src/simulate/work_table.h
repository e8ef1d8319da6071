// SPDX-License-Identifier: EUPL-1.2
// Who works: the shares of the start by age, education and sex, which later years keep unless the jobs change.
#pragma once
#include <array>
#include <cstddef>

#include "simulate/population.h"
#include "simulate/rates.h"

namespace koers::simulate {

inline constexpr int kRetirementAge = 67;
inline constexpr std::size_t kWorkCells = 6;  ///< education × sex

[[nodiscard]] constexpr std::size_t work_cell(Education education, Sex sex) {
  return static_cast<std::size_t>(education) * 2 + static_cast<std::size_t>(sex);
}

struct WorkTable {
  std::array<std::array<double, kWorkCells>, kAges> share{};  ///< that works, by age and `work_cell`
};

/// Of every five years of age as many work as at the start (a straight line of log odds between their middles); education and sex
/// change the log odds within them. `calendar_year` is the last one before the run.
[[nodiscard]] WorkTable work_table(const Population& start, int calendar_year);

}  // namespace koers::simulate
