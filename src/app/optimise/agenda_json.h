// SPDX-License-Identifier: EUPL-1.2
// An agenda and all that is known of it as JSON, in the shapes of api/openapi.yaml: money in euros, people in fte, worth in
// points.
#pragma once
#include <chrono>

#include <nlohmann/json.hpp>

#include "app/optimise/agenda_answer.h"

namespace koers {

/// What does not depend on a choice: the frame, items with their options, findings, the order of review, proposals.
[[nodiscard]] nlohmann::ordered_json frame_json(const AgendaProblem& problem, std::chrono::year_month_day today);

/// One choice, line by line, with money and people by year and what does not hang together in it.
[[nodiscard]] nlohmann::ordered_json choice_json(const AgendaProblem& problem, const optimise::Choice& choice,
                                                 const optimise::Verification& verification);

[[nodiscard]] nlohmann::ordered_json answer_json(const AgendaAnswer& answer);
[[nodiscard]] nlohmann::ordered_json repair_json(const AgendaRepair& repair, const optimise::Choice& before);

}  // namespace koers
