// SPDX-License-Identifier: EUPL-1.2
// Cities that do not exist, of which we know what happened: to measure how well signals are found.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "monitor/expectation.h"

namespace koers::monitor {

struct SyntheticSetting {
  int cities = 40;
  int districts = 6;
  int areas = 60;  ///< of a city
  int indicators = 20;
  int years = 12;
  int judged_years = 4;   ///< the last ones, in which something may happen
  double shifted = 0.01;  ///< chance that an area gets worse, per judged year and indicator; it stays so
  std::uint64_t seed = 2040;
};

inline constexpr int kFirstSyntheticYear = 2010;

/// One indicator in one city. Even indicators are counts, odd ones shares in per cent; of every four, the last is a share of
/// which more is better.
struct SyntheticPanel {
  Concern concern;
  std::vector<AreaCounts> counts;  ///< one of the two is empty
  std::vector<AreaLevels> levels;
  std::vector<std::optional<double>> shifted_in;  ///< the year in which each area got worse

  [[nodiscard]] std::vector<std::optional<Expectation>> expectations(double year) const;
};

/// Areas have 300 to 6,000 persons (even on a log scale, which gives many small ones). The rate of a count is about 20 per 1,000;
/// its logarithm varies by 0.2 between districts and 0.25 within them, drifts by 0.03 a year and jumps by another 0.05 each year;
/// that of the city moves by 0.05. Counts are Poisson. Shares lie around 20 %, vary by 3 points between districts and 3 within,
/// drift by 0.4 a year, the city moves by 0.7; chance is that of a draw of as many persons as there are. A shift multiplies a
/// rate by 1.4 to 2.2 or worsens a share by 4 to 10 points. All normal but the shifts, which are uniform. The relevant step is
/// one event or one point. The method knows none of this; drift of a rate and its jumps are against what it assumes.
[[nodiscard]] SyntheticPanel synthetic_panel(const SyntheticSetting& setting, int city, int indicator);

}  // namespace koers::monitor
