// SPDX-License-Identifier: EUPL-1.2
// Track 2: in which order running work is reviewed, the biggest impact first, where partners are willing and contracts leave
// room.
#pragma once
#include "app/optimise/agenda_problem.h"

namespace koers {

struct ReviewStep {
  std::size_t item = 0;
  double impact = 0;                  ///< points: most that an option differs from keeping it, by likely scores
  std::size_t column = 0;             ///< of that option, from its first possible year
  std::optional<Degree> willingness;  ///< nothing: nobody said; it counts as medium
  std::optional<Degree> freedom;
  bool is_bound = false;  ///< contracts hold it beyond the agenda: nothing can change, and it comes last
  double score = 0;       ///< impact × willingness × freedom, each degree ⅓, ⅔ or 1
};

/// Of all that runs, the highest score first.
[[nodiscard]] std::vector<ReviewStep> review_order(const AgendaProblem& problem);

}  // namespace koers
