// SPDX-License-Identifier: EUPL-1.2
// A file of knapsack problems solved by the search that makes agendas.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/optimise/knapsack_file.h"
#include "optimise/solve.h"

namespace koers {

struct KnapsackRequest {
  KnapsackFormat format = KnapsackFormat::orlib;
  std::uint32_t seed = 1;
  int threads = 1;
  /// For each problem: as many whole rounds as are thought to fit into three quarters of it, and at least one; the rest is for
  /// the bound. Only the number of rounds and the bound then depend on the clock.
  double seconds = 10;
  /// Instead: as many whole rounds as fit into so many moves of the annealing, and at least one. The answer is then the same
  /// everywhere.
  std::optional<std::int64_t> moves;
  std::function<double()> clock;                                        ///< seconds, from any moment
  std::function<void(std::int64_t done, std::int64_t total)> progress;  ///< problems; may be empty
};

struct SolvedKnapsack {
  optimise::Solution solution;
  optimise::Value units_per_one = 1;
  std::optional<optimise::Value> best_known;  ///< in units
};

/// `not_found` when there is no such file; otherwise as `read_knapsacks`.
[[nodiscard]] Result<std::vector<SolvedKnapsack>> solve_knapsacks(const std::filesystem::path& file,
                                                                  const KnapsackRequest& request);

/// [{problem, value, bound, best_known}]: problems from 1; value null when no feasible choice was found, bound null when there is
/// none, best_known null when the file has none.
[[nodiscard]] nlohmann::ordered_json to_json(const std::vector<SolvedKnapsack>& solved);

}  // namespace koers
