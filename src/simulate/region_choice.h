// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <vector>

#include "simulate/population.h"

namespace koers::simulate {

/// Which other region somebody goes to who leaves one: of the nearest ones with probabilities ∝ households / distance² (the
/// gravity model of migration: Zipf, The P1P2/D hypothesis, 1946, with the exponent that Dutch moves between municipalities come
/// close to; illustrative).
class RegionChoice {
 public:
  RegionChoice(const Population& population, const std::vector<std::uint32_t>& households);

  /// `u` is uniform in (0, 1). The region itself when it is the only one.
  [[nodiscard]] std::uint16_t choose(std::uint16_t from, double u) const;

 private:
  struct Option {
    std::uint16_t region;
    double up_to;  ///< cumulative probability
  };
  std::vector<std::vector<Option>> options_;
};

}  // namespace koers::simulate
