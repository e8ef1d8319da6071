// SPDX-License-Identifier: EUPL-1.2
#include "monitor/score.h"

#include <cmath>

namespace koers::monitor {

std::optional<double> score(double value, double mean, double standard_deviation, Sense sense) {
  if (sense == Sense::neither || !(standard_deviation > 0)) return std::nullopt;
  return static_cast<double>(sense) * (value - mean) / standard_deviation;
}

ScoreBand band_of(double score) {
  constexpr double kAround = 0.5;
  constexpr double kFar = 1.5;
  if (std::abs(score) <= kAround) return ScoreBand::around;
  if (score < 0) return score < -kFar ? ScoreBand::far_below : ScoreBand::below;
  return score > kFar ? ScoreBand::far_above : ScoreBand::above;
}

std::optional<double> index_of(double value, double base) {
  if (!(base > 0)) return std::nullopt;
  return 100 * value / base;
}

}  // namespace koers::monitor
