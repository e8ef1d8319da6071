// SPDX-License-Identifier: EUPL-1.2
#include "monitor/proportion.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace koers::monitor {

Interval wilson_interval(int successes, int count, double quantile) {
  assert(count > 0 && successes >= 0 && successes <= count);
  const double n = count;
  const double share = successes / n;
  const double squared = quantile * quantile;
  const double middle = (share + squared / (2 * n)) / (1 + squared / n);
  const double half = quantile / (1 + squared / n) * std::sqrt(share * (1 - share) / n + squared / (4 * n * n));
  // Where none or all succeed, the exact border is 0 or 1; rounding may miss it by a hair.
  return {share, successes == 0 ? 0 : std::max(0.0, middle - half), successes == count ? 1 : std::min(1.0, middle + half)};
}

}  // namespace koers::monitor
