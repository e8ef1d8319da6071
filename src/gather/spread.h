// SPDX-License-Identifier: EUPL-1.2
// Figures of areas of another division (postcodes, boundaries of another year) over the areas of the city, by the shares of a
// crosswalk: the share w(o,a) of the old area o that lies in the new area a. This is areal weighting (Goodchild and Lam 1980,
// "Areal interpolation: a variant of the traditional spatial problem"), with the shares that the crosswalk gives: by dwellings
// rather than by surface where it can, since people live in dwellings.
//  - Counts (units that add up: persons, households, dwellings, km2): value(a) = Σ w(o,a) · value(o). A count of an old area is
//    divided, so that the total of the city stays what it was.
//  - All else (percentages, means, marks): value(a) = Σ w(o,a) · n(o) · value(o) / Σ w(o,a) · n(o), with n the denominator of the
//    figure (persons, answers); where not every part has one, n = 1. A percentage of two parts lies between them: a sum would be
//    nonsense.
// An area of which a part has no figure gets none: a value without the part would pretend to know it. All that comes out is
// `estimated`, rounded to the decimals of the indicator.
#pragma once
#include <span>

#include "model/city.h"

namespace koers::gather {

/// A figure of an area that is not the city's; `figure.area` means nothing yet.
struct ForeignFigure {
  std::string area;  ///< as in `CrosswalkShare::from`
  Observation figure;
};

[[nodiscard]] std::vector<Observation> spread(std::span<const ForeignFigure> figures, const Crosswalk& crosswalk,
                                              const City& city);

}  // namespace koers::gather
