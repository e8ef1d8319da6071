// SPDX-License-Identifier: EUPL-1.2
// Track 3: what a programme proposal for a pillar is put together from: its challenges, the districts where the problems are
// largest, and what is proposed already.
#pragma once
#include <chrono>

#include "app/views/priority.h"
#include "model/city.h"

namespace koers {

struct ChallengeEvidence {
  const Challenge* challenge = nullptr;
  std::vector<const Influence*> influences;  ///< on mechanisms, from the challenge or its guideline
  std::vector<const Effort*> proposed;       ///< not under way yet
  std::vector<const Effort*> under_way;
};

struct ProgrammeProposal {
  const Pillar* pillar = nullptr;
  std::vector<ChallengeEvidence> challenges;  ///< those that nobody proposes anything for first
  std::vector<views::PriorityRow> districts;  ///< the largest problems first; of the focus areas of the pillar, if it has any
  std::vector<const Effort*> programmes;      ///< proposed programmes of this pillar
};

[[nodiscard]] std::vector<ProgrammeProposal> programme_proposals(const City& city, std::chrono::year_month_day today);

}  // namespace koers
