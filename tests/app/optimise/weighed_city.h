// SPDX-License-Identifier: EUPL-1.2
// A city whose agenda can be worked out by hand.
#pragma once
#include <functional>
#include <memory>

#include "app/optimise/agenda_problem.h"

namespace koers::test {

/// Four years from 2023, no discount, one fund (100 each year, nothing carried over, hard), one team (1 fte, hard), criteria a
/// guideline (0.5) and a mechanism (0.5). Amounts are in euros.
///   effort/school  runs: keep (60 a year, 1 point on both), stop (from 2024, after its contract, 10 for a year), bend (30 a
///                  year, 2 points on both, grows in 2 years)
///   effort/park    new: base (50 for 2 years, 1 fte, 3 points on the guideline), light (40 for 2 years, 2 points)
///   effort/bridge  new: base (45 for 1 year, 3 points on the mechanism), from 2023 on
///   policy_document/paper  runs: keep (nothing), stop
/// Pillar `pijler` has the challenge of school and park; the bridge works on another. `change` may alter it.
[[nodiscard]] std::shared_ptr<const City> weighed_city(const std::function<void(City&)>& change = {});

/// The appraisal of an item, to be changed in place.
[[nodiscard]] Appraisal changed(const City& city, const std::string& id, const std::function<void(Appraisal&)>& change);

[[nodiscard]] AgendaProblem problem_of(const std::shared_ptr<const City>& city, AgendaRequest request = {"kader", {}, {}, {}});
/// The column of an item with that option and start; throws when there is none.
[[nodiscard]] std::size_t column_of(const AgendaProblem& problem, const std::string& item, OptionForm option, int year);

}  // namespace koers::test
