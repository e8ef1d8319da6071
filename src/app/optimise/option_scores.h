// SPDX-License-Identifier: EUPL-1.2
// What one way to carry out an item is worth to each criterion, from what people, the screening and the escalator say of it.
#pragma once
#include <optional>
#include <vector>

#include "model/weighing.h"
#include "optimise/robustness.h"

namespace koers {

/// Points of one option on one criterion, by all who gave them.
struct CombinedScore {
  optimise::Estimate estimate;  ///< least of the lows, mean of the likelies, greatest of the highs; 0 when nobody gave any
  int assessors = 0;
  /// 1 when all give the same, 0 when they differ by the whole scale: 1 − mean |difference| between two assessors / 6.
  std::optional<double> agreement;  ///< of two assessors or more
};

[[nodiscard]] CombinedScore combined_score(const AppraisalOption& option, const Reference& criterion);

/// The part of the agenda, later years counting less, that an effect is in force which begins in year `start` and grows in
/// `ramp_years` equal steps until it is there in full: Σ_t d^t min(1, (t − start + 1)/ramp) / Σ_t d^t, t = 0 … years − 1.
[[nodiscard]] double part_in_force(int start, int ramp_years, int years, double discount_percent);

/// Points of `option` from year `start` on, averaged over the agenda: what runs (`keep`, null for something new) gives way to it
/// as it grows. An effect that is there stays until the end of the agenda.
[[nodiscard]] optimise::Estimate score_over_years(const AppraisalOption* keep, const AppraisalOption& option,
                                                  const Reference& criterion, double part);

}  // namespace koers
