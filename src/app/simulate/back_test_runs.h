// SPDX-License-Identifier: EUPL-1.2
// The runs of a back-test: each variant of what is known and what is uncertain, replicate by replicate.
#pragma once
#include <vector>

#include "app/simulate/validate_city.h"

namespace koers {

struct BackTestVariant {
  Knowledge knowledge = Knowledge::then;
  Uncertainty uncertainty = Uncertainty::chance;
};

/// What of one replicate is compared.
struct BackTestReplicate {
  std::vector<double> persons;                        ///< by district, at the end
  std::vector<double> dwellings;                      ///< by district, at the end
  std::vector<std::array<double, kJudgedAges>> ages;  ///< by year, of the city: the first is the start
};

/// [variant][replicate]. `parameters`: what those that are uncertain are drawn around. `change` is what the programme adds to
/// each district of the margins. The same for any number of threads.
[[nodiscard]] Result<std::vector<std::vector<BackTestReplicate>>> back_test_runs(
    const simulate::Margins& margins, const std::vector<BackTestVariant>& variants, const std::vector<std::int64_t>& change,
    const simulate::Parameters& parameters, const ValidationRequest& request, const simulate::Progress& progress);

}  // namespace koers
