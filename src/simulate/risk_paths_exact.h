// SPDX-License-Identifier: EUPL-1.2
// What RiskPaths comes to, without chance: the expectations that a simulation of it approaches.
#pragma once
#include <array>
#include <vector>

#include "simulate/risk_paths.h"

namespace koers::simulate {

/// Of one woman: expected number of events, and expected time in which they could happen.
struct ExpectedOccurrences {
  double events = 0;
  double years = 0;
  [[nodiscard]] double per_year() const { return years > 0 ? events / years : 0; }
};

/// Expectations of one woman; shapes as in `RiskPathsTables`.
struct RiskPathsExact {
  std::array<ExpectedOccurrences, kLifeYears> pregnancies_of_childless{};
  std::vector<std::array<ExpectedOccurrences, kUnionStatuses>> pregnancies_by_class;
  std::vector<ExpectedOccurrences> first_unions_by_class;
  std::array<double, kUnionStatuses> pregnancies_by_status{};
  double share_childless = 0;
  double mean_age_at_pregnancy = 0;       ///< years; 0 when nobody becomes pregnant
  double deviation_age_at_pregnancy = 0;  ///< standard deviation among those who do
};

/// Of a hazard per year, relative risk included.
inline constexpr double kMostExactHazard = 10;

/// Of these parameters, to about 1e-9 of one (1e-11 with the published ones, tried by halving the cells; 1e-7 at the steepest).
/// By duration class of each status, the women in it follow from those who come in: the flow out is the flow in, so many years
/// earlier, less those who left on the way. Flows are integrated over cells of 1/128 year, in which all hazards are constant,
/// with exact exponentials and the Lobatto rule of three points, the error of which falls with the fourth power of the cell. So
/// bounds must be whole multiples of 1/128 year and hazards at most `kMostExactHazard`. Fails as `check` does, and with a fault
/// for each that is not. Takes some hundredths of a second.
[[nodiscard]] Result<RiskPathsExact> risk_paths_exact(const RiskPathsParameters& parameters);

}  // namespace koers::simulate
