// SPDX-License-Identifier: EUPL-1.2
// What one would have said of areas without a model, and how far that and a model were from what came. Methods and scores as in
// Smith, Tayman and Swanson, A Practitioner's Guide to State and Local Population Projections, 2013, chapters 8 and 13.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace koers::simulate {

/// Figures of areas at two moments: an earlier one, and the one at which the forecast is made.
struct BasePeriod {
  std::span<const double> earlier;
  std::span<const double> launch;
  double years = 0;  ///< between the two, above 0
};

/// The yearly change of the base period goes on; nothing falls below 0.
[[nodiscard]] std::vector<double> linear_trend(const BasePeriod& base, double years_ahead);

/// Each area keeps its share of all areas, which together become `whole`.
[[nodiscard]] std::vector<double> constant_share(std::span<const double> launch, double whole);

/// The yearly change of each share goes on; a share that would fall below 0 is 0, and the others keep theirs.
[[nodiscard]] std::vector<double> shift_share(const BasePeriod& base, double years_ahead, double whole);

/// Persons per dwelling stay as they were; an area without dwellings at the launch stays as it was.
[[nodiscard]] std::vector<double> in_proportion(std::span<const double> launch, std::span<const double> dwellings_then,
                                                std::span<const double> dwellings_later);

/// Errors are forecast − observed. Percentages are of what was observed, which is above 0.
struct ForecastScores {
  double mape = 0;         ///< mean absolute percentage error
  double wape = 0;         ///< sum of absolute errors ÷ sum of what was observed, %
  double malpe = 0;        ///< mean algebraic percentage error: the bias
  double mae = 0;          ///< mean absolute error
  double rmse = 0;         ///< root mean square error
  double total = 0;        ///< error of all areas together, %
  std::size_t worst = 0;   ///< the area with the largest absolute percentage error
  double worst_error = 0;  ///< of that area, %
};

/// `forecast` and `observed` have the same areas, at least one.
[[nodiscard]] ForecastScores scores_of(std::span<const double> forecast, std::span<const double> observed);

}  // namespace koers::simulate
