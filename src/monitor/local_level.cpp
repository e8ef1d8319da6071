// SPDX-License-Identifier: EUPL-1.2
#include "monitor/local_level.h"

#include <algorithm>

namespace koers::monitor {
namespace {

/// Sums over all changes, of which the expectations are known.
struct Sums {
  double squares = 0;  // of the changes: drift × years + 2 × chance × noise
  double years = 0;
  double noise = 0;
  double products = 0;  // of two changes in a row: −chance × noise
  double noise_of_products = 0;
  int changes = 0;
};

void add(Sums& sums, const Deviations& area) {
  double last_change = 0;
  for (std::size_t i = 1; i < area.values.size(); ++i) {
    const double change = area.values[i].value - area.values[i - 1].value;
    sums.squares += change * change;
    sums.years += area.values[i].year - area.values[i - 1].year;
    sums.noise += area.noise;
    ++sums.changes;
    if (i > 1) {
      sums.products += last_change * change;
      sums.noise_of_products += area.noise;
    }
    last_change = change;
  }
}

}  // namespace

LevelVariances level_variances(std::span<const Deviations> areas) {
  Sums sums;
  for (const Deviations& area : areas) add(sums, area);
  if (sums.changes == 0) return {};
  const double all_chance = sums.squares / (2 * sums.noise);
  if (sums.noise_of_products <= 0) return {0, all_chance, sums.changes};
  const double chance = std::max(0.0, -sums.products / sums.noise_of_products);
  if (chance >= all_chance) return {0, all_chance, sums.changes};
  return {(sums.squares - 2 * chance * sums.noise) / sums.years, chance, sums.changes};
}

LevelBelief level_in(double year, const Deviations& area, const LevelBelief& start, const LevelVariances& variances) {
  LevelBelief belief = start;
  double at = area.values.empty() ? year : area.values.front().year;
  for (const TimedValue& seen : area.values) {
    belief.variance += variances.drift * (seen.year - at);
    at = seen.year;
    const double chance = variances.chance * area.noise;
    const double total = belief.variance + chance;
    const double gain = total > 0 ? belief.variance / total : 1;  // without any doubt the figure itself is the level
    belief.mean += gain * (seen.value - belief.mean);
    belief.variance *= 1 - gain;
  }
  belief.variance += variances.drift * (year - at);
  return belief;
}

}  // namespace koers::monitor
