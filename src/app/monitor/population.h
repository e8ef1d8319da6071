// SPDX-License-Identifier: EUPL-1.2
// How many people a figure of an area stands for, and which larger area it lies in.
#pragma once
#include "app/monitor/series.h"

namespace koers {

/// The indicator that counts residents, by the name that every package gives it.
inline constexpr const char* kPopulationIndicator = "inhabitants";

/// The denominator of a figure where its source says it, else the residents of its area in the nearest year; none when unknown.
[[nodiscard]] std::optional<double> persons_behind(const SeriesIndex& series, const Observation& observation);

/// Residents of an area in the year nearest to `year`; none when they were never counted.
[[nodiscard]] std::optional<double> residents_of(const SeriesIndex& series, const Reference& area, double year);

/// The district of a neighbourhood, the municipality of a district.
[[nodiscard]] std::optional<Reference> parent_of(const City& city, const Reference& area);

}  // namespace koers
