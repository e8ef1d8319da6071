// SPDX-License-Identifier: EUPL-1.2
// The page of the vision: guidelines, challenges with all that is attached, mechanisms; and which challenge nobody serves.
#pragma once
#include "app/views/parts.h"

namespace koers::views {

struct MechanismCard {
  std::string id;
  int number = 0;
  Text title;
  Text summary;
  Direction desired{};
  Text state_at_baseline;
  std::vector<Figure> figures;
  std::vector<Measurement> measurements;
  std::vector<Citation> sources;
};
BOOST_DESCRIBE_STRUCT(MechanismCard, (), (id, number, title, summary, desired, state_at_baseline, figures, measurements, sources))

struct InfluenceOn {
  std::string mechanism;
  Sign sign{};
};
BOOST_DESCRIBE_STRUCT(InfluenceOn, (), (mechanism, sign))

struct ChallengeCard {
  std::string id;
  int number = 0;
  Text title;
  Text summary;
  std::vector<Figure> figures;
  std::vector<Citation> sources;
  std::vector<Mentioned> efforts;
  std::vector<Mentioned> policy_documents;
  std::vector<Mentioned> networks;
  std::vector<Mentioned> focus_areas;
  std::vector<std::string> pillars;
  std::vector<InfluenceOn> influences;
  std::optional<Euro> costs;
  std::optional<Status> costs_status;  ///< derived, being a sum; illustrative where one of the amounts is
};
BOOST_DESCRIBE_STRUCT(ChallengeCard, (),
                      (id, number, title, summary, figures, sources, efforts, policy_documents, networks, focus_areas, pillars,
                       influences, costs, costs_status))

struct GuidelineCard {
  std::string id;
  int number = 0;
  Text title;
  Text summary;
  Text ambition;
  std::vector<Figure> figures;
  std::vector<Citation> sources;
  std::vector<ChallengeCard> challenges;
};
BOOST_DESCRIBE_STRUCT(GuidelineCard, (), (id, number, title, summary, ambition, figures, sources, challenges))

struct OutcomeCard {
  std::string id;
  int number = 0;
  Text title;
  Text summary;
  Year target_year;
  std::vector<Mentioned> mechanisms;
  std::vector<Citation> sources;
};
BOOST_DESCRIBE_STRUCT(OutcomeCard, (), (id, number, title, summary, target_year, mechanisms, sources))

struct FocusAreaCard {
  std::string id;
  Text title;
  Text summary;
  std::optional<std::string> pillar;
  std::vector<Mentioned> areas;
  std::vector<Id<Challenge>> challenges;
  std::vector<Figure> figures;
  std::vector<Citation> sources;
};
BOOST_DESCRIBE_STRUCT(FocusAreaCard, (), (id, title, summary, pillar, areas, challenges, figures, sources))

struct VisionCard {
  std::string id;
  Text title;
  Text summary;
  Year from;
  Year to;
  VisionState state{};
  std::optional<Mentioned> adopted_by;
  std::vector<Figure> figures;
  std::vector<Citation> sources;
};
BOOST_DESCRIBE_STRUCT(VisionCard, (), (id, title, summary, from, to, state, adopted_by, figures, sources))

struct VisionTree {
  VisionCard vision;
  std::vector<GuidelineCard> guidelines;
  std::vector<Principle> principles;
  std::vector<OutcomeCard> outcomes;
  std::vector<Pillar> pillars;
  std::vector<FocusAreaCard> focus_areas;
  std::vector<MechanismCard> mechanisms;
};
BOOST_DESCRIBE_STRUCT(VisionTree, (), (vision, guidelines, principles, outcomes, pillars, focus_areas, mechanisms))

/// `not_found` for a city without a vision.
[[nodiscard]] Result<VisionTree> vision_tree(const City& city);

[[nodiscard]] std::vector<MechanismCard> mechanism_cards(const City& city);
[[nodiscard]] std::vector<OutcomeCard> outcome_cards(const City& city);
/// Challenges without any effort that is not closed or withdrawn.
[[nodiscard]] std::vector<Mentioned> uncovered_challenges(const City& city);
/// Does this effort still work on anything?
[[nodiscard]] bool is_active(const Effort& effort);

struct CoverageChallenge {
  std::string id;
  int number = 0;
  Text title;
  std::string guideline;
  int count = 0;
};
BOOST_DESCRIBE_STRUCT(CoverageChallenge, (), (id, number, title, guideline, count))

struct CoverageEffort {
  std::string id;
  Text title;
  EffortForm form{};
  EffortState state{};
};
BOOST_DESCRIBE_STRUCT(CoverageEffort, (), (id, title, form, state))

struct CoverageCell {
  std::string challenge;
  std::string effort;
};
BOOST_DESCRIBE_STRUCT(CoverageCell, (), (challenge, effort))

struct Coverage {
  std::vector<CoverageChallenge> challenges;
  std::vector<CoverageEffort> efforts;
  std::vector<CoverageCell> cells;
};
BOOST_DESCRIBE_STRUCT(Coverage, (), (challenges, efforts, cells))

[[nodiscard]] Coverage coverage(const City& city);

}  // namespace koers::views
