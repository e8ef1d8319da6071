// SPDX-License-Identifier: EUPL-1.2
// Random numbers as a function of what they are for: the same on one thread or many, in whatever order they are asked.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace koers::monitor {

/// What a number is drawn for; part of its key, so that no two uses share numbers. Append only.
enum class DrawSite : std::uint32_t { weights = 1, bootstrap = 2, evaluation = 3 };

/// Two independent numbers, uniform in (0, 1), never 0 or 1: Philox4x32-10 (Salmon e.a., Parallel random numbers: as easy as
/// 1, 2, 3, SC11, 2011).
struct UniformPair {
  double first = 0;
  double second = 0;
};
[[nodiscard]] UniformPair uniform_pair(std::uint64_t seed, DrawSite site, std::uint32_t draw, std::uint32_t item,
                                       std::uint32_t attempt = 0);
[[nodiscard]] inline double uniform(std::uint64_t seed, DrawSite site, std::uint32_t draw, std::uint32_t item) {
  return uniform_pair(seed, site, draw, item).first;
}

/// One draw from a Dirichlet distribution with mean `weights` / Σ`weights` and parameters `concentration` × that mean, by gamma
/// variates (Devroye, Non-uniform random variate generation, 1986, XI.4) of Marsaglia and Tsang (A simple method for generating
/// gamma variables, ACM TOMS 26, 2000). Weights of 0 stay 0; at least one is positive. The result adds up to 1.
[[nodiscard]] std::vector<double> dirichlet(std::span<const double> weights, double concentration, std::uint64_t seed,
                                            std::uint32_t draw);

}  // namespace koers::monitor
