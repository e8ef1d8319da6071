// SPDX-License-Identifier: EUPL-1.2
// Weights of criteria that people cannot or will not say exactly: drawn evenly from all that keep what they do say.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"

namespace koers::optimise {

struct Criterion {
  double weight = 1;  ///< likely, of all together 1
  double least = 0;   ///< bounds of the weight
  double most = 1;
  std::optional<int> rank;  ///< one with a lower rank weighs at least as much as one with a higher
};

/// Even over the weights that sum to 1 and keep order and bounds: from the likely ones, a fixed number of rounds in which every
/// pair in turn divides what it has anew, evenly within what the others leave it (Gibbs sampling; Gelfand, Smith, JASA 85, 1990).
/// `bad_input` when the likely weights themselves break order, bounds or sum.
[[nodiscard]] Result<std::vector<double>> drawn_weights(const std::vector<Criterion>& criteria, std::uint32_t seed,
                                                        std::uint64_t number);

}  // namespace koers::optimise
