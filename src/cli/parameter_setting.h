// SPDX-License-Identifier: EUPL-1.2
// Parameters of the escalator as options of a command: NAME=NUMBER.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "app/simulate/simulate_city.h"
#include "base/result.h"

namespace koers::cli {

/// `wrong_option` for a text that is not of this form; whether there is such a parameter is not looked at.
[[nodiscard]] Result<std::vector<std::pair<std::string, double>>> parameter_settings(const std::vector<std::string>& texts);

/// Draws of parameters in a CSV file. `bad_input` when it cannot be read.
[[nodiscard]] Result<simulate::ParameterDraws> parameter_draws_in(const std::string& path);

/// An option that was given something it cannot be.
[[nodiscard]] std::unexpected<Error> wrong_option(const char* option, std::string found, std::string expected);

}  // namespace koers::cli
