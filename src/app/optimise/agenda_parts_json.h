// SPDX-License-Identifier: EUPL-1.2
// Pieces of JSON that the writers about agendas share.
#pragma once
#include <nlohmann/json.hpp>

#include "app/optimise/agenda_problem.h"
#include "app/optimise/coherence.h"

namespace koers::agenda_parts {

using Json = nlohmann::ordered_json;

[[nodiscard]] inline double euros(optimise::Cents cents) { return static_cast<double>(cents) / 100; }
[[nodiscard]] inline double fte(optimise::CentiFte amount) { return static_cast<double>(amount) / 100; }
[[nodiscard]] inline double points(optimise::Value value) {
  return static_cast<double>(value) / static_cast<double>(optimise::kUnitsPerPoint);
}
[[nodiscard]] inline Json text(const Text& words) { return words.by_language; }

template <class T, class Make>
[[nodiscard]] Json list(const std::vector<T>& items, Make make) {
  Json out = Json::array();
  for (const T& each : items) out.push_back(make(each));
  return out;
}

/// Sums over funds or teams, by year.
[[nodiscard]] std::vector<std::int64_t> by_year(const std::map<std::string, std::vector<std::int64_t>>& amounts, int years);

[[nodiscard]] Json finding(const City& city, const Finding& finding);

}  // namespace koers::agenda_parts
