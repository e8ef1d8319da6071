// SPDX-License-Identifier: EUPL-1.2
// What replicates say of one number.
#pragma once
#include <cstddef>
#include <vector>

namespace koers::simulate {

/// Over replicates. 90 of 100 further replicates would lie from `low` to `high`, as far as those that are there tell.
struct Estimate {
  double mean = 0;
  double low = 0;
  double high = 0;
};

/// From how many replicates on their own percentiles are the interval: fewer have no 5th and 95th.
inline constexpr std::size_t kEnoughForPercentiles = 20;

/// Values that are no number are left out; without any, all three are none. From `kEnoughForPercentiles` on the 5th and 95th
/// percentile (Hyndman and Fan 1996, type 7). Below that the prediction interval of a normal, mean ± t(0.95; n − 1)·s·√(1 + 1/n),
/// which narrows with each replicate; of one value there is no interval. Values that are all the same are exactly that.
[[nodiscard]] Estimate estimate_of(std::vector<double> values);

/// The estimate of a number of each of `things`, one for each replicate.
template <class Thing, class Number>
[[nodiscard]] Estimate estimate_over(const std::vector<Thing>& things, const Number& number) {
  std::vector<double> values;
  values.reserve(things.size());
  for (const Thing& thing : things) values.push_back(number(thing));
  return estimate_of(std::move(values));
}

}  // namespace koers::simulate
