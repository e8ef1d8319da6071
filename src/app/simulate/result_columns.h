// SPDX-License-Identifier: EUPL-1.2
// What runs tell, replicate by replicate, column by column in one file: NetCDF-4 with the names of the climate and forecast
// conventions (CF-1.8), which xarray, R, Julia and map programs open without a word about its layout.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "simulate/ensemble.h"

namespace koers {

/// The bytes of the file. A variable per measure over (replicate, year, neighbourhood), in the units of `simulate::describe`; the
/// first year is the state at the start. A variable per property of a chain over (chain), those of all replicates one after the
/// other. `broken_world` when the library gives up.
[[nodiscard]] Result<std::string> result_columns(const std::string& name, const simulate::EnsembleSetting& setting,
                                                 const std::vector<simulate::RunResult>& results,
                                                 const simulate::Population& start);

}  // namespace koers
