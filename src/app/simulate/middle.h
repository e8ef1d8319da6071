// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <algorithm>
#include <vector>

#include "simulate/population.h"

namespace koers {

/// The middle of a column over these rows, the upper of two; there is at least one.
template <class Value>
[[nodiscard]] Value middle_of(const std::vector<Value>& column, const std::vector<simulate::DwellingIndex>& rows) {
  std::vector<Value> values;
  for (const simulate::DwellingIndex row : rows) values.push_back(column[row]);
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

}  // namespace koers
