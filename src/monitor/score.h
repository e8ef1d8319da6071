// SPDX-License-Identifier: EUPL-1.2
// Where a value stands among all areas of its kind: the method of the city's own baseline study of 2019.
#pragma once
#include <cstdint>
#include <optional>

namespace koers::monitor {

/// +1: more is better; -1: less is better; 0: neither, and there is no score.
enum class Sense : std::int8_t { less_is_better = -1, neither = 0, more_is_better = 1 };

/// Standard deviations above the reference mean, turned so that more is always better. None when neither is better or when the
/// reference does not vary.
[[nodiscard]] std::optional<double> score(double value, double mean, double standard_deviation, Sense sense);

/// Broad bands instead of ranks: a rank of a small area says more than its figure knows.
enum class ScoreBand : std::uint8_t { far_below = 1, below = 2, around = 3, above = 4, far_above = 5 };

/// Borders at 0.5 and 1.5 standard deviations: in a normal reference 7, 24, 38, 24 and 7 per cent of the areas.
[[nodiscard]] ScoreBand band_of(double score);

/// The value with that of the base year as 100; none when the base is not above zero.
[[nodiscard]] std::optional<double> index_of(double value, double base);

}  // namespace koers::monitor
