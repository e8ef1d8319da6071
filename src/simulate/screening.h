// SPDX-License-Identifier: EUPL-1.2
// Which parameters matter for what a model tells, over their whole ranges.
#pragma once
#include <cstdint>
#include <vector>

#include "simulate/experiment.h"

namespace koers::simulate {

/// Elementary effects (Morris 1991) of one parameter over its range.
struct Effect {
  double mean_size = 0;  ///< μ*: mean of the absolute effects (Campolongo e.a. 2007)
  double deviation = 0;  ///< σ: how the effect differs from place to place: bends, or other parameters
};
/// [output][parameter]. Each trajectory begins on a grid of four levels and moves every parameter once, by two thirds of its
/// range. It takes `trajectories` × (parameters + 1) evaluations.
[[nodiscard]] Result<std::vector<std::vector<Effect>>> elementary_effects(const Model& model, const Box& box,
                                                                          std::uint32_t trajectories, Stream stream, int threads);

/// Part of the variance of an output over the box (Sobol 1993).
struct SobolIndex {
  double first = 0;  ///< that goes away when this parameter is known
  double total = 0;  ///< that remains when all others are known
};
/// [output][parameter], by the estimators of Saltelli e.a. 2010 (first: their (b) in table 2, total: Jansen's (f)) on the Sobol
/// sequence. It takes `number` × (parameters + 2) evaluations; a power of two is best. 0 where the output does not vary.
[[nodiscard]] Result<std::vector<std::vector<SobolIndex>>> sobol_indices(const Model& model, const Box& box, std::uint32_t number,
                                                                         int threads);

}  // namespace koers::simulate
