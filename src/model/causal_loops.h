// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "model/city.h"

namespace koers {

enum class LoopNature : std::uint8_t { reinforcing = 1, balancing = 2 };
BOOST_DESCRIBE_ENUM(LoopNature, reinforcing, balancing)

/// A closed chain of influences between mechanisms. Reinforcing: an even number of negative links, so that a change comes back
/// in its own direction; balancing: an odd number (Sterman, Business Dynamics, 2000, ch. 5).
struct CausalLoop {
  std::string name;  ///< R1, R2 …, B1, B2 …
  LoopNature nature{};
  std::vector<Id<Mechanism>> mechanisms;  ///< in order; the last works on the first
  std::vector<Id<Influence>> influences;
  int lag_years_min = 0;
  int lag_years_max = 0;
  bool operator==(const CausalLoop&) const = default;
};

/// More loops than this cannot be read by anybody; the shortest come first.
inline constexpr std::size_t kMaxLoops = 500;

/// Every elementary circuit of the influences between mechanisms, each once, the shortest first (Johnson, SIAM J. Comput. 4
/// (1975) 77; depth-first search from each least mechanism, length by length, since a city has a handful of them).
[[nodiscard]] std::vector<CausalLoop> find_causal_loops(const City& city);

}  // namespace koers
