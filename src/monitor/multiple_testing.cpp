// SPDX-License-Identifier: EUPL-1.2
#include "monitor/multiple_testing.h"

#include <algorithm>
#include <numeric>

namespace koers::monitor {

std::vector<double> adjust_for_number(std::span<const double> p_values) {
  std::vector<std::size_t> order(p_values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p_values[a] > p_values[b]; });
  std::vector<double> adjusted(p_values.size());
  const auto count = static_cast<double>(p_values.size());
  double smallest = 1;
  for (std::size_t i = 0; i < order.size(); ++i) {  // from the largest p value down
    const double rank = count - static_cast<double>(i);
    smallest = std::min(smallest, p_values[order[i]] * count / rank);
    adjusted[order[i]] = smallest;
  }
  return adjusted;
}

}  // namespace koers::monitor
