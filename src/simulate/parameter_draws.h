// SPDX-License-Identifier: EUPL-1.2
// Sets of parameters that agree with what was measured about equally well: what is not known of them, so that it can show in an
// interval.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "simulate/parameters.h"

namespace koers::simulate {

/// Draws of a posterior, each as likely as another. Parameters that are not named are as they were.
struct ParameterDraws {
  std::vector<std::string> names;
  std::vector<std::vector<double>> rows;  ///< values in the order of the names
  bool operator==(const ParameterDraws&) const = default;
};

/// The posterior of the calibration that the defaults come from (docs/method/calibration.md).
[[nodiscard]] const ParameterDraws& calibrated_draws();

/// CSV with a header of names: at least one row. `bad_input` names the line, the parameter and its range.
[[nodiscard]] Result<ParameterDraws> draws_from_csv(std::string_view text, const std::string& file);
/// Numbers in the shortest form that is read back as the same.
[[nodiscard]] std::string to_csv(const ParameterDraws& draws);

/// `number` of the rows, each as often as its weight says (systematic resampling: Kitagawa 1996), in their order.
[[nodiscard]] std::vector<std::vector<double>> resampled(const std::vector<std::vector<double>>& rows,
                                                         const std::vector<double>& weights, std::size_t number);

/// Without the columns of some parameters.
[[nodiscard]] ParameterDraws without(const ParameterDraws& draws, const std::vector<std::string>& names);

/// Replicate 0 has the parameters themselves, so that it is what is thought likeliest; replicate k has row k − 1, and begins anew
/// after the last.
[[nodiscard]] Parameters with_draw(Parameters parameters, const ParameterDraws& draws, std::uint32_t replicate);

}  // namespace koers::simulate
