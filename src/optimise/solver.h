// SPDX-License-Identifier: EUPL-1.2
// The only door to CLP and CBC (COIN-OR): a fresh model for every solve, one thread, limits in nodes.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "optimise/linear_model.h"

namespace koers::optimise {

enum class SolverStatus : std::uint8_t {
  solved = 1,   ///< to the end
  limited = 2,  ///< a limit came first
  infeasible = 3
};

/// Of the linear relaxation, in value units of the model.
struct Relaxation {
  SolverStatus status = SolverStatus::solved;
  std::vector<double> answer;  ///< by variable
  std::vector<double> duals;   ///< by row: what one unit more of its limit is worth
  /// Nothing can be worth more: from the duals by weak duality, Σ y b + Σ max over l ≤ x ≤ u of (c − yA) x, which holds for any y
  /// whatever the tolerances of the solver (Neumaier, Shcherbina, Mathematical Programming 99, 2004).
  double bound = 0;
};
/// Throws `BrokenWorld` when CLP gives up.
[[nodiscard]] Relaxation relax(const LinearModel& model);

enum class SolverClock : std::uint8_t { elapsed = 1, processor = 2 };

struct TreeLimits {
  int nodes = 1000;
  double seconds = 0;  ///< on the clock; 0 for none. With it, where the tree ends depends on the machine
  std::uint32_t seed = 1;
  std::optional<double> better_than;         ///< answers that are not are left out
  bool with_heuristics = true;               ///< to find answers early; a waste where a good one is known
  SolverClock clock = SolverClock::elapsed;  ///< of the seconds
};

/// Of branch and bound.
struct TreeAnswer {
  SolverStatus status = SolverStatus::solved;  ///< infeasible: nothing better than asked for
  std::optional<std::vector<double>> answer;
  double bound = 0;  ///< nothing can be worth more, within the tolerances of CBC (10⁻⁶); not when infeasible
};
/// Throws `BrokenWorld` when CBC gives up. Several threads may call it; CBC itself keeps one at a time.
[[nodiscard]] TreeAnswer branch_and_bound(const LinearModel& model, const TreeLimits& limits);

}  // namespace koers::optimise
