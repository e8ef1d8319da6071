// SPDX-License-Identifier: EUPL-1.2
// Parameters that a calibration may change, and how far: what counts as thinkable before anything is observed.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "simulate/experiment.h"
#include "simulate/parameters.h"

namespace koers::simulate {

struct FreeParameter {
  std::string_view name;  ///< of the parameter table, within whose range this one lies
  Range range;
};
/// All that calibration sets if nobody asks for fewer.
[[nodiscard]] std::span<const FreeParameter> free_parameters();

/// Those of these names, all when there are none. `unknown_parameter` for a name that is not among them.
[[nodiscard]] Result<std::vector<FreeParameter>> free_parameters_of(const std::vector<std::string>& names);

/// The parameters with free ones set, and their present values.
[[nodiscard]] Parameters with_values(Parameters parameters, const std::vector<FreeParameter>& free, const Point& values);
[[nodiscard]] Point values_of(const Parameters& parameters, const std::vector<FreeParameter>& free);

}  // namespace koers::simulate
