// SPDX-License-Identifier: EUPL-1.2
#include "monitor/draws.h"

#include <numeric>

#include <Random123/philox.h>
#include <boost/math/special_functions/gamma.hpp>

namespace koers::monitor {

double uniform(std::uint64_t seed, DrawSite site, std::uint32_t draw, std::uint32_t item) {
  const r123::Philox4x32::ctr_type counter{{draw, item, static_cast<std::uint32_t>(site), 0}};
  const r123::Philox4x32::key_type key{{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)}};
  const auto block = r123::Philox4x32{}(counter, key);
  const std::uint64_t bits = (std::uint64_t{block[0]} << 20U) | (block[1] >> 12U);  // 52 bits: the half keeps away from 0 and 1
  return (static_cast<double>(bits) + 0.5) * 0x1.0p-52;
}

std::vector<double> dirichlet(std::span<const double> weights, double concentration, std::uint64_t seed, std::uint32_t draw) {
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<double> shares(weights.size(), 0.0);
  double sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] <= 0) continue;
    const double shape = concentration * weights[i] / total;
    shares[i] = boost::math::gamma_p_inv(shape, uniform(seed, DrawSite::weights, draw, static_cast<std::uint32_t>(i)));
    sum += shares[i];
  }
  for (double& share : shares) share /= sum;
  return shares;
}

}  // namespace koers::monitor
