// SPDX-License-Identifier: EUPL-1.2
#include "monitor/draws.h"

#include <cmath>
#include <numbers>
#include <numeric>

#include <Random123/philox.h>

namespace koers::monitor {
namespace {

/// 52 bits: the half keeps away from 0 and 1.
double unit(std::uint32_t high, std::uint32_t low) {
  const std::uint64_t bits = (std::uint64_t{high} << 20U) | (low >> 12U);
  return (static_cast<double>(bits) + 0.5) * 0x1.0p-52;
}

/// One gamma variate of scale 1. A shape below 1 goes by way of shape + 1 (their section 6).
double gamma_variate(double shape, std::uint64_t seed, std::uint32_t draw, std::uint32_t item) {
  const double d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
  const double c = 1 / std::sqrt(9 * d);
  for (std::uint32_t attempt = 0;; attempt += 2) {
    const UniformPair for_normal = uniform_pair(seed, DrawSite::weights, draw, item, attempt);
    const UniformPair for_test = uniform_pair(seed, DrawSite::weights, draw, item, attempt + 1);
    const double x = std::sqrt(-2 * std::log(for_normal.first)) * std::cos(2 * std::numbers::pi * for_normal.second);
    const double v = std::pow(1 + c * x, 3);
    if (v <= 0 || std::log(for_test.first) >= x * x / 2 + d - d * v + d * std::log(v)) continue;
    return shape < 1 ? d * v * std::pow(for_test.second, 1 / shape) : d * v;
  }
}

}  // namespace

UniformPair uniform_pair(std::uint64_t seed, DrawSite site, std::uint32_t draw, std::uint32_t item, std::uint32_t attempt) {
  const r123::Philox4x32::ctr_type counter{{draw, item, static_cast<std::uint32_t>(site), attempt}};
  const r123::Philox4x32::key_type key{{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)}};
  const auto block = r123::Philox4x32{}(counter, key);
  return {unit(block[0], block[1]), unit(block[2], block[3])};
}

std::vector<double> dirichlet(std::span<const double> weights, double concentration, std::uint64_t seed, std::uint32_t draw) {
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<double> shares(weights.size(), 0.0);
  double sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] <= 0) continue;
    shares[i] = gamma_variate(concentration * weights[i] / total, seed, draw, static_cast<std::uint32_t>(i));
    sum += shares[i];
  }
  for (double& share : shares) share /= sum;
  return shares;
}

}  // namespace koers::monitor
