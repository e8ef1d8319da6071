// SPDX-License-Identifier: EUPL-1.2
// What is observed of how people live and move that a run can be compared with, and how a run gives it.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "simulate/engine.h"
#include "simulate/experiment.h"

namespace koers::simulate {

/// Append only.
enum class MomentKind : std::uint8_t {
  births = 0,
  deaths,
  arrivals,
  departures,
  stays_in_city,
  social_lettings,
  lettings_to_residents,
  moved_within_18_29,
  moved_within_30_44,
  moved_within_45_64,
  moved_within_65_plus,
  young_arrivals,
  young_departures,
  moved_in_two_years,
  moved_from_owned,
  at_home_20_24,
  at_home_25_29,
  with_partner,
  one_person,
  one_parent,
  with_children,
  child_arrivals,
  child_departures,
  persons_per_dwelling,
  drift_to_mean
};
inline constexpr std::size_t kMoments = static_cast<std::size_t>(MomentKind::drift_to_mean) + 1;

struct MomentDescription {
  std::string_view name;  ///< snake_case
  std::string_view unit;  ///< persons, dwellings, percent, percentage_points
  std::string_view sentence;
  std::string_view source;  ///< of the target that holds anywhere; "" when only a city can know it
};
[[nodiscard]] const MomentDescription& describe(MomentKind kind);

/// Targets that hold anywhere in the Netherlands, for the ages of this population; none where only the city's own figure counts.
using Targets = std::vector<std::optional<Target>>;
[[nodiscard]] Targets national_targets(const Population& start, const Rates& rates = netherlands());

/// Means over the years of the runs, or the change between their begin and end, by `MomentKind`. Replicates follow the one of the
/// setting.
[[nodiscard]] Result<Point> moments_of_runs(const Population& start, const RunSetting& setting, std::uint32_t replicates,
                                            const Rates& rates = netherlands());

}  // namespace koers::simulate
