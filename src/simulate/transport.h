// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace koers::simulate {

/// How much goes from each source to each sink (by source) so that all of `supply` is brought, all of `demand` is met, and the
/// sum of amount × cost is least (Hitchcock, The distribution of a product from several sources to numerous localities, 1941;
/// solved by the network simplex of LEMON). `cost`: by source, source × sinks. Supply and demand have the same total.
[[nodiscard]] std::vector<std::int64_t> transport(std::span<const std::int64_t> supply, std::span<const std::int64_t> demand,
                                                  std::span<const int> cost);

}  // namespace koers::simulate
