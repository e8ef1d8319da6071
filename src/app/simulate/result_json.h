// SPDX-License-Identifier: EUPL-1.2
// What runs tell, as JSON: the parts that a run and a comparison share.
#pragma once
#include <string_view>

#include <nlohmann/json.hpp>

#include "simulate/summary.h"

namespace koers {

/// To four decimals, which is more than any figure of a run is worth; infinite and no number become null.
[[nodiscard]] nlohmann::ordered_json number_json(double value);
/// `{mean, low, high}`.
[[nodiscard]] nlohmann::ordered_json estimate_json(const simulate::Estimate& each);
/// By the name of each indicator, `{mean: […], low: […], high: […]}` over the years.
[[nodiscard]] nlohmann::ordered_json values_json(const simulate::AreaSeries& series);
[[nodiscard]] nlohmann::ordered_json series_json(const std::vector<simulate::AreaSeries>& all);
[[nodiscard]] nlohmann::ordered_json indicators_json();
[[nodiscard]] nlohmann::ordered_json escalator_json(const simulate::EscalatorSummary& escalator);
[[nodiscard]] nlohmann::ordered_json chains_json(const std::vector<simulate::ChainSummary>& chains);
/// Every parameter with its default, range, status and source.
[[nodiscard]] nlohmann::ordered_json parameter_table_json();
[[nodiscard]] const char* name_of(simulate::AreaLevel level);
[[nodiscard]] const char* name_of(simulate::VacancyOrigin origin);
[[nodiscard]] const char* name_of(simulate::ChainEnd end);
[[nodiscard]] nlohmann::ordered_json plan_chains_json(const simulate::PlanChains& chains,
                                                      const std::vector<std::string>& districts);

}  // namespace koers
