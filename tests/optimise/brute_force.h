// SPDX-License-Identifier: EUPL-1.2
// Every choice there is, judged from the definition of each row. Shares nothing with the program but the problem.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "optimise/portfolio.h"

namespace koers::optimise {

struct Judgement {
  bool is_feasible = true;
  std::int64_t value = 0;
  std::int64_t preference = 0;
  std::vector<std::string> broken;  ///< names of hard rows
};

[[nodiscard]] Judgement judge(const Portfolio& problem, const Choice& choice);

/// For at most a few thousand.
[[nodiscard]] std::vector<Choice> all_choices(const Portfolio& problem);

struct BestOfAll {
  std::int64_t objective = 0;
  Choice choice;
};

/// Nothing when no choice is feasible.
[[nodiscard]] std::optional<BestOfAll> best_of_all(const Portfolio& problem);
[[nodiscard]] double number_of_choices(const Portfolio& problem);

}  // namespace koers::optimise
