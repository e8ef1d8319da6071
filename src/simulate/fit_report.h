// SPDX-License-Identifier: EUPL-1.2
// What a population says when the margins that it was made from are counted in it.
#pragma once
#include <array>
#include <span>
#include <vector>

#include "simulate/home_tables.h"
#include "simulate/livelihoods.h"
#include "simulate/people_table.h"
#include "simulate/synthesise.h"

namespace koers::simulate {

/// Of one area, counted in its rows; the income classes in its draft, since a population does not keep them.
struct AreaCounts {
  std::array<std::vector<double>, kMarginKinds> found;  ///< in the cells of the margin; `value` stays empty: rents have none
  double of_working_age = 0;                            ///< those of 15–74, whom education and work are about
  std::size_t in_institutions = 0;
  std::size_t without_dwelling = 0;
  std::size_t vacant = 0;
  std::size_t unlikely_parents = 0;
  double ln_income = 0;  ///< mean over households of ln of income per √members
  JointFit people;
  JointFit dwellings;
  JointFit households;
};

[[nodiscard]] AreaCounts counts_of(const Population& population, const AreaDraft& draft, FirstRows first);

/// `margins` are all that is known, `held_out` what of it was not used.
[[nodiscard]] FitReport fit_report(const Margins& margins, std::span<const AreaCounts> counts,
                                   std::span<const MarginKind> held_out);

}  // namespace koers::simulate
