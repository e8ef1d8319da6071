// SPDX-License-Identifier: EUPL-1.2
// The escalator as an entry for the national register of algorithms (Algoritmeregister, publication standard 1.0): the fields of
// that standard by their own names. What only the municipality can say (who to ask, since when, on which decision) is left out.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "model/city.h"

namespace koers {

/// In Dutch (`nl`) or English (`en`). `year`: of the starting population, from which figures of the city are named as source
/// data.
[[nodiscard]] nlohmann::ordered_json register_entry_json(const City& city, int year, std::string_view language);

/// Fields that the standard asks for and that the municipality fills in itself.
[[nodiscard]] const std::vector<std::string>& left_to_the_municipality();

}  // namespace koers
