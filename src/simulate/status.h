// SPDX-License-Identifier: EUPL-1.2
// E6: socio-economic scores of households and neighbourhoods: income, education and work, as in Statistics Netherlands' SES-WOA.
#pragma once
#include <cstdint>
#include <vector>

#include "simulate/market.h"
#include "simulate/population.h"
#include "simulate/year.h"

namespace koers::simulate {

/// The scale of the scores, fixed by the population that a run starts with: so that a score can rise everywhere.
struct StatusScale {
  double income_mean = 0;  ///< of ln of income per √members
  double income_deviation = 1;
  double mean = 0;  ///< of neighbourhoods' mean status, over neighbourhoods with households
  double deviation = 1;
  IncomeBounds quintiles{};  ///< of household income, over all households of the start
};

[[nodiscard]] StatusScale status_scale(const Population& start, const Year& year);

/// Half the z score of income, three tenths of education (−1, 0, 1 for the highest of the adults) and two tenths of work (−1 for
/// a head of working age without).
[[nodiscard]] double status_of(const StatusScale& scale, double income, int members, Education highest, Work work);
[[nodiscard]] double status_of(const StatusScale& scale, const Population& population, HouseholdIndex household);

/// Of every household row; 0 for free ones.
void update_status(const Population& population, const StatusScale& scale, const Year& year, std::vector<float>& status);

/// Mean over the households with a dwelling in each neighbourhood; 0 where nobody lives.
[[nodiscard]] std::vector<float> mean_status(const Population& population, const std::vector<float>& status);

/// Sets the score of each neighbourhood: its mean on the scale of the start.
void update_scores(Population& population, const StatusScale& scale, const std::vector<float>& mean);

}  // namespace koers::simulate
