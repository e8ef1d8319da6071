// SPDX-License-Identifier: EUPL-1.2
// All that the proposal of an agenda has to be searched for, once for every language and form.
#pragma once
#include <memory>
#include <utility>
#include <vector>

#include "app/optimise/agenda_answer.h"

namespace koers::reports {

struct SolvedProposal {
  AgendaAnswer answer;  ///< with its tempos, and the prices of its wishes
  /// Of the new items that were left out those of most worth, the highest first, and why each is not in.
  std::vector<std::pair<std::size_t, optimise::WhyNot>> left_out;
};

/// With a fixed number of moves, so that the same city gives the same proposal; takes some seconds. `city` must outlive the
/// answer. Fails as `agenda_problem` does.
[[nodiscard]] Result<std::shared_ptr<const SolvedProposal>> solve_proposal(const City& city, const AgendaRequest& request);

}  // namespace koers::reports
