// SPDX-License-Identifier: EUPL-1.2
// What a plan does to the causal mechanisms of the vision, through the indicators that the escalator says something of.
#pragma once
#include <string>
#include <vector>

#include "model/city.h"
#include "simulate/summary.h"

namespace koers {

/// One indicator of a mechanism's index, at the end of the run.
struct MemberEffect {
  Id<Indicator> indicator;
  double weight = 0;
  simulate::Estimate change;  ///< plan minus baseline: of the city, or of the spread over districts; in the indicator's unit
};

/// Plan minus baseline at the end of the run. An index is a mean of scores, weighted as its indicator set says; one unit is the
/// standard deviation between the municipalities of the country (districts, where the spread over districts counts).
struct MechanismEffect {
  Id<Mechanism> mechanism;
  bool is_spread = false;                    ///< the standard deviation over districts counts, not the mean
  std::optional<simulate::Estimate> effect;  ///< above 0: more of the mechanism; none when no member is simulated
  std::vector<MemberEffect> members;
  std::vector<Id<Indicator>> not_simulated;  ///< members of which the escalator, or the reference distribution, says nothing
  double weight_simulated = 0;               ///< share of the weights that `members` have
};

/// Of every mechanism with an indicator set, by number. Replicate k of both belongs together; the baseline may have more.
[[nodiscard]] std::vector<MechanismEffect> mechanism_effects(const City& city, const simulate::Population& start,
                                                             const std::vector<simulate::RunResult>& plan,
                                                             const std::vector<simulate::RunResult>& baseline);

}  // namespace koers
