// SPDX-License-Identifier: EUPL-1.2
// Where a figure of a part of the city is worse than its past, its neighbours and the city lead one to expect.
#pragma once
#include "app/monitor/series.h"

namespace koers {

/// Points into the city that was searched.
struct FoundSignal {
  const Indicator* indicator = nullptr;
  const IndicatorSet* theme = nullptr;
  const Observation* observation = nullptr;
  SignalLevel level{};
  double expected = 0;
  double lower = 0;  ///< of the 90 % interval of what is expected
  double upper = 0;
  double probability = 0;  ///< that it is worse than expected by more than the relevant step
};

struct SignalSearch {
  std::vector<FoundSignal> found;  ///< first `act`, then by probability
  int tested = 0;                  ///< pairs of area and indicator that could be judged
};

/// Over all districts and neighbourhoods, and all members of themes that have a weight, a polarity and a relevant step. Each pair
/// is judged on its latest figure.
[[nodiscard]] SignalSearch find_signals(const City& city, const SeriesIndex& series);

/// The name under which a signal about this figure is kept.
[[nodiscard]] Id<Signal> signal_id(const Id<Indicator>& indicator, const Reference& area, const Period& period);

}  // namespace koers
