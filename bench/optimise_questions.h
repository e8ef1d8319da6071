// SPDX-License-Identifier: EUPL-1.2
// Measurements of the questions that are asked of an agenda while people look on.
#pragma once
#include <nlohmann/json.hpp>

#include "optimise_instance.h"

namespace koers::optimise {

/// Acceptability under joint draws of weights, scores and costs, on so many threads; beside it plain searches of some of the same
/// draws, and how much value the shorter ones give up.
[[nodiscard]] nlohmann::ordered_json measured_draws(const Instance& instance, int draws, int threads);

/// So many wishes, one at a time: must for an item that is out and ban for one that is in, in turn. Beside them the plain search
/// of the same problems.
[[nodiscard]] nlohmann::ordered_json measured_repairs(const Instance& instance, int presses);

}  // namespace koers::optimise
