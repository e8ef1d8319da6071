// SPDX-License-Identifier: EUPL-1.2
// Margins out of figures, with how wrong they may be when the figures are of another area or year.
#pragma once
#include <vector>

#include "app/simulate/city_figures.h"
#include "simulate/margins.h"

namespace koers {

/// Error of a figure that its own source calls an estimate, percentage points: as the summary of the household estimates of
/// Zoetermeer says of itself (two to three points). Elsewhere illustrative.
inline constexpr double kErrorOfEstimate = 2.5;

/// What makes a figure uncertain as one of this neighbourhood, in its own unit: the spread between its peers when it is of a
/// larger area, the error of an estimate, and a drift for each year that it is away.
struct FigureError {
  double spread = 0;
  double estimate = 0;
  double drift = 0;
  [[nodiscard]] double total() const;
};
[[nodiscard]] FigureError error_of(const CityFigures& figures, const FoundFigure& figure, const CityArea& area);

/// Where the figures come from and why they are not certain, as a sentence.
[[nodiscard]] std::string source_of(const CityFigures& figures, const std::vector<FoundFigure>& found, const CityArea& area);

/// `values` made of these percentages: estimated with the mean of their errors in points, unless all are of the area and year.
[[nodiscard]] simulate::Margin margin_of(const CityFigures& figures, const std::vector<FoundFigure>& found, const CityArea& area,
                                         std::vector<double> values);

/// The same of amounts: the error is a fraction of the value.
[[nodiscard]] simulate::Margin relative_margin_of(const CityFigures& figures, const std::vector<FoundFigure>& found,
                                                  const CityArea& area, std::vector<double> values);

}  // namespace koers
