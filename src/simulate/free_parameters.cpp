// SPDX-License-Identifier: EUPL-1.2
#include "simulate/free_parameters.h"

#include <algorithm>
#include <array>

namespace koers::simulate {
namespace {

constexpr std::array kFree = std::to_array<FreeParameter>({
    {"birth_scale", {0.7, 1.2}},       {"death_scale", {0.7, 1.1}},     {"arrivals", {0.04, 0.5}},
    {"departures", {0.5, 1.2}},        {"search_per_leaver", {1, 4}},   {"union_scale", {0.6, 2.4}},
    {"search_per_move", {1.5, 6}},     {"search_duration", {-0.8, 0}},  {"search_misfit", {0, 1}},
    {"search_private_rent", {0, 1.8}}, {"search_social_rent", {-1, 1}}, {"worth_cost", {-10, -2}},
    {"worth_owned", {-0.5, 1.5}},      {"worth_distance", {-1, 0}},     {"move_threshold", {0.5, 3.5}},
    {"unmet_leaves", {0, 0.1}},        {"arrival_waiting", {0, 10}},    {"search_per_young_arrival", {1, 6}},
    {"arrival_response", {0, 1}},      {"departure_response", {0, 1}},  {"separation_scale", {0.4, 2.5}},
    {"worth_local_mix", {0, 6}},
});

const ParameterDescription& description_of(std::string_view name) {
  return *std::ranges::find(parameter_table(), name, &ParameterDescription::name);
}

}  // namespace

std::span<const FreeParameter> free_parameters() { return kFree; }

Result<std::vector<FreeParameter>> free_parameters_of(const std::vector<std::string>& names) {
  if (names.empty()) return std::vector<FreeParameter>(kFree.begin(), kFree.end());
  std::vector<FreeParameter> out;
  for (const std::string& name : names) {
    const auto row = std::ranges::find(kFree, name, &FreeParameter::name);
    if (row == kFree.end()) {
      return failure(ErrorCode::bad_input, "These parameters cannot be calibrated.",
                     {{"unknown_parameter", {}, name, name, "a name of the free parameters"}});
    }
    out.push_back(*row);
  }
  return out;
}

Parameters with_values(Parameters parameters, const std::vector<FreeParameter>& free, const Point& values) {
  for (std::size_t i = 0; i < free.size(); ++i) parameters.*description_of(free[i].name).member = values[i];
  return parameters;
}

Point values_of(const Parameters& parameters, const std::vector<FreeParameter>& free) {
  Point out;
  for (const FreeParameter& each : free) out.push_back(parameters.*description_of(each.name).member);
  return out;
}

}  // namespace koers::simulate
