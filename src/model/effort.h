// SPDX-License-Identifier: EUPL-1.2
// Everything that the agenda steers: programmes, projects, schemes, actions (mission C4, C5), their money and people (R4)
// and their links (R5).
#pragma once
#include "model/vision.h"

namespace koers {

struct Partner;
struct Team;

enum class EffortForm : std::uint8_t { policy_programme = 1, area_programme = 2, project = 3, scheme = 4, action = 5 };
BOOST_DESCRIBE_ENUM(EffortForm, policy_programme, area_programme, project, scheme, action)

enum class LinkNature : std::uint8_t { part_of = 1, needs = 2, supports = 3, overlaps = 4, conflicts = 5 };
BOOST_DESCRIBE_ENUM(LinkNature, part_of, needs, supports, overlaps, conflicts)

/// A tie from one effort to another document (effort, policy document, network).
struct Link {
  Reference to;
  LinkNature nature{};
  std::optional<int> lag_years;  ///< of `needs`: that must lie between both starts
  std::optional<Text> note;
  bool operator==(const Link&) const = default;
};
BOOST_DESCRIBE_STRUCT(Link, (), (to, nature, lag_years, note))

enum class PartnerRole : std::uint8_t { lead = 1, partner = 2, funder = 3, adviser = 4, owner = 5 };
BOOST_DESCRIBE_ENUM(PartnerRole, lead, partner, funder, adviser, owner)

struct Involvement {
  Id<Partner> partner;
  PartnerRole role{};
  bool operator==(const Involvement&) const = default;
};
BOOST_DESCRIBE_STRUCT(Involvement, (), (partner, role))

enum class MilestoneKind : std::uint8_t { short_term = 1, result = 2, long_term = 3, step = 4 };
BOOST_DESCRIBE_ENUM(MilestoneKind, short_term, result, long_term, step)

/// Something that an effort is to bring, or has brought, at a date known to the day, the month or the year.
struct Milestone {
  MilestoneKind kind{};
  Text title;
  std::optional<Date> due;
  std::optional<Date> reached;
  std::vector<Citation> sources;
  bool operator==(const Milestone&) const = default;
};
BOOST_DESCRIBE_STRUCT(Milestone, (), (kind, title, due, reached, sources))

struct Staffing {
  Id<Team> team;
  Year year;
  Fte fte;
  Status status = Status::source;
  std::vector<Citation> sources;
  bool operator==(const Staffing&) const = default;
};
BOOST_DESCRIBE_STRUCT(Staffing, (), (team, year, fte, status, sources))

/// Is an environmental impact assessment (MER) needed?
enum class ImpactAssessment : std::uint8_t { needed = 1, not_needed = 2, to_be_determined = 3 };
BOOST_DESCRIBE_ENUM(ImpactAssessment, needed, not_needed, to_be_determined)

struct Effort {
  Id<Effort> id;
  Text title;
  EffortForm form{};
  EffortState state{};
  Text summary;
  std::optional<Text> why;
  std::optional<Id<Pillar>> pillar;
  std::vector<Id<Challenge>> challenges;
  std::vector<Id<FocusArea>> focus_areas;
  std::vector<Reference> areas;  ///< municipality/…, district/… or neighbourhood/…
  std::optional<Date> starts;
  std::optional<Date> ends;  ///< a programme runs 2–8 years
  std::optional<std::string> owner;
  std::vector<Milestone> milestones;
  std::vector<Link> links;
  std::vector<Involvement> partners;
  std::vector<Id<Indicator>> indicators;
  std::optional<Text> resident_involvement;
  std::optional<ImpactAssessment> impact_assessment;
  std::vector<Figure> figures;
  std::vector<Staffing> staffing;
  Status status = Status::source;
  std::vector<Citation> sources;
  bool operator==(const Effort&) const = default;
};
BOOST_DESCRIBE_STRUCT(Effort, (),
                      (id, title, form, state, summary, why, pillar, challenges, focus_areas, areas, starts, ends, owner,
                       milestones, links, partners, indicators, resident_involvement, impact_assessment, figures, staffing,
                       status, sources))

}  // namespace koers
