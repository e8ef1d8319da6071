// SPDX-License-Identifier: EUPL-1.2
// Step 11 of a year: neighbourhoods as they are at its end.
#pragma once
#include <vector>

#include "simulate/results.h"
#include "simulate/status.h"

namespace koers::simulate {

/// Adds the state to the rows, one per neighbourhood; what is there of flows stays.
void measure(const Population& population, const StatusScale& scale, const Year& year, std::vector<MeasureRow>& rows);

}  // namespace koers::simulate
