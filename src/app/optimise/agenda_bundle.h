// SPDX-License-Identifier: EUPL-1.2
// A run as one bundle for the file of the council: what was asked, the documents and the numbers that went in, what came out.
// With the numbers anybody can work out the value of the choice, or look for a better one, without this program.
#pragma once
#include <nlohmann/json.hpp>

#include "app/optimise/agenda_answer.h"

namespace koers {

/// The problem as plain numbers: cents, 0.01 fte, billionths of a point; items, columns, funds and teams by their place in the
/// lists, years from 0 (src/optimise/portfolio.h).
[[nodiscard]] nlohmann::ordered_json portfolio_json(const optimise::Portfolio& problem);

/// Question, problem, documents (weighing and appraisals) and answer, with a hash over all but the answer.
[[nodiscard]] nlohmann::ordered_json agenda_bundle(const AgendaAnswer& answer);

}  // namespace koers
