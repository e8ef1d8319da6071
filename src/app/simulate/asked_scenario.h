// SPDX-License-Identifier: EUPL-1.2
// The scenario that somebody asks about: a document of the city, a file, or what came with a request.
#pragma once
#include <string>

#include "base/tree.h"
#include "model/city.h"

namespace koers {

/// One that is no document of the city (yet), held against the city as a document would be. `bad_input` with all faults.
[[nodiscard]] Result<Scenario> scenario_from(const Tree& tree, const City& city);

/// The same for one that has been read already; faults name its fields, without places.
[[nodiscard]] Result<Scenario> checked_scenario(Scenario scenario, const City& city);

/// A document of the city. `baseline` is there in every city: without a document of that name, nothing is done. The fault has the
/// path of where the name was given.
[[nodiscard]] Result<Scenario> scenario_of_city(const std::string& id, const City& city, const std::string& path);

/// For the command line: one of the city, or a file (YAML or JSON, one scenario as in `scenarios.yaml`, with or without the dash
/// before it).
[[nodiscard]] Result<Scenario> scenario_called(const std::string& name, const City& city);

}  // namespace koers
